"""Who took part in an event: everyone named, then those who are only described."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from yinfeng.facts.engagements.sightings import LEADERS, Sighting
from yinfeng.facts.offices.bodies import is_person, is_title
from yinfeng.facts.offices.posts import officers
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Person, Span, Told

_JOINING = re.compile(r"[^,，。;；]{2,40}?(?:参加|出席|与会|参会|列席)")


_HEADED = re.compile(
    r"(?:率|带领|组织)[^,，。]{0,6}?\d+(?:多|余)?[名位](?!务工|工人|职工|村民|学生|农民|群众|劳动)(?P<title>[一-龥]{2,6}?)(?=到|赴|来"
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


_PRESENT = ("负责人", "企业家", "教授", "专家")


_JOINED = ("参加", "出席", "参会", "列席")


_SURNAMED = re.compile(
    r"(?<![一-龥])(?P<family>[一-龥])(?P<office>副?(?:县长|区长|市长|镇长|乡长|书记|主任|局长|董事长|总经理|会长))"
    r"(?=一行|带队|率队|率领|带领|带着|和我|陪同|会见|也|还|又|亲自|先后)"
)


_GENERAL = frozenset({"考察团", "代表团", "招商小分队", "党政代表团", "招商组", "招商团队"})


class Event(NamedTuple):
    """An event and the sentences that tell of it, the opening one first."""

    sighting: Sighting
    sentences: tuple[Sentence, ...]


def titles_of(page: Page, scope: Scope) -> Mapping[str, str]:
    """The first office that the page tells of each person."""
    titles: dict[str, str] = {}
    for sentence in page.sentences:
        for officer in officers(page, scope, sentence):
            if officer.title:
                titles.setdefault(officer.name, officer.title)
    return titles


def people_of(
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
        for name, span in _by_surname(page, sentence, titles):
            if name not in named:
                named.add(name)
                found[Person(name, titles[name])] = span
        for title, span in _described(page, sentence, event.sighting):
            if not any(title in other.title for other in found):
                found.setdefault(Person("", title), span)
    if not found:
        return None
    return page.told(tuple(found), *found.values(), pattern="engagement")


def _by_surname(
    page: Page, sentence: Sentence, titles: Mapping[str, str]
) -> Iterator[tuple[str, Span]]:
    """Those told by family name and office whom the page names in full: 唐副县长一行."""
    for match in _SURNAMED.finditer(page.text.clean, *sentence.span):
        family, office = match["family"], match["office"].removeprefix("副")
        known = [n for n, t in titles.items() if n.startswith(family) and office in t]
        if len(known) == 1:
            yield known[0], Span(*match.span("family"))


def _described(page: Page, sentence: Sentence, sighting: Sighting) -> Iterator[tuple[str, Span]]:
    clean, (start, end) = page.text.clean, sentence.span
    if start <= sighting.at < end and sighting.type not in ("ceremony", "meeting"):
        for match in LEADERS.finditer(clean, start, sighting.at):
            if match["title"] not in _GENERAL:
                yield match["title"], Span(*match.span("title"))
    yield from _attending(page, sentence)
    for match in _HEADED.finditer(clean, start, end):
        yield match["title"], Span(*match.span("title"))
    joining = _JOINING.finditer(clean, start, end) if any(map(is_title, sentence.terms)) else ()
    for match in joining:
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
