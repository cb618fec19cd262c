"""Lots: every way in which places may be given, a plot by itself or neighbours joined into one.

Of a joined lot all plots but the last are taken whole, the rest comes off the last; which plot is
the last makes lots of their own. The arrays have one row a lot, single places first, in the order
of their keys, so that the same places make the same rows however they come.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from yinfeng.lexicon.siting import SitingRules
from yinfeng.siting.places import CONDITIONAL, FORBIDDEN, OPINION, Place

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lots:
    """All lots as arrays; `members` are rows of `places`, the last plot first, -1 where none."""

    places: tuple[Place, ...]
    rules: SitingRules
    members: npt.NDArray[np.int32]
    free: Ints
    area: Ints
    whole: Ints
    least: Ints
    splits: Flags
    on_land: Flags
    floor_height: Floats
    load: Floats
    power: Floats
    environment: Floats
    free_from: Ints
    expected: Flags
    investment: Floats
    tax: Floats
    forbidden: Flags
    conditional: Ints
    opinion: Ints
    has_pipe: dict[str, Flags]
    knows_pipes: Flags
    near: dict[str, Flags]
    inside: dict[str, Flags]
    beside: tuple[frozenset[int], ...]
    units: tuple[str, ...]
    unit: Ints

    @property
    def last(self) -> Ints:
        """The free area of the last plot of each lot."""
        return self.free - self.whole

    def __len__(self) -> int:
        return len(self.free)

    def of(self, row: int) -> tuple[Place, ...]:
        """The places of a lot, the last plot first."""
        return tuple(self.places[int(one)] for one in self.members[row] if one >= 0)


def lots_of(places: Iterable[Place], rules: SitingRules, projects: Collection[str] = ()) -> Lots:
    """The lots that the places make; what is promised to *projects* counts as free for them."""
    ordered = tuple(sorted(places, key=lambda place: place.key))
    if len({place.key for place in ordered}) < len(ordered):
        raise ValueError("两个地块用了同一个编号")
    free = np.array([_free(place, projects) for place in ordered], dtype=np.int64)
    beside = _beside(ordered)
    groups = list(_groups(ordered, free, beside, rules.most_joined))
    members = _members(ordered, groups, rules.most_joined)
    return _table(ordered, rules, free, members, beside)


def _free(place: Place, projects: Collection[str]) -> int:
    promised = sum(one.area for one in place.promises if one.project not in projects)
    if promised and not place.splits:
        return 0
    return max(0, place.area - promised)


def _beside(places: Sequence[Place]) -> tuple[frozenset[int], ...]:
    """The rows of the places with a common edge, whichever of the two says so."""
    rows = {place.key: row for row, place in enumerate(places)}
    beside: list[set[int]] = [set() for _ in places]
    for row, place in enumerate(places):
        for other in (rows[key] for key in place.neighbours if key in rows):
            if other != row:
                beside[row].add(other)
                beside[other].add(row)
    return tuple(map(frozenset, beside))


def _groups(
    places: Sequence[Place], free: Ints, beside: Sequence[frozenset[int]], most: int
) -> Iterator[tuple[int, ...]]:
    """Neighbours that may be joined, each set once: pairs, then sets that hang together."""
    joins = [bool(place.joins and free[row] > 0) for row, place in enumerate(places)]
    near = [
        [other for other in sorted(touching) if joins[other] and _alike(places[row], places[other])]
        if joins[row]
        else []
        for row, touching in enumerate(beside)
    ]
    wave: set[tuple[int, ...]] = {(row,) for row, touching in enumerate(near) if touching}
    for _ in range(most - 1):
        wave = {
            tuple(sorted((*group, other)))
            for group in wave
            for row in group
            for other in near[row]
            if other not in group
        }
        yield from sorted(wave)


def _alike(one: Place, other: Place) -> bool:
    same = one.park == other.park and one.unit == other.unit
    return same and one.on == other.on


def _members(
    places: Sequence[Place], groups: Sequence[tuple[int, ...]], most: int
) -> npt.NDArray[np.int32]:
    rows: list[tuple[int, ...]] = [(row,) for row in range(len(places))]
    for group in groups:
        # Whichever plot that may not be split comes last, the whole is taken: one order will do.
        whole = [one for one in group if not places[one].splits][:1]
        lasts = [one for one in group if places[one].splits or one in whole]
        rows += [(last, *(one for one in group if one != last)) for last in lasts]
    table = np.full((len(rows), most), -1, dtype=np.int32)
    for size in range(1, most + 1):
        at = [number for number, row in enumerate(rows) if len(row) == size]
        if at:
            table[at, :size] = [rows[number] for number in at]
    return table


def _table(
    places: tuple[Place, ...],
    rules: SitingRules,
    free: Ints,
    members: npt.NDArray[np.int32],
    beside: tuple[frozenset[int], ...],
) -> Lots:
    join = _Join(members)
    area = np.array([place.area for place in places], dtype=np.int64)
    total = join.sums(free)
    smallest = join.least(free.astype(np.float64), np.inf)
    classes = range(len(rules.environments))
    rank = {one.key: float(number) for number, one in enumerate(rules.environments)}
    units = sorted({place.unit for place in places})
    numbers = {unit: number for number, unit in enumerate(units)}
    days = [place.free_from.toordinal() if place.free_from else 0 for place in places]
    return Lots(
        places=places,
        rules=rules,
        members=members,
        free=total,
        area=join.sums(area),
        whole=total - free[members[:, 0]],
        least=total - smallest.astype(np.int64),
        splits=np.array([place.splits for place in places], dtype=bool)[members[:, 0]],
        on_land=np.array([place.on == "land" for place in places], dtype=bool)[members[:, 0]],
        floor_height=join.least(_numbers(place.floor_height for place in places), np.nan),
        load=join.least(_numbers(place.load for place in places), np.nan),
        power=join.most(_numbers(place.power for place in places), np.nan),
        environment=join.least(
            np.array([rank.get(place.environment, np.nan) for place in places]), np.nan
        ),
        free_from=join.most(np.array(days, dtype=np.float64), 0).astype(np.int64),
        expected=join.any(np.array([bool(place.expected) for place in places], dtype=bool)),
        investment=join.most(_numbers(place.investment_a_mu for place in places), np.nan),
        tax=join.most(_numbers(place.tax_a_mu for place in places), np.nan),
        forbidden=np.stack(
            [join.sums(_touching(places, rules, FORBIDDEN, one)) > 0 for one in classes]
        ),
        conditional=np.stack(
            [join.sums(_touching(places, rules, CONDITIONAL, one)) for one in classes]
        ),
        opinion=np.stack([join.sums(_touching(places, rules, OPINION, one)) for one in classes]),
        has_pipe={key: join.any(_has(places, key)) for key in rules.pipes},
        knows_pipes=join.any(np.array([place.pipes is not None for place in places], dtype=bool)),
        near=_by_word(join, [place.chains for place in places]),
        inside=_by_word(join, [place.inside for place in places], every=True),
        beside=beside,
        units=tuple(units),
        # Neighbours of several units are not joined: the last place speaks for the lot.
        unit=np.array([numbers[place.unit] for place in places], dtype=np.int64)[members[:, 0]],
    )


@dataclass(frozen=True, slots=True)
class _Join:
    """How what single places have comes to what a lot has."""

    members: npt.NDArray[np.int32]

    def _of(self, single: npt.NDArray[np.generic], nothing: float) -> npt.NDArray[np.generic]:
        padded = np.append(single, np.array([nothing], dtype=single.dtype))
        found: npt.NDArray[np.generic] = padded[self.members]
        return found

    def sums(self, single: Ints) -> Ints:
        """The sum over the places of each lot."""
        found: Ints = self._of(single, 0).astype(np.int64).sum(axis=1)
        return found

    def any(self, single: Flags) -> Flags:
        """Whether some place of the lot has it."""
        return np.asarray(self._of(single, 0).astype(bool).any(axis=1), dtype=np.bool_)

    def least(self, single: Floats, nothing: float) -> Floats:
        """The least of the lot; unknown where that of all its places is."""
        found: Floats = np.fmin.reduce(self._of(single, nothing).astype(np.float64), axis=1)
        return found

    def most(self, single: Floats, nothing: float) -> Floats:
        """The most of the lot; unknown where that of all its places is."""
        found: Floats = np.fmax.reduce(self._of(single, nothing).astype(np.float64), axis=1)
        return found


def _numbers(given: Iterable[Decimal | None]) -> Floats:
    return np.array([np.nan if one is None else float(one) for one in given], dtype=np.float64)


def _touching(places: Sequence[Place], rules: SitingRules, rule: str, rank: int) -> Ints:
    """How many zones with that rule each place touches, for a project of that environment."""
    found = [
        len(
            {
                touch.zone
                for touch in place.touches
                if touch.rule == rule
                and (not touch.since_environment or rules.rank(touch.since_environment) <= rank)
            }
        )
        if place.touches
        else 0
        for place in places
    ]
    return np.array(found, dtype=np.int64)


def _has(places: Sequence[Place], pipe: str) -> Flags:
    return np.array([pipe in (place.pipes or ()) for place in places], dtype=bool)


def _by_word(
    join: _Join, words: Sequence[frozenset[str]], *, every: bool = False
) -> dict[str, Flags]:
    """Which lots have each word, of some of their places or of every one."""
    found = {}
    for word in sorted(set().union(*words)):
        single = np.array([word in one for one in words], dtype=bool)
        found[word] = ~join.any(~single) if every else join.any(single)
    return found
