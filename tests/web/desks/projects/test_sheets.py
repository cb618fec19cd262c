"""An office's own ledger comes in: merged headings, units above and in them, days in every form."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook

from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User

# 46083 is 2026-03-02 where Excel has lost the look of a day.
ROWS: tuple[tuple[Any, ...], ...] = (
    (
        1,
        "高精度轴承项目",
        "苏州恒锐精密机械有限公司",
        3.2,
        25000,
        "45亩",
        "新供地",
        "2026年1月12日",
        46083,
        "",
    ),
    (
        2,
        "智能阀门项目",
        "杭州临浦流体有限公司",
        "1.5亿元",
        9000,
        20,
        "租赁厂房",
        "26.2.3",
        "2026年3月",
        "",
    ),
    (
        3,
        "预制菜项目",
        "云泽食品有限公司",
        "0.8",
        "",
        "",
        "",
        date(2026, 1, 20),
        "二〇二六年三月十八日",
        "待定",
    ),
    (4, "光电膜项目", "上海砺行光电有限公司", "约两亿", 8000, 30, "新供地", "2026/1/5", "", ""),
    ("合计", "", "", 5.5, 42000, "", "", "", "", ""),
)


def _nasty() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2026年项目台账"
    sheet["A1"] = "云泽镇2026年招商引资项目台账"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "填报单位：云泽镇招商办"
    sheet["J2"] = "单位：万元"
    heads = (
        "序号",
        "项目名称",
        "投资方名称",
        "投资规模",
        "",
        "用地面积（亩）",
        "供地方式",
        "时间节点",
        "",
        "备注",
    )
    for column, head in enumerate(heads, 1):
        sheet.cell(3, column, head or None)
    for column, head in (
        (4, "总投资（亿元）"),
        (5, "固定资产投资"),
        (8, "签约时间"),
        (9, "开工时间"),
    ):
        sheet.cell(4, column, head)
    for span in ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4", "H3:I3", "J3:J4"):
        sheet.merge_cells(span)
    for at, row in enumerate(ROWS, 5):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value if value != "" else None
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.fixture
def batch(as_clerk: Client, clerk: User, town: OrgUnit) -> Batch:
    file = BytesIO(_nasty())
    file.name = "台账.xlsx"
    answer = as_clerk.post("/projects/import/take", {"sheet": file, "unit": town.pk})
    assert answer.status_code == 302, answer.content.decode()
    return Batch.objects.get()


def _page(browser: Client, batch: Batch) -> str:
    return browser.get(f"/projects/import/{batch.pk}").content.decode()


def test_the_dry_run_reads_headings_units_and_days_and_tells_the_bad_cell(
    as_clerk: Client, batch: Batch
) -> None:
    known = {batch.heads[int(at)]: name for at, name in batch.mapping.items()}
    assert known["总投资（亿元）"] == "amount"
    assert known["固定资产投资（万元）"] == "fixed"
    assert known["签约时间"] == "gate_A2"
    assert known["开工时间"] == "gate_C1"
    page = _page(as_clerk, batch)
    assert "约两亿" in page
    assert not Project.objects.exists()


def test_what_is_right_is_imported_with_its_gates_as_told_and_the_whole_is_undone(
    as_clerk: Client, batch: Batch
) -> None:
    page = _page(as_clerk, batch)
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    run = {"seal": seal, "leaves_bad": "on"}
    answer = as_clerk.post(f"/projects/import/{batch.pk}/run", run)
    assert answer.status_code == 302, answer.content.decode()
    made = {project.name: project for project in Project.objects.order_by("pk")}
    assert list(made) == ["高精度轴承项目", "智能阀门项目", "预制菜项目"]
    first = made["高精度轴承项目"]
    assert (first.yuan, first.fixed_yuan) == (Decimal(320_000_000), Decimal(250_000_000))
    assert first.mu == 45
    assert (first.number[:2], first.kind, first.source) == ("XM", "new_land", "sheet")
    assert (first.stage, first.stage_since, first.proved) == ("C1", date(2026, 3, 2), "")
    days = {(p.project.name, p.gate): (p.day, p.precision) for p in Passage.objects.all()}
    assert days["高精度轴承项目", "A2"] == (date(2026, 1, 12), "day")
    assert days["智能阀门项目", "A2"] == (date(2026, 2, 3), "day")
    assert days["智能阀门项目", "C1"] == (date(2026, 3, 1), "month")
    assert days["预制菜项目", "A2"] == (date(2026, 1, 20), "day")
    assert days["预制菜项目", "C1"] == (date(2026, 3, 18), "day")
    assert made["智能阀门项目"].yuan == 150_000_000
    assert made["预制菜项目"].yuan == 80_000_000
    told = first.tellings.get(field="amount")
    assert told.quote == "3.2亿元"
    back = as_clerk.post(f"/projects/import/{batch.pk}/undo", {"reason": "传错了表"})
    assert back.status_code == 302, back.content.decode()
    assert not Project.objects.standing().exists()


def test_a_second_sheet_changes_no_figure_of_a_project_that_stands(
    as_clerk: Client, batch: Batch
) -> None:
    page = _page(as_clerk, batch)
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    as_clerk.post(f"/projects/import/{batch.pk}/run", {"seal": seal, "leaves_bad": "on"})
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["项目名称", "投资方", "总投资", "签约日期"])
    sheet.append(["高精度轴承项目", "苏州恒锐精密机械有限公司", "4亿元", "2026-01-12"])
    made = BytesIO()
    book.save(made)
    file = BytesIO(made.getvalue())
    file.name = "第二次.xlsx"
    as_clerk.post("/projects/import/take", {"sheet": file, "unit": batch.unit_id})
    again = _page(as_clerk, Batch.objects.latest("pk"))
    assert "不能用表格改" in again
