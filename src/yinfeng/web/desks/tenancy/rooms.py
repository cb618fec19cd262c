"""How much of each room is let on a day, also by who holds its floor or its building.

A floor let whole lets every room on it. A lease of a part of a floor names no room: it is spread
over what is empty there by area, so that 400 of 1000 ㎡ leave 600 empty however they are counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.web.desks.land.models import Unit
from yinfeng.web.desks.tenancy.fitting import stay_of
from yinfeng.web.desks.tenancy.models import Occupancy

_SUBLET = Occupancy.Tenure.SUBLET
_ZERO, _CENT = Decimal(0), Decimal("0.01")
# Building, floor, room; what a lease does not name is None.
Spot = tuple[int | None, int | None, int | None]


def let_of_rooms(
    rooms: Sequence[Unit], stays: Iterable[Occupancy], day: date
) -> Mapping[int, Decimal]:
    """What of each room is let on a day; *rooms* are all those of the buildings they lie in."""
    let: dict[Spot, Decimal] = defaultdict(Decimal)
    for stay in stays:
        if stay.tenure != _SUBLET and stay_of(stay).holds_on(day):
            let[stay.building_id, stay.floor_id, stay.room_id] += stay.area
    in_rooms: dict[int | None, Decimal] = defaultdict(Decimal)
    on_floors: dict[int | None, Decimal] = defaultdict(Decimal)
    for (at_building, at_floor, at_room), area in let.items():
        in_rooms[at_floor] += area if at_room is not None else _ZERO
        on_floors[at_building] += area if at_floor is not None else _ZERO
    spaces = _spaces(rooms)
    found = {}
    for room in rooms:
        floor, building = room.floor_id, room.floor.building_id
        own = let[building, floor, room.pk]
        shares = (
            _share(let[building, floor, None], spaces[None, floor] - in_rooms[floor]),
            _share(let[building, None, None], spaces[building, None] - on_floors[building]),
        )
        found[room.pk] = _of_room(room.area, own, *shares)
    return found


def _spaces(rooms: Sequence[Unit]) -> Mapping[tuple[int | None, int | None], Decimal]:
    """The space of each floor and building as registered, else what its parts come to."""
    floors = {room.floor_id: room.floor for room in rooms}
    found: dict[tuple[int | None, int | None], Decimal] = defaultdict(Decimal)
    for room in rooms:
        found[None, room.floor_id] += room.area or _ZERO
    for key, floor in floors.items():
        found[None, key] = found[None, key] if floor.area is None else floor.area
        found[floor.building_id, None] += found[None, key]
    for floor in floors.values():
        if floor.building.area is not None:
            found[floor.building_id, None] = floor.building.area
    return found


def _of_room(area: Decimal | None, own: Decimal, floor: Decimal, building: Decimal) -> Decimal:
    if area is None:
        return own
    free = max(area - own, _ZERO) * (1 - floor) * (1 - building)
    return max(own, (area - free).quantize(_CENT, ROUND_HALF_UP))


def _share(let: Decimal, empty: Decimal) -> Decimal:
    """Which share of what is empty is taken by leases that name no room."""
    if not let:
        return _ZERO
    return Decimal(1) if empty <= let else let / empty
