"""Rows of outreach that name a lead: what they move, what follows back, what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.leads.office import FORM, MONDAY, registered, told
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.leads.colours import Palette
from yinfeng.web.desks.leads.models import Claim, Lead
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.listings import LISTS
from yinfeng.web.desks.outreach.models import (
    Brought,
    Reception,
    Signing,
    Talk,
    Traveller,
    Trip,
    Visit,
)
from yinfeng.web.lists.actions import import_rows, plan_of, undo_import
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

TALK = date(2026, 4, 13)


@pytest.fixture
def lead(clerk: User, town: OrgUnit) -> Lead:
    """A lead of which nothing is told but its form."""
    return registered(clerk, town, FORM)


def _now(lead: Lead) -> Lead:
    return Lead.objects.get(pk=lead.pk)


def _talk(lead: Lead, by: User, **more: Any) -> Talk:
    values: dict[str, Any] = {"on": TALK, "project": lead.name, "topic": "谈了用地和电价", **more}
    return actions.keep(Talk, by=by, unit=lead.unit, lead=lead.number, **values)


def _trip(lead: Lead, by: User, head: User, since: date = TALK) -> Trip:
    span: dict[str, Any] = {"since": since, "since_half": 0, "until": since, "until_half": 1}
    place: dict[str, Any] = {"place": "上海", "outside": True}
    trip = actions.ask_for_trip(by=by, unit=lead.unit, purpose="对接轴承项目", **place, **span)
    values: dict[str, Any] = {
        "trip": trip,
        "on": since,
        "firm": "苏州恒锐精密机械有限公司",
        "topic": "选址",
    }
    actions.keep(Visit, by=by, unit=lead.unit, lead=lead.number, **values)
    return trip


def test_a_talk_keeps_a_lead_awake_and_grades_it(lead: Lead, clerk: User) -> None:
    assert (lead.grade, lead.last_event) == ("C", MONDAY)
    before = Palette(date(2026, 5, 20)).of(lead.last_event, lead.unit.path)
    talk = _talk(lead, clerk)
    now = _now(lead)
    assert (now.grade, now.stage, now.last_event) == ("B", "negotiating", TALK)
    assert before == "yellow"
    assert Palette(date(2026, 5, 20)).of(now.last_event, now.unit.path) == "green"
    change = now.grades.order_by("pk").last()
    assert change is not None
    assert (change.because, change.was) == ("招商往来有变", "C")
    assert f"洽谈（{talk}）" in str(change.reasons)
    assert Event.objects.filter(action="leads.meet").count() == 1
    follow_up = now.clocks.running().get(key="follow_up")
    assert follow_up.starts == TALK


def test_a_corrected_or_removed_talk_takes_its_part_back(lead: Lead, clerk: User) -> None:
    talk = _talk(lead, clerk)
    assert not _now(lead).clocks.running().filter(key="first_contact").exists()
    earlier = TALK - timedelta(days=20)
    talk = actions.change(talk, by=clerk, version=1, on=earlier)
    assert _now(lead).last_event == earlier
    stopped = _now(lead).clocks.get(key="first_contact")
    assert (stopped.ended, stopped.proof) == (earlier, f"招商往来：洽谈（{talk}），{earlier}")
    actions.remove(talk, by=clerk, reason="登记错了")
    now = _now(lead)
    assert (now.grade, now.last_event) == ("C", MONDAY)
    assert now.clocks.running().filter(key="first_contact").exists()
    assert [row.grade for row in now.grades.order_by("pk")][-2:] == ["B", "C"]


def test_the_number_may_be_corrected_to_another_lead(
    lead: Lead, clerk: User, town: OrgUnit
) -> None:
    other = registered(clerk, town, FORM)
    talk = _talk(lead, clerk)
    actions.change(talk, by=clerk, version=1, lead=other.number)
    assert (_now(lead).last_event, _now(other).last_event) == (MONDAY, TALK)


def test_a_reception_carries_the_first_report_on(lead: Lead, clerk: User) -> None:
    assert Claim.objects.get(lead=lead).complete is None
    told: dict[str, Any] = {"on": TALK, "group": "苏州恒锐精密机械有限公司", "purpose": "看厂房"}
    names: dict[str, Any] = {"received": "chief", "met_title": "董事长"}
    actions.keep(Reception, by=clerk, unit=lead.unit, lead=lead.number, **told, **names)
    now = _now(lead)
    assert (now.stage, now.last_event) == ("visited", TALK)
    says = {reason["says"] for reason in now.grades.order_by("pk").last().reasons}  # type: ignore[union-attr]
    assert {"已实地考察", "决策层已见面"} <= says
    assert Claim.objects.filter(lead=lead, complete__isnull=False).exists()


def test_a_visit_counts_once_its_trip_is_approved(lead: Lead, clerk: User, head: User) -> None:
    trip = _trip(lead, clerk, head)
    assert _now(lead).last_event == MONDAY
    trip = actions.approve(trip, by=head, today=TALK)
    now = _now(lead)
    assert (now.stage, now.last_event) == ("visited", TALK)
    actions.keep(Traveller, by=clerk, unit=lead.unit, trip=trip, name="沈立群", title="党委书记")
    assert _now(lead).leader == "党委书记沈立群"
    actions.reopen(trip, by=head, reason="日期写错")
    assert _now(lead).last_event == MONDAY


def test_a_planned_visit_counts_when_its_day_has_come(lead: Lead, clerk: User, head: User) -> None:
    day = date(2099, 3, 3)
    actions.approve(_trip(lead, clerk, head, day), by=head, today=day)
    assert _now(lead).last_event == MONDAY
    assert leads.hear_again(today=day - timedelta(days=1)) == 0
    assert leads.hear_again(today=day) == 1
    assert _now(lead).last_event == day
    assert leads.hear_again(today=day) == 0


def test_a_signed_agreement_is_the_last_step_before_a_project(lead: Lead, clerk: User) -> None:
    values: dict[str, Any] = {
        "on": TALK,
        "kind": "investment",
        "project": lead.name,
        "firm": "恒锐",
    }
    actions.keep(Signing, by=clerk, unit=lead.unit, lead=lead.number, **values)
    now = _now(lead)
    assert (now.grade, now.stage, now.last_event) == ("A", "finalising", TALK)


def test_what_a_person_corrects_later_stands_against_the_row(lead: Lead, clerk: User) -> None:
    _talk(lead, clerk)
    now = _now(lead)
    leads.correct(
        now, by=clerk, field="maturity", words="lead", reason="只是打听",
        today=TALK, version=now.version,
    )  # fmt: skip
    assert (_now(lead).grade, _now(lead).last_event) == ("C", TALK)


def test_a_lost_lead_is_not_moved(lead: Lead, clerk: User, head: User) -> None:
    told(lead, clerk, "contact", MONDAY)
    Lead.objects.filter(pk=lead.pk).update(state=Lead.State.LOST)
    _talk(lead, clerk)
    assert _now(lead).last_event == MONDAY


def test_a_number_that_no_lead_has_is_refused_with_a_sentence(
    lead: Lead, clerk: User, as_clerk: Client, neighbour: User, other_town: OrgUnit
) -> None:
    form = {"on": "2026-04-13", "project": "轴承项目", "topic": "用地", "lead": "2026-9999"}
    answer = as_clerk.post("/outreach/talks/add", form)
    assert answer.status_code == 422
    assert "线索台账里没有编号“2026-9999”" in answer.content.decode()
    assert not Talk.objects.exists()
    # The same series of another town is not ours.
    values: dict[str, Any] = {
        "on": TALK,
        "project": "轴承项目",
        "topic": "用地",
        "lead": lead.number,
    }
    with pytest.raises(Refused, match="没有编号"):
        actions.keep(Talk, by=neighbour, unit=other_town, **values)
    brought: dict[str, Any] = {"on": TALK, "says": "轴承项目", "lead": "2026-9999"}
    with pytest.raises(Refused, match="没有编号"):
        actions.keep(Brought, by=clerk, unit=lead.unit, **brought)
    talk = _talk(lead, clerk)
    with pytest.raises(Refused, match="没有编号"):
        actions.change(talk, by=clerk, version=1, lead="2026-9999")


def test_a_sheet_of_talks_moves_its_leads_and_is_undone_with_them(
    lead: Lead, clerk: User, town: OrgUnit
) -> None:
    rows = f"编号,日期,项目,谈了什么,线索编号\n旧1,2026-04-13,轴承,用地,{lead.number}\n"
    rows += "旧2,2026-04-14,轴承,用地,2026-9999\n"
    sheet = {"sheet": SimpleUploadedFile("洽谈.csv", rows.encode()), "unit": town.pk}
    browser_of(clerk).post("/outreach/talks/import/take", sheet)
    talks, batch, now = LISTS["talks"], Batch.objects.get(), timezone.now()
    plan = plan_of(talks, batch, clerk)
    assert "没有编号“2026-9999”" in str(plan.bad)
    import_rows(talks, batch, by=clerk, seal=plan.seal, leaves_bad=True, now=now)
    assert _now(lead).last_event == TALK
    undo_import(talks, batch, by=clerk, reason="表不对", now=timezone.now())
    assert _now(lead).last_event == MONDAY


def test_a_lead_that_moved_keeps_what_was_met_under_its_first_number(
    lead: Lead, clerk: User, neighbour: User, other_town: OrgUnit
) -> None:
    _talk(lead, clerk)
    own = registered(neighbour, other_town, FORM)
    assert own.number == lead.number
    Lead.objects.filter(pk=lead.pk).update(unit=other_town)
    values: dict[str, Any] = {
        "on": TALK + timedelta(days=3),
        "project": "轴承项目",
        "topic": "用地",
    }
    actions.keep(Talk, by=neighbour, unit=other_town, lead=own.number, **values)
    # In its new unit the number is that of the unit's own lead.
    assert _now(own).last_event == TALK + timedelta(days=3)
    moved = _now(lead)
    page = browser_of(neighbour).get(f"/leads/{moved.pk}").content.decode()
    assert "洽谈（洽谈2026-001）" in page
    assert str(TALK + timedelta(days=3)) not in page
