"""Services: each case of help to an enterprise: who, what it lacked, who helped, what came of it.

鹿鹿通食品公司缺少流动资金, 农商行放贷2300万元, 解决燃眉之急 is a case. Help to enterprises in
general (为企业解决问题89个) is a figure, not a case.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.page import Page
from yinfeng.facts.scope import Scope
from yinfeng.facts.services.cases import cases
from yinfeng.facts.services.forms import forms
from yinfeng.facts.services.tellings import Telling, told
from yinfeng.facts.services.who_helped import helper_of
from yinfeng.text import LineKind
from yinfeng.values import Fact, Quantity, Service, Span, Told

_ENTRUSTED = re.compile(
    r"委托(?P<helper>[^,，。;；\n]{2,16}?)(?:对|为|帮助)(?P<who>[^,，。;；\n]{2,24}?)的?"
    r"(?P<need>[^,，。;；\n的]{2,14})(?:进行|实施|开展)(?P<act>改造|提升|整治|指导|诊断)"
)
_PLANNED = re.compile(
    r"总投资|签约|洽谈|拟|力争|要求|强调|下一步|计划(?!赶)|规划|将[^,，。]{0,8}(?:帮|协|解|推|加)"
)


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every case of help that the page tells."""
    taken: list[Span] = []
    for sentence in page.sentences:
        if "委托" in sentence.says and sentence.line.kind is LineKind.PROSE:
            for match in _ENTRUSTED.finditer(page.text.clean, *sentence.span):
                taken.append(Span(*match.span()))
                yield _entrusted(page, scope, match)
    for span, form in forms(page, scope):
        taken.append(span)
        yield form
    for case in cases(page):
        telling = told(page, case) if not any(case.span.meets(one) for one in taken) else None
        if telling is not None and _is_told(page, scope, telling):
            yield _service(page, scope, telling)


def _entrusted(page: Page, scope: Scope, match: re.Match[str]) -> Fact:
    quote, evidence = page.quoted(*match.span())
    need = Span(match.start("need"), match.end("act"))
    return Service(
        host=scope.host(match.start()),
        quote=quote,
        evidence=evidence,
        enterprise=page.told(match["who"], Span(*match.span("who")), pattern="services"),
        need=page.told(match["need"] + match["act"], need),
        helper=page.told(match["helper"], Span(*match.span("helper"))),
    )


def _is_told(page: Page, scope: Scope, telling: Telling) -> bool:
    """Whether the words of need are plain, or else somebody is told to have helped behind them."""
    if telling.is_sure:
        return True
    case, need = telling.case, telling.need
    if _PLANNED.search(page.text.clean, case.start, telling.end):
        return False
    helper = helper_of(page, telling, scope.host(case.span.start))
    return helper is not None and any(
        need is None or page.clean_start(evidence) >= need.start for evidence in helper.evidence
    )


def _service(page: Page, scope: Scope, telling: Telling) -> Fact:
    case = telling.case
    host = scope.host(case.span.start)
    need, outcome = _words(page, telling.need), _words(page, telling.outcome)
    amount: Told[Quantity] | None = None
    if telling.amount is not None:
        assert isinstance(telling.amount.value, Quantity)
        amount = page.told(telling.amount.value, telling.amount.span)
    start = min(case.span.start, telling.need.start if telling.need else case.span.start)
    quote, evidence = page.quoted(*_proof(telling, start))
    return Service(
        host=host,
        quote=quote,
        evidence=evidence,
        enterprise=page.told(case.who, case.span, pattern="services"),
        need=need,
        helper=helper_of(page, telling, host),
        amount=amount,
        outcome=outcome,
    )


def _words(page: Page, span: Span | None) -> Told[str] | None:
    return page.told(page.says(*span), span) if span is not None else None


def _proof(telling: Telling, start: int) -> tuple[int, int]:
    """The run from the need or the enterprise to the last of the fields."""
    ends = [telling.case.span.end]
    ends += [span.end for span in (telling.need, telling.outcome) if span is not None]
    ends += [telling.amount.span.end] if telling.amount is not None else []
    return start, max(ends)
