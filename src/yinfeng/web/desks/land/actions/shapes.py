"""Shapes are given to records: drawn, measured, and the box around them kept."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import transaction

from yinfeng.mapping.shapes import Geometry, area_of, box_of
from yinfeng.web.desks.land.actions.following import follow
from yinfeng.web.desks.land.actions.records import told
from yinfeng.web.desks.land.models import Block, Bounded, Building, Parcel, Park
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record

B = TypeVar("B", bound=Bounded)


@transaction.atomic
def draw(thing: B, *, by: User, version: int, geometry: Geometry, source: str) -> B:
    """Give a record its range on the ground; an area that nobody typed is that of the range."""
    require(by, "land.change", thing.unit)
    values = drawn_values(thing, geometry, source)
    made = keeping.change(thing, by=by, version=version, reason=f"图形：{source}", **values)
    if made.is_other:
        now, before = told(made.after), told(made.before)
        record(by, "land.change", made.record, unit=thing.unit, before=before, **now)
        follow(made.record, by=by)
    return made.record


@transaction.atomic
def keep_drawn(
    things: Sequence[B], geometries: Sequence[Geometry], *, by: User, unit: OrgUnit, source: str
) -> Sequence[B]:
    """Keep many new records with their ranges at once."""
    require(by, "land.keep", unit)
    for thing, geometry in zip(things, geometries, strict=True):
        for name, value in drawn_values(thing, geometry, source).items():
            setattr(thing, name, value)
    keeping.add_many(things, by=by)
    record(by, "land.keep", things[0], unit=unit, count=len(things), source=source)
    return things


def drawn_values(thing: Bounded, geometry: Geometry, source: str) -> dict[str, Any]:
    """The fields that a range gives."""
    west, south, east, north = box_of(geometry)
    metres = area_of(geometry)
    values: dict[str, Any] = {
        "shape": geometry,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "measured": metres,
        "drawn_from": source[:200],
    }
    if isinstance(thing, Parcel) and thing.area is None:
        values["area"] = metres
    elif isinstance(thing, Park | Block) and thing.planned is None:
        values["planned"] = metres
    elif isinstance(thing, Building) and thing.area is None and thing.storeys == 1:
        values["area"] = metres
    return values
