"""Places: provinces, cities, counties, lands abroad and stretches such as 长三角, with their codes.

A name without its suffix counts where it is no common word (嘉兴, but not 朝阳 or 城关); behind its
parent every name counts (盐城滨海). 大同 is a place before 市 or a stop, not in 大同齿轮. A road
named after a place is none. Towns, villages and zones belong to the bodies.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from yinfeng.lexicon import regions
from yinfeng.lexicon.dictionary import found_in
from yinfeng.lexicon.regions import Region
from yinfeng.mentions.anchors import anchor
from yinfeng.text import Text
from yinfeng.values import Mention, Name, NameKind, Span

_ROAD = re.compile(
    r"[东西南北中]{0,2}[一二三四五六七八九十]?(?:路|街(?!道|镇)|大街|大道|巷(?!镇)|弄|支路)"
)
_STOP = re.compile(r"[,，、。;；:：)）\s]|等地|等市|$")
_RIVER = re.compile(r"(?:运河|[江河溪港泾塘])(?:以|为)")
# 上海市场 is the market of 上海, 闵行区域 the region of 闵行.
_SPLIT = re.compile(r"市场|区域|区位|区间|县域|县级")
_BANKS = frozenset({"河南", "河北", "江西", "湖南", "湖北", "山东", "山西", "海南"})


class _Found(NamedTuple):
    """A name in the text, the regions it may mean, and its code if it is outside the table."""

    start: int
    end: int
    regions: tuple[Region, ...]
    code: str


@cache
def _names() -> tuple[AhoCorasick, tuple[str, ...]]:
    other = regions.other_places()
    words = tuple({**dict.fromkeys(regions.by_name()), **dict.fromkeys(other.codes)})
    every = (*words, *other.traps)
    return AhoCorasick(every, matchkind=MatchKind.LeftmostLongest), every


def recognise(text: Text) -> Iterator[Mention]:
    """Every place, from left to right."""
    clean = text.clean
    found = list(_found(clean))
    year = anchor(text).year
    told = Counter(f.regions[0].code[:4] for f in found if len(f.regions) == 1)
    for at, place in enumerate(found):
        before = found[at - 1] if at else None
        region = _chosen(
            place.regions, before if before and before.end == place.start else None, told, year
        )
        code = region.code if region else place.code
        says = clean[place.start : place.end]
        yield Mention(Span(place.start, place.end), Name(says, NameKind.PLACE, code))


def _found(clean: str) -> Iterator[_Found]:
    words, every = _names()
    named, codes = regions.by_name(), regions.other_places().codes
    last: _Found | None = None
    for at, start, end in found_in(words, clean):
        name = every[at]
        if _SPLIT.match(clean, end - 1) and name[:-1] in named:
            name, end = name[:-1], end - 1
        if name in codes:
            last = _Found(start, end, (), codes[name])
        else:
            parent = last if last is not None and last.end == start else None
            last = _region_at(clean, start, end, named.get(name, ()), parent)
        if last is not None:
            yield last


def _region_at(
    clean: str, start: int, end: int, meant: Sequence[Region], parent: _Found | None
) -> _Found | None:
    """The regions that a name means where it stands; None when it means none."""
    name = clean[start:end]
    parts = [
        r for r in meant if parent and any(r.code.startswith(p.prefix) for p in parent.regions)
    ]
    if parts:
        return _Found(start, end, tuple(parts), "")
    if _ROAD.match(clean, end):
        return None
    alone = [r for r in meant if regions.stands_alone(name, r)]
    if not alone and _STOP.match(clean, end):
        alone = [r for r in meant if r.level == 2]
    if not alone or (name in _BANKS and _RIVER.search(clean, max(0, start - 40), start)):
        return None
    return _Found(start, end, tuple(alone), "")


def _chosen(
    meant: Sequence[Region], parent: _Found | None, told: Counter[str], year: int | None
) -> Region | None:
    """The one region that is meant: a part of the place before it, of the time, the widest."""
    if parent:
        meant = [
            r for r in meant if any(r.code.startswith(p.prefix) for p in parent.regions)
        ] or meant
    valid = [r for r in meant if (r.was_valid_in(year) if year else r.until is None)] or list(meant)
    if not valid:
        return None
    widest = min(region.level for region in valid)
    same = [region for region in valid if region.level == widest]
    if len(same) > 1:
        near = [region for region in same if told[region.code[:4]]]
        return near[0] if len(near) == 1 else None
    return same[0]
