"""The best placement of many projects, with a bound that is proven for all offers.

Prices of places give a first bound. Any placement with an offer whose gain at these prices is
poorer by *d* than the best of its project is worth at most the bound less *d*; so offers poorer
than some slack may be left out, and no placement with one of them is worth more than the bound
less that slack. The larger of this and what the solver proves of the offers kept holds for all.
"""

from dataclasses import dataclass

import numpy as np

from yinfeng.siting.clashes import clashing, forbidden, settled
from yinfeng.siting.filling import Filling, greedy
from yinfeng.siting.improving import improved
from yinfeng.siting.lots import Floats, Ints
from yinfeng.siting.offers import Offers
from yinfeng.siting.pricing import Priced, priced
from yinfeng.siting.programs import Either, whole

# What one program may hold: a larger one is slower than what it could still gain is worth.
_MOST_KEPT = 2_000
_FEW = 700
_ROUNDS_OF_CLASHES = 40
_SURE = 1e-6


@dataclass(frozen=True, slots=True)
class Found:
    """A placement: the offer of each project that has one, and what is proven of all others."""

    chosen: dict[int, int]
    value: int
    bound: int
    greedy: int
    prices: Floats
    proven: float

    @property
    def gap(self) -> float:
        """By how much, at most, another placement could be better, as a share of the bound."""
        return (self.bound - self.value) / self.bound if self.bound else 0.0


def placed(offers: Offers) -> Found:
    """The best placement found, never worse than the greedy one."""
    plain = greedy(offers)
    at = priced(offers)
    best = max(plain, _rounded(offers, at), key=lambda one: one.value)
    lost = poorer(offers, at.prices)
    wanted = offers.lots.rules.search.gap / 10_000
    if at.bound - best.value > wanted * at.bound:
        best = improved(offers, best, lost)
    kept, slack = _worth_keeping(lost, at.bound - best.value)
    bound = at.bound
    if len(kept) <= _MOST_KEPT and bound - best.value >= 1:
        best, proven = _searched(offers, kept, best)
        bound = min(bound, max(proven, at.bound - slack))
    return Found(
        chosen=dict(sorted(best.chosen.items())),
        value=best.value,
        bound=max(int(np.floor(bound + _SURE)), best.value),
        greedy=plain.value,
        prices=at.prices,
        proven=at.bound,
    )


def poorer(offers: Offers, prices: Floats) -> Floats:
    """By how much each offer gains less than the best choice of its project, which may be none."""
    gains = offers.value - offers.costs(prices)
    best = np.maximum(offers.best(gains), 0)
    found: Floats = best[offers.project] - gains
    return found


def _rounded(offers: Offers, at: Priced) -> Filling:
    """What comes of taking the offers with the greatest shares in the program."""
    order = np.argsort(-at.shares, kind="stable")
    filling = Filling(offers)
    for offer in at.kept[order[: int((at.shares > _SURE).sum())]]:
        filling.take(int(offer))
    return settled(offers, filling.chosen.values())


def _worth_keeping(lost: Floats, slack: float) -> tuple[Ints, float]:
    """The offers that may be part of something better, as many as one program holds; and slack."""
    kept = np.flatnonzero(lost <= slack)
    if len(kept) > _MOST_KEPT:
        order = kept[np.argsort(lost[kept], kind="stable")]
        slack = float(lost[order[_MOST_KEPT]])
        kept = np.sort(order[:_MOST_KEPT])
    return kept, slack


def _searched(offers: Offers, kept: Ints, best: Filling) -> tuple[Filling, float]:
    """The best placement of the offers kept, and the bound that the solver proves of them."""
    either: list[Either] = []
    proven = float("inf")
    nodes = offers.lots.rules.search.nodes
    for _ in range(_ROUNDS_OF_CLASHES if len(kept) <= _FEW else 1):
        solved = whole(offers, kept, either, best.chosen, nodes=nodes)
        proven = min(proven, solved.bound)
        wanted = [int(one) for one in kept[solved.shares > 0.5]]
        found = settled(offers, wanted)
        if found.value > best.value:
            best = found
        against = {(one, other) for one, other, _ in clashing(offers, wanted)}
        if not against or proven - best.value < 1:
            break
        either += forbidden(offers, kept.tolist(), against)
    return best, proven
