"""Drafts of agreements come in by sheet with a dry run, are undone whole, and edited in bulk."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from openpyxl import Workbook

from tests.web.conftest import browser_of
from tests.web.desks.agreements.made import a_talk, an_agreement, reviewed, screened, signed
from yinfeng.web.desks.agreements.listings import AGREEMENTS
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.lists.actions import bulk_edit
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

HEADS = (
    "项目名称",
    "协议名称",
    "乙方",
    "总投资（亿元）",
    "固定资产投资（万元）",
    "约定开工",
    "约定投产",
)


def _taken(browser: Client, unit: OrgUnit, *rows: tuple[Any, ...]) -> tuple[Batch, str]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADS, *rows):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "协议台账.xlsx"
    answer = browser.post("/agreements/import/take", {"sheet": file, "unit": unit.pk})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.latest("pk")
    return batch, browser.get(f"/agreements/import/{batch.pk}").content.decode()


def _run(browser: Client, batch: Batch, page: str) -> None:
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    run = {"seal": seal, "leaves_bad": "on"}
    answer = browser.post(f"/agreements/import/{batch.pk}/run", run)
    assert answer.status_code == 302, answer.content.decode()


def test_drafts_come_in_after_a_dry_run_and_are_undone_whole(
    town: OrgUnit, clerk: User, head: User, as_clerk: Client
) -> None:
    project = a_talk(town, clerk)
    batch, page = _taken(
        as_clerk,
        town,
        ("海工法兰项目", "法兰一期协议", "远帆重工", 5, 32000, "2027-03-01", "2028-09-01"),
        ("海工法兰项目", "法兰二期协议", "远帆重工", 2, "", "2027-03-01", "2026-01-01"),
        ("没有的项目", "某协议", "某公司", 2, "", "", ""),
    )
    assert "没有找到项目" in page
    assert "约定投产不能早于约定开工" in page
    assert not Agreement.objects.exists()
    _run(as_clerk, batch, page)
    one = Agreement.objects.get()
    assert (one.project, one.kind, one.state) == (project, "binding", "draft")
    assert (one.yuan, one.fixed_yuan) == (Decimal(500_000_000), Decimal(320_000_000))
    assert (one.starts, one.produces) == (date(2027, 3, 1), date(2028, 9, 1))
    back = as_clerk.post(f"/agreements/import/{batch.pk}/undo", {"reason": "传错了表"})
    assert back.status_code == 302, back.content.decode()
    assert not Agreement.objects.standing().exists()


def test_a_sheet_whose_draft_was_worked_on_is_not_undone(
    town: OrgUnit, clerk: User, as_clerk: Client
) -> None:
    a_talk(town, clerk)
    row = ("海工法兰项目", "法兰一期协议", "远帆重工", 5, 32000, "2027-03-01", "2028-09-01")
    batch, page = _taken(as_clerk, town, row)
    _run(as_clerk, batch, page)
    screened(Agreement.objects.get(), clerk)
    back = as_clerk.post(f"/agreements/import/{batch.pk}/undo", {"reason": "传错了表"}, follow=True)
    assert "已有草案文本、审查或义务" in back.content.decode()
    assert Agreement.objects.standing().exists()


def test_a_sheet_changes_a_draft_and_nothing_that_is_signed(
    town: OrgUnit, clerk: User, head: User, as_clerk: Client
) -> None:
    made = an_agreement(a_talk(town, clerk), clerk)
    row = ("海工法兰项目", made.title, "远帆重工有限公司", 6, "", "", "")
    _run(as_clerk, *_taken(as_clerk, town, row))
    made.refresh_from_db()
    assert (made.amount, made.yuan) == ("6亿元", Decimal(600_000_000))
    assert made.starts == date(2027, 3, 1)
    screened(made, clerk)
    reviewed(made, clerk)
    signed(made, head)
    _, page = _taken(
        as_clerk, town, ("海工法兰项目", made.title, "远帆重工有限公司", 7, "", "", "")
    )
    assert "协议已签订或终止" in page


def test_many_drafts_are_given_a_day_after_a_preview(town: OrgUnit, clerk: User) -> None:
    project, browser = a_talk(town, clerk), browser_of(clerk)
    made = [an_agreement(project, clerk, title=f"协议{at}") for at in range(2)]
    change = {"set_starts": "on", "starts": "2027-06-01"}
    rows = [one.pk for one in made]
    page = browser.post("/agreements/bulk", {"row": rows, "step": "preview", **change})
    says = page.content.decode()
    assert "将修改2条" in says
    assert {one.starts for one in Agreement.objects.all()} == {date(2027, 3, 1)}
    carried = says.split('name="rows" value="')[1].split('"')[0]
    sent = {**change, "step": "do", "rows": carried, "reason": "统一开工日"}
    assert "已修改2条" in browser.post("/agreements/bulk", sent, follow=True).content.decode()
    assert {one.starts for one in Agreement.objects.all()} == {date(2027, 6, 1)}


def test_the_list_goes_out_as_a_workbook(town: OrgUnit, clerk: User, as_clerk: Client) -> None:
    an_agreement(a_talk(town, clerk), clerk)
    answer = as_clerk.get("/agreements/export.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.getvalue())).worksheets[0]
    says = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "海工法兰项目投资协议" in says


def test_a_bulk_edit_leaves_what_is_signed_and_what_was_changed_since(
    town: OrgUnit, clerk: User, head: User
) -> None:
    project = a_talk(town, clerk)
    one, other = an_agreement(project, clerk), an_agreement(project, clerk, title="二期协议")
    versions = {one.pk: one.version, other.pk: other.version}
    assert bulk_edit(AGREEMENTS, versions, {"ours": "云泽镇政府"}, by=clerk) == 2
    assert set(Agreement.objects.values_list("ours", flat=True)) == {"云泽镇政府"}
    with pytest.raises(Refused):
        bulk_edit(AGREEMENTS, versions, {"ours": "别处"}, by=clerk)
    screened(one, clerk)
    reviewed(one, clerk)
    done = signed(one, head)
    fresh = {done.pk: done.version}
    with pytest.raises(Refused, match="没有可以修改的"):
        bulk_edit(AGREEMENTS, fresh, {"ours": "别处"}, by=clerk)
    assert set(Agreement.objects.values_list("ours", flat=True)) == {"云泽镇政府"}
