"""Trips: asked for, approved, reported, put right; nobody goes twice at one time."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.outreach.made import DAY, TRIP, page_of
from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.models import (
    Reception,
    Talk,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused


def test_the_clerk_registers_a_trip_the_head_approves_it_and_it_is_reported(
    as_clerk: Client, head: User
) -> None:
    asked = as_clerk.post("/outreach/trips/add", TRIP, follow=True)
    assert "已登记：外出2026-001。" in page_of(asked)
    trip = Trip.objects.get()
    at = f"/outreach/trips/{trip.pk}"
    approved = browser_of(head).post(
        f"{at}/approve", {"on": "2026-04-10", "paper": "云泽批6号"}, follow=True
    )
    assert "已批准" in page_of(approved)
    going = {
        "name": "沈立群",
        "title": "党委书记",
        "leader": "on",
        "since_half": 0,
        "until_half": 1,
    }
    as_clerk.post(f"{at}/travellers/add", going)
    as_clerk.post(f"{at}/visits/add", {"on": "2026-04-13", "firm": "上海博川精密有限公司"})
    trip.refresh_from_db()
    assert trip.report_due == date(2026, 4, 17)
    told = {"version": trip.version, "on": "2026-04-15", "outcome": "有意来访", "next_step": "邀请"}
    assert "已报告" in page_of(as_clerk.post(f"{at}/report", told, follow=True))
    page = page_of(as_clerk.get("/outreach/?first=2026-01-01&last=2026-12-31"))
    assert re.search(r'class="figure">1\.5<small>天', page)
    assert 'value="2026-01-01"' in page
    rows = page_of(as_clerk.get("/outreach/counts/leader_days?first=2026-01-01&last=2026-12-31"))
    assert "外出2026-001 党委书记沈立群 上海" in rows
    kinds = [(one.action, one.actor_name[:5]) for one in Event.objects.order_by("number")]
    assert ("outreach.approve", "head同") in kinds


def test_who_asked_for_a_trip_does_not_approve_it(office: Town, head: User) -> None:
    own = actions.ask_for_trip(
        by=head, unit=office.unit, place="上海", outside=True, purpose="x", since=DAY, until=DAY
    )
    with pytest.raises(Refused, match="不能批准自己登记的外出"):
        actions.approve(own, by=head, today=DAY)


def test_who_asked_for_a_trip_is_told_who_may_approve_it(
    office: Town, head: User, hire: Hire, town: OrgUnit
) -> None:
    own = actions.ask_for_trip(
        by=head, unit=town, purpose="拜访企业", place="上海", outside=True, since=DAY, until=DAY
    )
    says = browser_of(head).get(f"/outreach/trips/{own.pk}").content.decode()
    assert "这次外出是您自己登记的" in says
    assert "还没有别的人能批准" in says
    mayor = hire("mayor", town, Role.LEADER)
    says = browser_of(head).get(f"/outreach/trips/{own.pk}").content.decode()
    assert str(mayor) in says
    assert "批准日期" not in says
    assert "批准日期" in browser_of(mayor).get(f"/outreach/trips/{own.pk}").content.decode()


def test_an_approved_trip_keeps_its_days_until_it_is_sent_back(office: Town, trip: Trip) -> None:
    trip = office.approve(trip)
    later: dict[str, Any] = {"until": DAY + timedelta(days=9)}
    with pytest.raises(Refused, match="不能改日期"):
        actions.change(trip, by=office.clerk, version=trip.version, **later)
    with pytest.raises(Refused, match="理由"):
        actions.reopen(trip, by=office.head, reason="")
    trip = actions.reopen(trip, by=office.head, reason="行程有变")
    assert actions.change(trip, by=office.clerk, version=trip.version, **later).until.day == 22
    assert trip.approved_on is None


def test_a_refused_or_cancelled_trip_is_not_reported(office: Town, trip: Trip) -> None:
    trip = actions.refuse(trip, by=office.head, reason="与年度计划重复")
    with pytest.raises(Refused, match="未批准"):
        actions.report(trip, by=office.clerk, version=trip.version, on=DAY, outcome="x")
    with pytest.raises(Refused, match="不能取消"):
        actions.cancel(trip, by=office.clerk, reason="x")


def test_the_second_who_edits_is_told_what_the_first_did(
    office: Town, trip: Trip, as_clerk: Client
) -> None:
    at = f"/outreach/trips/{trip.pk}/edit"
    shown = {**TRIP, "version": trip.version, "until_half": "1"}
    actions.change(trip, by=office.head, version=trip.version, purpose="对接丝杠项目")
    answer = as_clerk.post(at, shown)
    assert answer.status_code == 422
    assert "head同志于" in page_of(answer)
    assert "改为“对接丝杠项目”" in page_of(answer)
    assert Trip.objects.get().purpose == "对接丝杠项目"


def test_what_belongs_to_a_trip_lies_within_its_days(office: Town, trip: Trip) -> None:
    outside = DAY + timedelta(days=30)
    with pytest.raises(Refused, match="拜访日期不在这次外出"):
        office.keep(Visit, trip=trip, on=outside, firm="x")
    with pytest.raises(Refused, match="加入和离开"):
        office.keep(Traveller, trip=trip, name="x", since=outside)


def test_who_went_is_put_right_and_the_second_editor_is_told(
    as_clerk: Client, office: Town, trip: Trip, viewer: User, neighbour: User
) -> None:
    office.goes(trip, "何一鸣")
    one = Traveller.objects.get()
    at = f"/outreach/trips/{trip.pk}/travellers/{one.pk}/edit"
    assert at in page_of(as_clerk.get(f"/outreach/trips/{trip.pk}"))
    assert "何一鸣" in page_of(as_clerk.get(at))
    form = {"name": "何一鸣", "title": "招商办副主任", "since_half": "0", "until_half": "1"}
    saved = as_clerk.post(at, {**form, "version": "1"}, follow=True)
    assert "招商办副主任" in page_of(saved)
    again = as_clerk.post(at, {**form, "title": "主任", "version": "1"})
    assert again.status_code == 422
    assert "改过" in page_of(again)
    wrong = as_clerk.post(at, {**form, "name": "", "version": "2"})
    assert wrong.status_code == 422
    office.goes(trip, "周启明")
    twice = as_clerk.post(at, {**form, "name": "周启明", "version": "2"})
    assert "已在这次外出的人员里" in page_of(twice)
    assert browser_of(viewer).get(at).status_code == 403
    assert browser_of(neighbour).get(at).status_code == 404
    one.refresh_from_db()
    assert (one.title, one.version) == ("招商办副主任", 2)
    assert Event.objects.filter(action="outreach.change").count() == 1


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Reception, {"group": "恒锐精工", "received": "chief", "purpose": "考察厂房"}),
        (Talk, {"project": "轴承项目", "topic": "谈供地"}),
    ],
)
def test_what_is_still_to_come_has_not_happened(
    clerk: User, town: OrgUnit, model: type[Any], values: dict[str, Any]
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="晚于今天"):
        actions.keep(model, by=clerk, unit=town, on=tomorrow, **values)
    actions.keep(model, by=clerk, unit=town, on=timezone.localdate(), **values)


def test_nobody_goes_twice_on_one_trip_at_one_time(clerk: User, town: OrgUnit) -> None:
    asked: dict[str, Any] = {"purpose": "对接", "since": DAY, "until": DAY + timedelta(days=3)}
    trip = actions.ask_for_trip(by=clerk, unit=town, place="上海", outside=True, **asked)
    add: dict[str, Any] = {"by": clerk, "unit": town, "trip": trip, "name": "沈立群"}
    actions.keep(Traveller, until=DAY, until_half=0, leader=True, **add)
    with pytest.raises(Refused, match="已在这次外出"):
        actions.keep(Traveller, **add)
    actions.keep(Traveller, since=DAY + timedelta(days=2), **add)
