"""Why a project did not get a lot: who holds it, who minds, and what it would cost everybody.

The prices of the places prove that no placement with an offer is worth more than the proven bound
less what the offer is poorer. Where the problem is small enough it is solved anew with the offer
given, which tells the cost exactly; each answer says which of the two it rests on.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from yinfeng.siting.filling import Filling
from yinfeng.siting.offers import Offers
from yinfeng.siting.placing import Found, placed, poorer

# A program of so many offers is solved anew within seconds.
_SOLVED_ANEW = 3_000
# Far above what any placement could lose by one project's lot, so that the lot is surely given.
_SURELY = 100_000


@dataclass(frozen=True, slots=True)
class Holder:
    """A project that stands where another would like to."""

    project: int
    place: int
    area: int


@dataclass(frozen=True, slots=True)
class WhyNot:
    """One lot that fits a project and that it did not get.

    With it no placement is worth more than `at_most`, against `value` as it is. *left* is what the
    scarcest place has left and *wanted* what the project would take of it.
    """

    offer: int
    holders: tuple[Holder, ...]
    minding: tuple[int, ...]
    place: int
    left: int
    wanted: int
    at_most: int
    value: int
    is_solved_anew: bool

    @property
    def loses(self) -> int:
        """What the whole would lose at least; nothing where the proof leaves it open."""
        return max(self.value - self.at_most, 0)


def why_not(
    offers: Offers, found: Found, project: int, *, most: int = 3, anew: bool = False
) -> tuple[WhyNot, ...]:
    """The lots that suit the project best and that it did not get, each with the reason."""
    rows = offers.of(project)
    mine = found.chosen.get(project, -1)
    order = np.lexsort((np.arange(rows.stop - rows.start), -offers.value[rows]))
    wanted = [rows.start + int(at) for at in order if rows.start + int(at) != mine][:most]
    lost = poorer(offers, found.prices)
    filling = standing(offers, found, without=(project,))
    return tuple(_answer(offers, found, filling, one, float(lost[one]), anew) for one in wanted)


def standing(offers: Offers, found: Found, without: Collection[int] = ()) -> Filling:
    """The placement as a filling, so that it can be asked who stands where and what is left."""
    filling = Filling(offers)
    for project, offer in found.chosen.items():
        if project not in without:
            filling.take(offer)
    return filling


def _answer(
    offers: Offers, found: Found, filling: Filling, offer: int, lost: float, anew: bool
) -> WhyNot:
    project, uses = int(offers.project[offer]), offers.uses(offer)
    holders = tuple(
        Holder(other, row, offers.uses(filling.chosen[other])[row])
        for row in uses
        for other in sorted(filling.on(row))
    )
    scarce = min(uses, key=lambda row: (int(filling.left[row]) - uses[row], row))
    at_most = min(int(np.floor(found.proven - lost + 1e-6)), found.bound)
    is_anew = anew and len(offers) <= _SOLVED_ANEW
    return WhyNot(
        offer=offer,
        holders=holders,
        minding=tuple(dict.fromkeys(filling.disliked(project, uses))),
        place=scarce,
        left=int(filling.left[scarce]),
        wanted=uses[scarce],
        at_most=min(at_most, given(offers, offer).bound - _SURELY) if is_anew else at_most,
        value=found.value,
        is_solved_anew=is_anew,
    )


def given(offers: Offers, offer: int) -> Found:
    """The best placement in which the offer's project surely has it; its value counts extra."""
    project = int(offers.project[offer])
    keep = offers.project != project
    keep[offer] = True
    value = offers.value[keep].copy()
    value[int(keep[:offer].sum())] += _SURELY
    counts = np.bincount(offers.project[keep], minlength=len(offers.needs))
    return placed(
        replace(
            offers,
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            project=offers.project[keep],
            lot=offers.lot[keep],
            cut=offers.cut[keep],
            value=value,
        )
    )
