"""A year of a park, as the example tells it."""

from datetime import date
from decimal import Decimal

from scripts.lived import park_year, story
from tests.web.conftest import browser_of
from yinfeng.web.desks.tenancy.accounts import late_rents
from yinfeng.web.desks.tenancy.clusters import cluster_of
from yinfeng.web.desks.tenancy.land_use import land_uses
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit, User

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def test_a_year_of_a_park(head: User) -> None:
    park = park_year(story("park_year"), head)
    year = cluster_of(park, FIRST, LAST)
    assert [one.says for one in year.chains] == ["高端装备", "新能源", "未归链"]
    assert [len(one.firms) for one in year.chains] == [4, 2, 1]
    assert {one.firm for one in year.went} == {
        "云泽轴承有限公司",
        "云泽包装有限公司",
        "云泽齿轮有限公司",
    }
    assert len(year.came) == 4
    summer = cluster_of(park, FIRST, date(2026, 9, 15))
    assert summer.floor[1] - year.floor[1] == Decimal(1000), "the third floor stood empty"
    _and_who_owes(date(2026, 7, 31))
    _and_the_land_of_each(head)
    page = browser_of(head).get(f"/tenancy/parks/{park.pk}?first=2026-01-01&last=2026-12-31")
    assert "订单转移，提前退租" in page.content.decode()


def _and_who_owes(day: date) -> None:
    late = late_rents(Occupancy.objects.select_related("unit").order_by("pk"), day)
    owing = {one.stay.contract: one.account.arrears for one in late}
    # ZZ-003 has paid two of its three quarters, of 36000 yuan each.
    assert owing["ZZ-003"] == Decimal(36000)
    assert "ZZ-001" not in owing


def _and_the_land_of_each(head: User) -> None:
    units = OrgUnit.objects.filter(pk=head.unit.pk)
    found = {one.tenant.name: one.land.area for one in land_uses(units, FIRST, LAST)}
    assert found["云泽数控机床有限公司"] == Decimal("30000.00")
    # 1000 ㎡ for 181 of 365 days and for 184 of them, at a plot ratio of 1.5.
    assert found["云泽轴承有限公司"] == Decimal("330.5936")
    assert found["云泽机器人有限公司"] == Decimal("336.0731")
