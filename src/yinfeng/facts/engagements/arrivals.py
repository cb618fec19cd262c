"""Visits in seen in a sentence: 到我镇考察, 率队来访, leaders from above who inspect.

Governments that come for 交流 without firms exchange; who comes to a village of the host comes to
the host.
"""

import re

from yinfeng.facts.engagements.sightings import (
    FIRMS,
    GOVERNMENTS,
    Sighting,
    behind_day,
    bodies_in,
    body_at,
    is_host,
    last_firm,
)
from yinfeng.facts.offices.bodies import body_kind, body_text, is_body
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.lexicon.leading import led
from yinfeng.values import Mention, NameKind

_INSPECTS = re.compile(r"(?:调研|视察|考察|参观|检查)了?(?=(?:我|本|该)?(?P<here>[一-龥]{2,8}))")
_PARTY = re.compile(
    led(
        r"来自[^,，。]{2,12}的|客商|企业家|考察团|代表团|采购商|负责人|商会|老板|专家|人大代表"
        r"|政协委员|该(?:公司|企业|集团)"
        r"|一行|带领|率领|率|[省市县区](?:委|政府|人大|政协|纪委|监委)|副?[市县区]长|[省市县区]领导"
        r"|(?<![一-龥])[省市县区][一-龥]{2,12}(?:局|委|办|办公室|中心)(?:党组书记|副?(?:局长|主任))"
    )
)
_THAT_FIRM = re.compile(r"该(?:公司|企业|集团)")
_SEAT = r"(?:我|本|该)?(?:镇|街道|乡|园区|开发区|经开区|高新区|新区|新城|区|县|市)"
_LOOK = (
    r"考察|调研|洽谈|交流|参观|回访|对接|指导|学习|走访|视察|座谈|察看|查看|检查|督导|督查|观摩"
    r"|取经|踏勘|慰问|开展|现场办公|倾听|就"
)
# What follows the verb is only looked at, so that 来自… does not hide the 到柳港镇 behind it.
_COMES = re.compile(
    rf"(?:前来|莅临|来到|走进|深入|赴|来|到)(?=(?P<here>{_SEAT}"
    rf"|[一-龥]{{2,14}}?)[^,，。;；]{{0,24}}?"
    rf"[,，]?(?:先后|分别|实地|现场|集中)?(?:开展|进行|实地)?(?P<errand>{_LOOK}))"
    r"|在(?=(?P<here2>[一-龥]{2,14}?)[^,，。;；]{0,12}?"
    r"(?P<errand2>调研|考察|视察|督导|检查|走访|指导))"
)
# 来瑞考察: a town or county by the first character of its name.
_COMES_SHORT = re.compile(
    r"(?:来|[回返](?=[乡县镇村市区]|家乡))(?=(?P<here>家乡|[一-龥])(?P<errand>(?:投资)?考察|调研|洽谈|参观|对接|交流|投资兴业))"
)
_NO_SHORT = frozenset("访此我本该村厂校园企函电信者得不要客现实")
_STEM = 2
"""A zone's port and its park begin with so many characters of its own name: 河口新区, 河口港区."""
_BELOW = ("镇", "乡", "街道", "开发区", "经开区", "高新区", "园区")
_ABOVE = re.compile(r"[省市区县](?:委|人大|政府|政协|领导)|副?[市区县]长(?!镇)")
_INSPECTING = re.compile(r"调研|视察|检查|督导|督查|指导|察看|走访|慰问|现场办公|倾听")
_LOOKS = re.compile(_LOOK)
_SEAT_ALONE = re.compile(_SEAT)
_VISITORS = re.compile(
    r"(?:率队|率团|率[^,，。]{2,12}?|带队)(?:回访|到访|造访)|[与同和]来访的"
    r"|(?:一行(?:\d+人)?|代表团|考察团)(?:来访|到访|造访)"
)


def arrival(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """Guests who came to the host."""
    if not _LOOKS.search(sentence.says):
        return _visitors(page, scope, sentence)
    for match in behind_day(_COMES, page, sentence):
        if _is_here(page, scope, match) and _has_guests(page, scope, sentence, match):
            start = match.start("errand" if match["errand"] else "errand2")
            kind = _arrival_kind(page, scope, sentence, match)
            guest = _same_firm(page, scope, sentence, match.start())
            return Sighting(kind, match.start(), start, until=start, guest=guest)
    for match in behind_day(_COMES_SHORT, page, sentence):
        before = page.says(sentence.span.start, match.start())
        if match["here"] not in _NO_SHORT and _PARTY.search(before):
            start = match.start("errand")
            return Sighting("visit_in", match.start(), start, until=start)
    inspected = _inspection(page, scope, sentence)
    if inspected is not None:
        return inspected
    return _visitors(page, scope, sentence)


def _same_firm(page: Page, scope: Scope, sentence: Sentence, at: int) -> Mention | None:
    """The firm told last, where 该公司 came."""
    said = _THAT_FIRM.search(page.text.clean, sentence.span.start, at)
    return last_firm(page, scope, said.start()) if said else None


def _visitors(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """Guests of whom the sentence only says that they came."""
    visitors = _VISITORS.search(page.text.clean, *sentence.span)
    if visitors and _comes_here(page, scope, visitors.end()):
        return Sighting("visit_in", visitors.start(), visitors.end(), until=visitors.end())
    return None


def _comes_here(page: Page, scope: Scope, at: int) -> bool:
    """Whether those told to come came to the host, or to nobody that is named."""
    there = None if page.says(at - 3, at) == "来访的" else body_at(page, at)
    if there is None or is_host(scope, there):
        return True
    host = scope.host(at)
    return len(host) > _STEM and body_text(there).startswith(host[:_STEM])


def _inspection(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """Guests who inspected something of the host: …率部门负责人调研某镇某产业园."""
    host = scope.host(sentence.span.start)
    for match in _INSPECTS.finditer(page.text.clean, *sentence.span):
        if host and match["here"].startswith(host):
            before = page.says(sentence.span.start, match.start())
            if _PARTY.search(before) and host not in before:
                return Sighting("visit_in", match.start(), match.start(), until=match.start())
    return None


def _village_at(page: Page, at: int) -> Mention | None:
    bodies = filter(is_body, page.leaders_at(at))
    return next((m for m in bodies if body_kind(m) is NameKind.VILLAGE), None)


def _is_here(page: Page, scope: Scope, match: re.Match[str]) -> bool:
    host, here = scope.host(match.start()), match["here"] or match["here2"]
    if _SEAT_ALONE.fullmatch(here) or _is_superior(page, scope, match):
        return True
    if (village := _village_at(page, match.end())) is not None and here in body_text(village):
        return True
    return bool(host) and (host in here or (len(here) > 1 and host.startswith(here)))


def _is_superior(page: Page, scope: Scope, match: re.Match[str]) -> bool:
    """Whether a leader from above looks at something in a town: 副区长到石灰窑片区调研."""
    host, errand = scope.host(match.start()), match["errand"] or match["errand2"]
    if not host.endswith(_BELOW) or not _INSPECTING.fullmatch(errand):
        return False
    start = 0
    for mark in "。\n;；":
        start = max(start, page.text.clean.rfind(mark, start, match.start()) + 1)
    says = page.says(start, match.start())
    there = body_at(page, match.end())
    is_away = there is not None and body_kind(there) in GOVERNMENTS and not is_host(scope, there)
    return bool(_ABOVE.search(says)) and host not in says and not is_away


def _has_guests(page: Page, scope: Scope, sentence: Sentence, match: re.Match[str]) -> bool:
    at = match.start()
    guests = any(True for _ in bodies_in(page, scope, sentence.span.start, at))
    if _village_at(page, match.end()) is not None:
        return any(
            body_kind(m) in FIRMS | {NameKind.INSTITUTE}
            for m in bodies_in(page, scope, sentence.span.start, at)
        )
    return guests or bool(_PARTY.search(page.says(sentence.span.start, at)))


def _arrival_kind(page: Page, scope: Scope, sentence: Sentence, match: re.Match[str]) -> str:
    guests = list(bodies_in(page, scope, sentence.span.start, match.start()))
    start = match.start("errand" if match["errand"] else "errand2")
    is_government = any(body_kind(m) in GOVERNMENTS for m in guests)
    has_firms = any(body_kind(m) in FIRMS for m in guests)
    is_exchange = "交流" in page.says(start, start + 6) and is_government and not has_firms
    return "exchange" if is_exchange else "visit_in"
