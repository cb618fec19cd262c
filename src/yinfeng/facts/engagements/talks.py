"""Talks told without the words of a report: 跟某办碰了头, 某商会接待了我们, 他们来镇里看了地.

Also guests told by their arrival alone (迎来某商会考察团, 某公司一行实地考察了地块) and leaders
who met somebody (会见某集团董事长).
"""

import re
from collections.abc import Callable

from yinfeng.facts.engagements.event_words import day_of, is_day, place_at, tells_a_day
from yinfeng.facts.engagements.sightings import (
    Sighting,
    bodies_in,
    has_travellers,
    last_firm,
    to_stop,
)
from yinfeng.facts.offices.bodies import body_kind, is_person
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Mention, NameKind, Span

_TALKED = re.compile(
    r"(?:跟|与|和|同)(?P<guest>[^。;；,，]{2,24}?)(?:碰了?[个]?头|碰了?面|见了?面|对接了"
    r"|座谈了|会了?面|会谈了?"
    r"|聊了|谈了|进行了?(?:深入|友好)?(?:座谈|会谈|对接|洽谈|磋商))"
)
# 镇长与某公司董事长签订协议; 副主任与某公司总经理在新区洽谈: both sides told by their heads.
_SIGNED = re.compile(
    r"[与和同](?P<guest>[^。;；,，]{4,32}?)(?:正式|当场|现场|共同|代表双方)?(?:签订|签署|签下)了?"
    r"[^,，。;；]{0,16}?(?:协议|合同)"
)
_AT_HOME = re.compile(
    r"[与和同](?P<guest>[^。;；,，]{4,32}?)在(?P<here>[^,，。;；]{1,8}?)(?:进行了?)?"
    r"(?:洽谈|会谈|座谈|商谈|会面|磋商)"
)
_MET = re.compile(r"(?:会见|会晤|约见|见到|见)了?(?P<guest>[^,，。;；]{2,30})")
_HOSTED = re.compile(
    r"(?:在[^,，。]{1,12})?(?:热情)?接待了?(?:我们|(?:考察|招商)[组团队]"
    r"|[^,，。]{0,8}一行(?:[,，。]|$))"
)
_THEY = re.compile(
    r"(?:他们|对方|企业方|客商|该公司|该企业)(?:一行)?(?:\d+人)?(?:就|又|还|也)?(?:派人|派员"
    r"|组团)?(?:来|到)了?"
    r"(?:[我本该]?(?:镇|乡|村|县|区|街道|园区|开发区)|我们)(?:里|上|这里|这儿)?来?"
    r"(?P<errand>(?:实地)?(?:看|考察|踏勘|察看|对接|洽谈|转)[^,，。;；]{0,8})"
)
_WELCOMED = re.compile(
    r"迎来了?(?P<who>[^。;；]{0,40}?(?:考察团|代表团|考察组|客人|客商|来宾|访问团)[^。;；]{0,30})"
)
_PARTY_LOOKS = re.compile(
    r"(?:一行|考察团|代表团|考察组|客商)(?:\d+人)?(?:先后|分别|来|到|先)?(?:实地|现场)?"
    r"(?P<errand>考察|察看|查看|参观|走访|踏勘|踏看|深入|了解|看了)"
)
_SHOWN_ROUND = re.compile(
    r"在[^,，。;；]{2,40}?陪同下[,，]?(?P<guest>[^,，。;；]{2,40}?)(?:一行)?(?:先后|实地|分别|现场)*"
    r"(?P<errand>参观|考察|察看|查看|走访|踏勘|调研)"
)
_SIGNED_PAPER = re.compile(r"签[订署](?:了)?[^,，。;；]{0,20}?(?:协议|合同|备忘录|意向书)")
_SIGNERS = re.compile(r"(?:共同|代表[^,，。;；]{1,6}|上台|现场)?(?:签约|签字)|见证|出席")
_OURS = re.compile(r"(?:^|[,，])(?:镇|街道|乡|县|区|园区|新区|开发区|高新区|管委会)[与和同]")
_AT = re.compile(r"在(?=[一-龥]{2,10}?(?:会见|会晤|约见|见))")
_TRIGGER = re.compile(
    r"碰|陪同下|见[了面]|会[见晤谈面]|约见|对接了|座谈了|谈了|聊了|接待|他们|对方|企业方|客商"
    r"|该[公企]|迎来|一行|考察[团组]|代表团|进行|签[订署下]|洽谈|座谈|商谈|磋商"
)
_GOVERNED = frozenset({NameKind.INSTITUTE, NameKind.GOVERNMENT, NameKind.TOWN, NameKind.ZONE})


def talk(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """An event told in the words of talk, on a day that is known."""
    if not _TRIGGER.search(sentence.says):
        return None
    for see in _SIGHTS:
        found = see(page, scope, sentence)
        if found is not None:
            return found
    return None


def _welcomed(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _WELCOMED.search(page.text.clean, *sentence.span)
    if match is None or _guest(page, scope, *match.span("who")) is None:
        return None
    return _dated(page, scope, sentence, Sighting("visit_in", match.start(), match.start()))


def _they_came(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _THEY.search(page.text.clean, *sentence.span)
    if match is None:
        return None
    guest = last_firm(page, scope, match.start())
    if guest is None or day_of(page, scope, sentence, match.start()) is None:
        return None
    start, end = match.span("errand")
    return Sighting("visit_in", match.start(), start, Span(start, end), None, end, guest)


def _looked(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _PARTY_LOOKS.search(page.text.clean, *sentence.span)
    if match is None or _guest(page, scope, sentence.span.start, match.start()) is None:
        return None
    start = match.start("errand")
    return _dated(page, scope, sentence, Sighting("visit_in", match.start(), start, until=start))


def _hosted(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _HOSTED.search(page.text.clean, *sentence.span)
    if match is None:
        return None
    guest = _guest(page, scope, sentence.span.start, match.start())
    if guest is None or scope.host(match.start()) in page.says(sentence.span.start, match.start()):
        return None
    return _dated(page, scope, sentence, _with(guest, match.start(), match.end()))


def _met(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _MET.search(page.text.clean, *sentence.span)
    if match is None or not has_travellers(page, scope, sentence, match.start()):
        return None
    start, end = match.span("guest")
    guest = _guest(page, scope, start, end)
    person = next((m for m in page.within(start, end) if is_person(m)), None)
    if guest is None and person is None:
        return None
    away = _AT.search(page.text.clean, *sentence.span)
    place = place_at(page, away.end(), match.start()) if away else None
    kind = "visit_out" if place or guest is None else "visit_in"
    stop = to_stop(page, match.end(), sentence.span.end)
    until = match.end() if match.end() < stop else 0
    return _dated(
        page, scope, sentence, Sighting(kind, match.start(), start, None, place, until, guest)
    )


def _talked(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    match = _TALKED.search(page.text.clean, *sentence.span)
    if match is None or not has_travellers(page, scope, sentence, match.start()):
        return None
    guest = _guest(page, scope, *match.span("guest"))
    if guest is None:
        return None
    return _dated(page, scope, sentence, _with(guest, match.start(), match.end()))


def _heads(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A day on which the host's head and a firm's signed or talked at home."""
    for pattern, kind in ((_SIGNED, "ceremony"), (_AT_HOME, "visit_in")):
        match = pattern.search(page.text.clean, *sentence.span)
        if match is None or not has_travellers(page, scope, sentence, match.start()):
            continue
        start, end = match.span("guest")
        guest = _guest(page, scope, start, end)
        if guest is None or not any(is_person(m) for m in page.within(start, end)):
            continue
        until = match.end() if kind == "visit_in" else 0
        return _dated(
            page, scope, sentence, Sighting(kind, match.start(), start, None, None, until, guest)
        )
    return None


def _accompanied(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """Guests whom people of the host showed round: 在某某陪同下,某公司总裁参观了智造园."""
    match = _SHOWN_ROUND.search(page.text.clean, *sentence.span)
    if match is None or _guest(page, scope, *match.span("guest")) is None:
        return None
    start = match.start("errand")
    return _dated(page, scope, sentence, Sighting("visit_in", match.start(), start, until=start))


def _signed(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A day on which the host and another body signed, where their heads are told behind it."""
    match = _SIGNED_PAPER.search(page.text.clean, *sentence.span)
    behind = next(iter(page.after(sentence)), None)
    if match is None or behind is None or behind.paragraph != sentence.paragraph:
        return None
    if not _SIGNERS.search(behind.says) or not any(is_person(m) for m in behind.names):
        return None
    guest = _guest(page, scope, sentence.span.start, match.start())
    if guest is None:
        return None
    if not has_travellers(page, scope, sentence, match.start()) and not _OURS.search(sentence.says):
        return None
    start = match.start()
    return _dated(
        page, scope, sentence, Sighting("ceremony", start, start, Span(*match.span()), guest=guest)
    )


_SIGHTS: tuple[Callable[[Page, Scope, Sentence], Sighting | None], ...] = (
    _welcomed,
    _accompanied,
    _they_came,
    _hosted,
    _heads,
    _signed,
    _met,
    _talked,
    _looked,
)


def _with(guest: Mention, start: int, end: int) -> Sighting:
    """A talk with a firm is a visit to it, one with an agency an exchange."""
    kind = "exchange" if body_kind(guest) in _GOVERNED else "visit_out"
    return Sighting(kind, start, start, None, None, end, guest)


def _dated(page: Page, scope: Scope, sentence: Sentence, found: Sighting) -> Sighting | None:
    day = day_of(page, scope, sentence, found.at)
    return found if tells_a_day(sentence) or (day is not None and is_day(day)) else None


def _guest(page: Page, scope: Scope, start: int, end: int) -> Mention | None:
    """The first body between two offsets that is not the host's."""
    return next((m for m in bodies_in(page, scope, start, end) if m.span.end <= end), None)
