"""How far a stretch of text says a thing has come; what is only planned does not count.

6月30日如期开工建设 is started; 计划于2017年年底投产, 推动在盐城落户投产 and 将于年底竣工 are not reached.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.values import Mention, Term, TermKind

ORDER = (
    "lead",
    "visited",
    "negotiating",
    "finalising",
    "signed",
    "registered",
    "land",
    "started",
    "topped_out",
    "completed",
    "producing",
    "full_capacity",
    "lost",
)
_NOT_YET = re.compile(rf"{words.one_of('not_yet')}[^,，。;；]{{0,14}}$")
_AFTERWARDS = re.compile(r"^(?:达效)?(?:后|之后|时|前)|^(?:仪式)?(?:提供|打下|奠定)")


def stage_between(page: Page, start: int, end: int) -> tuple[Mention, str] | None:
    """The furthest stage reached that is told between two offsets, and its key."""
    best: tuple[Mention, str] | None = None
    for mention in page.within(start, end):
        term = mention.value
        if not isinstance(term, Term) or term.kind is not TermKind.STAGE:
            continue
        if not is_reached(page, mention):
            continue
        if best is None or ORDER.index(term.key) > ORDER.index(best[1]):
            best = (mention, term.key)
    return best


def is_reached(page: Page, mention: Mention) -> bool:
    """Whether the words around a stage say that it has been reached."""
    lead = page.says(max(0, mention.span.start - 24), mention.span.start)
    tail = page.says(mention.span.end, mention.span.end + 4)
    return _NOT_YET.search(lead) is None and _AFTERWARDS.match(tail) is None
