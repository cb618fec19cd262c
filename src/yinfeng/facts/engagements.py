"""Engagements: trips out, visits in, exchanges, ceremonies, meetings, study trips.

The sentence that an event is seen in opens the record; the sentences after it that go on about it
(会上, 先后观摩了, …参加) give more people and guests. Routines (每周例会), invitations and plans to
go are none.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from yinfeng.facts.event_words import day_of, first_day, is_day, project_in
from yinfeng.facts.gatherings import ceremony, meeting, report, subject_of
from yinfeng.facts.guests import guests_of
from yinfeng.facts.offices import is_person, is_title, officers
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.purposes import purpose_of
from yinfeng.facts.scope import Scope
from yinfeng.facts.sightings import LEADERS, Sighting, to_stop, trimmed
from yinfeng.facts.talks import talk
from yinfeng.facts.trips import arrival, exchanges, reception, trip
from yinfeng.text import LineKind
from yinfeng.values import Engagement, Period, Person, Span, Told

_TRIGGER = re.compile(
    r"赴|前往|拜访|拜会|走访|一行|来访|接待|仪式|签约|开园|揭牌|奠基|会(?!员|计|同)|交流"
    r"|对接|学习|参观|考察|调研|到|南下|北上|抵达|深入|接待|回访|动工|奠基|开园"
    r"|去|典礼|集中开工|见了|碰|迎来|会谈|他们来|谈了|聊了"
)
_ROUTINE = re.compile(
    r"每(?:周|月|天|日|季|半月|年)(?!.*先后)|定期|经常|常态化|轮流|例行|每逢|多次召开"
)
_UNREAL = re.compile(
    r"邀请|欢迎(?!会)|(?:将|计划|拟|准备|要|可)(?:赴|前往|到|组织|召开|举行|举办|走进)|鼓励"
    r"|力争|希望|如果"
)
_ORDERED = re.compile(r"交办[:：]|责成|【?预告】?|^\s*(?:记者|走进)|记者(?:来到|走进|在)")
_TO_BE_HELD = re.compile(
    r"(?:仪式|大会|会议?|活动)(?:将|拟|计划|定)(?:于|在)|将(?:于|在)[^,，。]{2,16}(?:举行"
    r"|召开|举办)"
)
_ENTRY = re.compile(r"\s*(?:\d{1,2}[.．、]\s*\d{1,2}月|[◇◆★●▪·]\s*\d{1,2}月|【\d{1,2}】)")
_SAME_DAY = re.compile(r"\s*[“]?(?:当天|当日|同日|当晚|同一天)")
_CLOSES = re.compile(
    r"(?:参加|陪同|随行|出席|列席|参与|同行|主持|致辞|讲话)[^,，。;；]{0,8}[。;；]?\s*$"
)
_TRAVELS_ON = re.compile(
    r"\s*(?:在[一-龥、]{2,10}[,，]|随后|之后|接着|期间|考察[组团]|代表团|一行人?"
    r"|(?:当[天日])?[上下]午[,，]?[^,，。]{0,6}?[又还再]|先后|座谈会上|双方|调研组)"
)
_GOES_ON = re.compile(
    r"会上|会议|仪式上|活动|现场|出席|参加|主持|致辞|讲话|陪同|接待|推介|发言|宣布"
    r"|先后(?:观摩|参观|走访|考察)"
    r"|实地(?:参观|查看|考察|走访)|座谈|双方|随后|期间|介绍|签约|一行"
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
_SIGNING = re.compile(r"投资|项目|签约")
_JOINING = re.compile(r"[^,，。;；]{2,40}?(?:参加|出席|与会|参会|列席)")
_HEADED = re.compile(
    r"(?:率|带领|组织)[^,，。]{0,6}?\d+(?:多|余)?[名位](?P<title>[一-龥]{2,6}?)(?=到|赴|来"
    r"|前|走|参)"
)
_ATTENDING = re.compile(
    r"(?:^|[,，。])(?:以及|和|及|邀请)?(?:来自[^的,，。]{2,40}的"
    r"|[^,，。;；]{2,40}等(?=\d))?(?:\d+余?多?[家名位个])?"
    r"(?P<who>[^,，。;；\d等]{2,44}?(?:负责人|有关人员|企业代表|客商代表|专家组"
    r"|工作人员))(?:等)?(?:共?\d+余?人)?"
    r"(?:参加|出席|列席|与会|陪同)"
)
_ATTENDS = ("参加", "出席", "列席", "与会", "陪同")
_SIGNED = re.compile(r"签[订署](?P<what>[^,，。;；]{2,20}?(?:协议|合同))")
_TRAVELS = ("visit_out", "visit_in", "exchange", "study")
_PRESENT = ("负责人", "企业家", "教授", "专家")
_JOINED = ("参加", "出席", "参会", "列席")
_GENERAL = frozenset({"考察团", "代表团", "招商小分队", "党政代表团", "招商组", "招商团队"})
_AFTERS, _SIGNERS, _SIGNATURE = 8, 14, 18


class Event(NamedTuple):
    """An event and the sentences that tell of it, the opening one first."""

    sighting: Sighting
    sentences: tuple[Sentence, ...]


def read(page: Page, scope: Scope) -> Iterator[Engagement]:
    """Every engagement that the page tells of."""
    taken: set[int] = set()
    titles: Mapping[str, str] | None = None
    for sentence in page.sentences:
        if sentence.span.start in taken:
            continue
        for sighting in _sightings(page, scope, sentence):
            sentences = (sentence, *_further(page, scope, sentence, sighting))
            sentences += _signing_before(page, sentence, sighting)
            taken.update(s.span.start for s in sentences)
            titles = _titles(page, scope) if titles is None else titles
            fact = _fact(page, scope, Event(sighting, sentences), titles)
            if fact is not None:
                yield fact


def _signing_before(page: Page, opening: Sentence, sighting: Sighting) -> tuple[Sentence, ...]:
    """The sentence before that tells what was signed at a ceremony which has no name: 签约仪式."""
    if sighting.type != "ceremony" or sighting.name is None or not _is_bare(page, sighting.name):
        return ()
    return tuple(
        earlier
        for earlier in page.before(opening, 1)
        if earlier.paragraph == opening.paragraph and _SIGNED.search(earlier.says)
    )


def _titles(page: Page, scope: Scope) -> Mapping[str, str]:
    """The first office that the page tells of each person."""
    titles: dict[str, str] = {}
    for sentence in page.sentences:
        for officer in officers(page, scope, sentence):
            if officer.title:
                titles.setdefault(officer.name, officer.title)
    return titles


def _sightings(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Sighting]:
    if not _TRIGGER.search(sentence.says):
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
    found = arrival(page, scope, sentence) or trip(page, scope, sentence)
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
    for count, sentence in enumerate(page.after(opening)):
        if count >= (_SIGNERS if is_signing else _AFTERS) or _opens_anew(sentence):
            return
        resumes = bool(_RESUMES.match(sentence.says))
        resumes = resumes or (count == 0 and _signs_report(opening, sentence))
        goes_on = _goes_on(sentence, opening, is_signing=is_signing)
        resumes = resumes or _comes_back(sentence, opening, sighting)
        if not (resumes or (goes_on and not is_broken)):
            is_broken = not is_signing
            continue
        is_other = _is_other(sighting, _sightings(page, scope, sentence))
        if is_other and not (resumes or _TRAVELS_ON.match(sentence.says)):
            return
        yield sentence


def _is_other(sighting: Sighting, further: Iterator[Sighting]) -> bool:
    """Whether a sentence tells an event of its own; the talks that a visit led to are none."""
    if sighting.type == "ceremony":
        return False
    return any(s.type in _TRAVELS or sighting.type not in _TRAVELS for s in further)


def _comes_back(sentence: Sentence, opening: Sentence, sighting: Sighting) -> bool:
    """Whether a sentence of the same paragraph tells who else took part, or the next stop."""
    if sentence.paragraph != opening.paragraph:
        return False
    if _CLOSES.search(sentence.says):
        return True
    return sighting.type in _TRAVELS and _TRAVELS_ON.match(sentence.says) is not None


def _opens_anew(sentence: Sentence) -> bool:
    """Whether a sentence is an entry of a list, or tells a day other than that just told."""
    if _ENTRY.match(sentence.says):
        return True
    return any(map(is_day, sentence.periods)) and not _SAME_DAY.match(sentence.says)


def _signs_report(opening: Sentence, sentence: Sentence) -> bool:
    """Whether a line under a report's title names who gave it: 镇长 覃志高."""
    is_report = opening.says.rstrip(" )）\n").endswith("上")
    return is_report and len(sentence.says.strip()) <= _SIGNATURE


def _goes_on(sentence: Sentence, opening: Sentence, *, is_signing: bool) -> bool:
    if is_signing and _SIGNING.search(sentence.says):
        return True
    if sentence.line.kind is not opening.line.kind or sentence.paragraph - opening.paragraph > 2:
        return False
    return _GOES_ON.search(sentence.says) is not None


def _fact(page: Page, scope: Scope, event: Event, titles: Mapping[str, str]) -> Engagement | None:
    sighting, opening = event.sighting, event.sentences[0]
    people = _people(page, scope, event, titles)
    guests = guests_of(page, scope, sighting, event.sentences)
    date = day_of(page, scope, opening, sighting.at)
    is_named = sighting.type in ("ceremony", "meeting") and sighting.name is not None
    if not (people or guests or (date and (sighting.place or is_named))):
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
        place=_told_words(page, sighting.place),
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


def _people(
    page: Page, scope: Scope, event: Event, titles: Mapping[str, str]
) -> Told[tuple[Person, ...]] | None:
    """Everyone named as taking part, then those who are only described."""
    found: dict[Person, Span] = {}
    named: set[str] = set()
    for sentence in event.sentences:
        for officer in officers(page, scope, sentence):
            if officer.name not in named:
                named.add(officer.name)
                title = officer.title or titles.get(officer.name, "")
                found[Person(officer.name, title)] = officer.span
        for title, span in _described(page, sentence, event.sighting):
            found.setdefault(Person("", title), span)
    if not found:
        return None
    return page.told(tuple(found), *found.values(), pattern="engagement")


def _described(page: Page, sentence: Sentence, sighting: Sighting) -> Iterator[tuple[str, Span]]:
    clean, (start, end) = page.text.clean, sentence.span
    if start <= sighting.at < end and sighting.type not in ("ceremony", "meeting"):
        for match in LEADERS.finditer(clean, start, sighting.at):
            if match["title"] not in _GENERAL:
                yield match["title"], Span(*match.span("title"))
    yield from _attending(page, sentence)
    for match in _HEADED.finditer(clean, start, end):
        yield match["title"], Span(*match.span("title"))
    for match in _JOINING.finditer(clean, start, end):
        for title in sentence.terms:
            is_inside = match.start() <= title.span.start and title.span.end <= match.end()
            if is_inside and is_title(title) and _stands_alone(page, title.span):
                yield page.says(*title.span), title.span


def _attending(page: Page, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Those who are told only by what they are: 区发改局及各镇主要负责人参加."""
    if not any(word in sentence.says for word in _ATTENDS):
        return
    for match in _ATTENDING.finditer(page.text.clean, *sentence.span):
        start, end = match.span("who")
        if not any(is_person(m) for m in page.within(start, end)):
            yield page.says(start, end), Span(start, end)


def _stands_alone(page: Page, title: Span) -> bool:
    is_joining = page.says(title.end, title.end + 2) in _JOINED
    return is_joining and page.says(*title).endswith(_PRESENT)
