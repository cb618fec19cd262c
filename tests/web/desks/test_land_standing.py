"""What higher rooms have on a parcel or a room keeps it from being taken away."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.web.desks.siting import ground
from tests.web.desks.tenancy import grounds
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.renewal import actions as renewal
from yinfeng.web.desks.renewal.models import Plot, RenewalBlock
from yinfeng.web.desks.siting import actions as siting
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

TODAY = timezone.localdate()


def test_a_room_is_not_taken_away_while_somebody_is_in_it(head: User, town: OrgUnit) -> None:
    grounds.park_of(town, head)
    here, there = Unit.objects.get(number="201"), Unit.objects.get(number="202")
    year = TODAY - timedelta(days=365)
    until = {"201": None, "202": TODAY - timedelta(days=1)}
    for number, last in until.items():
        grounds.stays(head, place=f"YZ-01/1号楼/2层/{number}", since=year, until=last, today=TODAY)
    with pytest.raises(Refused, match="下面还有1条入驻"):
        actions.remove(here, by=head, reason="登记错了")
    assert actions.remove(there, by=head, reason="合并").is_removed, "that stay is over"


def test_a_parcel_is_not_taken_away_while_it_is_promised(head: User, town: OrgUnit) -> None:
    ground.park_of(town, head)
    plot = Parcel.objects.get(number="YZ-01")
    need = ground.a_need(town, head)
    siting.promise(need, f"p{plot.pk}", by=head, area=Decimal(100), reason="专题会议", today=TODAY)
    with pytest.raises(Refused, match="下面还有1条承诺"):
        actions.remove(plot, by=head, reason="登记错了")


def test_a_parcel_is_not_taken_away_while_it_is_renewed(head: User, town: OrgUnit) -> None:
    ground.park_of(town, head)
    plot = Parcel.objects.get(number="YZ-01")
    block = renewal.keep(RenewalBlock, by=head, unit=town, name="云泽旧厂区")
    renewal.keep(Plot, by=head, unit=town, block=block, number="YZ-01", area=plot.area)
    with pytest.raises(Refused, match="下面还有1条宗地"):
        actions.remove(plot, by=head, reason="登记错了")
