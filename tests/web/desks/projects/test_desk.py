"""The desk of projects: its pages, its doors, and what is done on the page of one project."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from tests.web.conftest import browser_of
from tests.web.desks.leads.office import registered
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.leads import actions as leads
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.actions import Form
from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.work.worker import work_off

PAGES = ("", "board", "map", "told", "rules", "proposals", "new")


def _text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined,no-any-return]


def _project(by: User, unit: OrgUnit, name: str = "高精度轴承项目", **words: str) -> Project:
    told = {"name": name, "investors": "苏州恒锐精密机械有限公司", "amount": "3.2亿元", **words}
    return actions.register(
        Form(told), by=by, unit=unit, today=timezone.localdate(), reason="已核对"
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_it_is_for_while_it_is_empty(as_clerk: Client, page: str) -> None:
    answer = as_clerk.get(f"/projects/{page}")
    assert answer.status_code == 200
    assert "项目" in _text(answer)


def test_the_plain_form_registers_a_project_and_shows_the_like_one_first(
    as_clerk: Client, clerk: User
) -> None:
    given = {
        "name": "高精度轴承项目", "investors": "苏州恒锐精密机械有限公司", "amount": "3.2亿元",
        "land": "45亩", "kind": "new_land", "industry": "通用设备制造业", "lng": "120.75",
        "lat": "30.62", "gate": "N1", "gate_day": "2026-03-02",
    }  # fmt: skip
    answer = as_clerk.post("/projects/new", given)
    project = Project.objects.get()
    assert answer["Location"] == f"/projects/{project.pk}"
    assert (project.yuan, project.mu) == (Decimal(320_000_000), Decimal(45))
    assert project.industry == "34"
    assert (project.stage, project.proved) == ("N1", "")
    again = as_clerk.post("/projects/new", given)
    assert again.status_code == 422
    assert "可能相同的项目" in _text(again)
    wrong = as_clerk.post("/projects/new", {**given, "name": "另一个", "amount": "很多"})
    assert "没有读懂投资额" in _text(wrong)


def test_who_only_reads_changes_nothing(viewer: User, clerk: User, town: OrgUnit) -> None:
    project = a_project(town, clerk)
    browser = browser_of(viewer)
    assert browser.get(f"/projects/{project.pk}").status_code == 200
    for name in ("report", "correct", "seat", "close", "merge", "remove"):
        assert browser.post(f"/projects/{project.pk}/{name}", {}).status_code == 403


def test_an_empty_post_is_seen_on_the_page_in_the_list_and_by_the_filter(
    as_clerk: Client, clerk: User, head: User, town: OrgUnit
) -> None:
    lacking, full = a_project(town, clerk, "缺岗项目"), a_project(town, clerk, "满岗项目")
    for post in Seat.Post:
        actions.seat(full, by=head, post=post, since=date(2026, 1, 5), name="沈立群")
    page = _text(as_clerk.get(f"/projects/{lacking.pk}"))
    assert "挂钩领导、牵头单位、责任人、驻点（联络员）、业主联系人没有人" in page
    wanting = _text(as_clerk.get("/projects/?wants=seat"))
    assert "缺岗项目" in wanting
    assert "满岗项目" not in wanting
    assert "缺5岗" in _text(as_clerk.get("/projects/board"))
    # The post was empty before it was taken.
    past = _text(as_clerk.get("/projects/?wants=leader"))
    assert "满岗项目" not in past


def test_visits_of_the_linked_leader_are_counted_against_what_is_owed(
    as_clerk: Client, clerk: User, head: User, town: OrgUnit
) -> None:
    project = a_project(town, clerk, level="city")
    today = timezone.localdate()
    told = {"day": today.isoformat(), "says": "看了桩基，协调临时用电", "is_leader": "on"}
    at = f"/projects/{project.pk}/visit"
    refused = as_clerk.post(at, {**told, "version": project.version})
    assert refused.status_code == 422
    assert "没有挂钩领导" in _text(refused)
    actions.seat(project, by=head, post="leader", since=today - timedelta(days=9), name="周明远")
    assert as_clerk.post(at, {**told, "version": project.version}).status_code == 302
    assert "本月1次，应2次" in _text(as_clerk.get(f"/projects/{project.pk}"))


def test_a_correction_stands_and_what_was_said_before_stays_beside_it(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    project = _project(clerk, town)
    answer = as_clerk.post(
        f"/projects/{project.pk}/correct",
        {"version": project.version, "field": "amount", "words": "3.5亿元", "reason": "协议文本"},
        headers={"HX-Request": "true"},
    )
    part = _text(answer)
    assert "<html" not in part
    assert "3.5亿元" in part
    assert "3.2亿元" in part
    whole = _text(as_clerk.get(f"/projects/{project.pk}"))
    assert "3.5亿元" in whole
    assert "协议文本" in whole


def test_a_converted_lead_becomes_a_project_that_keeps_it(
    as_clerk: Client, clerk: User, head: User, town: OrgUnit
) -> None:
    lead = registered(clerk, town)
    today = timezone.localdate()
    conversion = leads.convert(lead, by=head, today=today, version=lead.version)
    work_off()
    project = Project.objects.get()
    assert (project.number, project.lead, project.amount) == (conversion.number, lead, "3.2亿元")
    assert actions.take_over(conversion, by=head, today=today) == project
    assert project.tellings.filter(lead_statement__isnull=False).exists()
    page = _text(as_clerk.get(f"/projects/{project.pk}"))
    assert f"/leads/{lead.pk}" in page
    assert "的线索登记" in page


def test_the_page_of_a_past_day_shows_what_was_told_by_then(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    project = _project(clerk, town)
    assert as_clerk.get(f"/projects/{project.pk}?as_of=2020-01-01").status_code == 404
    assert as_clerk.get("/projects/?as_of=2020-01-01").status_code == 200
    assert as_clerk.get("/projects/map?as_of=2020-01-01").status_code == 200


def test_the_list_goes_out_as_a_workbook(as_clerk: Client, clerk: User, town: OrgUnit) -> None:
    _project(clerk, town)
    answer = as_clerk.get("/projects/export.xlsx")
    book = load_workbook(BytesIO(answer.getvalue()))
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "高精度轴承项目" in cells


@pytest.mark.parametrize("page", ["", "board", "map"])
def test_the_number_of_queries_does_not_grow_with_projects(
    as_clerk: Client,
    clerk: User,
    town: OrgUnit,
    page: str,
    django_assert_max_num_queries: object,
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert as_clerk.get(f"/projects/{page}").status_code == 200
        return len(seen)

    for at in range(2):
        a_project(town, clerk, f"项目{at}", lng="120.7", lat="30.6")
    few = asked()
    for at in range(2, 12):
        a_project(town, clerk, f"项目{at}", lng="120.7", lat=f"30.{at + 10}")
    assert asked() <= few


def test_the_map_numbers_its_points_as_the_table_does(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    a_project(town, clerk, "东片项目", lng="120.80", lat="30.60")
    a_project(town, clerk, "西片项目", lng="120.70", lat="30.60")
    a_project(town, clerk, "没有位置")
    page = _text(as_clerk.get("/projects/map"))
    assert page.count("<circle") == 2
    assert "另有1个项目没有位置" in page
