"""Projects that may not stand beside one another: found in a placement, forbidden, and settled."""

from collections.abc import Iterable, Iterator

from yinfeng.siting.filling import Filling, by_rank, clash
from yinfeng.siting.offers import Offers
from yinfeng.siting.programs import Either


def clashing(offers: Offers, chosen: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Each pair of projects that clash in the placement, with the place where the first stands."""
    on: dict[int, set[int]] = {}
    for offer in chosen:
        for row in offers.uses(offer):
            on.setdefault(row, set()).add(int(offers.project[offer]))
    for row in sorted(on):
        near = {row} | offers.lots.beside[row]
        others = sorted(set().union(*(on.get(one, set()) for one in near)))
        for project in sorted(on[row]):
            for other in others:
                if other != project and clash(offers, project, other):
                    yield project, other, row


def forbidden(
    offers: Offers, kept: Iterable[int], pairs: Iterable[tuple[int, int]]
) -> list[Either]:
    """For each pair and each place of the first: of its offers there and of those to the other
    on or beside it, at most one.
    """
    of_project: dict[int, list[int]] = {}
    for offer in kept:
        of_project.setdefault(int(offers.project[offer]), []).append(int(offer))
    rows: list[Either] = []
    for project, other in sorted(pairs):
        mine, theirs = (_by_place(offers, of_project.get(one, ())) for one in (project, other))
        for row in sorted(mine):
            near = sorted({row} | offers.lots.beside[row])
            against = {one for place in near for one in theirs.get(place, ())}
            if against:
                rows.append((*mine[row], *sorted(against)))
    return rows


def _by_place(offers: Offers, of_one: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for offer in of_one:
        for row in offers.uses(offer):
            found.setdefault(row, []).append(offer)
    return found


def settled(offers: Offers, wanted: Iterable[int]) -> Filling:
    """A placement that holds to every rule, made of offers that may be too many together.

    The most valuable are taken first; whoever has lost its place is offered what is left.
    """
    filling = Filling(offers)
    for offer in sorted(wanted, key=lambda one: (-int(offers.value[one]), one)):
        filling.take(offer)
    missing = [one for one in range(len(offers.needs)) if one not in filling.chosen]
    filling.fill(by_rank(offers, missing))
    return filling
