"""Every kind of record: its list, its form, its past, who may see it."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import browser_of
from tests.web.desks.outreach.made import DAY, RECEPTION, TRIP, page_of, without_token
from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.kinds import KINDS
from yinfeng.web.desks.outreach.models import (
    Exchange,
    Member,
    Partner,
    Reception,
    Talk,
    Task,
    Team,
    Trip,
    Visit,
)
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused


def test_an_approval_of_an_earlier_day_names_its_paper(trip: Trip, head: User) -> None:
    with pytest.raises(Refused, match="批件号"):
        actions.approve(trip, by=head, today=DAY, on=DAY - timedelta(days=3))
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.approve(trip, by=head, today=DAY, on=DAY + timedelta(days=3))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_has_a_list_and_a_form(as_clerk: Client, kind: Any) -> None:
    assert kind.title in page_of(as_clerk.get(f"/outreach/{kind.key}/"))
    assert as_clerk.get(f"/outreach/{kind.key}/?as_of=2026-01-31").status_code == 200
    assert as_clerk.get(f"/outreach/{kind.key}/add").status_code == 200
    assert as_clerk.post(f"/outreach/{kind.key}/add", {}).status_code == 422


def test_the_viewer_reads_and_changes_nothing(viewer: User, trip: Trip) -> None:
    browser, at = browser_of(viewer), f"/outreach/trips/{trip.pk}"
    page = page_of(browser.get(at))
    assert "添加" not in page
    assert "批准</button>" not in page
    assert browser.post("/outreach/trips/add", TRIP).status_code == 403
    for way in ("edit", "remove", "approve", "refuse", "reopen", "cancel", "report"):
        assert browser.post(f"{at}/{way}", {"reason": "x"}).status_code == 403, way
    assert browser.post(f"{at}/visits/add", {}).status_code == 403
    assert browser.get("/outreach/proposals").status_code == 403
    assert browser.post("/outreach/rules", {"text": ""}).status_code == 403


def test_another_towns_record_is_not_there(neighbour: User, trip: Trip, office: Town) -> None:
    browser, at = browser_of(neighbour), f"/outreach/trips/{trip.pk}"
    assert browser.get(at).status_code == 404
    assert browser.get(f"{at}?as_of={timezone.localdate() - timedelta(days=1)}").status_code == 404
    for way in ("edit", "remove", "cancel", "report", "visits/add"):
        assert browser.post(f"{at}/{way}", {"reason": "x"}).status_code == 404, way
    assert trip.number not in page_of(browser.get("/outreach/trips/"))
    asked = browser.get(f"/outreach/?unit={office.unit.pk}")
    assert asked.status_code == 422
    with pytest.raises(Refused, match="不是本单位的"):
        actions.keep(
            Talk,
            by=neighbour,
            unit=neighbour.unit,
            on=DAY,
            project="x",
            topic="x",
            trip=trip,
        )


def test_a_form_that_is_wrong_says_what_to_do(as_clerk: Client) -> None:
    answer = as_clerk.post("/outreach/trips/add", {**TRIP, "until": "2026-04-10"})
    assert answer.status_code == 422
    assert "结束时间早于开始时间" in page_of(answer)
    assert not Trip.objects.exists()
    strange = as_clerk.post("/outreach/receptions/add", {**RECEPTION, "received": "king"})
    assert strange.status_code == 422


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_clerk: Client, trip: Trip) -> None:
    at = f"/outreach/trips/{trip.pk}"
    visit = {"on": "2026-04-13", "firm": "上海博川精密有限公司", "met_phone": "13812345678"}
    part = page_of(as_clerk.post(f"{at}/visits/add", visit, headers={"HX-Request": "true"}))
    whole = page_of(as_clerk.get(at))
    found = re.search(r'<section class="part" id="visits".*?</section>', whole, re.DOTALL)
    assert found
    assert without_token(part.strip()) == without_token(found[0])
    wrong = as_clerk.post(f"{at}/visits/add", {}, headers={"HX-Request": "true"})
    assert wrong.status_code == 422
    gone = Visit.objects.get()
    left = as_clerk.post(
        f"{at}/visits/{gone.pk}/remove", {"reason": "重复"}, headers={"HX-Request": "true"}
    )
    assert "博川" not in page_of(left)


def test_a_removed_record_is_gone_with_a_reason_and_stands_in_its_past(
    as_clerk: Client, office: Town
) -> None:
    as_clerk.post("/outreach/receptions/add", RECEPTION)
    reception = Reception.objects.get()
    at = f"/outreach/receptions/{reception.pk}"
    assert as_clerk.post(f"{at}/remove", {}).status_code == 422
    assert as_clerk.post(f"{at}/remove", {"reason": "登记重复"}).status_code == 302
    assert as_clerk.get(at).status_code == 404
    later = timezone.now() + timedelta(days=1)
    Reception.history.filter(history_type="+").update(
        history_until=later, history_date=timezone.now() - timedelta(days=2)
    )
    Reception.history.filter(history_type="~").update(history_date=later)
    past = as_clerk.get(f"{at}?as_of={timezone.localdate() - timedelta(days=1)}")
    assert "只供查看" in page_of(past)
    assert "修改</a>" not in page_of(past)


def test_a_task_of_a_team_is_done_by_rows(as_clerk: Client, office: Town) -> None:
    office.keep(Team, name="上海联络站", kind="station", place="上海", since=date(2026, 1, 1))
    team = Team.objects.get()
    at = f"/outreach/teams/{team.pk}"
    as_clerk.post(f"{at}/tasks/add", {"year": 2026, "measure": "batches", "target": 4})
    assert Task.objects.get().target == 4
    office.keep(
        Reception,
        on=DAY,
        group="苏州恒锐精工机械有限公司",
        heads=2,
        received="chief",
        purpose="x",
        team=team,
    )
    page = page_of(as_clerk.get(at))
    assert "25%" in page
    twice = as_clerk.post(f"{at}/tasks/add", {"year": 2026, "measure": "batches", "target": 9})
    assert "这支队伍本年度已有这项任务" in page_of(twice)


def test_partners_have_ties_and_exchanges(as_clerk: Client) -> None:
    as_clerk.post("/outreach/partners/add", {"name": "苏州轴承行业协会", "kind": "chamber"})
    partner = Partner.objects.get()
    at = f"/outreach/partners/{partner.pk}"
    tie = {"ours": "云泽镇", "kind": "cooperation", "paper": "合2026-3"}
    as_clerk.post(f"{at}/pairings/add", tie)
    met = {"on": "2026-04-13", "way": "in", "heads": 6, "topic": "行业座谈"}
    as_clerk.post(f"{at}/exchanges/add", met)
    assert Exchange.objects.get().partner == partner
    assert "战略合作" in page_of(as_clerk.get(at))
    row = page_of(as_clerk.get("/outreach/partners/"))
    assert re.search(r'data-label="交流（次）">1<', row)


def test_the_number_of_queries_does_not_grow(as_clerk: Client, office: Town) -> None:
    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_clerk.get(page).status_code == 200
        return len(asked)

    def more(start: int) -> Trip:
        for number in range(start, start + 3):
            trip = office.approve(office.trip(DAY + timedelta(days=number), 2, "上海"))
            office.goes(trip, f"何{number}")
            office.meets(trip, number)
            office.keep(Talk, on=DAY, project=f"{number}号项目", topic="x", trip=trip)
        return trip

    whole = "?first=2026-01-01&last=2026-12-31"
    pages = ["/outreach/" + whole, "/outreach/counts/days" + whole, "/outreach/trips/"]
    pages += [f"/outreach/trips/{more(0).pk}", "/outreach/talks/"]
    for page in pages:
        queries(page)
    few = [queries(page) for page in pages]
    more(10)
    assert [queries(page) for page in pages] == few


def test_a_member_of_a_team_is_put_right(as_clerk: Client, office: Town) -> None:
    team: dict[str, Any] = {
        "unit": office.unit,
        "name": "驻沪招商组",
        "kind": "outpost",
        "since": DAY,
    }
    made = actions.keep(Team, by=office.clerk, **team)
    told: dict[str, Any] = {"name": "何一鸣", "since": DAY}
    member = actions.keep(Member, by=office.clerk, unit=office.unit, team=made, **told)
    at = f"/outreach/teams/{made.pk}/members/{member.pk}/edit"
    form = {"name": "何一鸣", "since": "2026-04-13", "until": "2026-06-30", "version": "1"}
    as_clerk.post(at, form)
    member.refresh_from_db()
    assert member.until == date(2026, 6, 30)
