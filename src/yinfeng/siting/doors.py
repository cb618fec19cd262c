"""Which rooms are next door to one another: as the register tells, else in order of their numbers.

Where a room names its neighbours (相邻单元：102、103), these hold, whichever of the two says so; no
order of numbers adds to them. A register mostly has no plan of a floor: among the rooms that
name none the order of the numbers is the order of the doors.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Room:
    """A room of a floor, its number, and the numbers of its neighbours where they are told."""

    key: int
    floor: int
    number: str
    told: frozenset[str] = frozenset()


def next_door(rooms: Iterable[Room]) -> Mapping[int, tuple[int, ...]]:
    """For each room the rooms beside it, in the order of their numbers."""
    floors: dict[int, list[Room]] = defaultdict(list)
    for room in rooms:
        floors[room.floor].append(room)
    found: dict[int, tuple[int, ...]] = {}
    for own in floors.values():
        own.sort(key=lambda room: (_in_order(room.number), room.key))
        found |= _beside(own)
    return found


def _beside(rooms: Sequence[Room]) -> Mapping[int, tuple[int, ...]]:
    """The neighbours on one floor, whose rooms come in order."""
    near: dict[int, set[int]] = {room.key: set() for room in rooms}
    by_number = list(pairwise(rooms))
    pairs = [(one, other) for one, other in by_number if not one.told and not other.told]
    pairs += [
        (one, other) for one in rooms if one.told for other in rooms if other.number in one.told
    ]
    for one, other in pairs:
        if one is not other:
            near[one.key].add(other.key)
            near[other.key].add(one.key)
    return {
        room.key: tuple(one.key for one in rooms if one.key in near[room.key]) for room in rooms
    }


def _in_order(number: str) -> list[tuple[int, str]]:
    """The number of a room so that 2 comes before 10, and A2 before B1."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"(\d+)", number)
        if part
    ]
