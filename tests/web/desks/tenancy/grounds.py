"""An invented park with two parcels, a building, two floors and three rooms; and who is in it."""

from datetime import date
from decimal import Decimal
from typing import Any

from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Unit
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit, User

DAY = date(2026, 3, 2)
ROOM = "YZ-01/1号楼/2层/201"


def park_of(unit: OrgUnit, by: User) -> Park:
    """云泽智造园: parcel YZ-01 with a building, and YZ-02 without one."""
    park = land.keep(Park, by=by, unit=unit, name="云泽智造园", kind="zone")
    land.keep(
        Parcel, by=by, unit=unit, park=park, number="YZ-02", area=Decimal(30000), state="supplied"
    )
    parcel = land.keep(
        Parcel,
        by=by,
        unit=unit,
        park=park,
        number="YZ-01",
        area=Decimal(20000),
        floor_area=Decimal(30000),
        state="supplied",
    )
    building = land.keep(
        Building, by=by, unit=unit, parcel=parcel, number="1号楼", area=Decimal(4000), storeys=2
    )
    for level in (1, 2):
        floor = land.keep(
            Floor, by=by, unit=unit, building=building, level=level, area=Decimal(2000)
        )
        rooms = ("101",) if level == 1 else ("201", "202")
        for number in rooms:
            area = Decimal(2000) / len(rooms)
            land.keep(Unit, by=by, unit=unit, floor=floor, number=number, area=area)
    return park


def stays(by: User, **more: Any) -> Occupancy:
    """A lease of room 201 by 云泽齿轮有限公司 for the year 2026."""
    given: dict[str, Any] = {
        "firm": "云泽齿轮有限公司",
        "place": ROOM,
        "area": Decimal(1000),
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "rent": Decimal(12),
        "today": DAY,
        **more,
    }
    return actions.keep(by=by, unit=by.unit, **given)
