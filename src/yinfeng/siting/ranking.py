"""One project against all lots: what fits, what nearly fits, and which needs would give way.

A need gives way where a lot fails nothing else. Of all sets of needs with which some lot would fit,
those are named that hold no smaller one; the smallest come first, each with the least change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from yinfeng.siting.criteria import Criterion
from yinfeng.siting.judging import Judged, judge
from yinfeng.siting.lots import Flags, Floats, Ints, Lots
from yinfeng.siting.needs import Need
from yinfeng.siting.reasons import Lot, lot_at

_SETS = 6


@dataclass(frozen=True, slots=True)
class GivingWay:
    """Needs that would have to give way together, how many lots would then fit, and the best."""

    needs: tuple[Criterion, ...]
    lots: int
    best: Lot

    @property
    def says(self) -> str:
        """What would have to be changed, by the figures of the best lot."""
        keys = {one.key for one in self.needs}
        return "；".join(one.says for one in self.best.reasons if one.key in keys)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a project is offered: how many lots fit, the best of them, the nearest of the others."""

    looked_at: int
    fitting: int
    best: tuple[Lot, ...]
    near: tuple[Lot, ...]
    giving_way: tuple[GivingWay, ...]
    failed: tuple[tuple[str, int], ...]
    # How many fit by each day on which one comes free; None is now.
    by_day: tuple[tuple[date | None, int], ...] = ()


def ranking(need: Need, lots: Lots, *, most: int = 50, near: int = 20) -> Ranking:
    """The lots for one project, the best first; equals in the order of their keys."""
    judged = judge(need, lots)
    order = np.lexsort((judged.rows, -judged.points))
    fits = judged.fits[order]
    best, others = order[fits], order[~fits & _of_its_kind(judged)[order]]
    fewest = np.lexsort((_missing(judged, lots)[others], _failures(judged)[others]))
    able = ~_fixed(judged)[others][fewest]
    nearest = others[fewest]
    # What only a need stands against comes before what a zone or a promise keeps closed.
    nearest = np.concatenate([nearest[able], nearest[~able]])
    return Ranking(
        looked_at=len(lots.places),
        fitting=int(fits.sum()),
        best=_shown(judged, lots, best[:most]),
        near=_shown(judged, lots, _each_once(judged, lots, nearest, near)),
        giving_way=() if len(best) else _giving_way(judged, lots, nearest[: int(able.sum())]),
        failed=_counted(judged, len(lots.places)),
        by_day=_by_day(lots.free_from[judged.rows[best]]),
    )


def _shown(judged: Judged, lots: Lots, at: Ints) -> tuple[Lot, ...]:
    return tuple(lot_at(judged, lots, int(one)) for one in at)


def _of_its_kind(judged: Judged) -> Flags:
    """Which lots are land where land is asked for, or floors where floors are."""
    mask = sum(1 << n for n, one in enumerate(judged.asked) if one.key == "kind")
    found: Flags = (judged.broken & mask) == 0
    return found


def _each_once(judged: Judged, lots: Lots, at: Ints, most: int) -> Ints:
    """Of the lots with the same plots, of which another is cut in each, the first."""
    at = at[: most * lots.members.shape[1]]
    plots = np.sort(lots.members[judged.rows[at]], axis=1)
    _, first = np.unique(plots, axis=0, return_index=True)
    found: Ints = at[np.sort(first)][:most]
    return found


def _failures(judged: Judged) -> Ints:
    return np.bitwise_count(judged.broken).astype(np.int64)


def _missing(judged: Judged, lots: Lots) -> Floats:
    """By what share of what is needed a lot is too small, or its whole too large."""
    short = 1 - lots.free[judged.rows] / judged.need.low
    beyond = judged.take / judged.need.high - 1
    found: Floats = np.maximum(np.maximum(short, beyond), 0)
    return found


def _fixed(judged: Judged) -> Flags:
    """Which lots fail something that no change of the project would mend."""
    mask = sum(1 << n for n, one in enumerate(judged.asked) if not one.gives_way)
    found: Flags = (judged.broken & mask) != 0
    return found


def _giving_way(judged: Judged, lots: Lots, able: Ints) -> tuple[GivingWay, ...]:
    """The smallest sets of needs; lots come the fewest failures and the most points first."""
    at: dict[int, list[int]] = {}
    for one in able:
        at.setdefault(int(judged.broken[one]), []).append(int(one))
    smallest: list[int] = []
    for bits in sorted(at, key=lambda bits: (bits.bit_count(), bits)):
        if not any(kept & bits == kept for kept in smallest):
            smallest.append(bits)
    found = []
    for bits in smallest[:_SETS]:
        needs = tuple(one for n, one in enumerate(judged.asked) if bits >> n & 1)
        least = min(at[bits], key=lambda one: (_change(judged, lots, one, needs), one))
        found.append(GivingWay(needs, len(at[bits]), lot_at(judged, lots, least)))
    return tuple(found)


def _change(judged: Judged, lots: Lots, at: int, needs: Sequence[Criterion]) -> float:
    """How far the needs would have to go for this lot, each as a share of what was asked."""
    return sum(_share(judged, lots, at, one.key) for one in needs)


def _share(judged: Judged, lots: Lots, at: int, key: str) -> float:
    need, row, take = judged.need, int(judged.rows[at]), int(judged.take[at])
    if key == "area":
        free = int(lots.free[row])
        short = max(need.low - free, 0) / need.low
        return short or max(take - need.high, 0) / need.high
    if key == "time":
        assert need.by is not None
        return max(int(lots.free_from[row]) - need.by.toordinal(), 0) / 365
    if key in ("height", "load", "power"):
        column = {"height": "floor_height"}.get(key, key)
        wanted = float(getattr(need, column))
        return 1 - float(getattr(lots, column)[row]) / wanted if wanted else 0.0
    if key in ("investment", "tax"):
        asked = float(getattr(lots, key)[row]) * take * 3 / 2000
        return 1 - float(getattr(need, key) or 0) / asked if asked else 0.0
    return 1.0


def _by_day(days: Ints) -> tuple[tuple[date | None, int], ...]:
    """How many of the lots are free by each day; a day before our time stands for now."""
    found, counts = np.unique(days, return_counts=True)
    return tuple(
        (date.fromordinal(int(day)) if day else None, int(count))
        for day, count in zip(found, np.cumsum(counts), strict=True)
    )


def _counted(judged: Judged, singles: int) -> tuple[tuple[str, int], ...]:
    """How many single places fail each criterion, the most first."""
    broken = judged.broken[judged.rows < singles]
    counts = [
        (one.label, int((broken >> number & 1).sum())) for number, one in enumerate(judged.asked)
    ]
    return tuple(sorted((row for row in counts if row[1]), key=lambda row: -row[1]))
