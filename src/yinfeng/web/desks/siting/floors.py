"""What is free of a floor beside its rooms: all of it where none is registered, or the rest.

A lease or promise of a part of a floor names no room. On such a floor no room is offered by itself,
only what is left of the floor: of 1000 ㎡ with 400 let by the floor 600 are free, and 400 more from
the day after that lease ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from yinfeng.web.desks.land.models import Floor, Unit
from yinfeng.web.desks.siting.freeing import Held, Part, parts_of
from yinfeng.web.desks.siting.models import LotPromise
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.lists.columns import written

_SUBLET = Occupancy.Tenure.SUBLET
_RENEWAL = "renewal"
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a floor is free when, in words too; *is_by_floor* where no room is told apart."""

    floor: Floor
    parts: Sequence[Part]
    says: str
    is_by_floor: bool


def rests_of(floors: QuerySet[Floor], day: date) -> Mapping[int, Rest]:
    """What is free from that day on of floors whose area is known, by their keys."""
    related = floors.filter(removed_at=None).exclude(area=None).select_related(
        "building__parcel__park", "unit"
    )  # fmt: skip
    every = list(related.defer("building__shape").order_by("pk"))
    # A question within the question: a large house has more floors than a query takes names.
    here = floors.order_by().values("pk")
    rooms: dict[int, list[Decimal | None]] = defaultdict(list)
    for key, area in Unit.objects.standing().filter(floor__in=here).values_list("floor", "area"):
        rooms[key].append(area)
    given = LotPromise.objects.standing().filter(floor__in=here).order_by().values("floor")
    promised = dict(given.annotate(total=Sum("area")).values_list("floor", "total"))
    there = Q(parcel__in=floors.order_by().values("building__parcel"))
    stays = _Stays(stays_from(day).filter(there))
    found = {}
    for one in every:
        parcel = one.building.parcel
        if parcel.pk not in stays.closed and parcel.state != _RENEWAL:
            found[one.pk] = _rest(one, rooms[one.pk], stays, promised.get(one.pk, _ZERO), day)
    return found


def stays_from(day: date) -> QuerySet[Occupancy]:
    """The stays that hold something on that day or later, without those of subtenants."""
    stays = Occupancy.objects.standing().filter(Q(until=None) | Q(until__gte=day))
    return stays.exclude(tenure=_SUBLET)


def held(stay: Occupancy, area: Decimal | None = None) -> Held:
    """How much a stay holds, or that it holds *area*, which is all there is."""
    return Held(stay.area if area is None else area, stay.since, stay.until)


class _Stays:
    """Stays by what they hold: a building as a whole, a floor, or the ground under both."""

    def __init__(self, stays: Iterable[Occupancy]) -> None:
        every = list(stays)
        self.closed = _closed(every)
        self.of_building: dict[int | None, list[Occupancy]] = defaultdict(list)
        self.of_floor: dict[int | None, list[Occupancy]] = defaultdict(list)
        for stay in every:
            if stay.floor_id is not None:
                self.of_floor[stay.floor_id].append(stay)
            elif stay.building_id is not None:
                self.of_building[stay.building_id].append(stay)


def _rest(
    floor: Floor, rooms: Iterable[Decimal | None], stays: _Stays, promised: Decimal, day: date
) -> Rest:
    assert floor.area is not None
    areas = list(rooms)
    registered = sum((one or _ZERO for one in areas), _ZERO)
    # A room of unknown size may take all that is left.
    unparted = _ZERO if None in areas else max(floor.area - registered, _ZERO)
    whole = f"{floor}共{written(floor.area)}平方米"
    own = stays.of_floor[floor.pk]
    is_by_floor = any(one.room_id is None for one in own) or promised > unparted
    space = floor.area if is_by_floor or not areas else unparted
    # Who holds a part of the building may hold it on any floor.
    holds = [held(one, space) for one in stays.of_building[floor.building_id]]
    if is_by_floor:
        holds += [held(one) for one in own]
        let = sum((one.area for one in own if one.since <= day), _ZERO)
        says = f"{whole}，已租{written(let)}平方米" if let else whole
    elif not areas:
        says = f"{whole}，没有划单元" + ("" if holds else "，没有出租")
    else:
        says = f"{whole}，登记单元{len(areas)}个{written(registered)}平方米，其余没有划单元"
    return Rest(floor, parts_of(space, holds, day), says, is_by_floor)


def _closed(stays: Iterable[Occupancy]) -> set[int]:
    """The parcels that a firm holds for itself: what stands there is its own, not to let."""
    holders: dict[int, set[str]] = defaultdict(set)
    lessors: dict[int, set[str]] = defaultdict(set)
    for stay in stays:
        if stay.is_floor:
            lessors[stay.parcel_id].add(stay.lessor)
        else:
            holders[stay.parcel_id].add(stay.firm)
    return {key for key, firms in holders.items() if not firms & lessors[key]}
