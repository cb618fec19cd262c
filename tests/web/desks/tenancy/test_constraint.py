"""PostgreSQL refuses what lets a place twice, whoever writes the rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.web.desks.tenancy.grounds import park_of
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit, User

FIRST = date(2026, 1, 1)


@pytest.fixture
def spot(head: User, town: OrgUnit) -> dict[str, Any]:
    """Room 201 as an occupancy names it."""
    park_of(town, head)
    room = Unit.objects.select_related("floor__building").get(number="201")
    building = room.floor.building
    assert room.area
    return {
        "unit": town, "place": "YZ-01/1号楼/2层/201", "parcel": building.parcel,
        "building": building, "floor": room.floor, "room": room, "area": room.area,
    }  # fmt: skip


def _let(spot: dict[str, Any], **more: Any) -> Occupancy:
    now = timezone.now()
    made = {"created_at": now, "changed_at": now}
    given = {"firm": "云泽齿轮有限公司", "since": FIRST, **made, **spot, **more}
    return Occupancy.objects.create(**given)


@contextmanager
def _at_the_end() -> Iterator[None]:
    """What waits for the end of the transaction is checked at the end of the block."""
    with transaction.atomic():
        yield
        _now()


def _now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_room_that_is_let_whole_is_not_let_again(spot: dict[str, Any]) -> None:
    _let(spot, until=date(2026, 6, 30))
    _now()
    _let(spot, firm="云泽液压有限公司", since=date(2026, 7, 1))
    _now()
    with pytest.raises(DatabaseError, match="let twice"), _at_the_end():
        _let(spot, firm="云泽传感科技有限公司", since=date(2026, 6, 30), area=Decimal(100))


def test_what_grows_into_another_is_refused_and_what_shrinks_is_not(spot: dict[str, Any]) -> None:
    first = _let(spot, until=date(2026, 6, 30))
    _let(spot, firm="云泽液压有限公司", since=date(2026, 7, 1))
    _now()
    with pytest.raises(DatabaseError, match="let twice"), _at_the_end():
        Occupancy.objects.filter(pk=first.pk).update(until=None)
    # The room turns out to be smaller: what stands may still be ended.
    Unit.objects.filter(pk=spot["room"].pk).update(area=spot["area"] / 2)
    Occupancy.objects.filter(pk=first.pk).update(until=date(2026, 3, 31))
    _now()


def test_a_row_that_is_put_right_before_the_end_is_no_fault(spot: dict[str, Any]) -> None:
    _let(spot)
    other = _let(spot, firm="云泽液压有限公司", tenure="sublet")
    Occupancy.objects.filter(pk=other.pk).update(tenure="lease", area=Decimal("0.01"))
    _now()


def test_land_is_added_up_on_the_parcel(spot: dict[str, Any]) -> None:
    parcel: Parcel = spot["parcel"]
    assert parcel.area
    land = {"unit": spot["unit"], "place": parcel.number, "parcel": parcel}
    _let(land, area=parcel.area)
    _let(spot)
    _now()
    with pytest.raises(DatabaseError, match="let twice"), _at_the_end():
        _let(land, firm="云泽液压有限公司", area=parcel.area / 10)
