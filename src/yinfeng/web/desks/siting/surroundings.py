"""What lies around places: terms, zones, promises, firms, neighbours, thresholds, holders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from yinfeng.siting.edges import neighbours
from yinfeng.web.desks.land.clearing import Clearing, clearings
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.siting.floors import stays_from
from yinfeng.web.desks.siting.freeing import Given
from yinfeng.web.desks.siting.models import Terms
from yinfeng.web.desks.siting.promised import promises_below
from yinfeng.web.desks.standard.thresholds import Threshold, thresholds_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit

_Kept = defaultdict[int, list[Occupancy]]


@dataclass(frozen=True, slots=True)
class Stays:
    """The stays of a day and later, by what they hold: ground, building, floor as such, room."""

    grounds: Mapping[int, Sequence[Occupancy]]
    buildings: Mapping[int, Sequence[Occupancy]]
    floors: Mapping[int, Sequence[Occupancy]]
    rooms: Mapping[int, Sequence[Occupancy]]


@dataclass(frozen=True, slots=True)
class Around:
    """What is kept beside the register, by parcel or room."""

    day: date
    parks: Mapping[int, Terms]
    parcels: Mapping[int, Terms]
    touches: Mapping[int, Sequence[LandTouch]]
    promised: Mapping[str, Sequence[Given]]
    chains: Mapping[int, frozenset[str]]
    beside: Mapping[int, frozenset[int]]
    thresholds: Mapping[int, Mapping[str, Threshold]]
    clearings: Mapping[int, Clearing]
    stays: Stays

    def terms_of(self, parcel: Parcel) -> tuple[Terms | None, Terms | None]:
        """The terms of the parcel itself and of its park."""
        return self.parcels.get(parcel.pk), self.parks.get(parcel.park_id or 0)


def around_of(unit: OrgUnit, parcels: Sequence[Parcel], day: date) -> Around:
    """What lies around the places of a unit and of the units below it on that day."""
    terms = list(Terms.objects.filter(unit__path__startswith=unit.path, removed_at=None))
    touches = defaultdict(list)
    kind = Parcel._meta.label_lower
    below = LandTouch.objects.filter(unit__path__startswith=unit.path, kind=kind)
    for touch in below.on(day).select_related("zone").order_by("pk"):
        if touch.zone.holds_on(day):
            touches[touch.key].append(touch)
    beside = neighbours({parcel.pk: parcel.shape for parcel in parcels if parcel.shape})
    here = Q(unit__path__startswith=unit.path)
    return Around(
        day=day,
        parks={one.park_id: one for one in terms if one.park_id},
        parcels={one.parcel_id: one for one in terms if one.parcel_id},
        touches=touches,
        promised=promises_below(unit),
        chains=_chains(unit, beside, day),
        beside=beside,
        thresholds=thresholds_of(unit, day),
        clearings=clearings(unit.path),
        stays=sorted_out(stays_from(day).filter(here).order_by("pk")),
    )


def sorted_out(stays: Iterable[Occupancy]) -> Stays:
    """Stays by what they hold."""
    grounds, buildings, floors, rooms = (_Kept(list) for _ in range(4))
    for one in stays:
        keys = ((rooms, one.room_id), (floors, one.floor_id), (buildings, one.building_id))
        kept, key = next(
            ((kept, key) for kept, key in keys if key is not None), (grounds, one.parcel_id)
        )
        kept[key].append(one)
    return Stays(grounds, buildings, floors, rooms)


def _chains(
    unit: OrgUnit, beside: Mapping[int, frozenset[int]], day: date
) -> Mapping[int, frozenset[str]]:
    """The chains of the firms on each parcel and on those beside it."""
    there = defaultdict(set)
    stays = Occupancy.objects.filter(unit__path__startswith=unit.path, removed_at=None)
    named = stays.holding(day).exclude(tenant__chain="").exclude(tenant=None)
    for parcel, chain in named.values_list("parcel", "tenant__chain"):
        there[parcel].add(chain)
    found = {key: frozenset(chains) for key, chains in there.items()}
    for key, near in beside.items():
        all_of_them = set(found.get(key, ())).union(*(there.get(one, ()) for one in near))
        if all_of_them:
            found[key] = frozenset(all_of_them)
    return found
