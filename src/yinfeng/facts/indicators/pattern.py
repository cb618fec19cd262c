"""Indicators: a figure said of a place, a park or a campaign, with its name, period and growth.

全镇实现工业总产值63.42亿元,同比增长12.36% is one record: name, value, growth on the year before.
签约项目5个 and 引进5个项目 are named by what is counted. 亿元以上 in 亿元以上项目6个 is a size
class and part of the name. Figures that belong to a project, a park, a renewal block or a service
case are told here too; joining drops them where such a record holds them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from yinfeng.facts.indicators.drafts import Draft, quantity_of
from yinfeng.facts.indicators.figures import drafts
from yinfeng.facts.indicators.subjects import body_of, subject_of
from yinfeng.facts.items import is_item
from yinfeng.facts.ledgers.grids import row_spans
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.phrases import clause_start
from yinfeng.facts.reigns import its_year
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import (
    Dimension,
    Fact,
    Indicator,
    Mention,
    Period,
    Quantity,
    Status,
    Told,
    Unit,
)

_KINDS = (LineKind.PROSE, LineKind.CAPTION)
_STOCK = re.compile(r"[\s“,，]*(?:目前|现有|现已|现|拥有|已有|共有|有)")
_STANDS = re.compile(
    r"^(?:累计)?(?:入驻|入园|进驻|进区|集聚|落户)(?!率)|^在[谈建]|^(?!新增|拆|腾|盘活|流转|完成|改造|整治|累计).*面积$|^专职|人口$|(?:入驻|出租|配套|覆盖)率$|亿元楼宇?”?$|建成区$|存量$|^(?:重点)?楼宇$"
)
_FIRMS = re.compile(r"(?:规模?以上|规上|限上|高新技术|上市|骨干)[一-龥]{0,4}企业$")
_UP_TO = re.compile(r"截[至止]|[到至].*(?:[月日底末]|目前|止)")
_TO_DATE = re.compile(r"(?:累计|总数)$")
_PER_MU = re.compile(r"亩均|每亩|一亩")
_POINTS = "百分点"
_NEAR = 40
_MONTHS = re.compile(r"^(?:\d{4}年)?(?:\d{1,2}(?:[-—至到]\d{1,2})?月份?)?(?:共|累计)?")
_SUFFIX = re.compile(r"(?:镇|乡|街道|县|市|区|(?:经济|高新)?(?:技术)?(?:产业)?开发区)$")
_SHORT_DONE = re.compile(r"(?:共|累计)?(?:实现|完成)(?=[一-龥]{2})")
_PER_ONE = re.compile(r"每(?P<one>[户人斤吨])|人均(?:月|年)?(?=增收)")


class _Named(NamedTuple):
    """A drafted figure, the sentence that tells it, and the nameless body it is told of."""

    sentence: Sentence
    draft: Draft
    subject: Told[str] | None


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every named figure of the page, sentence by sentence."""
    counted, paragraph = "", -1
    told: list[_Named] = []
    rows = [span.start for span in row_spans(page)]
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            yield from (_indicator(page, scope, *one) for one in told)
            told = []
            counted, paragraph = "", sentence.paragraph
        if not sentence.quantities or sentence.is_tabular or _is_row(sentence, rows):
            continue
        if sentence.line.kind not in _KINDS and not is_item(page, sentence):
            continue
        subject: Told[str] | None = None
        before = [one.draft for one in told[-_NEAR:]]
        for draft in drafts(page, sentence, counted, before):
            counted = draft.counted or counted
            body = body_of(page, draft.name, draft.name_span)
            if body is not None:
                subject, draft.name = body
            draft.name = _without_host(draft.name, scope.host(draft.start))
            told.append(_Named(sentence, draft, subject))
    yield from (_indicator(page, scope, *one) for one in told)


def _without_host(name: str, host: str) -> str:
    """The name without the county that no list knows, and its month: 云泽县1月|新开工项目.

    A town is called by its short name too: 云泽|实现财政总收入.
    """
    if not host or not name.startswith(host):
        done = _SHORT_DONE.match(name, len(short)) if (short := _short(host, name)) else None
        return name[done.end() :] if done else name
    rest = _MONTHS.sub("", name[len(host) :])
    return rest if len(rest) >= 2 else name


def _short(host: str, name: str) -> str:
    """The short name of the host with which a name begins; empty without one."""
    short = _SUFFIX.sub("", host)
    return short if 2 <= len(short) < len(host) and name.startswith(short) else ""


def _is_row(sentence: Sentence, rows: Sequence[int]) -> bool:
    """Whether a sentence is a row of a typed table, whose cells its columns name."""
    at = bisect_left(rows, sentence.span.start)
    return at < len(rows) and rows[at] < sentence.span.end


def _indicator(
    page: Page, scope: Scope, sentence: Sentence, draft: Draft, subject: Told[str] | None
) -> Fact:
    start = max(sentence.span.start, draft.start)
    quote, evidence = page.quoted(start, draft.end)
    mention = _governing(page, scope, sentence, draft)
    period = _period(page, its_year(mention) or mention if draft.of_year and mention else mention)
    status = draft.status or _status(scope, period, _told_status(page, scope, sentence, draft))
    figure = _per_each(page, draft)
    return Indicator(
        host=scope.host(start),
        quote=quote,
        evidence=evidence,
        subject=subject or _sharer(page, draft) or subject_of(page, scope, sentence, draft),
        name=page.told(draft.name, draft.name_span, pattern="indicators"),
        value=None
        if draft.grows
        else page.told(figure, draft.figure.span, status=status, pattern="indicators"),
        period=period,
        yoy=_yoy(page, draft, status),
    )


def _sharer(page: Page, draft: Draft) -> Told[str] | None:
    """The town that shares a list of figures with others: 青禾、云溪两镇…分别为5个、7个."""
    return page.told(draft.of, draft.name_span) if draft.of else None


def _told_status(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Status:
    """How real the words of the figure's own clause say it is."""
    at = draft.figure.span.start
    clause = clause_start(page, min(draft.start, at), at)
    return scope.status(sentence, max(sentence.span.start, clause), max(draft.end, at))


def _status(scope: Scope, period: Told[Period] | None, told: Status) -> Status:
    """How real a figure is: one of a time still to come is wanted, whatever its words."""
    start = period.value.start if period is not None else None
    year, day = scope.anchor.year, scope.anchor.day
    if told is not Status.DONE or start is None or year is None:
        return told
    to_come = start > day if day is not None else start.year > year
    return Status.TARGET if to_come else told


def _per_each(page: Page, draft: Draft) -> Quantity:
    """The figure, told per mu or head where its words say so: 亩均税收30万元, 每户增收2400元."""
    quantity = quantity_of(draft.figure)
    if quantity.unit.name == _POINTS:
        return _as_ratio(quantity)
    if quantity.unit.dimension is not Dimension.MONEY:
        return quantity
    if _PER_MU.search(draft.name) or _PER_MU.search(
        page.says(max(0, draft.start - 4), draft.figure.span.start)
    ):
        return replace(quantity, unit=Unit(f"{quantity.unit.name}/mu", Dimension.RATE))
    each = _PER_ONE.search(draft.name)
    if each is None:
        return quantity
    name = f"{quantity.unit.name}/{each['one'] or '人'}"
    return replace(quantity, unit=Unit(name, Dimension.RATE))


def _as_ratio(points: Quantity) -> Quantity:
    """Percentage points as the ratio that they are: 3.4个百分点 is 0.034."""
    low, high = (None if end is None else end / 100 for end in (points.low, points.high))
    ratio = Unit("", Dimension.RATIO)
    return replace(points, unit=ratio, low=low, high=high, grain=points.grain / 100)


def _yoy(page: Page, draft: Draft, status: Status) -> Told[Quantity] | None:
    mention = draft.figure if draft.grows else draft.yoy
    if mention is None:
        return None
    growth = quantity_of(mention)
    if draft.falls:
        low, high = growth.low, growth.high
        growth = replace(
            growth,
            low=-high if high is not None else None,
            high=-low if low is not None else None,
        )
    return page.told(growth, mention.span, status=status, pattern="indicators")


def _governing(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Mention | None:
    """The period of a figure; one that only says what there is now takes none from afar."""
    period = scope.period(sentence, draft.figure.span.start)
    if period is None:
        return None
    told = period.value
    assert isinstance(told, Period)
    stands = draft.bare or (draft.part and _FIRMS.match(draft.name) is not None)
    if stands or _STANDS.search(draft.name):
        is_bound = period.span.start >= sentence.span.start
        is_told_to = is_bound and told.end is not None and not draft.bare
        if is_told_to and _UP_TO.match(page.text.says(period.span)):
            return period._replace(value=replace(told, start=None))
        is_bound = is_bound and told.start is None
        return period if is_bound or period.span.start >= draft.start else None
    is_stock = _FIRMS.search(draft.name) and _UP_TO.match(page.text.says(period.span))
    if (is_stock or _TO_DATE.search(draft.name)) and told.end is not None:
        return period._replace(value=replace(told, start=None))
    lead = page.says(draft.start, draft.figure.span.start)
    return None if period.span.start < draft.start and _STOCK.match(lead) else period


def _period(page: Page, mention: Mention | None) -> Told[Period] | None:
    if mention is None or not isinstance(mention.value, Period) or not mention.value.is_resolved:
        return None
    return page.told(mention.value, mention.span)
