"""How far a stretch of text says a thing has come; what is only planned does not count.

6月30日如期开工建设 is started; 计划于明年年底投产, 推动落户投产 are not reached. 一期厂房封顶
is the beginning of the whole, not its topping out.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Span, Term, TermKind

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
_NOT_YET = re.compile(led(rf"{words.one_of('not_yet')}[^,，。;；]{{0,14}}$"))
_AFTERWARDS = re.compile(
    r"(?:并|且)?(?:达产|达效|投产|投用|运营|使用|落户|满产|运行){0,2}(?:后|之后|以后|时|前)|将(?!军)|仪式?(?:提供|打下|奠定)|率|面积|比例|过程中|手续|条件|许可"
)
_PART = re.compile(led(rf"{words.one_of('parts')}[^,，。;；]{{0,22}}$"))
_BUILT_PART = re.compile(r"了?(?:[^,，。;；、\n]{0,10}\d|标准|厂房|道路|面积)")
_FRAME = re.compile(r"主体[^,，。;；]{0,8}$")
# 投资6亿元,拿地40亩 is what the project takes, not how far it is.
_OF_SIZE = re.compile(r"(?<=拿地)约?\d")
NOWHERE = Span(0, 0)
_BEFORE = 24
_NEAR = 28
_OF_A_PART = frozenset(("topped_out", "completed", "producing", "full_capacity"))


def stage_between(
    page: Page, start: int, end: int, name: Span = NOWHERE
) -> tuple[Mention, str] | None:
    """The furthest stage reached that is told between two offsets, and its key.

    Words inside *name*, the project's own, neither plan a stage nor make it one of a part.
    """
    best: tuple[Mention, str] | None = None
    for mention in page.within(start, end):
        key = _key_of(page, mention, name)
        if key and (best is None or ORDER.index(key) > ORDER.index(best[1])):
            best = (mention, key)
    return best


def nearest_stage(page: Page, start: int, end: int) -> tuple[Mention, str] | None:
    """The last stage reached that is told between two offsets, and its key."""
    for mention in reversed(page.within(start, end)):
        if key := _key_of(page, mention, NOWHERE):
            return mention, key
    return None


def _key_of(page: Page, mention: Mention, name: Span) -> str:
    """The stage that a mention tells as reached; empty if it tells none."""
    term = mention.value
    if not isinstance(term, Term) or term.kind is not TermKind.STAGE:
        return ""
    if term.key == "completed" and _BUILT_PART.match(page.text.clean, mention.span.end):
        return ""
    if term.key == "land" and _OF_SIZE.match(page.text.clean, mention.span.end):
        return ""
    if term.key != "lost" and not is_reached(page, mention.span, name):
        return ""
    lead = _lead(page, mention.span, name, _NEAR)
    if term.key in _OF_A_PART and _PART.search(lead):
        return "started"
    if term.key == "completed" and _FRAME.search(lead):
        return "topped_out"
    return term.key


def is_reached(page: Page, span: Span, name: Span = NOWHERE) -> bool:
    """Whether the words around a stage say that it has been reached."""
    if page.says(span.start - 1, span.start) == "的":
        return False
    lead = _lead(page, span, name, _BEFORE)
    if _NOT_YET.search(lead) or (lead.endswith("年内") and not page.says(*span).startswith("新")):
        return False
    return not _AFTERWARDS.match(page.says(span.end, span.end + 6))


def _lead(page: Page, span: Span, name: Span, size: int) -> str:
    """The words before a stage, the project's name left out."""
    if name.end <= span.start and span.start - name.end < size:
        before = page.says(max(0, name.start - size), name.start)
        return (before + page.says(name.end, span.start))[-size:]
    return page.says(max(0, span.start - size), span.start)
