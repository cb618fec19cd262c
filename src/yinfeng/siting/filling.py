"""Placements built step by step: what is left of each place, who may not stand beside whom."""

from collections.abc import Iterable, Iterator

import numpy as np

from yinfeng.siting.lots import Flags, Ints
from yinfeng.siting.needs import Need
from yinfeng.siting.offers import Offers


class Filling:
    """A placement in the making, which never takes more than there is."""

    def __init__(self, offers: Offers) -> None:
        self.offers = offers
        self.left: Ints = offers.lots.free[: len(offers.lots.places)].copy()
        self.chosen: dict[int, int] = {}
        self._on: dict[int, set[int]] = {}

    @property
    def value(self) -> int:
        """What the placement is worth so far."""
        return int(sum(self.offers.value[one] for one in self.chosen.values()))

    def on(self, row: int) -> set[int]:
        """The projects on a place."""
        return self._on.get(row, set())

    def has_room(self, offer: int) -> bool:
        """Whether its project could be taken in there as things stand."""
        uses = self.offers.uses(offer)
        if any(self.left[row] < area for row, area in uses.items()):
            return False
        return not any(True for _ in self.disliked(int(self.offers.project[offer]), uses))

    def take(self, offer: int) -> bool:
        """Accept the offer if there is room and nobody minds; whether it was."""
        project = int(self.offers.project[offer])
        if project in self.chosen or not self.has_room(offer):
            return False
        for row, area in self.offers.uses(offer).items():
            self.left[row] -= area
            self._on.setdefault(row, set()).add(project)
        self.chosen[project] = offer
        return True

    def drop(self, project: int) -> None:
        """Give back what the project has."""
        for row, area in self.offers.uses(self.chosen.pop(project)).items():
            self.left[row] += area
            self._on[row].discard(project)

    def disliked(self, project: int, rows: Iterable[int]) -> Iterator[int]:
        """Who stands on or beside these places and may not stand beside the project."""
        for row in self.around(rows):
            for other in sorted(self._on.get(row, ())):
                if other != project and clash(self.offers, project, other):
                    yield other

    def around(self, rows: Iterable[int]) -> list[int]:
        """The places themselves and those with a common edge, either of which may say so."""
        beside = self.offers.lots.beside
        found = set(rows)
        return sorted(found.union(*(beside[row] for row in found)))

    def fill(self, projects: Iterable[int]) -> None:
        """Give each of the projects in turn the best offer that there is still room for."""
        for project in projects:
            rows = self.offers.of(project)
            open_ = np.flatnonzero(self._room(rows))
            # The best first, and of equals that with the lower row: the same for the same input.
            for at in open_[np.argsort(-self.offers.value[rows][open_], kind="stable")]:
                if self.take(rows.start + int(at)):
                    break

    def _room(self, rows: slice) -> Flags:
        offers, lots = self.offers, self.offers.lots
        lot = offers.lot[rows]
        members = lots.members[lot]
        room = self.left[members[:, 0]] >= offers.cut[rows]
        untouched = np.append(self.left == lots.free[: len(lots.places)], True)
        found: Flags = room & untouched[members[:, 1:]].all(axis=1)
        return found


def clash(offers: Offers, one: int, other: int) -> bool:
    """Whether one of two projects avoids the chain of the other."""
    return avoid(offers.needs[one], offers.needs[other])


def avoid(mine: Need, theirs: Need) -> bool:
    """Whether one of two needs avoids the chain of the other."""
    return theirs.chain in mine.avoids or mine.chain in theirs.avoids


def greedy(offers: Offers) -> Filling:
    """The plain way: the highest priority first, each the best lot that is still there."""
    filling = Filling(offers)
    filling.fill(by_rank(offers, range(len(offers.needs))))
    return filling


def by_rank(offers: Offers, projects: Iterable[int]) -> list[int]:
    """Projects in the order of their priority, then of their keys."""
    return sorted(projects, key=lambda one: (-offers.needs[one].priority, one))
