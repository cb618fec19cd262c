"""Sheets of buildings, floors and rooms: each row says by columns of its own where it stands.

宗地号 | 幢号 | 楼层 | 单元号 | 建筑面积: what a thing stands on is registered before, and a row
whose parcel, building or floor is not there says which is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yinfeng.web.desks.land.levels import level_said
from yinfeng.web.desks.land.models import Building, Floor, Kept, Parcel, Unit
from yinfeng.web.lists.slots import Slot, Unreadable, WordsSlot
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.refusals import Refused

# What tells rows apart and is no field of the record: the things above it, by their numbers.
AT_PARCEL, AT_BUILDING, AT_LEVEL = "at_parcel", "at_building", "at_level"
_ABOVE: Mapping[type[Kept], Mapping[str, str]] = {
    Building: {AT_PARCEL: "parcel__number"},
    Floor: {
        AT_PARCEL: "building__parcel__number",
        AT_BUILDING: "building__number",
        AT_LEVEL: "level",
    },
    Unit: {
        AT_PARCEL: "floor__building__parcel__number",
        AT_BUILDING: "floor__building__number",
        AT_LEVEL: "floor__level",
    },
}
_LABELS = {AT_PARCEL: "宗地号", AT_BUILDING: "幢号", AT_LEVEL: "楼层"}
_CALLED = {
    AT_PARCEL: ("宗地", "所在宗地", "地块编号", "地块号", "宗地编号"),
    AT_BUILDING: ("楼幢", "楼号", "栋号", "楼栋", "所在楼幢"),
    AT_LEVEL: ("层", "所在层", "层数号", "层次", "所在楼层"),
}


@dataclass(frozen=True, kw_only=True)
class LevelSlot(Slot):
    """A floor of a building."""

    def read(self, words: str) -> object:
        """3层, 三楼, 地下1层, -1, B1."""
        level = level_said(words)
        if level is None:
            raise Unreadable("楼层看不懂，请写成：3、3层、地下1层（没有0层）")
        return level


def natural_of(model: type[Kept]) -> tuple[str, ...]:
    """What tells the rows of a sheet of these apart."""
    own = () if model is Floor else ("number",)
    return (*_ABOVE[model], *own)


def slots_above(model: type[Kept]) -> Sequence[Slot]:
    """The columns that say what a row stands on."""
    kinds: Mapping[str, type[Slot]] = {AT_LEVEL: LevelSlot}
    return [
        kinds.get(name, WordsSlot)(
            name=name, label=_LABELS[name], also_called=_CALLED[name], path=path
        )
        for name, path in _ABOVE[model].items()
    ]


def is_above(name: str) -> bool:
    """Whether a value says what a row stands on."""
    return name in _LABELS


def standing_on(thing: Kept, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new record that its place gives; of one that stands nothing."""
    if thing.pk is not None or not any(map(is_above, values)):
        return {}
    told = [values[name] for name in _LABELS if name in values]
    if isinstance(thing, Building):
        return {"parcel": _parcel(thing.unit, *told)}
    if isinstance(thing, Floor):
        parcel, building, level = told
        return {"building": _building(thing.unit, parcel, building), "level": level}
    return {"floor": _floor(thing.unit, *told)}


def _parcel(unit: OrgUnit, number: str) -> Parcel:
    found = Parcel.objects.filter(unit=unit, removed_at=None, number=number).first()
    if found is None:
        raise Refused(f"本单位没有宗地“{number}”，请先登记宗地，或核对宗地号")
    return found


def _building(unit: OrgUnit, parcel: str, number: str) -> Building:
    rows = Building.objects.filter(unit=unit, removed_at=None, parcel__number=parcel)
    found = rows.filter(parcel__removed_at=None, number=number).select_related("unit").first()
    if found is None:
        on = _parcel(unit, parcel)
        raise Refused(f"宗地{on.number}上没有楼幢“{number}”，请先登记或用楼幢表导入")
    return found


def _floor(unit: OrgUnit, parcel: str, building: str, level: int) -> Floor:
    on = _building(unit, parcel, building)
    found = on.floors.filter(removed_at=None, level=level).select_related("unit").first()
    if found is None:
        raise Refused(f"{Floor(building=on, level=level)}没有登记，请先登记或用楼层表导入")
    return found
