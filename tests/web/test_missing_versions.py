"""A record whose versions are gone: its pages open, its forms answer with a sentence."""

from datetime import date

import pytest
from django.test import Client

from tests.web.conftest import Hire, browser_of
from tests.web.desks.leads.office import registered
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.outreach import actions as outreach
from yinfeng.web.desks.outreach.models import Talk
from yinfeng.web.lists.records import Record
from yinfeng.web.lists.tampering import altered
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

LOST = "没有留下记录"


def _forget(record: Record) -> None:
    """Let the versions of a record be gone, as after a restore of a part of the tables."""
    type(record).history.filter(id=record.pk).delete()


@pytest.fixture
def talk(clerk: User, town: OrgUnit) -> Talk:
    """A talk of the town that two people have had in hand."""
    on = date(2026, 4, 13)
    made = outreach.keep(Talk, by=clerk, unit=town, on=on, project="轴承项目", topic="厂房")
    _forget(made)
    return outreach.change(made, by=clerk, version=1, topic="租金")


def test_a_record_of_outreach_opens_and_tells_the_second_editor(
    as_clerk: Client, talk: Talk
) -> None:
    at = f"/outreach/talks/{talk.pk}"
    assert as_clerk.get(at).status_code == 200
    assert as_clerk.get(f"{at}/edit").status_code == 200
    form = {"on": "2026-04-13", "project": "轴承项目", "topic": "用地", "version": "1"}
    answer = as_clerk.post(f"{at}/edit", form)
    assert "改过“洽谈2026-001”" in answer.content.decode()
    assert LOST in answer.content.decode()
    talk.refresh_from_db()
    assert (talk.topic, talk.version) == ("租金", 2)
    assert any(f"第{talk.pk}号已改到第2版，只留下1版" in says for says in altered())


def test_a_lead_opens_now_and_is_not_there_on_a_past_day(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    _forget(lead)
    assert as_clerk.get(f"/leads/{lead.pk}").status_code == 200
    assert as_clerk.get("/leads/").status_code == 200
    assert as_clerk.get(f"/leads/{lead.pk}?as_of=2026-03-05").status_code == 404
    assert as_clerk.get("/leads/?as_of=2026-03-05").status_code == 200
    assert any(f"第{lead.pk}号没有登记它的版本" in says for says in altered())


def test_a_parcel_opens_and_is_changed(hire: Hire, town: OrgUnit) -> None:
    planner = hire("planner", town, Role.LAND)
    parcel = land.keep(Parcel, by=planner, unit=town, number="G1", name="老厂")
    _forget(parcel)
    browser = browser_of(planner)
    assert browser.get(f"/land/parcels/{parcel.pk}").status_code == 200
    assert browser.get(f"/land/parcels/{parcel.pk}/edit").status_code == 200
    land.change(parcel, by=planner, version=1, name="新厂")
    parcel.refresh_from_db()
    assert (parcel.name, parcel.version) == ("新厂", 2)
