"""How far a stretch of text says a thing has come; what is only planned does not count.

6月30日如期开工建设 is started; 计划于2017年年底投产, 推动落户投产 are not reached. 一期厂房封顶
is the beginning of the whole, not its topping out.
"""

import re

from yinfeng.facts.page import Page
from yinfeng.lexicon import project_words
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
_NOT_YET = re.compile(rf"{project_words.one_of('not_yet')}[^,，。;；]{{0,14}}$")
_AFTERWARDS = re.compile(
    r"(?:并|且)?(?:达产|达效|投产|投用|运营|使用|落户|满产|运行){0,2}(?:后|之后|以后|时|前)|仪式?(?:提供|打下|奠定)|率|面积|比例|过程中|手续|条件|许可"
)
_PART = re.compile(rf"{project_words.one_of('parts')}[^,，。;；]{{0,22}}$")
_BUILT_PART = re.compile(r"了?(?:[^,，。;；、]{0,10}\d|标准|厂房|道路|面积)")
_FRAME = re.compile(r"主体[^,，。;；]{0,8}$")
_OF_A_PART = frozenset(("topped_out", "completed", "producing", "full_capacity"))


def stage_between(page: Page, start: int, end: int, after: int = 0) -> tuple[Mention, str] | None:
    """The furthest stage reached that is told between two offsets, and its key.

    What stands before *after*, the end of the project's name, makes no stage one of a part.
    """
    best: tuple[Mention, str] | None = None
    for mention in page.within(start, end):
        term = mention.value
        if not isinstance(term, Term) or term.kind is not TermKind.STAGE:
            continue
        if term.key == "completed" and _BUILT_PART.match(page.text.clean, mention.span.end):
            continue
        if term.key != "lost" and not is_reached(page, mention.span):
            continue
        key = _key(page, mention, term, after)
        if best is None or ORDER.index(key) > ORDER.index(best[1]):
            best = (mention, key)
    return best


def _key(page: Page, mention: Mention, term: Term, after: int) -> str:
    floor = max(0, mention.span.start - 28)
    if mention.span.start >= after:
        floor = max(floor, after)
    lead = page.says(floor, mention.span.start)
    if term.key in _OF_A_PART and _PART.search(lead):
        return "started"
    if term.key == "completed" and _FRAME.search(lead):
        return "topped_out"
    return term.key


def is_reached(page: Page, span: Span) -> bool:
    """Whether the words around a stage say that it has been reached."""
    lead = page.says(max(0, span.start - 24), span.start)
    if lead.endswith("的"):
        return False
    return _NOT_YET.search(lead) is None and not _AFTERWARDS.match(
        page.says(span.end, span.end + 6)
    )
