"""What is asked of a lot, one criterion each: does the lot fail it, and is that known at all.

A criterion looks at many lots at once; `says` puts the figures of one lot into words, as
“层高6米，不到要求的9米”. What `gives_way` is a need that a project could change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from yinfeng.siting.lots import Flags, Floats, Ints, Lots
from yinfeng.siting.needs import SQUARE_METRES_A_MU, Need

_A_MU = float(SQUARE_METRES_A_MU)
Answer = tuple[Flags, Flags]


@dataclass(frozen=True, slots=True)
class Sight:
    """The lots that are looked at for a need: their rows, and what the need would take of each."""

    need: Need
    lots: Lots
    rows: Ints
    take: Ints

    @property
    def rank(self) -> int:
        """The class of environment of the need; one that says nothing burdens nothing."""
        return self.lots.rules.rank(self.need.environment) if self.need.environment else 0

    def nobody(self) -> Flags:
        """No lot."""
        return np.zeros(len(self.rows), dtype=bool)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing asked: its name, who could give way, and the test over many lots."""

    key: str
    label: str
    gives_way: bool
    is_asked: Callable[[Need], bool]
    test: Callable[[Sight], Answer]


def taken(need: Need, lots: Lots, rows: Ints) -> Ints:
    """What the need takes of each lot: all but the last plot whole, of the last what is missing."""
    last = lots.last[rows]
    wanted = np.maximum(need.low - lots.whole[rows], 0)
    lot = lots.rules.smallest_lot if need.on == "land" else 1
    cut = np.minimum(np.maximum(wanted, lot), last)
    found: Ints = lots.whole[rows] + np.where(lots.splits[rows], cut, last)
    return found


def _kind(sight: Sight) -> Answer:
    return sight.lots.on_land[sight.rows] != (sight.need.on == "land"), sight.nobody()


def _reach(sight: Sight) -> Answer:
    """Whose land it is: what another unit holds, the project's own unit cannot promise."""
    units = sight.lots.units
    own = [at for at, unit in enumerate(units) if unit.startswith(sight.need.within)]
    return ~np.isin(sight.lots.unit[sight.rows], own), sight.nobody()


def _promised(sight: Sight) -> Answer:
    lots, rows, low = sight.lots, sight.rows, sight.need.low
    return (lots.free[rows] < low) & (lots.area[rows] >= low), sight.nobody()


def _area(sight: Sight) -> Answer:
    lots, rows, need = sight.lots, sight.rows, sight.need
    too_small = lots.area[rows] < need.low
    # Where the free rest suffices but no cut between the bounds can be made.
    too_large = (lots.free[rows] >= need.low) & (sight.take > need.high)
    return too_small | too_large, sight.nobody()


def _time(sight: Sight) -> Answer:
    assert sight.need.by is not None
    return sight.lots.free_from[sight.rows] > sight.need.by.toordinal(), sight.nobody()


def _at_least(has: Floats, wanted: Decimal) -> Answer:
    unknown = np.isnan(has)
    return ~unknown & (has < float(wanted)), unknown


def _floor_height(sight: Sight) -> Answer:
    assert sight.need.floor_height is not None
    return _at_least(sight.lots.floor_height[sight.rows], sight.need.floor_height)


def _load(sight: Sight) -> Answer:
    assert sight.need.load is not None
    return _at_least(sight.lots.load[sight.rows], sight.need.load)


def _power(sight: Sight) -> Answer:
    assert sight.need.power is not None
    return _at_least(sight.lots.power[sight.rows], sight.need.power)


def _pipe(key: str) -> Callable[[Sight], Answer]:
    def test(sight: Sight) -> Answer:
        known = sight.lots.knows_pipes[sight.rows]
        return known & ~sight.lots.has_pipe[key][sight.rows], ~known

    return test


def _environment(sight: Sight) -> Answer:
    admits = sight.lots.environment[sight.rows]
    unknown = np.isnan(admits)
    return ~unknown & (admits < sight.rank), unknown


def _inside(sight: Sight) -> Answer:
    failing = sight.nobody()
    for kind in sight.need.inside:
        inside = sight.lots.inside.get(kind)
        failing = failing | ~(sight.nobody() if inside is None else inside[sight.rows])
    return failing, sight.nobody()


def _forbidden(sight: Sight) -> Answer:
    return sight.lots.forbidden[sight.rank][sight.rows], sight.nobody()


def _a_mu(total: Decimal | None, threshold: Floats, take: Ints) -> Answer:
    asked = ~np.isnan(threshold)
    if total is None:
        return np.zeros(len(take), dtype=bool), asked
    # Multiplied out: a quotient of floating numbers would fail a threshold that is just met.
    enough = float(total) * _A_MU + 1e-6 >= threshold * take
    return asked & ~enough, np.zeros(len(take), dtype=bool)


def _investment(sight: Sight) -> Answer:
    return _a_mu(sight.need.investment, sight.lots.investment[sight.rows], sight.take)


def _tax(sight: Sight) -> Answer:
    return _a_mu(sight.need.tax, sight.lots.tax[sight.rows], sight.take)


def near_any(sight: Sight, chains: frozenset[str]) -> Flags:
    """Which lots have a firm of one of these chains beside or on them."""
    found = sight.nobody()
    for chain in chains:
        near = sight.lots.near.get(chain)
        if near is not None:
            found |= near[sight.rows]
    return found


def _avoided(sight: Sight) -> Answer:
    return near_any(sight, sight.need.avoids), sight.nobody()


def _always(need: Need) -> bool:  # noqa: ARG001
    return True


def _asks_pipe(key: str) -> Callable[[Need], bool]:
    return lambda need: key in need.pipes


def criteria(pipes: tuple[tuple[str, str], ...]) -> tuple[Criterion, ...]:
    """All criteria in the order in which a page names them."""
    return (
        Criterion("kind", "用地还是厂房", False, _always, _kind),
        Criterion("reach", "属地", False, lambda need: bool(need.within), _reach),
        Criterion("forbidden", "管控区", False, _always, _forbidden),
        Criterion("promised", "已承诺", False, _always, _promised),
        Criterion("inside", "须在区内", False, lambda need: bool(need.inside), _inside),
        Criterion("area", "面积", True, _always, _area),
        Criterion("time", "时间", True, lambda need: need.by is not None, _time),
        Criterion(
            "height", "层高", True, lambda need: need.floor_height is not None, _floor_height
        ),
        Criterion("load", "荷载", True, lambda need: need.load is not None, _load),
        Criterion("power", "用电", True, lambda need: need.power is not None, _power),
        *(
            Criterion(f"pipe-{key}", label, True, _asks_pipe(key), _pipe(key))
            for key, label in pipes
        ),
        Criterion(
            "environment", "环境类别", True, lambda need: bool(need.environment), _environment
        ),
        Criterion("investment", "亩均投资", True, lambda need: need.on == "land", _investment),
        Criterion("tax", "亩均税收", True, lambda need: need.on == "land", _tax),
        Criterion("avoided", "避让产业", True, lambda need: bool(need.avoids), _avoided),
    )
