"""Cases of help told by the keys of a form: 企业:某厂。诉求:用电不足。承办单位:供电所。办理情况:….

The keys name the fields, so that no words of need or help are asked for: a request that was
turned down is a case too. The form runs from the key of one enterprise to that of the next.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.values import Dimension, Fact, Mention, Name, NameKind, Quantity, Service, Span

_KEYS = re.compile(
    r"(?:(?<=[\s。;；,，|、.．)）】])|^)(?:[0-9]{1,2}[.、)）]\s*)?(?:"
    rf"(?P<who>{words.one_of('form_who')})|(?P<need>{words.one_of('form_need')})"
    rf"|(?P<helper>{words.one_of('form_helper')})|(?P<outcome>{words.one_of('form_outcome')})"
    rf"|(?P<other>{words.one_of('form_other')}))[:：]\s*",
    re.MULTILINE,
)
# A page without these has no such form: a cheap check before the keys.
_NEED, _DONE = re.compile(words.one_of("form_need")), re.compile(words.one_of("form_outcome"))
_NUMBER = re.compile(r"[\s。;；,，|]*(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）.、．]\s*)?$")
_GIVEN = re.compile(
    r"授信|贷|放款|融资|支付|追回|兑现|补贴|补助|奖补|奖励|减免|退税|发放|到位|拨付"
)
_REQUEST = re.compile(
    r"(?:(?:企业)?(?:希望|请求|恳请|要求|申请|反映)(?:能?够?|帮助|协调|解决)*)(?=[一-龥]{2})"
)
_LENDS = re.compile(r"(?:协调|联系|对接|会同|联合|引荐)了?$")
_LONGEST = 240


class Part(NamedTuple):
    """A key of a form, by what it asks for, and where the answer stands."""

    key: str
    answer: Span


def forms(page: Page, scope: Scope) -> Iterator[tuple[Span, Fact]]:
    """Every form of a case on the page, with the stretch that it takes."""
    clean = page.text.clean
    if not (_NEED.search(clean) and _DONE.search(clean)):
        return
    form: list[Part] = []
    for part in _parts(clean):
        if part.key == "who" or (form and part.answer.start - form[-1].answer.end > _LONGEST):
            yield from _case(page, scope, form)
            form = []
        if form or part.key == "who":
            form.append(part)
    yield from _case(page, scope, form)


def _parts(clean: str) -> Iterator[Part]:
    """The keys of the page with their answers, each up to the next key or the line's end."""
    found = list(_KEYS.finditer(clean))
    for at, match in enumerate(found):
        stop = clean.find("\n", match.end())
        stop = len(clean) if stop < 0 else stop
        if at + 1 < len(found):
            stop = min(stop, found[at + 1].start())
        tail = _NUMBER.search(clean, match.end(), stop)
        yield Part(str(match.lastgroup), Span(match.end(), tail.start() if tail else stop))


def _case(page: Page, scope: Scope, form: list[Part]) -> Iterator[tuple[Span, Fact]]:
    """The case of one form: it names an enterprise, what it asked for, and more than that."""
    told = {part.key: part.answer for part in reversed(form) if part.answer.end > part.answer.start}
    who, need, helper, outcome = (told.get(key) for key in ("who", "need", "helper", "outcome"))
    if who is None or need is None or (helper is None and outcome is None):
        return
    end = max(part.answer.end for part in form if part.key != "other")
    quote, evidence = page.quoted(who.start, end)
    amount = _amount(page, outcome or need)
    request = _REQUEST.match(page.text.clean, *need)
    need = Span(request.end(), need.end) if request else need
    helpers = [helper, *_lenders(page, outcome)] if helper else []
    yield (
        Span(form[0].answer.start, form[-1].answer.end),
        Service(
            host=scope.host(who.start),
            quote=quote,
            evidence=evidence,
            enterprise=page.told(page.says(*who), who, pattern="service-forms"),
            need=page.told(page.says(*need), need),
            helper=page.told("、".join(page.says(*one) for one in helpers), *helpers)
            if helpers
            else None,
            amount=page.told(amount.value, amount.span)
            if amount is not None and isinstance(amount.value, Quantity)
            else None,
            outcome=page.told(page.says(*outcome), outcome) if outcome else None,
        ),
    )


def _lenders(page: Page, outcome: Span | None) -> Iterator[Span]:
    """The banks that the office brought in: 协调|邮储银行|授信1000万元."""
    for mention in page.within(*outcome) if outcome else ():
        lead = page.says(max(0, mention.span.start - 3), mention.span.start)
        is_bank = isinstance(mention.value, Name) and mention.value.kind is NameKind.BANK
        if is_bank and _LENDS.search(lead):
            yield mention.span


def _amount(page: Page, span: Span) -> Mention | None:
    """The first sum that was lent, paid or granted."""
    for mention in page.within(*span):
        value = mention.value
        if isinstance(value, Quantity) and value.unit.dimension is Dimension.MONEY:
            around = page.says(max(span.start, mention.span.start - 12), mention.span.end + 8)
            if _GIVEN.search(around):
                return mention
    return None
