"""Names in lists: 恒岭精密、云帆科技、启明模塑等台资企业. The word after 等 says what they are.

Short names have no ending to know them by, so only a list whose head is a firm or an institute
makes its items names, and only items that are more than words of a trade (纺织、化工等企业).
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.lexicon import bodies as words
from yinfeng.mentions.body_candidates import Candidate, uncovered
from yinfeng.mentions.body_edges import left_edge, past_soft_words
from yinfeng.values import NameKind

_STOPS = r",，。;；:：!！?？、\n"
_HEAD = (
    r"(?P<head>企业|公司|厂商|集团|客商|客户|供应商|厂家|纸厂|单位|机构|银行|基金|商会|协会"
    r"|高校|院校|大学|学校|院所)"
    r"(?!家|主体责任|服务|文化|办事|发展|入驻|需求|管理)"
)
_AFTER = re.compile(
    rf"等(?!级|待|候|高线|温|量|同|地|方面|工作|活动|领域)[^{_STOPS}的]{{0,8}}"
    rf"(?:[^{_STOPS}]{{0,12}}的)?[^{_STOPS}]{{0,6}}?{_HEAD}"
)
_COUNTED = re.compile(
    r"[\d两三四五六七八九十](?<!\d\d)(?<![两三四五六七八九十]{2})"
    rf"(?:(?<=\d)\d*+|(?<!\d)[两三四五六七八九十]*+)[家个所](?:[^{_STOPS}的]{{0,6}}?)"
    + _HEAD.replace("head", "group")
)
_BEFORE = re.compile(
    r"(?:客户|企业|公司|合作伙伴|供应商|投资方|股东)(?:主要)?(?:有|包括|分别为|分别是)"
    r"(?P<list>[^,，。;；:：!！?？\n等]{2,80})"
)
_JOINT = re.compile(r"、|以及|和(?!平|美|谐|信|达)|及(?!其)")
_JOINTS = frozenset("、和与及")
_SHORT = re.compile(r"[、和与及](?:[一-龥]{2,4}的)?(?P<name>[一-龥]{4,9})(?=[,，。;；、])")
_SCHOOLS = frozenset({"高校", "院校", "大学", "学校", "院所"})
_QUOTES = " “”\"'"
_ITEM = 24
_SHORT_ITEM = 6
_LATIN = re.compile(r"[A-Za-z]")
_NO_ITEM = re.compile(
    r"[的了是年月日亩元]|\d{2,}|方面|行业|领域|我们|他们|(?:产业链?|问题|工作|项目)$"
)


def listed(clean: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The names without an ending in lists of firms and institutes."""
    items = (*_before_the_head(clean), *_after_the_head(clean), *_beside(clean, found))
    return uncovered((one for one in items if _is_name(clean[one.start : one.end])), found)


def _before_the_head(clean: str) -> Iterator[Candidate]:
    done = 0
    for match in _AFTER.finditer(clean):
        yield from _items(clean, done, match.start(), match["head"])
        done = match.end()
    done = 0
    for match in _COUNTED.finditer(clean):
        items = list(_items(clean, done, match.start(), match["group"]))
        done = match.end()
        if len(items) > 1:
            yield from items


def _items(clean: str, floor: int, end: int, head: str) -> Iterator[Candidate]:
    """The items of a list between the list before and *end*, from the last to the first."""
    kind = NameKind.INSTITUTE if head in _SCHOOLS else NameKind.BRAND
    while end > floor and (start := _item_start(clean, end)) is not None:
        yield _trimmed(clean, start, end, kind)
        joint = _joint_before(clean, start)
        if joint == start:
            return
        end = joint


def _item_start(clean: str, end: int) -> int | None:
    """Where the item that ends at *end* begins: after a joint, a stop, or a word before names."""
    lowest = max(0, end - _ITEM)
    at = max(clean.rfind(stop, lowest, end) for stop in "、,，。;；:：\n") + 1
    at = max(at, lowest)
    for joint in _JOINT.finditer(clean, at, end):
        at = joint.end()
    if at == end:
        return None
    is_joined = clean[at - 1 : at] in ("、", "和", "及") or clean[at - 2 : at] == "以及"
    if is_joined and (end - at <= _SHORT_ITEM or _LATIN.search(clean, at, end)):
        return at
    edge = left_edge(clean, end, at)
    return edge.start if is_joined else past_soft_words(clean, edge.start, end)


def _joint_before(clean: str, start: int) -> int:
    """The end of the item before *start*, or *start* where the list begins."""
    for joint in ("以及", "、", "和", "及"):
        if clean.endswith(joint, 0, start):
            return start - len(joint)
    return start


def _after_the_head(clean: str) -> Iterator[Candidate]:
    for match in _BEFORE.finditer(clean):
        at, last = match.span("list")
        for joint in [*_JOINT.finditer(clean, at, last), None]:
            end = joint.start() if joint else last
            yield _trimmed(clean, at, end, NameKind.BRAND)
            at = joint.end() if joint else last


def _beside(clean: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A short name that 和 joins to a firm: 厦岭新材料股份公司和宁川科源锂电."""
    for body in found:
        if body.kind is not NameKind.FIRM or clean[body.end : body.end + 1] not in _JOINTS:
            continue
        match = _SHORT.match(clean, body.end)
        if match and match["name"].endswith(tuple(words.trades())):
            yield Candidate(*match.span("name"), NameKind.BRAND, match.end("name"))


def _trimmed(clean: str, start: int, end: int, kind: NameKind) -> Candidate:
    while start < end and clean[start] in _QUOTES:
        start += 1
    while end > start and clean[end - 1] in _QUOTES:
        end -= 1
    return Candidate(start, end, kind, end)


def _is_name(says: str) -> bool:
    if not 2 <= len(says) <= 20 or _NO_ITEM.search(says):
        return False
    if says in words.region_heads() or says.endswith("等地"):
        return False
    match = words.common_words().match(says)
    return match is None or match.end() < len(says)
