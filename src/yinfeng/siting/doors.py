"""Which rooms are next door to one another: those of a floor whose numbers follow each other.

A register has no plan of a floor; the order of the numbers is the order of the doors.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

Room = tuple[int, int, str]


def next_door(rooms: Iterable[Room]) -> Mapping[int, tuple[int, ...]]:
    """For each room, told as key, floor and number, the rooms before and behind it."""
    floors: dict[int, list[Room]] = defaultdict(list)
    for room in rooms:
        floors[room[1]].append(room)
    found: dict[int, tuple[int, ...]] = {}
    for own in floors.values():
        own.sort(key=lambda room: (_in_order(room[2]), room[0]))
        for at, (key, _, _) in enumerate(own):
            near = (*own[max(at - 1, 0) : at], *own[at + 1 : at + 2])
            found[key] = tuple(one for one, _, _ in near)
    return found


def _in_order(number: str) -> list[tuple[int, str]]:
    """The number of a room so that 2 comes before 10, and A2 before B1."""
    return [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"(\d+)", number)
        if part
    ]
