"""What is let of a room is one figure: on its own list, on the list of parks, on a park's page."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tests.web.desks.tenancy.grounds import DAY, park_of, stays
from yinfeng.web.desks.land.models import Park, Unit
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.clusters import cluster_of
from yinfeng.web.people.models import OrgUnit, User

FLOOR, SECOND = "YZ-01/1号楼/2", "云泽轴承有限公司"


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


def _let() -> dict[str, Decimal]:
    return {room.number: room.let_area or Decimal(0) for room in Unit.objects.order_by("number")}


def _free(park: Park) -> dict[str, Decimal]:
    return {room.says.rpartition("/")[2]: room.free for room in cluster_of(park, DAY, DAY).free}


def test_a_floor_let_whole_lets_its_rooms_on_every_page(
    park: Park, head: User, as_clerk: Client
) -> None:
    stay = stays(head, place=FLOOR, area=Decimal(2000))
    assert _let() == {"101": 0, "201": 1000, "202": 1000}
    assert _free(park) == {"101": 2000}
    listed = as_clerk.get("/land/units/", {"vacant": "yes"}).content.decode()
    assert "101" in listed
    assert "201" not in listed
    page = as_clerk.get(f"/land/parks/{park.pk}").content.decode()
    assert "2,000" in page
    assert "4,000" in page
    actions.leave(
        stay, by=head, version=stay.version, day=date(2026, 2, 1), reason="搬走", today=DAY
    )
    assert _let() == {"101": 0, "201": 0, "202": 0}


def test_a_building_let_whole_lets_all_rooms(park: Park, head: User) -> None:
    stays(head, place="YZ-01/1号楼", area=Decimal(4000))
    assert _let() == {"101": 2000, "201": 1000, "202": 1000}
    assert _free(park) == {}


def test_a_part_of_a_floor_is_spread_over_what_is_empty_there(park: Park, head: User) -> None:
    stays(head, firm=SECOND, place="YZ-01/1号楼/2/201", area=Decimal(500))
    stays(head, place=FLOOR, area=Decimal(600))
    assert _let() == {"101": 0, "201": 700, "202": 400}
    assert sum(_free(park).values()) == 4000 - 500 - 600


def test_a_stay_that_moves_leaves_its_old_room_empty(park: Park, head: User) -> None:
    stay = stays(head)
    actions.change(stay, by=head, version=stay.version, today=DAY, place="YZ-01/1号楼/2/202")
    assert _let() == {"101": 0, "201": 0, "202": 1000}


def test_who_sublets_takes_no_room_twice(park: Park, head: User) -> None:
    stays(head, place=FLOOR, area=Decimal(2000))
    stays(
        head, firm=SECOND, place=FLOOR, area=Decimal(800), tenure="sublet",
        lessor="云泽齿轮有限公司",
    )  # fmt: skip
    assert _let() == {"101": 0, "201": 1000, "202": 1000}
