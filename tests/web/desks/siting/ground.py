"""An invented park with three clear parcels, and projects that need land; for the tests here."""

from decimal import Decimal
from typing import Any

from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Parcel, Park
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.models import SitingNeed
from yinfeng.web.people.models import OrgUnit, User

MU = Decimal(2000) / 3
_SIDES = ("west", "south", "east", "north")


def square(west: float, side: float = 0.001) -> dict[str, object]:
    """A square of about a hundred metres; the next begins where it ends."""
    west, south, east, north = box(west, side)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def box(west: float, side: float = 0.001) -> tuple[float, float, float, float]:
    """The box around such a square."""
    return west, 33.0, west + side, 33.0 + side


def park_of(unit: OrgUnit, by: User) -> Park:
    """云泽智造园 with 一号地 and 二号地 side by side of 30 mu each, and 三号地 of 10 mu."""
    park = land.keep(Park, by=by, unit=unit, name="云泽智造园", kind="zone")
    for number, (mu, west) in enumerate(((30, 120.0), (30, 120.001), (10, 120.1)), 1):
        sides: dict[str, Any] = dict(zip(_SIDES, box(west), strict=True))
        land.keep(
            Parcel,
            by=by,
            unit=unit,
            park=park,
            number=f"YZ-0{number}",
            area=round(mu * MU, 2) + 1,
            state="clear",
            use="industrial",
            pipes="给水、供电",
            power=Decimal(500),
            shape=square(west),
            **sides,
        )
    return park


def a_need(unit: OrgUnit, by: User, name: str = "轴承项目", **more: Any) -> SitingNeed:
    """A new project that needs 20 mu of land with water."""
    given: dict[str, Any] = {
        "on": "land",
        "low": round(20 * MU, 2),
        "high": round(25 * MU, 2),
        "environment": "general",
        "pipes": "给水",
        **more,
    }
    return actions.keep(a_project(unit, by, name), by=by, **given)
