"""Indicators: a figure said of a place, a park or a campaign, with its name, period and growth.

全镇实现工业总产值56.58亿元,同比增长17.49% is one record: name, value, growth on the year before.
签约项目5个 and 引进5个项目 are named by what is counted. 亿元以上 in 亿元以上项目6个 is a size class
and part of the name. Figures that belong to a project, a park, a renewal block or a service case
are told here too; joining drops them where such a record holds them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from yinfeng.facts import phrases
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon import words
from yinfeng.text import LineKind
from yinfeng.values import (
    Bound,
    Dimension,
    Fact,
    Indicator,
    Mention,
    Name,
    NameKind,
    Period,
    Quantity,
    Span,
    Status,
    Told,
)

_GROWTH = re.compile(
    r"(?P<on>同比|环比|比(?:上年|去年|上一年)(?:同期)?|较(?:上年|去年|上一年)(?:同期)?|同口径)?"
    r"(?:名义|实际|净|大幅|可比口径)?"
    r"(?P<way>增长|增幅|增速|提高|上升|增加|提升|翻|下降|减少|回落|降低|下滑|负增长)"
    r"(?:了|达到|达|为|约|率为|率达|超过|超|近)?$"
)
_MEAN = re.compile(r"(?:年均|平均)(?:增长|增速|增幅|递增)(?:率)?(?:达到|达|为|约|超过|超|近)?$")
_FALL = re.compile(r"下降|减少|回落|降低|下滑|负增长")
_SIZE_CLASS = re.compile(r"(?:的)?[^,，。;；、\d]{0,10}?(?:项目|企业|工程)")
_ORDINARY = (Dimension.MONEY, Dimension.AREA, Dimension.RATIO, Dimension.RATE)
_SUBJECTS = (NameKind.PARK, NameKind.VILLAGE, NameKind.STATION, NameKind.BUILDING)
_VERB_ONLY = words.pattern("verb_only")
_RATES = re.compile(rf"^{words.one_of('rates')}$")
_ASIDES = words.pattern("asides")
_COUNTED = words.pattern("counted")
_HAN_NUMBER = re.compile(r"[一二两三四五六七八九十]")


@dataclass
class _Draft:
    """One figure of a sentence on its way to an indicator."""

    figure: Mention
    name: str
    name_span: Span
    start: int
    end: int
    yoy: Mention | None = None
    falls: bool = False


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every named figure of the page, sentence by sentence."""
    for sentence in page.sentences:
        if sentence.quantities and sentence.line.kind in (LineKind.PROSE, LineKind.CAPTION):
            for draft in _drafts(page, sentence):
                fact = _indicator(page, scope, sentence, draft)
                if fact is not None:
                    yield fact


def _drafts(page: Page, sentence: Sentence) -> list[_Draft]:
    drafts: list[_Draft] = []
    floor = sentence.span.start
    verb = ""
    for figure in sentence.quantities:
        quantity = figure.value
        assert isinstance(quantity, Quantity)
        start = phrases.clause_start(page, floor, figure.span.start)
        lead = page.says(start, figure.span.start)
        if quantity.unit.name == "百分点" or _is_size_class(page, figure):
            continue
        if quantity.unit.dimension is Dimension.RATIO and _grows(lead, drafts, figure):
            floor = figure.span.end
            continue
        draft = _named(page, sentence, figure, start, verb, drafts)
        floor = figure.span.end
        if draft is not None:
            drafts.append(draft)
            verb = _verb(draft.name) or (verb if page.says(start - 1, start) == "、" else "")
    return drafts


def _is_size_class(page: Page, figure: Mention) -> bool:
    """Whether the figure only sorts what is counted: 亿元以上项目, 超亿美元项目, 世界500强."""
    quantity = figure.value
    assert isinstance(quantity, Quantity)
    return (
        quantity.unit.dimension is Dimension.MONEY
        and quantity.bound in (Bound.AT_LEAST, Bound.RANGE, Bound.AT_MOST)
        and _SIZE_CLASS.match(page.text.clean, figure.span.end) is not None
    )


def _grows(lead: str, drafts: list[_Draft], figure: Mention) -> bool:
    """Whether a ratio is the growth of the figure before it, which then takes it."""
    match = _GROWTH.search(lead)
    if not match or _MEAN.search(lead) or not drafts or drafts[-1].yoy is not None:
        return False
    if len(lead[: match.start()].strip("，,、(（ ")) > 1:
        return False
    previous = drafts[-1]
    previous.yoy, previous.falls = figure, bool(_FALL.search(match["way"]))
    previous.end = figure.span.end
    return True


def _named(
    page: Page, sentence: Sentence, figure: Mention, start: int, verb: str, drafts: list[_Draft]
) -> _Draft | None:
    clean = page.text.clean
    listed = clean.rfind("、", start, figure.span.start)
    from_ = listed + 1 if listed >= start and not _inside(page, listed) else start
    ahead = phrases.before(page, from_, figure.span.start)
    behind = phrases.after(page, figure.span.end, sentence.span.end)
    quantity = figure.value
    assert isinstance(quantity, Quantity)
    before = page.says(*ahead)
    if _VERB_ONLY.match(before) and behind.end > behind.start:
        name = before.lstrip("以与和由") + page.says(*behind)
        return _Draft(figure, name, behind, start, behind.end)
    if quantity.unit.dimension is Dimension.COUNT and _counts_what_follows(page, figure, behind):
        return _Draft(figure, page.says(*behind), behind, start, behind.end)
    if not before:
        return None
    if _RATES.match(before) and drafts:
        before = drafts[-1].name + before
    elif listed >= start and verb and len(before) < 12:
        before = verb + before
    return _Draft(figure, before, ahead, start, figure.span.end)


def _inside(page: Page, at: int) -> bool:
    """Whether the mark at *at* lies inside a name or a quotation."""
    return any(
        m.span.start < at < m.span.end for m in page.mentions_around(at) if type(m.value) is Name
    )


def _counts_what_follows(page: Page, figure: Mention, behind: Span) -> bool:
    """Whether the noun after the figure is what it counts: 拥有5家骨干企业."""
    return behind.end - behind.start >= 2 and page.says(*behind)[0] not in "多余以左"


def _verb(name: str) -> str:
    match = re.match(words.one_of("counting_verbs"), name)
    return match.group() if match else ""


def _indicator(page: Page, scope: Scope, sentence: Sentence, draft: _Draft) -> Fact | None:
    quantity = draft.figure.value
    assert isinstance(quantity, Quantity)
    name = draft.name.strip("“”\"' 的")
    if not _belongs(page, sentence, draft, name, quantity):
        return None
    start = max(sentence.span.start, draft.start)
    quote, evidence = page.quoted(start, draft.end)
    status = scope.status(sentence, start, draft.end)
    period = scope.period(sentence, draft.figure.span.start)
    subject, subject_span = _subject(page, scope, sentence, draft)
    return Indicator(
        host=scope.host(start),
        quote=quote,
        evidence=evidence,
        subject=page.told(subject, subject_span) if subject else None,
        name=page.told(name, draft.name_span),
        value=_value(page, draft, quantity, status),
        period=_period(page, period),
        yoy=_yoy(page, draft),
    )


def _belongs(page: Page, sentence: Sentence, draft: _Draft, name: str, value: Quantity) -> bool:
    if len(name) < 2 or len(name) > 36 or value.is_range:
        return False
    if value.unit.dimension in (Dimension.OTHER, Dimension.NUMBER):
        return False
    if _ASIDES.search(sentence.says):
        return False
    if value.unit.dimension in _ORDINARY:
        return True
    says = page.says(*draft.figure.span)
    if _HAN_NUMBER.match(says) and value.figure <= Decimal(12):
        return _COUNTED.search(name) is not None and len(name) > 2
    if value.unit.dimension is Dimension.TIME:
        return _COUNTED.search(name) is not None
    return True


def _value(page: Page, draft: _Draft, quantity: Quantity, status: Status) -> Told[Quantity]:
    return page.told(quantity, draft.figure.span, status=status, pattern="indicators")


def _yoy(page: Page, draft: _Draft) -> Told[Quantity] | None:
    if draft.yoy is None or not isinstance(draft.yoy.value, Quantity):
        return None
    growth = draft.yoy.value
    if draft.falls:
        low, high = growth.low, growth.high
        growth = replace(
            growth,
            low=-high if high is not None else None,
            high=-low if low is not None else None,
        )
    return page.told(growth, draft.yoy.span)


def _period(page: Page, mention: Mention | None) -> Told[Period] | None:
    if mention is None or not isinstance(mention.value, Period) or not mention.value.is_resolved:
        return None
    return page.told(mention.value, mention.span)


def _subject(page: Page, scope: Scope, sentence: Sentence, draft: _Draft) -> tuple[str, Span]:
    """Who the figure is said of: a park or village that opens its clause, else the host."""
    for mention in reversed(sentence.names):
        if mention.span.end > draft.figure.span.start or not isinstance(mention.value, Name):
            continue
        if mention.value.kind in _SUBJECTS:
            return mention.value.text, mention.span
    return scope.host(sentence.span.start), draft.name_span
