"""Nothing is let twice; what is let is counted; rent falls due; land is weighed by days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.web.desks.tenancy.grounds import DAY, ROOM, park_of, stays
from yinfeng.web.desks.land.models import Parcel, Park, Unit
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.accounts import account_of, late_rents
from yinfeng.web.desks.tenancy.clusters import cluster_of
from yinfeng.web.desks.tenancy.land_use import land_uses
from yinfeng.web.desks.tenancy.models import APPEND_ONLY, Occupancy, Tenant
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

SECOND, _PARCEL = "云泽轴承有限公司", '"land_parcel"'


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


def test_a_room_is_not_let_twice_at_once(park: Park, head: User) -> None:
    stays(head)
    with pytest.raises(
        Refused, match=r"201.*云泽齿轮有限公司（2026-01-01起至2026-12-31，1,000㎡）"
    ):
        stays(head, firm=SECOND, since=date(2026, 12, 31), until=None)
    after = stays(head, firm=SECOND, since=date(2027, 1, 1), until=None)
    assert after.tenant is not None
    assert Occupancy.objects.count() == 2


def test_a_floor_that_is_let_as_a_whole_has_no_room_left(park: Park, head: User) -> None:
    stays(head, place="YZ-01/1号楼/2", area=Decimal(2000))
    with pytest.raises(Refused, match="就重复了"):
        stays(head, firm=SECOND)
    stays(head, firm=SECOND, place="YZ-01/1号楼/1层/101", area=Decimal(2000))
    with pytest.raises(Refused, match="就重复了"):
        stays(head, firm="云泽弹簧厂", place="YZ-01/1号楼", area=Decimal(1))


def test_a_room_takes_no_more_than_it_has(park: Park, head: User) -> None:
    with pytest.raises(Refused, match=r"容不下1,001㎡"):
        stays(head, area=Decimal(1001))
    stays(head, area=Decimal(400))
    stays(head, firm=SECOND, area=Decimal(600))
    with pytest.raises(Refused, match="就重复了"):
        stays(head, firm="云泽弹簧厂", area=Decimal("0.01"))


def test_land_and_floor_are_counted_apart(park: Park, head: User) -> None:
    stays(head, place="YZ-01", area=Decimal(20000), tenure="own", rent=None, until=None)
    stays(head, firm=SECOND, lessor="云泽齿轮有限公司")
    assert Occupancy.objects.count() == 2


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("", "看不懂"),
        ("YZ-99", "没有宗地“YZ-99”"),
        ("YZ-01/9号楼", "没有楼幢“9号楼”"),
        ("YZ-01/1号楼/顶", "楼层“顶”看不懂"),
        ("YZ-01/1号楼/地下1层", "没有登记第-1层"),
        ("YZ-01/1号楼/2F/209", "没有单元“209”"),
    ],
)
def test_an_address_that_is_none_says_what_to_do(
    place: str, says: str, park: Park, head: User
) -> None:
    with pytest.raises(Refused, match=says):
        stays(head, place=place)


def test_what_has_no_area_cannot_be_let(park: Park, head: User) -> None:
    Unit.objects.update(area=None)
    spots = park.parcels.get(number="YZ-01").buildings.get()
    spots.floors.update(area=None)
    type(spots).objects.update(area=None)
    with pytest.raises(Refused, match="没有登记面积"):
        stays(head)


def test_a_sublet_lies_within_the_lease(park: Park, head: User) -> None:
    first = stays(head)
    let = {"firm": SECOND, "tenure": "sublet", "lessor": first.firm}
    with pytest.raises(Refused, match="没有租用"):
        stays(head, **{**let, "lessor": "云泽弹簧厂"}, area=Decimal(1))
    with pytest.raises(Refused, match="写明出租人"):
        stays(head, **{**let, "lessor": ""}, area=Decimal(1))
    with pytest.raises(Refused, match="容不下"):
        stays(head, **let, until=None)
    stays(head, **let, area=Decimal(300), until=date(2026, 11, 30))
    with pytest.raises(Refused, match=f"转租给{SECOND}"):
        actions.leave(
            first, by=head, version=first.version, day=date(2026, 6, 1), reason="搬走", today=DAY
        )
    assert Unit.objects.get(number="201").let_area == 1000


def test_what_is_let_stands_on_parcel_and_room(park: Park, head: User) -> None:
    one = stays(head)
    two = stays(head, firm=SECOND, place="YZ-02", area=Decimal(12000), until=None)
    assert Unit.objects.get(number="201").let_area == 1000
    assert Parcel.objects.get(number="YZ-02").let_area == 12000
    actions.leave(
        two, by=head, version=two.version, day=DAY - timedelta(days=1), reason="搬走", today=DAY
    )
    assert Parcel.objects.get(number="YZ-02").let_area == 0
    actions.change(one, by=head, version=one.version, today=DAY, area=Decimal(500))
    assert Unit.objects.get(number="201").let_area == 500
    assert actions.count_let(today=date(2027, 5, 1)) == 1
    assert Unit.objects.get(number="201").let_area == 0
    assert actions.count_let(today=date(2027, 5, 1)) == 0


def test_a_change_that_would_let_twice_leaves_all_as_it_was(park: Park, head: User) -> None:
    one = stays(head)
    two = stays(head, firm=SECOND, place="YZ-01/1号楼/2层/202")
    with pytest.raises(Refused, match="就重复了"):
        actions.change(two, by=head, version=two.version, today=DAY, place=ROOM)
    two.refresh_from_db()
    assert two.place.endswith("202")
    changed = actions.change(one, by=head, version=1, today=DAY, note="甲")
    with pytest.raises(Refused, match="改过"):
        actions.change(changed, by=head, version=1, today=DAY, note="乙")


def test_a_person_without_the_right_lets_nothing(park: Park, head: User, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        stays(viewer)
    one = stays(head)
    with pytest.raises(PermissionDenied):
        actions.receive(one, by=viewer, day=DAY, amount=Decimal(1), today=DAY)


def test_rent_that_came_in_is_told_apart_from_what_is_due(park: Park, head: User) -> None:
    one = stays(head)
    actions.receive(one, by=head, day=date(2026, 1, 4), amount=Decimal(36000), today=DAY)
    stands = account_of(one, one.receipts.all(), date(2026, 4, 2))
    assert stands is not None
    assert (stands.due, stands.arrears) == (Decimal(72000), Decimal(36000))
    assert stands.late_since == date(2026, 4, 1)
    assert [rent.stay for rent in late_rents([one], date(2026, 4, 2))] == [one]
    assert late_rents([one], date(2026, 3, 31)) == []
    with pytest.raises(Refused, match="冲正"):
        actions.receive(one, by=head, day=DAY, amount=Decimal(-1), today=DAY)
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.receive(one, by=head, day=DAY + timedelta(days=1), amount=Decimal(1), today=DAY)
    with pytest.raises(Refused, match="租金到账"):
        actions.remove(one, by=head, reason="登记错了", today=DAY)


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
def test_the_database_refuses_to_change_what_was_put_down(
    model: type, park: Park, head: User
) -> None:
    actions.receive(stays(head), by=head, day=DAY, amount=Decimal(1), today=DAY)
    actions.set_rules(
        head.unit, by=head, text="version: 1\ngrace: 5", since=DAY, reason="本镇规定", today=DAY
    )
    for change in ("delete", "update"):
        rows = model.objects.all()  # type: ignore[attr-defined]
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows._raw_delete(rows.db) if change == "delete" else rows.update(at=None)


def test_who_came_who_went_and_what_stands_empty(park: Park, head: User) -> None:
    one = stays(head, until=date(2026, 6, 30))
    stays(head, firm=SECOND, place="YZ-02", area=Decimal(30000), since=date(2026, 5, 1), until=None)
    tenant = Tenant.objects.get(name=one.firm)
    actions.change_tenant(tenant, by=head, version=tenant.version, chain="高端装备", industry="345")
    june = cluster_of(park, date(2026, 1, 1), date(2026, 6, 30))
    assert june.firms == 2
    assert [group.says for group in june.chains] == ["高端装备", "未归链"]
    assert [group.says for group in june.sections] == ["34 通用设备制造业", "未填行业"]
    assert {stay.firm for stay in june.came} == {one.firm, SECOND}
    assert [stay.firm for stay in june.went] == [one.firm]
    assert june.floor == (Decimal(4000), Decimal(3000))
    assert june.land == (Decimal(50000), Decimal(0)), "what is built over is not free"
    assert [room.says for room in june.free] == ["YZ-01/1号楼 1层/101", "YZ-01/1号楼 2层/202"]
    july = cluster_of(park, date(2026, 7, 1), date(2026, 7, 1))
    assert [stay.firm for stay in july.stays] == [SECOND]
    assert july.chains[0].mu == Decimal(45)


def test_land_of_a_year_is_weighed_by_days(park: Park, head: User) -> None:
    stays(head, place="YZ-01", area=Decimal(20000), tenure="own", rent=None, until=None)
    stays(head, firm=SECOND, lessor="云泽齿轮有限公司", since=date(2026, 7, 2))
    units = OrgUnit.objects.filter(pk=head.unit.pk)
    found = {
        one.tenant.name: one.land for one in land_uses(units, date(2026, 1, 1), date(2026, 12, 31))
    }
    # 1000 ㎡ of floor for 183 of 365 days at a plot ratio of 1.5.
    assert found[SECOND].area == Decimal("334.2466")
    assert found["云泽齿轮有限公司"].area == Decimal(20000) - Decimal("334.2466")


def test_rules_of_the_office_hold_from_their_day(park: Park, head: User) -> None:
    stays(head, firm=SECOND)
    Parcel.objects.update(floor_area=None)
    text = 'version: 本镇2026\nstandard_ratio: "2.0"\n'
    with pytest.raises(Refused, match="不能改过去"):
        actions.set_rules(
            head.unit, by=head, text=text, since=DAY, reason="x", today=DAY + timedelta(1)
        )
    with pytest.raises(Refused, match="standard_ratio"):
        actions.set_rules(
            head.unit,
            by=head,
            text="version: 1\nstandard_ratio: 0",
            since=DAY,
            reason="x",
            today=DAY,
        )
    actions.set_rules(head.unit, by=head, text=text, since=DAY, reason="本镇规定", today=DAY)
    units = OrgUnit.objects.filter(pk=head.unit.pk)
    (before,) = land_uses(units, date(2026, 1, 1), DAY - timedelta(days=1))
    (since,) = land_uses(units, date(2026, 1, 1), DAY)
    assert [before.land.area, since.land.area] == [1000, 500]


def test_every_action_leaves_its_event(park: Park, head: User) -> None:
    one = stays(head)
    actions.leave(one, by=head, version=one.version, day=DAY, reason="合同到期", today=DAY)
    told = Event.objects.filter(action__startswith="tenancy.").order_by("number")
    assert [event.action for event in told] == ["tenancy.keep", "tenancy.leave"]
    assert told[1].reason == "合同到期"


def test_who_lets_something_waits_for_whoever_lets_on_the_same_parcel(
    park: Park, head: User
) -> None:
    with CaptureQueriesContext(connection) as asked:
        stays(head)
    locks = [
        at for at, one in enumerate(asked) if "FOR UPDATE" in one["sql"] and _PARCEL in one["sql"]
    ]
    looks = [at for at, one in enumerate(asked) if 'FROM "tenancy_occupancy"' in one["sql"]]
    if connection.features.has_select_for_update:
        assert locks
        assert locks[0] < looks[0], "the row is held before the others are looked at"
    else:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
