"""Figures of how long a step took, and of how many firms got what the next figure tells."""

import re

from yinfeng.facts import phrases
from yinfeng.facts.indicators.drafts import Draft
from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Mention, Span

_QUICK = re.compile(
    r"(?P<what>从[^,，。;；]{2,8}到[^,，。;；]{2,8}?)[,，]?(?:仅|只|就)?(?:用了?|用时|需|花了)?(?:不到)?$"
)
_TOOK = re.compile(r"(?:前后)?(?:仅仅?|只|就)?(?:用了?|用时|花了|需)?")
_GIVEN = re.compile(
    r"(?P<who>[^,，。;；\d]{0,6}?(?:企业|商户|农户|主体|客户))(?P<given>(?:累计|共)?(?:发放|投放|放贷|授信|减免|退还|兑现|拨付|提供|协调)[^,，。;；\d]{0,6}?)"
    r"(?=[约近超过达了共]{0,2}\d)"
)


def speed_of(page: Page, sentence: Sentence, figure: Mention, start: int) -> Draft | None:
    """How long a thing took from one step to another: 从签约到开工,只用了42天."""
    at = figure.span.start
    if start > sentence.span.start and _TOOK.fullmatch(page.says(start, at)):
        start = phrases.clause_start(page, sentence.span.start, start - 1)
    speed = _QUICK.search(page.says(start, at))
    if speed is None:
        return None
    span = Span(start + speed.start(), start + speed.end("what"))
    return Draft(figure, speed["what"], span, start, figure.span.end)


def lent(page: Page, figure: Mention, start: int, behind: Span) -> Draft | None:
    """The firms that got what the next figure tells: 为38家企业发放贷款1.1亿元."""
    if page.says(start, figure.span.start)[-1:] not in ("为", "向", "给"):
        return None
    given = _GIVEN.match(page.text.clean, figure.span.end)
    if given is None:
        return None
    name = given["given"] + given["who"]
    return Draft(figure, name, behind, start, given.end(), name)
