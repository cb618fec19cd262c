"""A need against lots: which criteria each fails, what is unknown, and its points."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from yinfeng.siting.criteria import Criterion, Sight, criteria, near_any, taken
from yinfeng.siting.lots import Flags, Floats, Ints, Lots
from yinfeng.siting.needs import SQUARE_METRES_A_MU, Need

_A_MU = float(SQUARE_METRES_A_MU)


@dataclass(frozen=True, slots=True)
class Judged:
    """The lots of some rows, judged for a need; bit n of `broken` stands for `asked[n]`."""

    need: Need
    asked: tuple[Criterion, ...]
    rows: Ints
    take: Ints
    broken: Ints
    unknown: Ints
    points: Ints

    @property
    def fits(self) -> Flags:
        """Which of them fail nothing."""
        found: Flags = self.broken == 0
        return found

    def failed(self, at: int) -> tuple[Criterion, ...]:
        """What the lot at that position fails."""
        bits = int(self.broken[at])
        return tuple(one for number, one in enumerate(self.asked) if bits >> number & 1)

    def unsure(self, at: int) -> tuple[Criterion, ...]:
        """What is not known of the lot at that position."""
        bits = int(self.unknown[at])
        return tuple(one for number, one in enumerate(self.asked) if bits >> number & 1)


def judge(need: Need, lots: Lots, rows: Ints | None = None) -> Judged:
    """The lots of these rows, or all that are worth a look, judged for the need."""
    rows = looked_at(need, lots) if rows is None else rows
    take = taken(need, lots, rows)
    sight = Sight(need, lots, rows, take)
    asked = tuple(one for one in criteria(tuple(lots.rules.pipes.items())) if one.is_asked(need))
    broken, unknown = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
    for number, criterion in enumerate(asked):
        failing, unsure = criterion.test(sight)
        broken |= failing.astype(np.int64) << number
        unknown |= unsure.astype(np.int64) << number
    return Judged(need, asked, rows, take, broken, unknown, _points(sight, unknown))


def looked_at(need: Need, lots: Lots) -> Ints:
    """The rows of single places, and of joined ones from which no plot could be left out."""
    singles = len(lots.places)
    joined = np.flatnonzero(lots.least[singles:] < need.low) + singles
    return np.concatenate([np.arange(singles, dtype=np.int64), joined])


def fitting(need: Need, lots: Lots) -> Judged:
    """Only the lots that fail nothing: each criterion looks at what the ones before it left."""
    rows = looked_at(need, lots)
    rows = rows[(lots.free[rows] >= need.low) & (lots.on_land[rows] == (need.on == "land"))]
    take = taken(need, lots, rows)
    rows = rows[take <= need.high]
    for criterion in criteria(tuple(lots.rules.pipes.items())):
        if criterion.is_asked(need):
            failing, _ = criterion.test(Sight(need, lots, rows, taken(need, lots, rows)))
            rows = rows[~failing]
    return judge(need, lots, rows)


def parts(sight: Sight, unknown: Ints) -> Mapping[str, Ints]:
    """The points of each lot, one part a reason; their sum is the lot's score."""
    need, lots, rows, take = sight.need, sight.lots, sight.rows, sight.take
    points, costs = lots.rules.points, lots.rules.costs
    joined = (lots.members[rows] >= 0).sum(axis=1).astype(np.int64) - 1
    early = need.by is not None
    ahead = lots.free_from[rows] <= (need.by.toordinal() if need.by else 0)
    unsure = np.bitwise_count(unknown).astype(np.int64)
    return {
        "start": np.full(len(rows), points["start"], dtype=np.int64),
        "area": points["area"] * np.minimum(need.low, take) // np.maximum(take, 1),
        "wished": points["wished"] * near_any(sight, need.wishes).astype(np.int64),
        "tax": _above(need, lots.tax[rows], take, points["tax"]),
        "early": points["early"] * (ahead & early).astype(np.int64),
        "conditional": -costs["conditional"] * lots.conditional[sight.rank][rows],
        "opinion": -costs["opinion"] * lots.opinion[sight.rank][rows],
        "expected": -costs["expected"] * lots.expected[rows].astype(np.int64),
        "unknown": -costs["unknown"] * unsure,
        "joined": -costs["joined"] * joined,
        "split": -costs["split"] * (take < lots.free[rows]).astype(np.int64),
    }


def _above(need: Need, threshold: Floats, take: Ints, most: int) -> Ints:
    """How far the tax of a mu lies above the threshold, up to twice as much."""
    if need.tax is None or need.on != "land":
        return np.zeros(len(take), dtype=np.int64)
    wanted = np.nan_to_num(threshold, nan=np.inf) * take / _A_MU
    above = np.clip(float(need.tax) / np.maximum(wanted, 1e-9) - 1, 0, 1)
    found: Ints = np.floor(above * most + 1e-9).astype(np.int64)
    return found


def _points(sight: Sight, unknown: Ints) -> Ints:
    total: Ints = np.sum(list(parts(sight, unknown).values()), axis=0, dtype=np.int64)
    return total
