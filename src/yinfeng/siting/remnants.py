"""What a placement leaves of shared plots, joined with what it leaves of their neighbours.

A placement joins whole plots and cuts the last. The rests of two plots that others share lie side
by side too: they are placed in rounds of their own, for the projects that are left, until nobody
more finds a place. Each round is a placement of what there is then, so nothing is taken twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from yinfeng.lexicon.siting import SitingRules
from yinfeng.siting.filling import Filling, avoid
from yinfeng.siting.lots import lots_of
from yinfeng.siting.needs import Need
from yinfeng.siting.offers import Offers, offers_of
from yinfeng.siting.places import Place
from yinfeng.siting.placing import Found, placed

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Patched:
    """A project placed on rests: what it takes of each place by its key, and what that is worth."""

    need: Need
    uses: Mapping[str, int]
    value: int


def patched(offers: Offers, found: Found, rules: SitingRules) -> list[Patched]:
    """The projects that find a place on the rests of plots, in the order of the rounds."""
    made: list[Patched] = []
    stands = {
        offers.lots.places[row].key: [offers.needs[project] for project in on]
        for row, on in _on(offers, found).items()
    }
    left = _left(offers, found)
    missing = [need for at, need in enumerate(offers.needs) if at not in found.chosen]
    for _ in range(_ROUNDS):
        fresh = _round(missing, _rests(offers.lots.places, left), rules, stands)
        if not fresh:
            break
        for one in fresh:
            for key, area in one.uses.items():
                left[key] -= area
                stands.setdefault(key, []).append(one.need)
        made += fresh
        done = {one.need.key for one in fresh}
        missing = [need for need in missing if need.key not in done]
    return made


def _round(
    missing: Sequence[Need],
    rests: Sequence[Place],
    rules: SitingRules,
    stands: Mapping[str, Sequence[Need]],
) -> list[Patched]:
    if not missing or not rests:
        return []
    offers = offers_of(missing, lots_of(rests, rules))
    if not len(offers):
        return []
    found = placed(offers)
    made = []
    for project, offer in found.chosen.items():
        uses = {offers.lots.places[row].key: area for row, area in offers.uses(offer).items()}
        if not _is_disliked(offers, project, offer, stands):
            made.append(Patched(offers.needs[project], uses, int(offers.value[offer])))
    return made


def _is_disliked(
    offers: Offers, project: int, offer: int, stands: Mapping[str, Sequence[Need]]
) -> bool:
    """Whether somebody who stands there or beside it already may not stand beside the project."""
    filling, need = Filling(offers), offers.needs[project]
    around = filling.around(offers.uses(offer))
    keys = {offers.lots.places[row].key for row in around}
    keys |= {key for row in around for key in offers.lots.places[row].neighbours}
    others = (other for key in sorted(keys) for other in stands.get(key, ()))
    return any(avoid(need, other) for other in others)


def _rests(places: Sequence[Place], left: Mapping[str, int]) -> list[Place]:
    """The rests of plots that others share, and what is left beside them.

    Among untouched plots alone nothing is new: the placement has looked at them.
    """
    full = {place.key: place.area - sum(one.area for one in place.promises) for place in places}
    shared = {key for key, area in left.items() if 0 < area < full[key]}
    near = {place.key for place in places if place.key in shared or place.neighbours & shared}
    near |= {key for place in places if place.key in shared for key in place.neighbours}
    return [
        replace(place, area=left[place.key], promises=())
        for place in places
        if place.key in near and left[place.key] > 0
    ]


def _left(offers: Offers, found: Found) -> dict[str, int]:
    """What is left of each place that may be had in part, or that nobody has."""
    lots = offers.lots
    left = {place.key: int(free) for place, free in zip(lots.places, lots.free, strict=False)}
    for offer in found.chosen.values():
        for row, area in offers.uses(offer).items():
            place = lots.places[row]
            left[place.key] -= area if place.splits else left[place.key]
    return left


def _on(offers: Offers, found: Found) -> dict[int, list[int]]:
    stands: dict[int, list[int]] = {}
    for project, offer in found.chosen.items():
        for row in offers.uses(offer):
            stands.setdefault(row, []).append(project)
    return stands
