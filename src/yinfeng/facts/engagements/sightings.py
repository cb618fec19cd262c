"""An event seen in a sentence, and whom it concerns; shared by the kinds of engagement."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.facts.engagements.event_words import day_end
from yinfeng.facts.offices.bodies import body_kind, body_text, is_body, is_person
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, Name, NameKind, Period, Span

FIRMS = frozenset({NameKind.FIRM, NameKind.GROUP, NameKind.BANK, NameKind.BRAND})
GOVERNMENTS = frozenset({NameKind.TOWN, NameKind.ZONE, NameKind.GOVERNMENT, NameKind.VILLAGE})
LEADERS = re.compile(
    led(
        r"(?P<title>(?:党政)?主要(?:领导|负责人|负责同志)|领导班子(?:成员)?|[镇乡村]?班子成员"
        r"|分管领导|党政领导"
        r"|党政代表团|(?:相关)?招商(?:人员|干部|小分队|团队|专员|组(?!织))|相关人员"
        r"|考察团|代表团|村(?:党支部|党总支)?书记|村干部|参会企业家)"
    )
)
_OWN = re.compile(
    r"我们|我[镇区县街和与带还又]|全镇|专班|小分队|带队|率队|率领|率团|带领|组织(?!部)|一行|考察组"
)
_ELIDED = re.compile(
    r"(?:[\s“,，、]|\d+[月日号]|上午|下午|晚上|傍晚|中午|早上|一早|赶早|清早|冒雨|当天|当日"
    r"|次日|随后|接着|之后|又|还|再次|先后|分别|专程|并|同时|坐[^,，。]{2,8}?)*"
)
_STOP = re.compile(r"[。;；!！?？\n]")
_COMMA = re.compile(r"[,，。;；]")
_WORK = re.compile(
    r"项目(?!考察|负责|经理|洽谈|团队|组)|工程|建设|一期|二期|三期|迁建|扩建|地块|的经验|模式"
)


class Sighting(NamedTuple):
    """An event seen: its type, where its verb stands, where what is told behind it begins.

    `until` ends the words that name guests, where they end before the sentence does; `guest` is
    the other side where nothing but a pronoun or one name tells it.
    """

    type: str
    at: int
    after: int
    name: Span | None = None
    place: Span | None = None
    until: int = 0
    guest: Mention | None = None


def bodies_in(page: Page, scope: Scope, start: int, end: int) -> Iterator[Mention]:
    """The bodies between two offsets that may be guests: not the host, not inside a longer name."""
    last = start
    for mention in page.within(start, end):
        if not is_body(mention) or mention.span.start < last or is_host(scope, mention):
            continue
        last = mention.span.end
        if not _WORK.match(page.text.clean, last):
            yield mention


def is_host(scope: Scope, mention: Mention) -> bool:
    """Whether a body is the host or a part of it."""
    host, name = scope.host(mention.span.start), body_text(mention)
    return bool(host) and (host in name or (len(name) > 3 and name in host))


def last_firm(page: Page, scope: Scope, at: int) -> Mention | None:
    """The firm told last before *at* that is none of the host's."""
    near = [
        m
        for m in page.within(max(0, at - 300), at)
        if is_body(m) and body_kind(m) in FIRMS and not is_host(scope, m)
    ]
    return near[-1] if near else None


def body_at(page: Page, at: int) -> Mention | None:
    """The first body named after *at* in the same clause."""
    for mention in page.within(at, at + 30):
        if is_body(mention):
            is_same_clause = not _COMMA.search(page.says(at, mention.span.start))
            return mention if is_same_clause else None
    return None


def behind_day(pattern: re.Pattern[str], page: Page, sentence: Sentence) -> Sequence[re.Match[str]]:
    """What *pattern* finds behind the day that the sentence tells, else anywhere in it."""
    every = list(pattern.finditer(page.text.clean, *sentence.span))
    if not every:
        return every
    floor = day_end(sentence)
    return [match for match in every if match.start() >= floor] or every


def has_travellers(page: Page, scope: Scope, sentence: Sentence, at: int) -> bool:
    """Whether people of the host stand before a verb of going."""
    before = page.says(sentence.span.start, at)
    host = scope.host(at)
    if _is_elided(page, sentence, at):
        return True
    return bool(
        LEADERS.search(before)
        or _OWN.search(before)
        or (host and host in before)
        or any(is_person(m) and m.span.end <= at for m in sentence.names)
    )


def _is_elided(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether only times stand before a verb of going, so that its subject is left out."""
    start = sentence.span.start
    before = page.says(start, at)
    for mention in sentence.mentions:
        if mention.span.end <= at and _is_frame(mention):
            before = before.replace(page.says(*mention.span), ",")
    return _ELIDED.fullmatch(before) is not None


def _is_frame(mention: Mention) -> bool:
    """Whether a mention tells only when or where."""
    value = mention.value
    return isinstance(value, Period) or (isinstance(value, Name) and value.kind is NameKind.PLACE)


def to_stop(page: Page, start: int, end: int) -> int:
    """Where the sentence that *start* stands in stops, not after *end*."""
    stop = _STOP.search(page.text.clean, start, end)
    return stop.start() if stop else end


def trimmed(page: Page, start: int, end: int) -> Span | None:
    """A stretch without the marks at its ends; None if too little is left."""
    clean = page.text.clean
    while (
        start < end and clean[start] in " ,，、:：了的\n　" and not clean.startswith("了解", start)
    ):
        start += 1
    while end > start and clean[end - 1] in " ,，、。;；\n　":
        end -= 1
    return Span(start, end) if end - start >= 2 else None
