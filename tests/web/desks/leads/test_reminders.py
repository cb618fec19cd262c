"""Whoever follows a lead is told before its clock runs out and after, once a working day."""

from datetime import date

import pytest

from tests.web.conftest import Hire
from tests.web.desks.leads.office import MET, MONDAY, registered
from yinfeng.lexicon.calendar import calendar
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.models import Clock
from yinfeng.web.lists import keeping
from yinfeng.web.notices.models import Notice, Posting, Robot
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

pytestmark = pytest.mark.django_db


def told(to: User | None) -> list[str]:
    """What the person, or the group, was told of clocks."""
    found = Notice.objects.filter(to=to, kind__in=("leads.soon", "leads.late"))
    return list(found.order_by("pk").values_list("says", flat=True))


def test_who_follows_a_lead_is_told_before_and_after_its_clock_runs_out(
    clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town, MET)
    clock = Clock.objects.running().filter(lead=lead).order_by("ends", "pk").first()
    assert clock is not None
    assert actions.remind(today=clock.ends) == 1
    (soon,) = told(clerk)
    assert soon.startswith(f"时限将到：“{lead.name}”{clock.says}")
    # The job is done again after its worker was killed: nobody is told twice.
    assert actions.remind(today=clock.ends) == 0


def test_what_runs_out_over_a_weekend_is_told_on_monday(clerk: User, town: OrgUnit) -> None:
    lead = registered(clerk, town, MET)
    Clock.objects.filter(lead=lead).update(ends=date(2026, 3, 7))
    assert actions.remind(today=date(2026, 3, 9)) == 1
    assert told(clerk)[0].startswith("时限已过：")
    # The next day it is no news any more; it stands on the page of today.
    assert actions.remind(today=date(2026, 3, 10)) == 0


def test_of_a_lead_that_nobody_follows_the_head_is_told_and_the_group_how_many(
    clerk: User, head: User, town: OrgUnit
) -> None:
    Robot.objects.create(unit=town, name="招商群", address="wecombot://key")
    lead = registered(clerk, town, MET)
    keeping.change(lead, by=clerk, owner=None)
    Clock.objects.filter(lead=lead).update(ends=MONDAY)
    actions.remind(today=MONDAY)
    assert len(told(head)) == 1
    assert told(clerk) == []
    (says,) = told(None)
    assert says.startswith(f"{town}：")
    assert Posting.objects.get().robot is not None


def test_a_leader_hears_what_is_owed_and_who_handed_it_over_only_when_it_is_late(
    clerk: User, head: User, town: OrgUnit, hire: Hire
) -> None:
    leader = hire("leader", town, Role.LEADER)
    lead = registered(clerk, town, MET)
    Clock.objects.filter(lead=lead).update(ends=date(2026, 6, 1))
    asked = actions.dispatch(lead, by=head, leader=leader, instruction="请约见对方", today=MONDAY)
    due = asked.answer_due
    actions.remind(today=due)
    assert f"批示待答复{due:%m-%d}" in told(leader)[0]
    assert told(head) == []
    actions.remind(today=calendar().after(due, 1))
    assert len(told(leader)) == 2
    assert f"批示待答复{due:%m-%d}" in told(head)[0]
