"""Floors without rooms, and what is left of a floor that is let in part, are places."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.desks.siting.ground import a_need, box, park_of, square
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Unit
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.drawn import grounds
from yinfeng.web.desks.siting.models import SitingNeed
from yinfeng.web.desks.siting.offering import places_of
from yinfeng.web.desks.tenancy import actions as tenancy
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """云泽智造园, on YZ-03 a building of three floors of 1000 ㎡; rooms on the first only."""
    made = park_of(town, head)
    parcel = Parcel.objects.get(number="YZ-03")
    here: dict[str, Any] = {"by": head, "unit": town}
    building = land.keep(
        Building, **here, parcel=parcel, number="1号楼", area=Decimal(3000),
        power=Decimal(400),
    )  # fmt: skip
    for level in (1, 2, 3):
        land.keep(
            Floor, **here, building=building, level=level, area=Decimal(1000), height=Decimal(6)
        )
    for number in ("101", "102"):
        land.keep(Unit, **here, floor=_floor(1), number=number, area=Decimal(500))
    return made


def _floor(level: int) -> Floor:
    return Floor.objects.get(level=level)


def _lease(head: User, place: str, area: int, **more: Any) -> None:
    tenancy.keep(
        by=head, unit=head.unit, firm="云泽齿轮有限公司", place=f"YZ-03{place}", area=Decimal(area),
        since=timezone.localdate().replace(day=1), today=timezone.localdate(), **more,
    )  # fmt: skip


def _need(head: User, town: OrgUnit, name: str = "轴承项目", low: int = 200) -> SitingNeed:
    wanted: dict[str, Any] = {"on": "floor", "low": Decimal(low), "high": Decimal(low + 50)}
    return a_need(town, head, name, **wanted, pipes="", floor_height=Decimal(5))


def _free(town: OrgUnit) -> dict[str, int]:
    found = places_of(town, timezone.localdate())
    return {one.name: one.area for one in found if one.on == "floor"}


def test_a_floor_without_rooms_and_the_rest_of_one_are_offered_with_what_is_free(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    _lease(head, "/1号楼/2", 400)
    assert _free(town) == {
        "YZ-03/1号楼 1层/101": 500,
        "YZ-03/1号楼 1层/102": 500,
        "YZ-03/1号楼 2层": 600,
        "YZ-03/1号楼 3层": 1000,
    }
    says = as_clerk.get(f"/siting/{_need(head, town).pk}").content.decode()
    assert "能放的地块（2）" in says
    assert "可供600平方米（1号楼 2层共1,000平方米，已租400平方米），需要200平方米" in says
    assert "可供1000平方米（1号楼 3层共1,000平方米，没有划单元，没有出租）" in says
    assert "须先从这一层划出来" in says
    assert "层高6米，满足要求的5米" in says


def test_rooms_of_a_floor_that_is_let_in_part_are_told_by_the_floor(
    park: Park, head: User, town: OrgUnit
) -> None:
    _lease(head, "/1号楼/1", 400)
    assert _free(town)["YZ-03/1号楼 1层"] == 600
    assert "YZ-03/1号楼 1层/101" not in _free(town)
    _lease(head, "/1号楼/3", 1000)
    assert "YZ-03/1号楼 3层" not in _free(town)


def test_the_part_of_a_floor_that_has_no_rooms_is_a_place(
    park: Park, head: User, town: OrgUnit
) -> None:
    land.keep(Unit, by=head, unit=town, floor=_floor(2), number="201", area=Decimal(300))
    assert _free(town)["YZ-03/1号楼 2层"] == 700
    assert _free(town)["YZ-03/1号楼 2层/201"] == 300


@pytest.mark.parametrize(("place", "area"), [("/1号楼", 500), ("", 6000)])
def test_who_holds_the_ground_or_a_part_of_the_building_leaves_no_floor_to_offer(
    place: str, area: int, park: Park, head: User, town: OrgUnit
) -> None:
    _lease(head, place, area)
    assert not {name for name in _free(town) if name.endswith("层")}


def test_what_is_promised_of_a_floor_is_gone_and_never_more_than_there_is(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    first, second = _need(head, town), _need(head, town, "第二个", 700)
    key, today = f"f{_floor(2).pk}", timezone.localdate()
    given: dict[str, Any] = {"by": head, "reason": "专题会议", "today": today}
    actions.promise(first, key, area=Decimal(400), **given)
    with pytest.raises(Refused, match=r"可承诺600\.00㎡"):
        actions.promise(second, key, area=Decimal(700), **given)
    says = as_clerk.get(f"/siting/{second.pk}").content.decode()
    assert "已承诺给轴承项目400平方米，余600平方米" in says
    assert "1号楼 2层 400㎡" in as_clerk.get(f"/siting/{first.pk}").content.decode()
    with pytest.raises(Refused, match="下面还有1条承诺"):
        land.remove(_floor(2), by=head, reason="写错了")


def test_rooms_registered_on_a_floor_that_is_promised_are_not_promised_again(
    park: Park, head: User, town: OrgUnit
) -> None:
    given: dict[str, Any] = {"by": head, "reason": "专题会议", "today": timezone.localdate()}
    actions.promise(_need(head, town), f"f{_floor(2).pk}", area=Decimal(400), **given)
    room = land.keep(Unit, by=head, unit=town, floor=_floor(2), number="201", area=Decimal(1000))
    assert "YZ-03/1号楼 2层/201" not in _free(town)
    with pytest.raises(Refused, match="请按楼层承诺"):
        actions.promise(_need(head, town, "第二个"), f"r{room.pk}", area=Decimal(1000), **given)


def test_a_floor_lies_where_its_building_or_its_parcel_is_drawn(park: Park) -> None:
    key = f"f{_floor(3).pk}"
    assert grounds([key])[key].shape == square(120.1)
    assert grounds([key])[key].box == box(120.1)
