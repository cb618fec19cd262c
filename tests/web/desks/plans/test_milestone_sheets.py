"""Milestones in sheets: whose, what next, what was done; the plan is reckoned with it."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from tests.web.conftest import browser_of
from tests.web.desks.plans.made import a_plan, in_days
from yinfeng.web.desks.plans.listings import MILESTONES
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.lists import keeping
from yinfeng.web.lists.actions import bulk_edit
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

HEADS = (
    "项目名称",
    "节点名称",
    "责任单位",
    "负责人",
    "下步工作",
    "实际开始",
    "实际完成",
    "完成依据",
)
TODAY = timezone.localdate()


@pytest.fixture
def plan(town: OrgUnit, clerk: User) -> Plan:
    """A plan of today that can be kept."""
    return a_plan(town, clerk, today=TODAY, fixed=in_days(TODAY, 400, 900, 1100))


def _taken(browser: Client, unit: OrgUnit, *rows: tuple[Any, ...]) -> tuple[Batch, str]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    made = BytesIO()
    book.save(made)
    file = BytesIO(made.getvalue())
    file.name = "节点.xlsx"
    answer = browser.post("/plans/milestones/import/take", {"sheet": file, "unit": unit.pk})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.latest("pk")
    return batch, browser.get(f"/plans/milestones/import/{batch.pk}").content.decode()


def _run(browser: Client, batch: Batch, page: str) -> None:
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    at = f"/plans/milestones/import/{batch.pk}"
    answer = browser.post(f"{at}/run", {"seal": seal, "leaves_bad": "on"})
    assert answer.status_code == 302, answer.content.decode()


def _row(plan: Plan, key: str) -> Milestone:
    return Milestone.objects.get(plan=plan, key=key)


def test_a_sheet_says_whose_what_next_and_what_was_done_and_is_undone_whole(
    plan: Plan, clerk: User, town: OrgUnit
) -> None:
    browser = browser_of(clerk)
    first, gate = _row(plan, "land-plan"), _row(plan, "start")
    project, day = plan.project, (TODAY - timedelta(days=2)).isoformat()
    batch, page = _taken(
        browser,
        town,
        (project.name, first.name, "资规所", "沈立群", "报方案", "", day, "批复12号"),
        (project.number, gate.name, "", "周明远", "", "", "", ""),
        (project.name, gate.name + "二", "x", "", "", "", "", ""),
        (project.name, _row(plan, "eia").name, "", "", "", "", day, ""),
    )
    assert "节点随倒排计划生成" in page
    assert "要写完成依据" in page
    _run(browser, batch, page)
    done = _row(plan, "land-plan")
    assert (done.owner, done.person, done.proof) == ("资规所", "沈立群", "批复12号")
    assert done.ended == TODAY - timedelta(days=2)
    assert done.source == "mark"
    assert _row(plan, "start").person == "周明远"
    assert _row(plan, "eia").ended is None
    at = f"/plans/milestones/import/{batch.pk}/undo"
    answer = browser.post(at, {"reason": "日期不对"})
    assert answer.status_code == 302, answer.content.decode()
    assert _row(plan, "land-plan").ended is None
    assert _row(plan, "land-plan").owner == first.owner


def test_a_gate_and_a_done_milestone_are_not_marked_by_a_sheet(
    plan: Plan, clerk: User, town: OrgUnit
) -> None:
    gate, day = _row(plan, "start"), TODAY.isoformat()
    _, page = _taken(
        browser_of(clerk), town, (plan.project.name, gate.name, "", "", "", "", day, "x")
    )
    assert "是项目的阶段节点" in page


def test_many_milestones_get_a_person_at_once_with_a_preview(
    plan: Plan, clerk: User, viewer: User
) -> None:
    page = browser_of(clerk).get("/plans/milestones/").content.decode()
    assert "/plans/milestones/bulk" in page
    assert browser_of(viewer).get("/plans/milestones/import/").status_code in (403, 404)


def test_what_the_night_reckons_does_not_stop_an_undo_but_a_person_does(
    plan: Plan, clerk: User, town: OrgUnit
) -> None:
    browser, row = browser_of(clerk), _row(plan, "land-plan")
    before = row.owner
    batch, page = _taken(browser, town, (plan.project.name, row.name, "资规所", "", "", "", "", ""))
    _run(browser, batch, page)
    row = _row(plan, "land-plan")
    assert row.latest is not None
    night = row.latest - timedelta(days=1)
    with transaction.atomic():
        keeping.change(row, by=None, reason="夜间重算", latest=night)
    at = f"/plans/milestones/import/{batch.pk}/undo"
    assert browser.post(at, {"reason": "传错了"}).status_code == 302
    undone = _row(plan, "land-plan")
    assert undone.owner == before
    assert undone.latest == night + timedelta(days=1), "it was reckoned anew"
    batch, page = _taken(browser, town, (plan.project.name, row.name, "镇政府", "", "", "", "", ""))
    _run(browser, batch, page)
    row = _row(plan, "land-plan")
    with transaction.atomic():
        keeping.change(row, by=clerk, person="沈立群")
    browser.post(f"/plans/milestones/import/{batch.pk}/undo", {"reason": "传错了"})
    assert _row(plan, "land-plan").owner == "镇政府"


def test_a_bulk_edit_of_milestones_changes_all_or_none(plan: Plan, clerk: User) -> None:
    rows = [_row(plan, key) for key in ("land-plan", "eia")]
    versions = {row.pk: row.version for row in rows}
    assert bulk_edit(MILESTONES, versions, {"person": "周明远"}, by=clerk) == 2
    assert {_row(plan, row.key).person for row in rows} == {"周明远"}
    with pytest.raises(Refused):
        bulk_edit(MILESTONES, versions, {"person": "沈立群"}, by=clerk)
    assert {_row(plan, row.key).person for row in rows} == {"周明远"}
