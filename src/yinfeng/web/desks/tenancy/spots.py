"""Where something is held: YZ-01/1号楼/2层/201 is a room, YZ-01 alone the land of the parcel."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yinfeng.web.desks.land.levels import level_said
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.refusals import Refused

_PARTS = re.compile(r"\s*[/／]\s*")
_MOST = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A parcel, or a building, floor or room on it."""

    parcel: Parcel
    building: Building | None = None
    floor: Floor | None = None
    room: Unit | None = None

    @property
    def says(self) -> str:
        """Its address in full."""
        level = "" if self.floor is None else str(self.floor).removeprefix(f"{self.building} ")
        parts = (
            self.parcel.number,
            str(self.building.number) if self.building else "",
            level,
            self.room.number if self.room else "",
        )
        return "/".join(part for part in parts if part)

    @property
    def fields(self) -> dict[str, Any]:
        """What an occupancy keeps of it."""
        return {
            "place": self.says,
            "parcel": self.parcel,
            "building": self.building,
            "floor": self.floor,
            "room": self.room,
        }


def spot_of(unit: OrgUnit, words: str) -> Spot:
    """The spot of an address among the things of a unit; refused where there is none."""
    parts = [part for part in _PARTS.split(words.strip()) if part]
    if not parts or len(parts) > _MOST:
        raise Refused(f"位置“{words}”看不懂，请写成 宗地号/幢号/楼层/单元号。")
    parcels = Parcel.objects.filter(unit=unit, removed_at=None, number=parts[0])
    parcel = parcels.select_related("unit").first()
    if parcel is None:
        raise Refused(f"本单位没有宗地“{parts[0]}”。请先在“载体”里登记，或核对宗地号。")
    return _on(parcel, parts[1:])


def _on(parcel: Parcel, parts: Sequence[str]) -> Spot:
    if not parts:
        return Spot(parcel)
    building = _one(parcel.buildings.filter(removed_at=None), parts[0], "number", "name")
    if building is None:
        raise Refused(f"宗地{parcel.number}上没有楼幢“{parts[0]}”。请先在“载体”里登记。")
    if len(parts) == 1:
        return Spot(parcel, building)
    level = level_said(parts[1])
    if level is None:
        raise Refused(f"楼层“{parts[1]}”看不懂，请写成：2层、地下1层。")
    floor = building.floors.filter(removed_at=None, level=level).first()
    if floor is None:
        raise Refused(f"{building}没有登记第{level}层。请先在“载体”里登记。")
    if len(parts) == 2:
        return Spot(parcel, building, floor)
    room = _one(floor.units.filter(removed_at=None), parts[2], "number")
    if room is None:
        raise Refused(f"{floor}没有单元“{parts[2]}”。请先在“载体”里登记。")
    return Spot(parcel, building, floor, room)


def _one(rows: Any, words: str, *fields: str) -> Any:
    for name in fields:
        found = rows.filter(**{name: words}).first()
        if found is not None:
            return found
    return None
