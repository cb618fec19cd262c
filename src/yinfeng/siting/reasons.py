"""A lot as a page shows it: what would be taken, its points, its reasons for and against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from yinfeng.siting.criteria import Criterion, Sight
from yinfeng.siting.judging import Judged, parts
from yinfeng.siting.lots import Lots
from yinfeng.siting.places import Place
from yinfeng.siting.words import Case, ruling, words


class Side(Enum):
    """Which way a reason speaks."""

    FOR = "for"
    AGAINST = "against"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what it is about, which way it speaks, its words, its points, its rule."""

    key: str
    side: Side
    says: str
    points: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot as a page shows it: its places, what would be taken, and its reasons."""

    places: tuple[Place, ...]
    take: int
    points: int
    reasons: tuple[Reason, ...]

    @property
    def name(self) -> str:
        """The names of its places, the whole ones first."""
        return " ＋ ".join(place.name for place in reversed(self.places))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its places, the one that is cut first."""
        return tuple(place.key for place in self.places)

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.against

    @property
    def against(self) -> tuple[Reason, ...]:
        """What it fails."""
        return tuple(one for one in self.reasons if one.side is Side.AGAINST)


def lot_at(judged: Judged, lots: Lots, at: int) -> Lot:
    """The lot at that position with all its reasons."""
    row, take = int(judged.rows[at]), int(judged.take[at])
    places = lots.of(row)
    case = Case(judged.need, places, lots, row, take)
    sight = Sight(judged.need, lots, judged.rows[at : at + 1], judged.take[at : at + 1])
    failed, unsure = judged.failed(at), judged.unsure(at)
    reasons = [
        _reason(one, _side(one, failed, unsure), case)
        for one in judged.asked
        if one in failed or one in unsure or one.key not in _SILENT
    ]
    scored = {
        key: int(found[0]) for key, found in parts(sight, judged.unknown[at : at + 1]).items()
    }
    return Lot(places, take, int(judged.points[at]), (*reasons, *_extras(case, scored)))


def _reason(one: Criterion, side: Side, case: Case) -> Reason:
    says, rule = words(one, case)
    return Reason(one.key, side, says, 0, rule)


# What is worth no word as long as it holds.
_SILENT = {"kind", "reach", "promised", "forbidden", "avoided"}


def _side(one: Criterion, failed: tuple[Criterion, ...], unsure: tuple[Criterion, ...]) -> Side:
    if one in failed:
        return Side.AGAINST
    return Side.UNKNOWN if one in unsure else Side.FOR


def _extras(case: Case, scored: Mapping[str, int]) -> Iterator[Reason]:
    """What adds or takes points without ruling anything out."""
    need, places = case.need, case.places
    if scored["wished"]:
        near = sorted(need.wishes & frozenset().union(*(place.chains for place in places)))
        says = f"相邻有希望靠近的产业：{'、'.join(near)}"
        yield Reason("wished", Side.FOR, says, scored["wished"], "项目需求：产业链")
    if scored["tax"]:
        yield Reason("above", Side.FOR, "亩均税收高于门槛", scored["tax"], "园区准入门槛")
    for key, word in (("conditional", "有条件准入"), ("opinion", "须征求意见")):
        for touch in ruling(case, key) if scored[key] else ():
            asks = f"，{touch.asks}" if touch.asks else ""
            says = f"触及{touch.zone}（{touch.kind}），{word}{asks}"
            yield Reason(key, Side.UNKNOWN, says, scored[key], touch.basis)
    yield from _of_time(case, scored["expected"])
    if scored["joined"]:
        yield Reason("joined", Side.UNKNOWN, _joined(case), scored["joined"], "拆并")
    if scored["split"]:
        says = "须先分割地块" if need.on == "land" else "须先从这一层划出来"
        yield Reason("split", Side.UNKNOWN, says, scored["split"], "拆并")


def _of_time(case: Case, points: int) -> Iterator[Reason]:
    """From which day it is free, where nobody asked for one, and why that is not certain."""
    days = [place.free_from for place in case.places if place.free_from]
    from_day = f"{max(days)}起可供" if days else "现在可供"
    told = dict.fromkeys(place.expected for place in case.places if place.expected)
    if told:
        says = f"{from_day}，还不确定：{'；'.join(told)}"
        yield Reason("expected", Side.UNKNOWN, says, points, "登记的预计日期")
    elif days and case.need.by is None:
        yield Reason("from", Side.FOR, from_day, 0, "登记的可供日期")


def _joined(case: Case) -> str:
    """What has to be put together: neighbours, or parts of one place that come free one by one."""
    spots = len({place.spot for place in case.places})
    if spots == 1:
        return f"同一处分{len(case.places)}次腾出，到最后一次才能全部交付"
    if case.need.on == "land":
        return f"须把{spots}个相邻地块合并供应"
    if any(place.tells_neighbours for place in case.places):
        return f"须把登记为隔墙相邻的{spots}个单元合租"
    return f"须把同层按编号相邻的{spots}个单元合租，请核对平面图"
