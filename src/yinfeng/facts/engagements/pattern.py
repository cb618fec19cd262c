"""Engagements: trips out, visits in, exchanges, ceremonies, meetings, study trips.

The sentence that an event is seen in opens the record; the sentences after it that go on about it
(会上, 先后观摩了, …参加) give more people and guests. Routines (每周例会), invitations and plans to
go are none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from yinfeng.facts.engagements.arrivals import arrival
from yinfeng.facts.engagements.attendance import Event, people_of, titles_of
from yinfeng.facts.engagements.courses import (
    TRAVELS_ON,
    comes_back,
    goes_on,
    is_next_stop,
    is_other,
    opens_anew,
    signs_report,
)
from yinfeng.facts.engagements.event_places import place_of
from yinfeng.facts.engagements.event_words import day_of, first_day, is_day, project_in, tells_a_day
from yinfeng.facts.engagements.gatherings import (
    LATELY,
    ceremony,
    meeting,
    report,
    subject_of,
)
from yinfeng.facts.engagements.guests import guests_of
from yinfeng.facts.engagements.purposes import purpose_of
from yinfeng.facts.engagements.road_stops import road_stop
from yinfeng.facts.engagements.sightings import Sighting, to_stop, trimmed
from yinfeng.facts.engagements.talks import talk
from yinfeng.facts.engagements.trips import exchanges, reception, trip
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.text import LineKind
from yinfeng.values import Engagement, Period, Person, Span, Status, Told

_TRIGGER = re.compile(
    r"赴|前往|拜访|拜会|走访|一行|来访|接待|仪式|签[约订署下]|洽谈|开园|揭牌|奠基|会(?!员|计|同)|交流"
    r"|对接|学习|参观|考察|调研|到|南下|北上|抵达|深入|接待|回访|动工|奠基|开园"
    r"|第[一二三四五六]站|开工|投产|去|探讨|磋商|座谈|典礼|集中开工|见了|碰|迎来|会谈|他们来|谈了|聊了"
)
_ROUTINE = re.compile(
    r"每(?:周|月|天|日|季|半月|年)(?!.*先后)|定期|经常|常态化|轮流|例行|每逢|多次召开|连日来[,，]"
    r"|外出招商(?:活动)?\d+(?:余|多)?[次批]"
)
_UNREAL = re.compile(
    r"邀请(?![^,，。;；]{0,40}(?:召开|举行|举办|召集))|欢迎(?!会)|[诚盛力]邀|(?:将|计划|拟|准备|要|可)(?:于[^,，。;；]{1,12})?(?:带队|率队|率团|组团)?(?:赴|前往|到|组织|召开|举行|举办|走进)|鼓励"
    r"|力争|希望|如果|从[^,，。]{0,12}(?:第一次|首次)"
)
_ORDERED = re.compile(
    r"接受[^,，。;；]{0,24}邀请|交办[:：]|责成|【?预告】?|^\s*(?:记者|走进)|记者(?:来到|走进|在)"
)
_TO_BE_HELD = re.compile(
    r"(?:仪式|大会|会议?|活动)(?:将|拟|计划|定)(?:于|在)|将(?:于|在)[^,，。]{2,16}(?:举行"
    r"|召开|举办)"
)
_RESUMES = re.compile(
    r"\s*(?:仪式上|会上|活动现场|活动中|会议就|会议围绕|座谈会上|推介会上|签约仪式上)"
)
_TASKS = re.compile(
    r"[,，](?P<tasks>(?:认真|全面|系统)?(?:总结|部署|安排|研究|专题研究|分析|听取|梳理|学习"
    r"|传达|贯彻|通报|研判|商讨|动员)"
    r"[^。;；]{4,60})"
)
_ABOUT = re.compile(r"会议(?P<about>(?:就|围绕)[^。;；]{6,100})")
_SIGNED = re.compile(r"签[订署](?P<what>[^,，。;；]{2,20}?(?:协议|合同))")
_WENT_ON = re.compile(
    r"\s*[^,，。;；]{0,12}[,，](?:又|还|再次|随后|接着|再)(?:到|赴|前往|来到|拜访|走访|考察)"
    r"|\s*(?:当天|当日)?(?:上午|下午|晚上|傍晚|次日|第二天|随后|接着)[,，](?:又|还)?(?:到|赴|前往|来到|拜访|走访|考察|参观)"
)
_AFTERS, _SIGNERS = 8, 14


def read(page: Page, scope: Scope) -> Iterator[Engagement]:
    """Every engagement that the page tells of."""
    taken: set[int] = set()
    titles: Mapping[str, str] | None = None
    last: tuple[int, Told[tuple[Person, ...]] | None] = (-1, None)
    for sentence in page.sentences:
        if sentence.span.start in taken:
            continue
        for sighting in _sightings(page, scope, sentence):
            sentences = (sentence, *_further(page, scope, sentence, sighting))
            sentences += _signing_before(page, sentence, sighting)
            titles = titles_of(page, scope) if titles is None else titles
            fact = _fact(page, scope, Event(sighting, sentences), titles)
            if fact is not None:
                taken.update(s.span.start for s in sentences)
                if last[0] == sentence.paragraph and _leaves_out_who(fact, sentence):
                    fact = replace(fact, people=last[1])
                last = (sentence.paragraph, fact.people)
                yield fact


def _leaves_out_who(fact: Engagement, sentence: Sentence) -> bool:
    """Whether those of the event before went on without being named again: 4月9日,又到杭州…."""
    return fact.people is None and _WENT_ON.match(sentence.says) is not None


def _signing_before(page: Page, opening: Sentence, sighting: Sighting) -> tuple[Sentence, ...]:
    """The sentence before that tells what was signed at a ceremony which has no name: 签约仪式."""
    if sighting.type != "ceremony" or sighting.name is None or not _is_bare(page, sighting.name):
        return ()
    return tuple(
        earlier
        for earlier in page.before(opening, 1)
        if earlier.paragraph == opening.paragraph and _SIGNED.search(earlier.says)
    )


def _sightings(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Sighting]:
    if not _TRIGGER.search(sentence.says) or _is_intended(scope, sentence):
        return
    told = report(page, sentence)
    if told is not None:
        yield told
    elif not _is_headline(sentence) and not _ROUTINE.search(sentence.says):
        yield from _in_prose(page, scope, sentence)


def _is_headline(sentence: Sentence) -> bool:
    """Whether a line only announces what is told below it; an entry of a calendar tells itself."""
    if sentence.line.kind not in _HEADLINES:
        return False
    return sentence.line.kind is LineKind.CAPTION or not any(map(is_day, sentence.periods))


_HEADLINES = (LineKind.TITLE, LineKind.HEADING, LineKind.CAPTION)


def _in_prose(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Sighting]:
    found = (
        road_stop(page, scope, sentence)
        or arrival(page, scope, sentence)
        or trip(page, scope, sentence)
    )
    if found is not None and not _is_unreal(page, sentence, found.at):
        yield found
        return
    talks = [s for s in exchanges(page, scope, sentence) if not _is_unreal(page, sentence, s.at)]
    if talks:
        yield from talks
        return
    for see in (reception, ceremony, meeting, talk):
        found = see(page, scope, sentence)
        if found is not None and not _is_unreal(page, sentence, found.at):
            yield found
            return


def _is_intended(scope: Scope, sentence: Sentence) -> bool:
    """Whether a sentence stands among what is only planned and tells no day: 二季度计划:…赴…."""
    if any(map(is_day, sentence.periods)) or tells_a_day(sentence):
        return False
    return scope.moods.get(sentence.span.start, Status.DONE) is not Status.DONE


def _is_unreal(page: Page, sentence: Sentence, at: int) -> bool:
    clean = page.text.clean
    if _ORDERED.search(sentence.says) or _TO_BE_HELD.search(clean, at, sentence.span.end):
        return True
    start = max(clean.rfind(mark, sentence.span.start, at) for mark in "。;；,，")
    return bool(_UNREAL.search(clean, max(sentence.span.start, start + 1), at + 4))


def _further(page: Page, scope: Scope, opening: Sentence, sighting: Sighting) -> Iterator[Sentence]:
    """The sentences after the opening one that go on about its event."""
    is_signing = sighting.type == "ceremony" and "签约" in opening.says
    is_broken = False
    stop: Sentence | None = None
    for count, sentence in enumerate(page.after(opening)):
        if is_next_stop(sentence, opening, sighting):
            stop = sentence
            yield sentence
            continue
        if stop is not None and sentence.paragraph == stop.paragraph:
            if any(map(is_day, sentence.periods)):
                return
            yield sentence
            continue
        if count >= (_SIGNERS if is_signing else _AFTERS) or opens_anew(sentence):
            return
        resumes = bool(_RESUMES.match(sentence.says))
        resumes = resumes or (count == 0 and signs_report(opening, sentence))
        resumes = resumes or comes_back(sentence, opening, sighting)
        follows = goes_on(sentence, opening, is_signing=is_signing) and not is_broken
        if not (resumes or follows):
            is_broken = not is_signing
            continue
        if not (resumes or TRAVELS_ON.match(sentence.says)) and is_other(
            sentence, sighting, list(_sightings(page, scope, sentence))
        ):
            return
        yield sentence


def _fact(page: Page, scope: Scope, event: Event, titles: Mapping[str, str]) -> Engagement | None:
    sighting, opening = event.sighting, event.sentences[0]
    people = people_of(page, scope, event, titles)
    guests = guests_of(page, scope, sighting, event.sentences)
    date = day_of(page, scope, opening, sighting.at)
    is_named = sighting.type in ("ceremony", "meeting") and sighting.name is not None
    is_dated = date is not None or tells_a_day(opening) or LATELY.search(opening.says) is not None
    is_held = is_dated and (sighting.place or is_named)
    if not (people or guests or is_held or (sighting.place and is_named)):
        return None
    end = to_stop(page, sighting.at, opening.span.end)
    quote, evidence = page.quoted(opening.span.start, max(end, _last(event)))
    return Engagement(
        host=scope.host(sighting.at),
        quote=quote,
        evidence=evidence,
        date=_told_date(page, date.value, date.span) if date else None,
        type=page.told(sighting.type, Span(sighting.at, end), pattern="engagement"),
        people=people,
        counterparts=page.told(tuple(guests), *guests.values(), pattern="engagement")
        if guests
        else None,
        place=_told_words(page, place_of(page, sighting, event.sentences)),
        project=_project(page, scope, event, end),
        purpose=_told_words(page, _purpose(page, scope, event)),
    )


def _last(event: Event) -> int:
    """Where the quote ends: with the sentences of the paragraph that the event is told in."""
    opening = event.sentences[0]
    near = [s for s in event.sentences[:3] if s.paragraph == opening.paragraph]
    return near[-1].span.end - 1


def _told_date(page: Page, period: object, span: Span) -> Told[Period] | None:
    if not isinstance(period, Period):
        return None
    return page.told(first_day(period), span, pattern="engagement")


def _told_words(page: Page, span: Span | None) -> Told[str] | None:
    return page.told(page.says(*span), span, pattern="engagement") if span else None


def _project(page: Page, scope: Scope, event: Event, end: int) -> Told[str] | None:
    sighting, opening = event.sighting, event.sentences[0]
    if sighting.type == "ceremony":
        return _told_words(page, subject_of(page, scope, opening, sighting.at))
    if sighting.type in ("meeting", "study"):
        return None
    found = project_in(page, sighting.after, end)
    for sentence in event.sentences[1:3]:
        found = found or project_in(page, *sentence.span)
    return page.told(found[0], found[1], pattern="engagement") if found else None


def _purpose(page: Page, scope: Scope, event: Event) -> Span | None:
    sighting = event.sighting
    if sighting.type == "meeting" and (told := _of_meeting(page, event)) is not None:
        return told
    if sighting.type == "ceremony" and (sighting.name is None or _is_bare(page, sighting.name)):
        opening = event.sentences[0]
        for sentence in (opening, *page.before(opening, 1)):
            signed = _SIGNED.search(page.text.clean, *sentence.span)
            if signed:
                return Span(*signed.span())
    if sighting.name is not None or not sighting.until:
        return sighting.name
    return purpose_of(page, scope, event.sentences, sighting.until)


def _of_meeting(page: Page, event: Event) -> Span | None:
    """What a meeting did, where the words say it: 会议就…, 总结去年工作,部署全年任务."""
    clean, sighting = page.text.clean, event.sighting
    for sentence in event.sentences[1:]:
        about = _ABOUT.search(clean, *sentence.span)
        if about:
            return trimmed(page, *about.span("about"))
    opening = event.sentences[0]
    start = sighting.name.end if sighting.name else sighting.at
    tasks = _TASKS.match(clean, start, opening.span.end)
    return trimmed(page, *tasks.span("tasks")) if tasks else None


def _is_bare(page: Page, name: Span) -> bool:
    return len(page.says(*name)) <= 4
