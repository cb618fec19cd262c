"""A placement made better piece by piece: some projects give up their places and are placed anew.

Each piece is a small integer program, solved to its end; all others stay where they are. Pieces
begin with a project that has no place, with those that hold what it wants and what these want.
"""

import numpy as np

from yinfeng.siting.clashes import clashing, forbidden
from yinfeng.siting.filling import Filling, by_rank
from yinfeng.siting.lots import Floats, Ints
from yinfeng.siting.offers import Offers
from yinfeng.siting.programs import whole

_PIECES = 60
_PROJECTS = 20
_OFFERS_EACH = 12
_NODES = 20
_FRUITLESS = 20


def improved(offers: Offers, filling: Filling, lost: Floats) -> Filling:
    """The placement after so many pieces were placed anew, each only where it gains."""
    fruitless = 0
    best_offers = _promising(offers, lost)
    for piece in range(_PIECES):
        missing = by_rank(offers, (p for p in best_offers if p not in filling.chosen))
        if not missing or fruitless >= min(_FRUITLESS, len(missing)):
            break
        begun = missing[piece % len(missing)]
        projects = _gathered(filling, begun, best_offers)
        gained = _again(offers, filling, projects, best_offers)
        fruitless = 0 if gained else fruitless + 1
    return filling


def _promising(offers: Offers, lost: Floats) -> dict[int, Ints]:
    """The offers of each project that lose least at the prices."""
    found: dict[int, Ints] = {}
    for project in range(len(offers.needs)):
        rows = offers.of(project)
        if rows.stop > rows.start:
            order = np.argsort(lost[rows], kind="stable")[:_OFFERS_EACH]
            found[project] = np.sort(order + rows.start).astype(np.int64)
    return found


def _gathered(filling: Filling, begun: int, best: dict[int, Ints]) -> list[int]:
    """The project, those that hold what it wants, and so on, up to a number."""
    gathered, order = {begun}, [begun]
    for project in order:
        for offer in best[project]:
            for row in filling.offers.uses(int(offer)):
                for other in sorted(filling.on(row) - gathered):
                    if len(order) < _PROJECTS and other in best:
                        gathered.add(other)
                        order.append(other)
    return order


def _again(offers: Offers, filling: Filling, projects: list[int], best: dict[int, Ints]) -> bool:
    """Place these projects anew; whether it was worth it. Where it was not, nothing changes."""
    held = {one: filling.chosen[one] for one in projects if one in filling.chosen}
    before = filling.value
    for one in held:
        filling.drop(one)
    open_ = [int(o) for one in projects for o in best[one] if filling.has_room(int(o))]
    kept = np.unique(np.array([*open_, *held.values()], dtype=np.int64))
    solved = whole(offers, kept, (), held, left=filling.left, nodes=_NODES)
    wanted = kept[solved.shares > 0.5]
    pairs = {(one, other) for one, other, _ in clashing(offers, wanted.tolist())}
    if pairs:
        either = forbidden(offers, kept.tolist(), pairs)
        solved = whole(offers, kept, either, held, left=filling.left, nodes=_NODES)
        wanted = kept[solved.shares > 0.5]
    for offer in sorted(wanted.tolist(), key=lambda one: (-int(offers.value[one]), one)):
        filling.take(offer)
    filling.fill(by_rank(offers, (one for one in projects if one not in filling.chosen)))
    if filling.value > before:
        return True
    for one in projects:
        if one in filling.chosen:
            filling.drop(one)
    for offer in held.values():
        filling.take(offer)
    return False
