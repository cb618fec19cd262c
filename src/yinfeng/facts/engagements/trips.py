"""Trips out, receptions and exchanges seen in a sentence.

赴…洽谈, 拜访…: the host went out; 接待…一行: guests were received; governments that meet for 交流,
and 对接商谈 with an agency, exchange. A trip only to learn is a study trip.
"""

import re
from collections.abc import Iterator

from yinfeng.facts.engagements.event_words import place_at
from yinfeng.facts.engagements.sightings import (
    FIRMS,
    GOVERNMENTS,
    Sighting,
    behind_day,
    bodies_in,
    body_at,
    has_travellers,
    is_host,
    to_stop,
    trimmed,
)
from yinfeng.facts.offices.bodies import body_kind, is_body
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, NameKind, Span

# 走访|包联企业|某某鞋业: what is said of the firm before its name.
_THEIR_FIRMS = (
    r"(?:挂钩|包联|包保|联系|结对|辖区|重点|骨干|规上|园区|镇[内域属]|挂点|帮扶)+企业(?=[一-龥]{4})"
)
_GO = re.compile(
    led(
        r"去了?(?:[一二两三四五六七八九十几]|\d+)?趟|跑(?:到|遍)?了?(?=[一-龥]{2})(?![步通遍赢道完])|(?<![过出下失])去(?![年除世掉库产])了?|(?:亲自|亲|奔|赶|远)?赴(?!约|任|宴)"
        rf"|深入{_THEIR_FIRMS}|深入(?!交|洽|推|开|贯|学|实|对|了|探|考|沟|研|分|落|挖|调|合|群|基|一线|细|谈|企业)"
        r"|前往|南下|北上|抵达|飞赴|飞抵|直奔|走进"
        r"|(?<![达报遇收看感得做受直涉等找想谈回来])(?:来到|到)(?!位|底|达|期|账|目前|了|场|会|\d)"
    )
)
_VISIT = re.compile(
    led(
        r"(?:登门|上门|专程)?(?:拜访|拜会|走访|回访|(?:参观|考察)、(?:参观|考察)|(?<=一行)(?:先后|实地|又|还)*(?:考察|参观)"
        rf"|到访|造访|访问|出访)了?(?:{_THEIR_FIRMS})?"
    )
)
_ERRAND = re.compile(
    r"考察|见[到了]|洽谈|培训|研修|研学|轮训|出席|参加(?!招聘)|拜访|拜会|走访|招商(?!\d+天)"
    r"|对接|商谈|推介|交流|学习|观摩|参观|取经|座谈"
    r"|签约|签订|签署|结对|共建活动|(?:对口|东西部)(?:合作|协作|帮扶)|开展[^,，。;；]{0,14}服务|现场办公|协调|接洽|取经|访问|敲定|磋商|会谈|会面|谈|调研|跟进"
)
_INSIDE = re.compile(
    r"(?:[、和及][^,，。;；]{2,60})?(?:等[^,，。;；]{0,8})?"
    r"[,，](?:[^,，。;；]{0,6}(?:现场|实地|详细|深入|认真|一边))?"
    r"(?:了解|察看|查看|参观|听取|询问|考察|调研|座谈|走访|现场办公|为企业)"
)
_OWN_VILLAGE = re.compile(r"调研|指导|检查|督查|督导|走访|慰问|察看|查看|宣讲")
_LONGEST_TOPIC = 30
_DEAL = re.compile(r"招商|洽谈|签|拜访|拜会|推介|协调|客商|谈")
_LEARN = re.compile(r"学习|培训|研修|研学|轮训|取经|观摩|参观")
_LESSON = re.compile(r"学习|取经|培训|研修|研学|轮训|考察[^,，。;；]{2,20}?(?:经验|做法|模式)")
_TALKS_TOO = re.compile(r"洽谈|签约|开展[^,，。;；]{0,4}招商")
_MEETS_AGENCY = re.compile(r"(?:与|和|同|跟)[^,，。]{2,20}?对接")
_RECEIVED = re.compile(r"一行|前来|来访|到访|考察团|代表团|考察组")
_RECEIVES = re.compile(r"(?:接待|会见)了?(?![^,，。]{0,12}\d+(?:多|余)?(?:批|次|人次))")
_LEFT = re.compile(r"(?:率[^,，。;；]{0,60}|带队|一行)赴")
_FAR = 3
_CAME = re.compile(r"一行|来访|到访|考察团|代表团")
_EXCHANGE = re.compile(
    r"与(?P<guests>[^。;；与]{2,60}?)等?(?:开展|进行|举行)了?"
    r"(?P<what>[^,，。;；]{0,12}?(?:对接商谈|对接洽谈|交流|对接(?!会)|座谈))"
    r"|加强与(?P<tied>[^。;；,，]{2,40}?)的(?P<tie>对接|联系|沟通|交流)"
)


def trip(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A trip that people of the host made."""
    for match in behind_day(_GO, page, sentence):
        found = _trip_at(page, scope, sentence, match)
        if found is not None:
            return found
    for match in behind_day(_VISIT, page, sentence):
        found = _visit_at(page, scope, sentence, match)
        if found is not None:
            return found
    return None


def _trip_at(page: Page, scope: Scope, sentence: Sentence, match: re.Match[str]) -> Sighting | None:
    end = sentence.span.end
    place, guest = place_at(page, match.end(), end), body_at(page, match.end())
    if (place is None and guest is None) or (guest is not None and is_host(scope, guest)):
        return None
    errand = _errand_after(page, _behind_seat(place, guest, match.end()), end)
    errand = errand or _look_inside(page, guest, match.end(), end)
    if errand is None or not has_travellers(page, scope, sentence, match.start()):
        return None
    if _is_own_round(guest, errand[0]):
        return None
    kind = _kind(page, match.end(), to_stop(page, errand.start(), end))
    if kind == "study" and place is None:
        place = trimmed(page, match.end(), _about(page, match.end(), errand.start()))
    start = _about(page, match.end(), errand.start())
    return Sighting(kind, match.start(), match.end(), None, place, start)


def _behind_seat(place: Span | None, guest: Mention | None, at: int) -> int:
    """Where the errand may begin: behind the place, or the zone, that the trip went to."""
    if place is not None:
        return place.end
    is_seat = guest is not None and body_kind(guest) is NameKind.ZONE
    return guest.span.end if guest and is_seat and guest.span.start == at else at


def _about(page: Page, start: int, errand: int) -> int:
    """Where the purpose begins: at 就…进行 where it is told so, else at the errand."""
    at = page.text.clean.rfind("就", start, errand)
    return at if at >= 0 and errand - at < _LONGEST_TOPIC else errand


def _is_own_round(guest: Mention | None, errand: str) -> bool:
    """Whether leaders only go round their own villages."""
    is_village = guest is not None and body_kind(guest) is NameKind.VILLAGE
    return is_village and _OWN_VILLAGE.fullmatch(errand) is not None


def _look_inside(page: Page, guest: Mention | None, at: int, end: int) -> re.Match[str] | None:
    """What those who came to a firm did there: 来到某公司,详细了解企业研发情况."""
    if guest is None or guest.span.start != at or body_kind(guest) not in FIRMS:
        return None
    return _INSIDE.match(page.text.clean, guest.span.end, end)


def _errand_after(page: Page, start: int, end: int) -> re.Match[str] | None:
    """The errand in the clause behind the place, or in the next one where the place ends one."""
    clean = page.text.clean
    errand = _ERRAND.search(clean, start, end)
    if errand is None:
        return None
    between = clean[start : errand.start()].lstrip("等多两三各地市")
    return errand if not re.search(r"[,，。]", between[1:]) else None


def _visit_at(
    page: Page, scope: Scope, sentence: Sentence, match: re.Match[str]
) -> Sighting | None:
    guest = body_at(page, match.end())
    place = (
        place_at(page, match.end(), sentence.span.end)
        if "访问" in match[0] or "出访" in match[0]
        else None
    )
    if guest is None and place is not None and has_travellers(page, scope, sentence, match.start()):
        return Sighting("visit_out", match.start(), match.end(), None, place, match.start())
    if guest is None or is_host(scope, guest) or body_kind(guest) is NameKind.PARK:
        return None
    if not has_travellers(page, scope, sentence, match.start()):
        return None
    return Sighting("visit_out", match.start(), match.end(), until=match.start())


def _kind(page: Page, start: int, end: int) -> str:
    says = page.says(start, end)
    near = [m for m in page.within(start, start + 24) if is_body(m)]
    if "交流" in says and near and body_kind(near[0]) in GOVERNMENTS:
        return "exchange"
    if near and body_kind(near[0]) is NameKind.INSTITUTE and _MEETS_AGENCY.search(says):
        return "exchange"
    if _LESSON.search(says[:24]) and not _TALKS_TOO.search(says):
        return "study"
    if _LEARN.search(says) and not _DEAL.search(says[:40]):
        return "study"
    return "visit_out"


def reception(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """Guests whom the host received; not the host's own party where it had gone to."""
    received = _RECEIVES.search(page.text.clean, *sentence.span)
    if received is None or not _RECEIVED.search(page.says(received.end(), sentence.span.end)):
        return None
    host, before = scope.host(received.start()), page.says(sentence.span.start, received.start())
    earlier = page.before(sentence, _FAR)
    if not (host and host in before) and any(_LEFT.search(one.says) for one in earlier):
        return None
    return Sighting("visit_in", received.start(), received.end(), until=received.end())


def exchanges(page: Page, scope: Scope, sentence: Sentence) -> Iterator[Sighting]:
    """Talks with an agency, or governments that visit one another."""
    for match in _EXCHANGE.finditer(page.text.clean, *sentence.span):
        group, what = ("guests", "what") if match["guests"] else ("tied", "tie")
        guests = list(bodies_in(page, scope, *match.span(group)))
        if guests and "产学研" not in match[0]:
            name = trimmed(page, *match.span(what))
            start, end = match.span(group)
            if _CAME.search(match[group]):
                yield Sighting("visit_in", match.start(), start, until=end, guest=guests[0])
            else:
                yield Sighting("exchange", match.start(), start, name, until=end)
