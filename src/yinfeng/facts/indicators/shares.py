"""Figures told at once: 内资、外资分别完成5亿元、2亿元; 产值、税收分别增长5%和6%.

The figures behind 分别 are dealt out to the things listed before it, or to the figures told before.
城乡居民 are 城镇 and 农村居民.
"""

import re

from yinfeng.facts import phrases
from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.growths import falls_by, growth_in
from yinfeng.facts.indicators.retellings import thing_of
from yinfeng.facts.page import Page, Sentence
from yinfeng.values import Dimension, Mention, Quantity, Span

_FAR, _MOST = 120, 16
EACH = "分别"
"""The word behind which figures are dealt out."""
_BROKEN = re.compile(r"[,，。;；]")
_AND = re.compile(r"[、和与及]|以及")
_SHORT_BODIES = re.compile(
    r"(?P<bodies>[一-龥]{2,6}(?:[、和与][一-龥]{2,6})+?)(?:等?[两三四五六七八九])[个大]?"
    r"(?P<kind>镇|乡|街道|村|县|区|市|产业|行业)(?P<what>.*)"
)
_WHOLE_BODIES = re.compile(
    r"(?P<bodies>[一-龥]{1,4}(?:镇|乡|街道|村)(?:[、和与][一-龥]{1,4}?(?:镇|乡|街道|村))+)(?:共|已)?(?:完成|实现)?(?P<what>.{2,})"
)
_DONE = re.compile(r"^(?:完成|实现|新增|达到?)+")
_TRADES = ("产业", "行业")
_BEFORE_BODIES = re.compile(r"^(?:其中|今年|去年|全年|上半年|目前|全[县市区镇]|[\s,，])+")
_BOTH = re.compile(r"城乡(?P<rest>.{2,})")


def told_of_each(page: Page, sentence: Sentence, figure: Mention, found: list[Draft]) -> bool:
    """Whether the figure is one of several told at once, which is then told of its own thing."""
    at = page.text.clean.rfind(EACH, phrases.reach(sentence, figure.span.start), figure.span.start)
    if at < 0:
        return False
    group = _group(page, at, min(at + _FAR, sentence.span.end))
    if len(group) < 2 or figure not in group:
        return False
    number = group.index(figure)
    lead = page.says(at, group[0].span.start)
    start = phrases.clause_start(page, max(sentence.span.start, at - _FAR), at)
    names = _names(page, start, at)
    if len(names) == len(group):
        found.append(_draft(figure, names, number, lead, Span(start, at)))
        return True
    bodies, what = _sharing(page.says(start, at))
    what = what if len(what) > 1 else _rate(_DONE.sub("", lead.removeprefix(EACH)))
    if len(bodies) == len(group) and len(what) > 1:
        draft = _draft(figure, [what] * len(group), number, lead, Span(start, at))
        draft.of = bodies[number]
        found.append(draft)
        return True
    told = [draft for draft in found[-_MOST:] if draft.figure.span.end <= at]
    is_ratio = quantity_of(figure).unit.dimension is Dimension.RATIO
    if not is_ratio or len(told) < len(group):
        return False
    of = told[len(told) - len(group) + number]
    if growth_in(lead):
        of.yoy, of.falls = figure, falls_by(lead)
        of.end = max(of.end, figure.span.end)
    else:
        said = of.name + _rate(lead)
        span = Span(at, group[0].span.start)
        found.append(Draft(figure, said, span, of.start, figure.span.end))
    return True


def grown_each(page: Page, figure: Mention, found: list[Draft]) -> bool:
    """Whether a growth is one of a list, dealt to figures that were dealt: 增长8.2%和9.3%."""
    span = found[-1].name_span if found else None
    dealt = [draft for draft in found[-_MOST:] if draft.name_span == span]
    if len(dealt) < 2 or any(draft.grows for draft in dealt):
        return False
    group = _group(page, found[-1].figure.span.end, found[-1].figure.span.end + _FAR)
    ratios = [m for m in group if quantity_of(m).unit.dimension is Dimension.RATIO]
    if len(ratios) != len(dealt) or ratios != group or figure not in ratios:
        return False
    lead = page.says(found[-1].figure.span.end, ratios[0].span.start)
    if not growth_in(lead):
        return False
    of = dealt[ratios.index(figure)]
    of.yoy, of.falls = figure, falls_by(lead)
    of.end = max(of.end, figure.span.end)
    return True


def _group(page: Page, at: int, end: int) -> list[Mention]:
    """The figures behind 分别, up to the first mark that ends their list."""
    group: list[Mention] = []
    for mention in page.within(at, end):
        if not isinstance(mention.value, Quantity):
            continue
        if group and _BROKEN.search(page.says(group[-1].span.end, mention.span.start)):
            break
        group.append(mention)
    return group


def _sharing(phrase: str) -> tuple[list[str], str]:
    """The towns or villages that share what is told: 青禾、云溪两镇|在建项目."""
    phrase = _BEFORE_BODIES.sub("", phrase)
    short, whole = _SHORT_BODIES.fullmatch(phrase), _WHOLE_BODIES.fullmatch(phrase)
    if short:
        kind = "" if short["kind"] in _TRADES else short["kind"]
        return [name + kind for name in _AND.split(short["bodies"])], short["what"]
    return (_AND.split(whole["bodies"]), whole["what"]) if whole else ([], "")


def _names(page: Page, start: int, at: int) -> list[str]:
    """The things listed before 分别, each by its whole name."""
    if _sharing(page.says(start, at))[0]:
        return []
    phrase = page.says(*phrases.before(page, start, at)).removesuffix("同比").removesuffix("环比")
    both = _BOTH.fullmatch(phrase)
    if both:
        return ["城镇" + both["rest"], "农村" + both["rest"]]
    parts = [part for part in _AND.split(phrase) if part]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return []
    last = parts[-1]
    # 城镇、农村居民人均可支配收入: the first lacks what follows 农村.
    return [part + last[2:] if len(part) == 2 and len(last) >= 6 else part for part in parts]


def _draft(figure: Mention, names: list[str], number: int, lead: str, span: Span) -> Draft:
    name, dimension = names[number], quantity_of(figure).unit.dimension
    draft = Draft(figure, name, span, span.start, figure.span.end)
    if dimension is Dimension.RATIO and growth_in(lead):
        draft.grows, draft.falls = True, falls_by(lead)
    elif dimension is Dimension.RATIO:
        draft.name += _rate(lead)
    elif dimension is Dimension.COUNT:
        draft.name += "" if thing_of(name) else thing_of(names[-1])
        draft.counted = draft.name
    return draft


def _rate(lead: str) -> str:
    return lead.removeprefix(EACH).rstrip("的达到为占")
