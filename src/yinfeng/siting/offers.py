"""Every offer there is: each lot that fits each project, and what it would take of which place.

One row an offer, ordered by project and lot. Nothing is left out: prices are laid on all offers,
so that what is proven of them holds for the whole problem.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from yinfeng.siting.judging import fitting
from yinfeng.siting.lots import Floats, Ints, Lots
from yinfeng.siting.needs import Need

# Ways of reckoning how much of a place is taken; see `weights`.
WAYS = 4


@dataclass(frozen=True, slots=True)
class Offers:
    """Offers as arrays; those of project *i* are rows `starts[i]` to `starts[i + 1]`."""

    needs: tuple[Need, ...]
    lots: Lots
    starts: Ints
    project: Ints
    lot: Ints
    cut: Ints
    value: Ints

    def __len__(self) -> int:
        return len(self.lot)

    def of(self, project: int) -> slice:
        """The rows of one project's offers."""
        return slice(int(self.starts[project]), int(self.starts[project + 1]))

    def uses(self, offer: int) -> dict[int, int]:
        """Square metres taken, by row of the place; of all but the last plot the whole."""
        lot = int(self.lot[offer])
        rows = [int(one) for one in self.lots.members[lot] if one >= 0]
        single = self.lots.free
        return {rows[0]: int(self.cut[offer]), **{row: int(single[row]) for row in rows[1:]}}

    def weights(self, offers: Ints, number: int) -> Floats:
        """How much of its last place each offer takes, in the sense of one way of reckoning.

        Way 0 is the plain share. Way k counts what takes more than 1/(k+1) as 1/k and so on: where
        shares add up to one at most, so do these (dual feasible functions), and prices on them know
        that a place does not hold one and a half factories.
        """
        free = np.maximum(self.lots.free[self.lots.members[self.lot[offers], 0]], 1)
        cut = self.cut[offers]
        if number == 0:
            plain: Floats = cut / free
            return plain
        times = (number + 1) * cut
        found: Floats = np.where(times % free == 0, cut / free, times // free / number)
        return found

    def costs(self, prices: Floats) -> Floats:
        """What each offer costs where the whole of each place has a price, one for each way."""
        lots = self.lots
        padded = np.append(prices, np.zeros((WAYS, 1)), axis=1)
        whole = padded.sum(axis=0)[lots.members[:, 1:]].sum(axis=1)
        last = lots.members[self.lot, 0]
        everything = np.arange(len(self), dtype=np.int64)
        found: Floats = whole[self.lot]
        for number in range(WAYS):
            if prices[number].any():
                found = found + padded[number][last] * self.weights(everything, number)
        return found

    def best(self, gains: Floats) -> Floats:
        """The highest gain of each project; nothing where it has no offer."""
        found = np.zeros(len(self.needs))
        busy = np.flatnonzero(np.diff(self.starts))
        if len(busy):
            found[busy] = np.maximum.reduceat(gains, self.starts[busy])
        return found

    def bound(self, prices: Floats) -> float:
        """No placement is worth more than this, whatever the prices, so long as none is negative.

        Each project pays for what it takes; the places together cost no more than all their prices.
        """
        gains = self.value - self.costs(prices)
        return float(np.maximum(self.best(gains), 0).sum() + prices.sum())


def offers_of(needs: Sequence[Need], lots: Lots) -> Offers:
    """All offers to the needs, which come ordered by key."""
    found = [fitting(need, lots) for need in needs]
    counts = [len(one.rows) for one in found]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    values = [
        np.maximum(lots.rules.seat(need.priority) + one.points, 1)
        for need, one in zip(needs, found, strict=True)
    ]
    nothing = [np.zeros(0, dtype=np.int64)]
    lot = np.concatenate([*(one.rows for one in found), *nothing])
    take = np.concatenate([*(one.take for one in found), *nothing])
    return Offers(
        needs=tuple(needs),
        lots=lots,
        starts=starts,
        project=np.repeat(np.arange(len(needs), dtype=np.int64), counts),
        lot=lot,
        cut=take - lots.whole[lot],
        value=np.concatenate([*values, *nothing]),
    )
