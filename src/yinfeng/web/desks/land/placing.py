"""What of other rooms lies on the ground: each room's `placed.py` lists its PLACED.

    PLACED = (Placed("projects", "项目", Project, "projects.read", _rows, ("lng", "lat"), _at),)

Its points stand on the map as a layer of their own, and the control zones know them. A room above
this one imports `Placed` from here; this room imports none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model, QuerySet

from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.models import OrgUnit


@dataclass(frozen=True, slots=True)
class Placed:
    """One kind of thing with a point: its key, its title, its model, who may read it.

    *rows* are those that stand and have a point, *fields* name its longitude and latitude in
    CGCS2000, *address* says where one is shown.
    """

    key: str
    title: str
    model: type[Model]
    right: str
    rows: Callable[[], "QuerySet[Any]"]
    fields: tuple[str, str]
    address: Callable[[int], str]

    def point(self, thing: Any) -> tuple[float, float]:
        """Where it lies."""
        longitude, latitude = (getattr(thing, name) for name in self.fields)
        return float(longitude), float(latitude)

    def unit(self, thing: Any) -> OrgUnit:
        """Whose it is."""
        unit: OrgUnit = thing.unit
        return unit


@cache
def placed() -> tuple[Placed, ...]:
    """The things of every room that have a place."""
    found: list[Placed] = []
    for _, told in rooms_with("placed"):
        found += told.PLACED
    return tuple(found)
