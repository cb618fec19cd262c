"""The day of a project's stage: told before it, or in the sentence that it goes on from."""

import re
from datetime import timedelta

from yinfeng.facts.engagements.event_words import day_above
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.projects.regions import Region
from yinfeng.facts.stages import ORDER
from yinfeng.values import Grain, Mention, Period, Term, Told

_TALKED_OF = frozenset(("visited", "negotiating", "finalising"))
_THEN = re.compile(
    r"\s*(?:洽谈会上|推介会上|其间|期间|当天|当日|会上|仪式上|现场|活动中|活动现场|会议期间|座谈会上|分会场|主会场|双方)"
)
_VAGUE = re.compile(r"年[内初底末]$")
_DAYS = (Grain.DAY, Grain.TENDAYS, Grain.MONTH, Grain.YEAR)


def day_of(page: Page, region: Region, stage: Mention, key: str) -> Told[Period] | None:
    """The last day told before a stage, else that of the sentence it goes on from."""
    if isinstance(stage.value, Term) and stage.value.key != key:
        return None
    low = max(region.sentence.span.start, stage.span.start - 70)
    if stage.span.start > region.sentence.span.end:
        low = max(region.sentence.span.end, stage.span.start - 40)
    elif (
        region.named.group is None
        and region.own.start > low
        and stage.span.start > region.own.start
    ):
        near = last_day(page, region.own.start, stage.span.start)
        if near is not None:
            return near
    if region.named.group is None and not region.is_joined:
        low = max(low, min(region.context.start, stage.span.start))
    near = last_day(page, low, stage.span.start)
    if near is not None or ORDER.index(key) > ORDER.index("signed"):
        return near
    sentence = region.sentence
    then = _THEN.match(page.text.clean, sentence.span.start) is not None
    if then or key in _TALKED_OF:
        for previous in page.before(sentence, 3):
            if previous.paragraph != sentence.paragraph and not then:
                break
            first = first_day(page, previous)
            if first is not None:
                return first
        above = day_above(page, sentence) if key != "finalising" else None
        if above is not None and isinstance(above.value, Period):
            return page.told(_first_of(above.value), above.span)
    return None


def last_day(page: Page, start: int, end: int) -> Told[Period] | None:
    """The last day, month or year told between two offsets; the first day of a short trip."""
    for mention in reversed(page.within(start, end)):
        value = mention.value
        if not isinstance(value, Period) or value.start is None:
            continue
        if page.says(*mention.span).startswith("后年"):
            continue
        if value.grain in _DAYS and not _VAGUE.match(page.says(*mention.span)):
            return page.told(value, mention.span)
        if _is_trip(value):
            return page.told(_first_of(value), mention.span)
    return None


def _is_trip(value: Period) -> bool:
    """Whether a time is a few days together: 5月6日至8日."""
    return (
        value.start is not None
        and value.end is not None
        and timedelta(1) < value.end - value.start <= timedelta(10)
        and value.grain is Grain.SPAN
    )


def _first_of(value: Period) -> Period:
    if value.grain is Grain.DAY or value.start is None:
        return value
    return Period(value.start, value.start + timedelta(1), Grain.DAY)


def first_day(page: Page, sentence: Sentence) -> Told[Period] | None:
    """The first day that a sentence tells."""
    for mention in sentence.periods:
        value = mention.value
        if not isinstance(value, Period) or value.start is None:
            continue
        if value.grain is Grain.DAY or _is_trip(value):
            return page.told(_first_of(value), mention.span)
    return None
