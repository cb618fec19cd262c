"""What comes free later is offered from its day: leases that end, blocks that become net land."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.desks.siting.ground import a_need, park_of
from yinfeng.siting.places import Place
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Park, Unit
from yinfeng.web.desks.renewal import actions as renewal
from yinfeng.web.desks.renewal.models import Plot, RenewalBlock
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.drawn import grounds
from yinfeng.web.desks.siting.models import SitingNeed
from yinfeng.web.desks.siting.offering import places_of
from yinfeng.web.desks.tenancy import actions as tenancy
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

_DAY = timedelta(days=1)


def _in(days: int) -> date:
    return timezone.localdate() + days * _DAY


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """云泽智造园, on YZ-03 a building with rooms 101, 102, 103 of 500 ㎡ and a floor of 1000 ㎡."""
    made = park_of(town, head)
    here: dict[str, Any] = {"by": head, "unit": town}
    building = land.keep(
        Building, **here, parcel=Parcel.objects.get(number="YZ-03"), number="1号楼",
        area=Decimal(2500),
    )  # fmt: skip
    first = land.keep(Floor, **here, building=building, level=1, area=Decimal(1500))
    land.keep(Floor, **here, building=building, level=2, area=Decimal(1000))
    for number in ("101", "102", "103"):
        land.keep(Unit, **here, floor=first, number=number, area=Decimal(500))
    return made


def _lease(head: User, place: str, area: int, since: int, until: int | None, **more: Any) -> None:
    tenancy.keep(
        by=head, unit=head.unit, firm="云泽齿轮有限公司", place=place, area=Decimal(area),
        since=_in(since), until=None if until is None else _in(until),
        today=timezone.localdate(), **more,
    )  # fmt: skip


def _need(head: User, low: int, name: str = "轴承项目", **more: Any) -> SitingNeed:
    wanted: dict[str, Any] = {"on": "floor", "low": Decimal(low), "high": Decimal(low + 50)}
    return a_need(head.unit, head, name, **{**wanted, "pipes": "", **more})


def _offered(unit: OrgUnit) -> dict[str, Place]:
    return {one.name: one for one in places_of(unit, timezone.localdate())}


def test_a_let_room_is_offered_from_the_day_after_its_lease(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    _lease(head, "YZ-03/1号楼/1/101", 500, -30, 59)
    for room in ("102", "103"):
        _lease(head, f"YZ-03/1号楼/1/{room}", 500, -30, None)
    let = _offered(town)[f"YZ-03/1号楼 1层/101（预计{_in(60)}起）"]
    assert (let.area, let.free_from) == (500, _in(60))
    assert _offered(town)["YZ-03/1号楼 1层/102"].area == 0
    says = as_clerk.get(f"/siting/{_need(head, 500).pk}").content.decode()
    assert f"{_in(60)}起可供，还不确定：租约{_in(59)}到期，续租或没有腾空的除外（-5分）" in says
    assert f"什么时候有几处：现在1处、{_in(60)}起2处" in says
    late = _need(head, 500, "急用项目", wanted_by=_in(59))
    told = as_clerk.get(f"/siting/{late.pk}").content.decode()
    assert "能放的地块（1）" in told
    assert f"{_in(60)}起可供，需要不晚于{_in(59)}" in told


def test_a_room_that_is_let_again_is_not_offered_between(
    park: Park, head: User, town: OrgUnit
) -> None:
    _lease(head, "YZ-03/1号楼/1/101", 500, -30, 59)
    _lease(head, "YZ-03/1号楼/1/101", 500, 90, 120)
    _lease(head, "YZ-03/1号楼/1/102", 500, 30, None)
    assert _offered(town)[f"YZ-03/1号楼 1层/101（预计{_in(121)}起）"].free_from == _in(121)
    assert _offered(town)["YZ-03/1号楼 1层/102"].area == 0


def test_what_comes_free_of_a_floor_later_is_a_part_beside_what_is_free_now(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    _lease(head, "YZ-03/1号楼/2", 400, -30, 59)
    _lease(head, "YZ-03/1号楼/2", 250, -30, 89)
    offered = _offered(town)
    told = {name: (one.area, one.free_from) for name, one in offered.items() if "2层" in name}
    assert told == {
        "YZ-03/1号楼 2层": (350, None),
        f"YZ-03/1号楼 2层（预计{_in(60)}起）": (400, _in(60)),
        f"YZ-03/1号楼 2层（预计{_in(90)}起）": (250, _in(90)),
    }
    says = as_clerk.get(f"/siting/{_need(head, 1000).pk}").content.decode()
    assert "同一处分3次腾出，到最后一次才能全部交付" in says
    keys = [one.key for one in offered.values()]
    assert all(grounds(keys)[key] for key in keys if "@" in key)


def test_what_is_promised_of_a_later_part_leaves_what_is_free_now(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    _lease(head, "YZ-03/1号楼/2", 400, -30, 59)
    later = _offered(town)[f"YZ-03/1号楼 2层（预计{_in(60)}起）"]
    need, today = _need(head, 350), timezone.localdate()
    given: dict[str, Any] = {"by": head, "reason": "专题会议", "today": today}
    actions.promise(need, later.key, area=Decimal(350), **given)
    offered = _offered(town)
    assert [one.area for one in offered["YZ-03/1号楼 2层"].promises] == []
    assert [one.area for one in offered[later.name].promises] == [350]
    page = as_clerk.get(f"/siting/{need.pk}").content.decode()
    assert f"350㎡（{_in(60)}起交付）" in page
    other = _need(head, 700, "第二个")
    with pytest.raises(Refused, match=r"可承诺50\.00㎡"):
        actions.promise(other, later.key, area=Decimal(60), **given)
    actions.promise(other, later.key.partition("@")[0], area=Decimal(600), **given)
    with pytest.raises(Refused, match="何时可供已有变化"):
        actions.promise(other, f"{later.key[:-10]}2199-01-01", area=Decimal(1), **given)


def test_a_plot_that_is_only_leased_is_offered_when_the_lease_ends(
    park: Park, head: User, town: OrgUnit
) -> None:
    plot = Parcel.objects.get(number="YZ-01")
    assert plot.area is not None
    _lease(head, "YZ-01", int(plot.area), -30, 364)
    Parcel.objects.filter(pk=plot.pk).update(state="used")
    offered = _offered(town)[f"YZ-01（预计{_in(365)}起）"]
    assert (offered.area, offered.free_from) == (int(plot.area), _in(365))
    _lease(head, "YZ-02", 6000, -30, None, tenure="own")
    Parcel.objects.filter(number="YZ-02").update(state="used")
    assert not [name for name in _offered(town) if "YZ-02" in name]


@pytest.fixture
def block(park: Park, head: User, town: OrgUnit) -> RenewalBlock:
    """A block of renewal with YZ-02 and YZ-03, to be net land in two hundred days."""
    made = renewal.keep(RenewalBlock, by=head, unit=town, name="老机械厂片区", clear_by=_in(200))
    for number in ("YZ-02", "YZ-03"):
        renewal.keep(Plot, by=head, unit=town, block=made, number=number)
    Parcel.objects.filter(number__in=("YZ-02", "YZ-03")).update(state="renewal")
    return made


def test_a_plot_in_renewal_is_offered_from_the_planned_day_as_not_certain(
    block: RenewalBlock, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    offered = _offered(town)
    first = offered[f"YZ-02（预计{_in(200)}起）"]
    assert first.free_from == _in(200)
    assert not [name for name in offered if "1号楼" in name]
    need = _need(head, 19000, on="land", high=Decimal(21000))
    says = as_clerk.get(f"/siting/{need.pk}").content.decode()
    assert f"{_in(200)}起可供，还不确定：老机械厂片区计划{_in(200)}净地，以实际净地为准" in says
    plot = Plot.objects.get(number="YZ-02")
    renewal.change(plot, by=head, version=plot.version, clear_by=_in(300))
    assert f"YZ-02（预计{_in(300)}起）" in _offered(town)
    actions.promise(
        need, first.key, by=head, area=Decimal(19000), reason="会议",
        today=timezone.localdate(),
    )  # fmt: skip
    assert need.promises.get().free_from == _in(300)


def test_a_plot_whose_planned_day_is_past_is_not_offered(
    block: RenewalBlock, head: User, town: OrgUnit
) -> None:
    renewal.change(block, by=head, version=block.version, clear_by=_in(-1))
    assert not [name for name in _offered(town) if "YZ-02" in name]
    renewal.change(block, by=head, version=block.version + 1, clear_by=None)
    assert not [name for name in _offered(town) if "YZ-02" in name]
    need = _need(head, 19000, on="land", high=Decimal(21000))
    with pytest.raises(Refused, match="不能供应，不能承诺"):
        actions.promise(
            need, f"p{Parcel.objects.get(number='YZ-02').pk}", by=head, area=Decimal(1),
            reason="会议", today=timezone.localdate(),
        )  # fmt: skip


def test_rooms_that_the_register_names_as_neighbours_are_joined_and_others_not(
    park: Park, head: User, as_clerk: Client, town: OrgUnit
) -> None:
    room = Unit.objects.get(number="101")
    land.change(room, by=head, version=room.version, beside="103、105")
    says = as_clerk.get(f"/siting/{_need(head, 1000).pk}").content.decode()
    assert "须把登记为隔墙相邻的2个单元合租" in says
    assert "1层/101 ＋ YZ-03/1号楼 1层/102" not in says
    assert "1层/102 ＋ YZ-03/1号楼 1层/101" not in says
    page = as_clerk.get(f"/land/units/{room.pk}").content.decode()
    assert "相邻单元里写的105不在这一层，请核对。" in page
