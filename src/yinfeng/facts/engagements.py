"""Engagements: trips out, visits in, exchanges, ceremonies, meetings, study trips.

The sentence that an event is seen in opens the record; the sentences after it that go on about it
(会上, 先后观摩了, …参加) give more people and guests. Routines (每周例会), invitations and plans to
go are none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.facts.event_words import day_of, first_day, is_day, project_in
from yinfeng.facts.gatherings import ceremony, meeting
from yinfeng.facts.offices import body_kind, body_text, is_title, officers, whole_name
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.facts.sightings import LEADERS, Sighting, bodies_in, to_stop
from yinfeng.facts.trips import arrival, exchange, trip
from yinfeng.text import LineKind
from yinfeng.values import Engagement, Period, Person, Span, Told

_TRIGGER = re.compile(
    r"赴|前往|拜访|拜会|走访|一行|来访|接待|仪式|签约|开园|揭牌|奠基|会(?!员|计|同)|交流|对接|学习|参观|考察|调研|到|去了|典礼|集中开工"
)
_ROUTINE = re.compile(r"每(?:周|月|天|日|季|半月|年)|定期|经常|常态化|轮流|例行|每逢|多次召开")
_UNREAL = re.compile(
    r"邀请|欢迎(?!会)|(?:将|计划|拟|准备|要|可)(?:赴|前往|到|组织|召开|举行|举办|走进)|鼓励|力争|希望|如果"
)
_GOES_ON = re.compile(
    r"会上|会议|仪式上|活动|现场|出席|参加|主持|致辞|讲话|陪同|接待|推介|发言|宣布|先后(?:观摩|参观|走访|考察)"
    r"|实地(?:参观|查看|考察|走访)|座谈|双方|随后|期间|介绍|签约|一行"
)
_JOINING = re.compile(r"[^,，。;；]{2,40}?(?:参加|出席|与会|参会|列席)")
_HEADED = re.compile(
    r"(?:率|带领|组织)[^,，。]{0,6}?\d+(?:多|余)?[名位](?P<title>[一-龥]{2,6}?)(?=到|赴|来|前|走|参)"
)
_PRESENT = ("负责人", "企业家", "教授", "专家")
_AFTERS = 4
_SEEN = (arrival, trip, exchange, ceremony, meeting)


class Event(NamedTuple):
    """An event and the sentences that tell of it, the opening one first."""

    sighting: Sighting
    sentences: tuple[Sentence, ...]


def read(page: Page, scope: Scope) -> Iterator[Engagement]:
    """Every engagement that the page tells of."""
    taken: set[int] = set()
    for sentence in page.sentences:
        if sentence.span.start in taken:
            continue
        sighting = _sighted(page, scope, sentence)
        if sighting is None:
            continue
        event = Event(sighting, (sentence, *_further(page, scope, sentence, sighting)))
        taken.update(s.span.start for s in event.sentences)
        fact = _fact(page, scope, event)
        if fact is not None:
            yield fact


def _sighted(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    if not _TRIGGER.search(sentence.says) or _ROUTINE.search(sentence.says):
        return None
    if sentence.line.kind in (LineKind.TITLE, LineKind.HEADING, LineKind.CAPTION):
        return None
    for see in _SEEN:
        sighting = see(page, scope, sentence)
        if sighting is not None and not _is_unreal(page, sentence, sighting.at):
            return sighting
    return None


def _is_unreal(page: Page, sentence: Sentence, at: int) -> bool:
    clean = page.text.clean
    start = max(clean.rfind(mark, sentence.span.start, at) for mark in "。;；,，")
    return bool(_UNREAL.search(clean, max(sentence.span.start, start + 1), at + 4))


def _further(page: Page, scope: Scope, opening: Sentence, sighting: Sighting) -> Iterator[Sentence]:
    """The sentences after the opening one that go on about its event."""
    for count, sentence in enumerate(page.after(opening)):
        if count >= _AFTERS or sentence.paragraph - opening.paragraph > 2:
            return
        if not _GOES_ON.search(sentence.says) or sentence.line.kind is not opening.line.kind:
            return
        if any(is_day(m) for m in sentence.periods):
            return
        if sighting.type != "ceremony" and _sighted(page, scope, sentence) is not None:
            return
        yield sentence


def _fact(page: Page, scope: Scope, event: Event) -> Engagement | None:
    sighting, opening = event.sighting, event.sentences[0]
    people, guests = _people(page, scope, event), _guests(page, scope, event)
    date = day_of(page, scope, opening, sighting.at)
    if not (people or guests or (date and sighting.place)):
        return None
    end = to_stop(page, sighting.at, opening.span.end)
    quote, evidence = page.quoted(opening.span.start, max(end, event.sentences[-1].span.end - 1))
    project = project_in(page, sighting.after, end)
    return Engagement(
        host=scope.host(sighting.at),
        quote=quote,
        evidence=evidence,
        date=_told_date(page, date.value, date.span) if date else None,
        type=page.told(sighting.type, Span(sighting.at, end), pattern="engagement"),
        people=people,
        counterparts=guests,
        place=_told_words(page, sighting.place),
        project=page.told(project[0], project[1], pattern="engagement") if project else None,
        purpose=_told_words(page, sighting.purpose),
    )


def _told_date(page: Page, period: object, span: Span) -> Told[Period] | None:
    if not isinstance(period, Period):
        return None
    return page.told(first_day(period), span, pattern="engagement")


def _told_words(page: Page, span: Span | None) -> Told[str] | None:
    return page.told(page.says(*span), span, pattern="engagement") if span else None


def _people(page: Page, scope: Scope, event: Event) -> Told[tuple[Person, ...]] | None:
    """Everyone named as taking part, then those who are only described."""
    found: dict[Person, Span] = {}
    named: set[str] = set()
    for sentence in event.sentences:
        for officer in officers(page, scope, sentence):
            if officer.name not in named:
                named.add(officer.name)
                found[Person(officer.name, officer.title)] = officer.span
        for title, span in _described(page, sentence, event.sighting):
            found.setdefault(Person("", title), span)
    if not found:
        return None
    return page.told(tuple(found), *found.values(), pattern="engagement")


def _described(page: Page, sentence: Sentence, sighting: Sighting) -> Iterator[tuple[str, Span]]:
    clean, (start, end) = page.text.clean, sentence.span
    if start <= sighting.at < end and sighting.type not in ("ceremony", "meeting"):
        for match in LEADERS.finditer(clean, start, sighting.at):
            if match["title"] not in ("考察团", "代表团", "招商小分队", "党政代表团"):
                yield match["title"], Span(*match.span("title"))
    for match in _HEADED.finditer(clean, start, end):
        yield match["title"], Span(*match.span("title"))
    for match in _JOINING.finditer(clean, start, end):
        for title in sentence.terms:
            is_inside = match.start() <= title.span.start and title.span.end <= match.end()
            if is_inside and is_title(title) and _stands_alone(page, title.span):
                yield page.says(*title.span), title.span


def _stands_alone(page: Page, title: Span) -> bool:
    says = page.says(*title)
    return says.endswith(_PRESENT) and page.says(title.end, title.end + 2) in (
        "参加",
        "出席",
        "参会",
        "列席",
    )


def _guests(page: Page, scope: Scope, event: Event) -> Told[tuple[str, ...]] | None:
    """The bodies visited, met, or come; at a ceremony those who sign or move in."""
    found: dict[str, Span] = {}
    sighting = event.sighting
    for sentence in event.sentences:
        start = sentence.span.start
        if start <= sighting.at and sighting.type in ("visit_out", "study"):
            start = sighting.after
        for mention in bodies_in(page, scope, start, sentence.span.end):
            name = whole_name(page, body_text(mention), body_kind(mention), "")
            found.setdefault(name, mention.span)
    if not found:
        return None
    return page.told(tuple(found), *found.values(), pattern="engagement")
