"""What is free of a floor beside its rooms: all of it where none is registered, or the rest.

A lease or promise of a part of a floor names no room. On such a floor no room is offered by itself,
only what is left of the floor: of 1000 ㎡ with 400 let by the floor 600 are free.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum

from yinfeng.web.desks.land.models import Floor, Unit
from yinfeng.web.desks.siting.models import LotPromise
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.lists.columns import written

_SUBLET = Occupancy.Tenure.SUBLET
_RENEWAL = "renewal"
_ZERO = Decimal(0)
# Building, floor, room; what a lease does not name is None.
Spot = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a floor is free, in words too; *is_by_floor* where its rooms are not told apart."""

    floor: Floor
    free: Decimal
    says: str
    is_by_floor: bool


def rests_of(floors: QuerySet[Floor], day: date) -> Mapping[int, Rest]:
    """What is free on that day of floors whose area is known, by their keys."""
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
    stays = list(
        Occupancy.objects.standing()
        .holding(day)
        .filter(parcel__in=floors.order_by().values("building__parcel"))
        .exclude(tenure=_SUBLET)
    )
    let = _let(stays)
    closed = _closed(stays)
    found = {}
    for one in every:
        parcel = one.building.parcel
        is_closed = parcel.pk in closed or parcel.state == _RENEWAL
        # Who holds a part of the building may hold it on any floor.
        if not is_closed and not let.get((one.building_id, None, None)):
            found[one.pk] = _rest(one, rooms[one.pk], let, promised.get(one.pk, _ZERO))
    return found


def _rest(
    floor: Floor, rooms: Iterable[Decimal | None], let: Mapping[Spot, Decimal], promised: Decimal
) -> Rest:
    assert floor.area is not None
    areas = list(rooms)
    held = sum((one for spot, one in let.items() if spot[1] == floor.pk), _ZERO)
    registered = sum((one or _ZERO for one in areas), _ZERO)
    # A room of unknown size may take all that is left.
    unparted = _ZERO if None in areas else max(floor.area - registered, _ZERO)
    whole = f"{floor}共{written(floor.area)}平方米"
    if (floor.building_id, floor.pk, None) in let or promised > unparted:
        says = f"{whole}，已租{written(held)}平方米" if held else whole
        return Rest(floor, max(floor.area - held, _ZERO), says, True)
    if not areas:
        return Rest(floor, floor.area, f"{whole}，没有划单元，没有出租", False)
    says = f"{whole}，登记单元{len(areas)}个{written(registered)}平方米，其余没有划单元"
    return Rest(floor, unparted, says, False)


def _let(stays: Iterable[Occupancy]) -> Mapping[Spot, Decimal]:
    found: dict[Spot, Decimal] = defaultdict(Decimal)
    for stay in stays:
        if stay.is_floor:
            found[stay.building_id, stay.floor_id, stay.room_id] += stay.area
    return dict(found)


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
