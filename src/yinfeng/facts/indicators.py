"""Indicators: a figure said of a place, a park or a campaign, with its name, period and growth.

全镇实现工业总产值56.58亿元,同比增长17.49% is one record: name, value, growth on the year before.
签约项目5个 and 引进5个项目 are named by what is counted. 亿元以上 in 亿元以上项目6个 is a size
class and part of the name. Figures that belong to a project, a park, a renewal block or a service
case are told here too; joining drops them where such a record holds them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from yinfeng.facts.figures import Draft, drafts
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import (
    Dimension,
    Fact,
    Indicator,
    Mention,
    Name,
    NameKind,
    Period,
    Quantity,
    Status,
    Told,
    Unit,
)

_SUBJECTS = (NameKind.PARK, NameKind.VILLAGE, NameKind.STATION, NameKind.BUILDING)
_KINDS = (LineKind.PROSE, LineKind.CAPTION)
_COUNTING_HEAD = re.compile(r"[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]\D{2,12}[0-9]+[个家]$")
_BACK = re.compile(
    r"[\s“]*(?:目前|现|如今|去年|今年)?[,，]?(?:园区|该园|园内|该村|村里|村集体|基地|该基地|该站|联络站|小镇)"
)
_WHOLE = re.compile(
    r"全(?:镇|区|县|街道|市|乡)|我(?:镇|区|县|街道)|该(?:镇|区|县|街道)|(?<![一-龥])(?:镇|街道)(?=[一-龥])"
)
_STOCK = re.compile(r"[\s“,，]*(?:目前|现有|现已|现|拥有|已有|共有|有)")
_PER_MU = re.compile(r"亩均|每亩|一亩")


def read(page: Page, scope: Scope) -> Iterator[Fact]:
    """Every named figure of the page, sentence by sentence."""
    for sentence in page.sentences:
        if not sentence.quantities or sentence.is_tabular:
            continue
        if sentence.line.kind not in _KINDS and not _COUNTING_HEAD.match(sentence.says):
            continue
        for draft in drafts(page, sentence):
            yield _indicator(page, scope, sentence, draft)


def _indicator(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Fact:
    start = max(sentence.span.start, draft.start)
    quote, evidence = page.quoted(start, draft.end)
    subject = _subject(page, scope, sentence, draft)
    status = scope.status(sentence, start, draft.end)
    figure = _per_mu(draft)
    return Indicator(
        host=scope.host(start),
        quote=quote,
        evidence=evidence,
        subject=subject,
        name=page.told(draft.name, draft.name_span, pattern="indicators"),
        value=None
        if draft.grows
        else page.told(figure, draft.figure.span, status=status, pattern="indicators"),
        period=_period(page, _governing(page, scope, sentence, draft)),
        yoy=_yoy(page, draft, status),
    )


def _per_mu(draft: Draft) -> Quantity:
    """The figure, told per mu where its name says so: 亩均税收30万元."""
    quantity = draft.figure.value
    assert isinstance(quantity, Quantity)
    if quantity.unit.dimension is Dimension.MONEY and _PER_MU.search(draft.name):
        return replace(quantity, unit=Unit(f"{quantity.unit.name}/mu", Dimension.RATE))
    return quantity


def _yoy(page: Page, draft: Draft, status: Status) -> Told[Quantity] | None:
    mention = draft.figure if draft.grows else draft.yoy
    if mention is None or not isinstance(mention.value, Quantity):
        return None
    growth = mention.value
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
    lead = page.says(draft.start, draft.figure.span.start)
    if period is not None and period.span.start < draft.start and _STOCK.match(lead):
        return None
    return period


def _period(page: Page, mention: Mention | None) -> Told[Period] | None:
    if mention is None or not isinstance(mention.value, Period) or not mention.value.is_resolved:
        return None
    return page.told(mention.value, mention.span)


def _subject(page: Page, scope: Scope, sentence: Sentence, draft: Draft) -> Told[str] | None:
    """Who the figure is said of: a park or village that opens its clause or is still the topic."""
    for start in (draft.start, sentence.span.start):
        for mention in _opening(page, start, draft.figure.span.start):
            name = mention.value
            assert isinstance(name, Name)
            if name.kind in _SUBJECTS:
                return page.told(name.text, mention.span)
    topic = _topic(page, sentence, draft)
    if topic is not None and isinstance(topic.value, Name):
        return page.told(topic.value.text, topic.span)
    host = scope.host(sentence.span.start)
    return page.told(host, draft.name_span) if host else None


def _topic(page: Page, sentence: Sentence, draft: Draft) -> Mention | None:
    """The park or village that 园区, 该村 or an earlier opening of the paragraph speaks of."""
    lead = page.says(sentence.span.start, draft.figure.span.start)
    back = _BACK.match(lead)
    for previous in page.before(sentence, 6):
        if previous.paragraph != sentence.paragraph and not back:
            return None
        for mention in reversed(previous.names):
            name = mention.value
            if not isinstance(name, Name) or name.kind not in _SUBJECTS:
                continue
            opens = page.says(previous.span.start, mention.span.start).strip(" “,，、") == ""
            if back or (opens and not _WHOLE.search(lead)):
                return mention
        if not back and _WHOLE.search(previous.says):
            return None
    return None


def _opening(page: Page, start: int, end: int) -> Iterator[Mention]:
    """The body that stands at *start*, past times and marks; none if another word opens."""
    while start < end:
        leaders = page.leaders_at(start)
        if leaders and isinstance(leaders[0].value, Name):
            yield leaders[0]
            return
        if leaders:
            start = leaders[0].span.end
        elif page.says(start, start + 1) in " ,，、“其中":
            start += 1
        else:
            return
