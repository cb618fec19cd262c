"""An office's own ledger of problems comes in with a dry run, is undone whole, edited in bulk."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from tests.web.conftest import browser_of
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.delivery.listings import PROBLEMS
from yinfeng.web.desks.delivery.models import LightRow, Problem
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.actions import bulk_edit
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

HEADS = ("项目名称", "存在问题", "问题类型", "难易程度", "责任单位", "承诺时限", "配合部门", "批次")


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town."""
    return a_project(town, clerk)


def _book(*rows: tuple[Any, ...], heads: tuple[str, ...] = HEADS) -> BytesIO:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    made = BytesIO()
    book.save(made)
    file = BytesIO(made.getvalue())
    file.name = "问题清单.xlsx"
    return file


def _taken(browser: Client, unit: OrgUnit, *rows: tuple[Any, ...]) -> tuple[Batch, str]:
    answer = browser.post("/delivery/import/take", {"sheet": _book(*rows), "unit": unit.pk})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.latest("pk")
    return batch, browser.get(f"/delivery/import/{batch.pk}").content.decode()


def _run(browser: Client, batch: Batch, page: str) -> None:
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    run = {"seal": seal, "leaves_bad": "on"}
    answer = browser.post(f"/delivery/import/{batch.pk}/run", run)
    assert answer.status_code == 302, answer.content.decode()


def test_a_ledger_comes_in_with_numbers_terms_and_steps_and_is_undone_whole(
    project: Project, head: User, town: OrgUnit
) -> None:
    browser, soon = browser_of(head), timezone.localdate() + timedelta(days=3)
    batch, page = _taken(
        browser,
        town,
        ("轴承项目", "专线没有接入方案", "用电", "一般", "供电所", soon.isoformat(), "镇办", 2),
        (project.number, "临时用地没有批", "土地", "疑难", "", "", "", ""),
        ("没有的项目", "缺水", "用水", "一般", "", "", "", ""),
        ("轴承项目", "缺工", "人力", "一般", "", "", "", ""),
    )
    assert "没有找到项目“没有的项目”" in page
    assert "请填其中之一" in page
    assert not Problem.objects.exists()
    _run(browser, batch, page)
    first, second = Problem.objects.order_by("pk")
    assert (first.state, first.owner, first.due) == ("assigned", "供电所", soon)
    assert (first.kind, first.batch, first.co_owners) == ("power", 2, "镇办")
    assert [step.kind for step in first.steps.order_by("pk")] == ["register", "assign"]
    assert (second.state, second.severity, second.owner) == ("registered", "hard", "")
    year = timezone.localdate().year
    assert [first.number, second.number] == [f"WT{year}-0001", f"WT{year}-0002"]
    assert LightRow.objects.filter(project=project).exists()
    back = browser.post(f"/delivery/import/{batch.pk}/undo", {"reason": "传错了表"})
    assert back.status_code == 302, back.content.decode()
    assert not Problem.objects.standing().exists()


def test_a_second_sheet_changes_what_is_written_and_never_terms_or_owner(
    project: Project, head: User, town: OrgUnit
) -> None:
    browser = browser_of(head)
    row = ("轴承项目", "专线没有接入方案", "用电", "一般", "供电所", "", "", 1)
    _run(browser, *_taken(browser, town, row))
    batch, page = _taken(browser, town, (*row[:4], "自来水公司", "", "", 1))
    assert "不能用表格改" in page
    batch, page = _taken(browser, town, (*row[:6], "发改局", 3))
    _run(browser, batch, page)
    problem = Problem.objects.get()
    assert (problem.co_owners, problem.batch, problem.owner) == ("发改局", 3, "供电所")


def test_who_may_not_hand_out_brings_problems_in_without_an_owner(
    project: Project, clerk: User, town: OrgUnit
) -> None:
    browser = browser_of(clerk)
    _, page = _taken(browser, town, ("轴承项目", "缺电", "用电", "一般", "供电所", "", "", ""))
    assert "没有交办的权限" in page
    batch, page = _taken(browser, town, ("轴承项目", "缺电", "用电", "", "", "", "", ""))
    _run(browser, batch, page)
    assert Problem.objects.get().state == "registered"


def test_a_batch_is_set_for_many_with_a_preview(
    project: Project, head: User, town: OrgUnit
) -> None:
    browser = browser_of(head)
    rows = [("轴承项目", f"问题{at}", "其他", "", "", "", "", "") for at in range(3)]
    _run(browser, *_taken(browser, town, *rows))
    page = browser.get("/delivery/").content.decode()
    assert "批量修改" in page or "bulk" in page


def test_another_office_takes_nothing_in_for_this_one(
    project: Project, neighbour: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    browser = browser_of(neighbour)
    row = ("轴承项目", "缺电", "用电", "", "", "", "", "")
    _, page = _taken(browser, other_town, row)
    assert "没有找到项目“轴承项目”" in page


def test_a_bulk_edit_of_problems_changes_what_is_given_and_tells_of_it(
    project: Project, head: User, clerk: User, viewer: User, town: OrgUnit
) -> None:
    browser = browser_of(head)
    rows = [("轴承项目", f"问题{at}", "其他", "", "", "", "", "") for at in range(3)]
    _run(browser, *_taken(browser, town, *rows))
    problems = list(Problem.objects.order_by("pk"))
    versions = {one.pk: one.version for one in problems[:2]}
    assert bulk_edit(PROBLEMS, versions, {"batch": 2}, by=head) == 2
    assert [one.batch for one in Problem.objects.order_by("pk")] == [2, 2, None]
    event = Event.objects.filter(action="lists.bulk_edit").latest("pk")
    assert str(problems[0].pk) in str(event.after)
    with pytest.raises(Refused):
        bulk_edit(PROBLEMS, versions, {"batch": 3}, by=head)
    with pytest.raises(PermissionDenied):
        bulk_edit(PROBLEMS, {problems[2].pk: 1}, {"batch": 3}, by=viewer)
    assert set(Problem.objects.values_list("batch", flat=True)) == {2, None}
