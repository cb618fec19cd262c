"""Stops of a trip that an earlier sentence tells of: 2月15日,在某某集团有限公司,双方就…探讨.

Nobody is said to go anywhere: that the host is on the road, and why, stands before.
"""

import re

from yinfeng.facts.engagements.event_words import place_at
from yinfeng.facts.engagements.sightings import FIRMS, Sighting, is_host
from yinfeng.facts.offices.bodies import body_kind, is_body
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.scope import Scope
from yinfeng.values import Mention

_AT = re.compile(
    r"\s*(?:(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上)?[,，]?|随后[,，]?|当[天日](?:上午|下午)?[,，]?)"
    r"(?:[^,，。;；]{0,12}?)?在"
    r"|\s*[^,，。;；]{0,6}?第[一二三四五六七]站[,，]?(?:是|为|到|来到|便?到了?|去了?)?(?:位于)?"
)
_ROAD = re.compile(
    r"外出|要跑|跑招商|第[一二三四五六]站|赴|前往|辗转|奔赴|走出去|(?:招商|考察|拜访)(?:之行|活动|工作)|叩门招商|带队"
)
_ERRAND = re.compile(r"招商|企业|第[一二三四五六]站|考察|拜访|走访|洽谈")
_DOES = re.compile(
    r"[,，](?:[^。;；]{0,30}?)(?:就|围绕|洽谈|座谈|考察|参观|交流|探讨|磋商|对接|了解|协商)"
)
_FAR = 6


def road_stop(page: Page, scope: Scope, sentence: Sentence) -> Sighting | None:
    """A firm at which a trip stopped, on a page that told of the trip before."""
    at = _AT.match(page.text.clean, *sentence.span)
    if at is None or not _is_on_the_road(page, sentence):
        return None
    place = place_at(page, at.end(), sentence.span.end)
    guest = _firm_at(page, at.end())
    if guest is None or is_host(scope, guest):
        return None
    is_stop = "站" in at.group()
    if not is_stop and not _DOES.match(page.text.clean, guest.span.end, sentence.span.end):
        return None
    about = guest.span.end + 1
    own = place if place is not None and place.end <= guest.span.start else None
    return Sighting("visit_out", at.end(), at.end(), None, own, about)


def _firm_at(page: Page, start: int) -> Mention | None:
    """The firm or chamber that is named at *start*, or behind the region that stands there."""
    for mention in page.within(start, start + 12):
        if is_body(mention) and (body_kind(mention) in FIRMS or mention.span.start == start):
            return mention
    return None


def _is_on_the_road(page: Page, sentence: Sentence) -> bool:
    return any(
        _ROAD.search(earlier.says) and _ERRAND.search(earlier.says)
        for earlier in page.before(sentence, _FAR)
    )
