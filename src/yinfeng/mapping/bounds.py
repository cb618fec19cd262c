"""Ranges told in words: 东至锦绣路，西至善江公路, 南临呼兰路, 锦绣路以东; and how two of them lie.

A range is the names on its four sides. Two ranges with the same name on the same side may overlap;
where the east of one is the west of the other they lie apart; with four same names they are one.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum

Bounds = Mapping[str, str]

SIDES = "东南西北"
_OPPOSITE = dict(zip(SIDES, "西北东南", strict=True))
_REACHES = r"(?:面|侧|边|界)?(?:至|到|临|邻|近|接|抵|靠|濒|依|起|毗邻|紧邻|紧靠|毗连|以|[:])"
_END = rf"(?=[,;。、()\s]|[{SIDES}](?:[、和及]?[{SIDES}])*{_REACHES}|$)"
_TO = re.compile(
    rf"(?P<sides>[{SIDES}](?:[、和及]?[{SIDES}])*){_REACHES}(?P<name>[^,;。、()\s]{{1,30}}?){_END}"
)
_BEYOND = re.compile(rf"(?P<name>[^,;。、()\s以]{{2,20}}?)以(?P<side>[{SIDES}])(?![一-龥])")
_LEAD = re.compile(r"^(?:位于|坐落于?|地处|在|即|为|范围|区域|具体|四至|至|到|沿|规划|现状|:)+")
_TAIL = re.compile(
    r"(?:为界|为止|止|一线|沿线|一侧|[东南西北]侧|边线?|边界|界|中心线|道路红线|红线|绿线|用地界)+$"
)


class Lie(Enum):
    """How two ranges lie, as far as their words tell."""

    SAME = "same"
    MAYBE = "maybe"
    APART = "apart"
    UNTOLD = "untold"


def bounds_of(words: str) -> Bounds:
    """The name on each side that the words tell."""
    plain = unicodedata.normalize("NFKC", words)
    found: dict[str, str] = {}
    for match in _TO.finditer(plain):
        name = _name(match["name"])
        for side in match["sides"]:
            if side in SIDES and name:
                found.setdefault(side, name)
    for match in _BEYOND.finditer(plain):
        # What lies east of a road has the road on its west.
        name = _name(match["name"])
        if name:
            found.setdefault(_OPPOSITE[match["side"]], name)
    return found


def bounds_told(words: str) -> str:
    """The stretch of the words that tells the bounds, where it tells more than one."""
    plain = unicodedata.normalize("NFKC", words)
    spans = [match.span() for match in (*_TO.finditer(plain), *_BEYOND.finditer(plain))]
    if len(spans) < 2 or len(plain) != len(words):
        return ""
    return words[min(start for start, _ in spans) : max(end for _, end in spans)]


def lie_of(one: Bounds, other: Bounds) -> Lie:
    """How the two ranges lie to one another."""
    if any(one[side] == other.get(_OPPOSITE[side]) for side in one):
        return Lie.APART
    alike = same_sides(one, other)
    if len(alike) == len(SIDES):
        return Lie.SAME
    return Lie.MAYBE if alike else Lie.UNTOLD


def same_sides(one: Bounds, other: Bounds) -> str:
    """The sides on which both have the same name."""
    return "".join(side for side in SIDES if one.get(side) and one.get(side) == other.get(side))


def whole_of(words: str, name: str) -> bool:
    """Whether the words say no more than that the range is all of what has that name."""
    plain = unicodedata.normalize("NFKC", words).strip("。;, ")
    rest = r"(?:全域|全部|全境|全园|整个|规划|用地|红线|四至|的|内)*(?:范围|区域)?(?:内|以内)?"
    name = re.escape(unicodedata.normalize("NFKC", name))
    return re.fullmatch(rf"(?:整个|全部)?{name}{rest}", plain) is not None


def _name(words: str) -> str:
    return _TAIL.sub("", _LEAD.sub("", words.strip("“”\"' ")))
