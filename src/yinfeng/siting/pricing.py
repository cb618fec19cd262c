"""Prices of places: what each is worth to the projects that want it, and what that proves.

A price goes up where more is wanted than there is. Whatever the prices are, `Offers.bound` of them
holds for all offers; good prices make it sharp. First prices are found by raising and lowering,
the last ones by linear programs that offers are added to until no offer left out would gain.
"""

from dataclasses import dataclass

import numpy as np

from yinfeng.siting.lots import Floats, Ints
from yinfeng.siting.offers import WAYS, Offers
from yinfeng.siting.programs import relaxed

_ADDED = 6
_PROGRAMS = 12
# So many offers are looked at while prices are raised; more of them, fewer rounds.
_LOOKED_AT = 40_000_000
_SHARP = 5e-4


@dataclass(frozen=True, slots=True)
class Priced:
    """The best prices found, what they prove, the offers that mattered and their shares."""

    prices: Floats
    bound: float
    kept: Ints
    shares: Floats


def priced(offers: Offers) -> Priced:
    """Prices at which hardly any offer left out of the program would gain."""
    search = offers.lots.rules.search
    prices, bound, kept = _raised(offers, search.rounds, search.columns)
    shares = np.zeros(len(kept))
    for _ in range(_PROGRAMS if len(kept) else 0):
        solved = relaxed(offers, kept)
        shares = solved.shares
        proven = offers.bound(solved.prices)
        if proven < bound:
            prices, bound = solved.prices, proven
        if proven <= solved.bound * (1 + _SHARP) + 0.01:
            break
        more = _gaining(offers, solved.prices, kept)
        if not len(more):
            break
        kept = np.union1d(kept, more)
        shares = np.zeros(len(kept))
    return Priced(prices, bound, kept, shares)


def _raised(offers: Offers, rounds: int, columns: int) -> tuple[Floats, float, Ints]:
    """First prices, by steps that grow shorter; and the offers that projects wanted on the way."""
    places = len(offers.lots.places)
    prices, best = np.zeros((WAYS, places)), np.zeros((WAYS, places))
    bound = offers.bound(prices)
    wanted = [_first(offers, offers.value.astype(np.float64), columns)]
    step = float(np.median(offers.value)) if len(offers) else 0.0
    for number in range(min(rounds, _LOOKED_AT // max(len(offers), 1) + 2)):
        gains = offers.value - offers.costs(prices)
        chosen = _dearest(offers, gains)
        wanted.append(chosen)
        asked = _asked(offers, chosen[gains[chosen] > 0])
        step_now = step / (2 + number) * np.clip(asked - 1, -1, 2)
        prices[0] = np.maximum(prices[0] + step_now, 0)
        proven = offers.bound(prices)
        if proven < bound:
            best, bound = prices.copy(), proven
    wanted.append(_first(offers, offers.value - offers.costs(best), columns))
    return best, bound, np.unique(np.concatenate(wanted))


def _dearest(offers: Offers, gains: Floats) -> Ints:
    """The offer of each project with the highest gain; of equal ones another for each project."""
    spread = gains + (offers.lot * 7919 + offers.project * 104729) % 65536 * 1e-9
    return np.flatnonzero(spread == offers.best(spread)[offers.project])


def _asked(offers: Offers, chosen: Ints) -> Floats:
    """How much of each place the chosen offers would take, the whole being one."""
    lots = offers.lots
    places = len(lots.places)
    members = lots.members[offers.lot[chosen]]
    share = offers.cut[chosen] / np.maximum(lots.free[members[:, 0]], 1)
    asked = np.bincount(members[:, 0], weights=share, minlength=places)[:places].astype(np.float64)
    rest = members[:, 1:]
    wholes = np.bincount(rest[rest >= 0].astype(np.int64), minlength=places)[:places]
    return asked + wholes.astype(np.float64)


def _first(offers: Offers, gains: Floats, count: int) -> Ints:
    """The offers of each project with the highest gains; equal ones are spread over the lots."""
    spread = gains + (offers.lot * 7919 + offers.project * 104729) % 65536 * 1e-9
    found = []
    for project in range(len(offers.needs)):
        rows = offers.of(project)
        best = np.arange(rows.start, rows.stop)
        if len(best) > count:
            best = best[np.argpartition(-spread[rows], count - 1)[:count]]
        found.append(np.sort(best))
    return np.concatenate([np.zeros(0, dtype=np.int64), *found]).astype(np.int64)


def _gaining(offers: Offers, prices: Floats, kept: Ints) -> Ints:
    """Offers left out so far that beat the best ones kept at these prices."""
    gains = offers.value - offers.costs(prices)
    have = np.zeros(len(offers.needs))
    np.maximum.at(have, offers.project[kept], gains[kept])
    better = gains > have[offers.project] + 1e-6
    better[kept] = False
    rows = np.flatnonzero(better)
    order = rows[np.lexsort((rows, -gains[rows], offers.project[rows]))]
    place = np.arange(len(order)) - np.searchsorted(offers.project[order], offers.project[order])
    return np.sort(order[place < _ADDED]).astype(np.int64)
