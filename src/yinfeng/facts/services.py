"""Services: each case of help given to an enterprise: who, what it lacked, who helped, how it came out.

鹿鹿通食品公司缺少流动资金, 农商行放贷2300万元, 解决燃眉之急 is a case. Help to enterprises in general
(为企业解决问题89个) is a figure, not a case.
"""

import re
from collections.abc import Iterator
from typing import Any

from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import Dimension, Fact, Mention, Name, NameKind, Quantity, Service, Span

_NEED = re.compile(
    r"(?:缺少|缺乏|急需|亟需|面临|遇到|存在|遭遇|需要|苦于|受困于|受制于|因)(?:了|着|部分|大量|一些|一定)?(?P<need>[^,，。;；\n]{2,26}?)(?:的)?(?:困难|难题|问题|困境|瓶颈|压力|不便|[,，。;；\n]|$)"
)
_GIVEN = re.compile(
    r"(?:放贷|发放(?:[^,，。;；\d]{0,10})?贷款|贷款|授信|融资|信贷|资金支持|提供[^,，。;；\d]{0,8}(?:贷款|资金)|落实[^,，。;；\d]{0,6}资金|争取[^,，。;；\d]{0,8}资金|补贴|补助|奖补)[^,，。;；\d]{0,6}$"
)
_GIVEN_AFTER = re.compile(r"^(?:的)?[^,，。;；\d]{0,10}(?:贷款|授信|信贷|资金支持|融资|资金)")
_HELPS = words.pattern("helps")
_OUTCOME = re.compile(
    r"(?P<out>(?:解决|化解|缓解|破解|打消|消除|保障|确保|帮助企业|使企业|让企业|节省|节约|顺利|按期|如期|成功|目前,?(?:企业|该公司)|一周内|当天|提前)[^。;；\n]{2,40})"
)
_ENTRUSTED = re.compile(
    r"委托(?P<helper>[^,，。;；\n]{2,16}?)(?:对|为|帮助)(?P<who>[^,，。;；\n]{2,24}?)的?(?P<need>[^,，。;；\n的]{2,14})(?:进行|实施|开展)(?P<act>改造|提升|整治|指导|诊断)"
)
_HELPER_KINDS = (NameKind.BANK, NameKind.GOVERNMENT, NameKind.TOWN, NameKind.ZONE, NameKind.STATION)
_FIRMS = (NameKind.FIRM, NameKind.GROUP, NameKind.BRAND)


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every case of help that the page tells."""
    for sentence in page.sentences:
        if sentence.line.kind is not LineKind.PROSE:
            continue
        if "委托" in sentence.says:
            yield from _entrusted(page, scope, sentence)
        if _HELPS.search(sentence.says):
            fact = _case(page, scope, sentence)
            if fact is not None:
                yield fact


def _entrusted(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Fact]:
    for match in _ENTRUSTED.finditer(page.text.clean, *sentence.span):
        quote, evidence = page.quoted(*match.span())
        yield Service(
            host=scope.host(match.start()),
            quote=quote,
            evidence=evidence,
            enterprise=page.told(match["who"], Span(*match.span("who")), pattern="services"),
            need=page.told(
                match["need"] + match["act"], Span(match.start("need"), match.end("act"))
            ),
            helper=page.told(match["helper"], Span(*match.span("helper"))),
        )


def _case(page: Page, scope: Scope, sentence: Sentence) -> Fact | None:
    start = sentence.span.start
    firm = _firm(page, start, sentence.span.end)
    previous = next(iter(page.before(sentence, 1)), None)
    if firm is None and previous is not None and previous.paragraph == sentence.paragraph:
        firm, start = _firm(page, *previous.span), previous.span.start
    if firm is None or not isinstance(firm.value, Name):
        return None
    if (
        previous is not None
        and previous.paragraph == sentence.paragraph
        and firm.value.text in previous.says
    ):
        start = previous.span.start
    need = _NEED.search(page.text.clean, start, sentence.span.end)
    amount = _amount(page, sentence)
    if need is None and amount is None:
        return None
    fields: dict[str, Any] = {
        "enterprise": page.told(firm.value.text, firm.span, pattern="services")
    }
    if need is not None:
        fields["need"] = page.told(need["need"], Span(*need.span("need")))
    if amount is not None:
        fields["amount"] = page.told(amount.value, amount.span)
    fields |= _helper(page, scope, sentence, firm)
    outcome = _OUTCOME.search(page.text.clean, *sentence.span)
    if outcome:
        fields["outcome"] = page.told(outcome["out"], Span(*outcome.span("out")))
    quote, evidence = page.quoted(min(start, firm.span.start), sentence.span.end)
    return Service(host=scope.host(start), quote=quote.rstrip("。"), evidence=evidence, **fields)


def _firm(page: Page, start: int, end: int) -> Mention | None:
    return next(
        (
            m
            for m in page.within(start, end)
            if isinstance(m.value, Name) and m.value.kind in _FIRMS
        ),
        None,
    )


def _amount(page: Page, sentence: Sentence) -> Mention | None:
    for mention in sentence.quantities:
        assert isinstance(mention.value, Quantity)
        if mention.value.unit.dimension is not Dimension.MONEY:
            continue
        lead = page.says(max(sentence.span.start, mention.span.start - 16), mention.span.start)
        tail = page.says(mention.span.end, mention.span.end + 14)
        if _GIVEN.search(lead) or _GIVEN_AFTER.match(tail):
            return mention
    return None


def _helper(page: Page, scope: Scope, sentence: Sentence, firm: Mention) -> dict[str, Any]:
    found: dict[str, Span] = {}
    for mention in sentence.names:
        name = mention.value
        if (
            isinstance(name, Name)
            and name.kind in _HELPER_KINDS
            and not mention.span.meets(firm.span)
        ):
            found.setdefault(name.text, mention.span)
    return {"helper": page.told("、".join(found), *found.values())} if found else {}
