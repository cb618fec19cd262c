"""A park on a day: who is in it by chain and industry, who came and went, what stands empty."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from yinfeng.judgement.occupancy.stays import entries, exits, let_on
from yinfeng.lexicon.industries import industries
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.land.models import Building, Parcel, Park, Unit
from yinfeng.web.desks.tenancy.fitting import stay_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.desks.tenancy.rooms import let_of_rooms

_SUBLET = Occupancy.Tenure.SUBLET
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Group:
    """The enterprises of one chain or industry, and what they hold."""

    key: str
    says: str
    firms: tuple[str, ...]
    land: Decimal
    floor: Decimal

    @property
    def mu(self) -> Decimal:
        """Their land in mu."""
        return mu_of(self.land)


@dataclass(frozen=True, slots=True)
class Room:
    """A parcel, building or room with what of it is let and what stands empty."""

    says: str
    kind: str
    area: Decimal
    let: Decimal
    state: str = ""

    @property
    def free(self) -> Decimal:
        """What stands empty."""
        return max(self.area - self.let, _ZERO)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The park on a day."""

    park: Park
    day: date
    stays: tuple[Occupancy, ...]
    chains: tuple[Group, ...]
    sections: tuple[Group, ...]
    parcels: tuple[Room, ...]
    rooms: tuple[Room, ...]
    free: tuple[Room, ...]
    came: tuple[Occupancy, ...]
    went: tuple[Occupancy, ...]

    @property
    def firms(self) -> int:
        """How many enterprises are in it."""
        return len({stay.firm for stay in self.stays})

    @property
    def floor(self) -> tuple[Decimal, Decimal]:
        """Floor space, and what of it stands empty."""
        return _sum(one.area for one in self.rooms), _sum(one.free for one in self.rooms)

    @property
    def land(self) -> tuple[Decimal, Decimal]:
        """Land, and what of it nobody holds."""
        return _sum(one.area for one in self.parcels), _sum(one.free for one in self.parcels)


def cluster_of(park: Park, first: date, day: date) -> Cluster:
    """The park on a day, with who came and went since *first*."""
    in_park = Q(park=park) | Q(park=None, block__park=park)
    parcels = list(Parcel.objects.standing().filter(in_park).defer("shape").order_by("number"))
    keys = [parcel.pk for parcel in parcels]
    every = list(
        Occupancy.objects.standing()
        .filter(parcel__in=keys)
        .touching(first, day)
        .select_related("tenant", "parcel")
        .defer("parcel__shape")
        .order_by("firm", "since", "pk")
    )
    stays = tuple(stay for stay in every if stay_of(stay).holds_on(day))
    mine = {str(stay.pk): stay for stay in every}
    spans = [stay_of(stay) for stay in every]
    return Cluster(
        park=park,
        day=day,
        stays=stays,
        chains=tuple(_groups(stays, _chain)),
        sections=tuple(_groups(stays, _section)),
        parcels=tuple(_parcels(parcels, stays, day, _built_on(keys))),
        rooms=tuple(_rooms(keys, stays, day)),
        free=tuple(_free_rooms(keys, stays, day)),
        came=tuple(mine[one.key] for one in entries(spans, first, day)),
        went=tuple(mine[one.key] for one in exits(spans, first, day)),
    )


@dataclass(frozen=True, slots=True)
class ParkLine:
    """One park in the overview: its enterprises, land and floor space, and what stands empty."""

    park: Park
    firms: int
    land: Decimal
    land_free: Decimal
    floor: Decimal
    floor_free: Decimal


def park_lines(parks: Sequence[Park], day: date) -> list[ParkLine]:
    """Every park on a day, with a constant number of queries."""
    in_parks = Q(park__in=parks) | Q(park=None, block__park__in=parks)
    parcels = Parcel.objects.standing().filter(in_parks).select_related("block")
    home: dict[int, int] = {}
    grounds: dict[int, list[Parcel]] = {park.pk: [] for park in parks}
    for parcel in parcels.defer("shape", "block__shape").order_by("number"):
        key = parcel.park_id or (parcel.block.park_id if parcel.block else None)
        assert key is not None
        home[parcel.pk] = key
        grounds[key].append(parcel)
    stays: dict[int, list[Occupancy]] = {park.pk: [] for park in parks}
    found = Occupancy.objects.standing().filter(parcel__in=home).holding(day)
    for stay in found.order_by("pk"):
        stays[home[stay.parcel_id]].append(stay)
    spaces: dict[int, list[Building]] = {park.pk: [] for park in parks}
    for building in Building.objects.standing().filter(parcel__in=home).defer("shape"):
        spaces[home[building.parcel_id]].append(building)
    return [_line(park, grounds[park.pk], spaces[park.pk], stays[park.pk], day) for park in parks]


def _line(
    park: Park,
    parcels: Sequence[Parcel],
    buildings: Sequence[Building],
    stays: Sequence[Occupancy],
    day: date,
) -> ParkLine:
    built = {one.parcel_id for one in buildings}
    land = list(_parcels(parcels, stays, day, built))
    floor = [
        Room(str(one), "楼幢", one.area, _let((s for s in stays if s.building_id == one.pk), day))
        for one in buildings
        if one.area is not None
    ]
    return ParkLine(
        park,
        len({stay.firm for stay in stays}),
        mu_of(_sum(one.area for one in land)),
        mu_of(_sum(one.free for one in land)),
        _sum(one.area for one in floor),
        _sum(one.free for one in floor),
    )


def _chain(stay: Occupancy) -> tuple[str, str]:
    name = stay.tenant.chain if stay.tenant else ""
    return (name, name) if name else ("", "未归链")


def _section(stay: Occupancy) -> tuple[str, str]:
    code = stay.tenant.industry if stay.tenant else ""
    found = industries().get(code)
    if found is None:
        return "", "未填行业"
    # A group of manufacturing stands under its division of two digits.
    while found.parent and len(found.code) > 2:
        found = industries()[found.parent]
    return found.code, f"{found.code} {found.name}"


def _groups(stays: Sequence[Occupancy], of: Any) -> Iterator[Group]:
    found: dict[tuple[str, str], list[Occupancy]] = {}
    for stay in stays:
        found.setdefault(of(stay), []).append(stay)
    made = [
        Group(
            key,
            says,
            tuple(dict.fromkeys(stay.firm for stay in own)),
            _sum(stay.area for stay in own if not stay.is_floor and stay.tenure != _SUBLET),
            _sum(stay.area for stay in own if stay.is_floor and stay.tenure != _SUBLET),
        )
        for (key, says), own in found.items()
    ]
    yield from sorted(made, key=lambda one: (not one.key, -len(one.firms), one.says))


def _parcels(
    parcels: Iterable[Parcel], stays: Sequence[Occupancy], day: date, built: set[int]
) -> Iterator[Room]:
    """Each parcel with what of its land is held; what is built over is not free land."""
    for parcel in parcels:
        if parcel.area is not None:
            own = [s for s in stays if s.parcel_id == parcel.pk and not s.is_floor]
            state = parcel.get_state_display()
            let = parcel.area if parcel.pk in built else _let(own, day)
            yield Room(str(parcel), "宗地", parcel.area, let, state)


def _built_on(keys: Sequence[int]) -> set[int]:
    found = Building.objects.standing().filter(parcel__in=keys)
    return set(found.values_list("parcel", flat=True))


def _rooms(keys: Sequence[int], stays: Sequence[Occupancy], day: date) -> Iterator[Room]:
    """Each building with what of it is let."""
    buildings = Building.objects.standing().filter(parcel__in=keys).select_related("parcel")
    for building in buildings.defer("shape", "parcel__shape").order_by("parcel__number", "number"):
        own = [stay for stay in stays if stay.building_id == building.pk]
        if building.area is not None:
            yield Room(
                f"{building.parcel.number}/{building}", "楼幢", building.area, _let(own, day)
            )


def _free_rooms(keys: Sequence[int], stays: Sequence[Occupancy], day: date) -> Iterator[Room]:
    """The rooms of which something stands empty."""
    within = Unit.objects.standing().filter(floor__building__parcel__in=keys)
    related = within.select_related("floor__building__parcel").defer(
        "floor__building__shape", "floor__building__parcel__shape"
    )
    rooms = list(related.order_by("floor__building__number", "floor__level", "number", "pk"))
    let = let_of_rooms(rooms, stays, day)
    for room in rooms:
        if room.area is not None:
            number = room.floor.building.parcel.number
            one = Room(f"{number}/{room.floor}/{room}", "单元", room.area, let[room.pk])
            if one.free:
                yield one


def _let(stays: Iterable[Occupancy], day: date) -> Decimal:
    return let_on((stay_of(stay) for stay in stays if stay.tenure != _SUBLET), day)


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, _ZERO)
