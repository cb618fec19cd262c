"""A stay that is changed or ends on another day still fits, and takes nothing from a sublet."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from tests.web.desks.tenancy.grounds import DAY, ROOM, park_of, stays
from yinfeng.web.desks.land.models import Park, Unit
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.models import Tenant
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

SECOND = "云泽轴承有限公司"
HALF, NEXT = date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


def test_who_leaves_later_than_agreed_does_not_stay_in_what_is_let_from_then(
    park: Park, head: User
) -> None:
    first = stays(head, until=HALF)
    stays(head, firm=SECOND, since=NEXT, until=None)
    with pytest.raises(Refused, match="就重复了"):
        actions.leave(first, by=head, version=1, day=date(2026, 12, 31), reason="搬走", today=DAY)
    first.refresh_from_db()
    assert first.until == HALF
    actions.leave(first, by=head, version=1, day=date(2026, 5, 31), reason="搬走", today=DAY)


def test_an_older_excess_does_not_hide_a_new_one(park: Park, head: User) -> None:
    stays(head, area=Decimal(500), until=HALF)
    stays(head, firm=SECOND, area=Decimal(200), since=NEXT, until=None)
    # What stood before was checked before: PostgreSQL looks again at the end of a transaction.
    connection.check_constraints()
    Unit.objects.filter(number="201").update(area=300)
    with pytest.raises(Refused, match="2026-07-01起已租200㎡"):
        stays(head, firm="云泽弹簧厂", area=Decimal(200), since=NEXT, until=None)
    stays(head, firm="云泽弹簧厂", area=Decimal(100), since=NEXT, until=None)


def test_who_lets_on_does_not_move_away_from_it(park: Park, head: User) -> None:
    first = stays(head)
    stays(head, firm=SECOND, tenure="sublet", lessor=first.firm, area=Decimal(300))
    away = ROOM.replace("201", "202")
    with pytest.raises(Refused, match=f"转租给{SECOND}"):
        actions.change(first, by=head, version=1, today=DAY, place=away)
    with pytest.raises(Refused, match=f"转租给{SECOND}"):
        actions.change(first, by=head, version=1, today=DAY, place=away, firm="云泽弹簧厂")
    actions.change(first, by=head, version=1, today=DAY, area=Decimal(300))


def test_a_tenant_that_was_renamed_stays_the_tenant(park: Park, head: User) -> None:
    one = stays(head)
    assert one.tenant is not None
    actions.change_tenant(one.tenant, by=head, version=1, name="云泽精密齿轮有限公司")
    made = actions.change(one, by=head, version=1, today=DAY, firm=one.firm, note="续签")
    assert made.tenant_id == one.tenant_id
    assert Tenant.objects.count() == 1
    made = actions.change(made, by=head, version=2, today=DAY, firm=SECOND)
    assert made.tenant is not None
    assert made.tenant.name == SECOND
