"""Ten ledgers as offices keep them: headings one to three deep, units and days in every form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from yinfeng.web.desks.projects.editing import GateDay, GateSlot
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.models import Batch
from yinfeng.web.lists.slots import Unreadable
from yinfeng.web.people.models import OrgUnit

FIRM = "远帆重工有限公司"
YI = Decimal(100_000_000)


@dataclass(frozen=True)
class Ledger:
    """One workbook: what stands above, the rows of headings, the rows, and what is read of it."""

    above: tuple[tuple[Any, ...], ...]
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Any, ...], ...]
    yuan: Decimal
    signed: tuple[date, str] | None = None
    started: tuple[date, str] | None = None
    fixed: Decimal | None = None
    mu: Decimal | None = None
    below: tuple[tuple[Any, ...], ...] = ()


LEDGERS = {
    "one row of headings": Ledger(
        (),
        (("项目名称", "投资方", "总投资（亿元）", "签约时间", "开工时间"),),
        (("法兰项目", FIRM, 3.2, "2025.5", "2025年9月底"),),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 5, 1), "month"),
        started=(date(2025, 9, 1), "month"),
    ),
    "a title, the unit above, a total": Ledger(
        (("云泽镇重点项目台账",), ("填报单位：云泽镇", "", "", "", "单位：万元")),
        (("序号", "项目名称", "投资单位", "计划总投资", "签约日期"),),
        ((1, "法兰项目", FIRM, 32000, 45780), ("合计", "", "", 32000, "")),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 5, 3), "day"),
    ),
    "two rows of headings": Ledger(
        (("2025年项目进展",),),
        (
            (
                "序号",
                "项目名称",
                "投资主体",
                "投资规模（万元）",
                "投资规模（万元）",
                "时间节点",
                "时间节点",
            ),
            ("序号", "项目名称", "投资主体", "总投资", "固定资产投资", "签约", "开工"),
        ),
        ((1, "法兰项目", FIRM, "32,000", 25000, "5月底", "9月18日"),),
        yuan=Decimal("3.2") * YI,
        fixed=Decimal("2.5") * YI,
        signed=(date(2025, 5, 1), "month"),
        started=(date(2025, 9, 18), "day"),
    ),
    "a part of a merged heading with a unit of its own": Ledger(
        (),
        (
            ("项目名称", "投资方", "总投资（万元）", "总投资（万元）", "签约时间", "开工时间"),
            ("项目名称", "投资方", "计划总投资", "其中：固定资产（亿元）", "签约时间", "开工时间"),
        ),
        (("法兰项目", FIRM, 32000, 2.5, "2025.5.8", "未开工"),),
        yuan=Decimal("3.2") * YI,
        fixed=Decimal("2.5") * YI,
        signed=(date(2025, 5, 8), "day"),
    ),
    "three rows of headings": Ledger(
        (("重大项目情况表",),),
        (
            ("项目名称", "投资方", "基本情况", "基本情况", "基本情况", "进度", "进度"),
            ("项目名称", "投资方", "投资（亿元）", "投资（亿元）", "用地", "时间", "时间"),
            (
                "项目名称",
                "投资方",
                "总投资",
                "固定资产投资",
                "用地面积（亩）",
                "签约时间",
                "开工时间",
            ),
        ),
        (("法兰项目", FIRM, 3.2, 2.5, 60, date(2025, 5, 8), "25.9.18"),),
        yuan=Decimal("3.2") * YI,
        fixed=Decimal("2.5") * YI,
        mu=Decimal(60),
        signed=(date(2025, 5, 8), "day"),
        started=(date(2025, 9, 18), "day"),
    ),
    "units behind a stroke": Ledger(
        (),
        (("项目名称", "投资方名称", "总投资/万元", "用地面积/亩", "签约时间"),),
        (("法兰项目", FIRM, 32000, 60, "2025-05-08"),),
        yuan=Decimal("3.2") * YI,
        mu=Decimal(60),
        signed=(date(2025, 5, 8), "day"),
    ),
    "parts with headings of their own": Ledger(
        (("项目清单",),),
        (("项目名称", "投资方", "总投资（亿元）", "签约时间"),),
        (
            ("一、工业项目", "", "", ""),
            ("法兰项目", FIRM, "3.2亿元", "2025/5/8"),
            ("小计", "", 3.2, ""),
            ("（二）服务业项目", "", "", ""),
            ("本页合计：1个", "", 3.2, ""),
        ),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 5, 8), "day"),
    ),
    "notes and signatures below": Ledger(
        (("项目台账",),),
        (("项目名称", "投资方", "投资额（万元）", "签约日期"),),
        (("法兰项目", FIRM, 32000, "二〇二五年五月八日"),),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 5, 8), "day"),
        below=(
            ("注：投资额按协议填写。", "", "", ""),
            ("填表人：王某", "", "审核人：李某", ""),
        ),
    ),
    "dollars and hectares": Ledger(
        (),
        (("项目名称", "投资方", "总投资（万元）", "占地面积（公顷）", "签约日期"),),
        (("法兰项目", FIRM, "3.2亿元", 4, "20250508"),),
        yuan=Decimal("3.2") * YI,
        mu=Decimal(60),
        signed=(date(2025, 5, 8), "day"),
    ),
    "full-width signs and spaces": Ledger(
        (("　重点 项目 台账　",),),
        (("项目 名称", "投资方", "总投资（亿元）", "签约时间"),),
        (("法兰项目", FIRM, "３．２", "２０２５年５月"),),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 5, 1), "month"),
    ),
    "half years and quarters": Ledger(
        (),
        (("项目名称", "投资方", "总投资（亿元）", "签约时间", "开工时间"),),
        (("法兰项目", FIRM, 3.2, "2025年上半年", "2025年第三季度"),),
        yuan=Decimal("3.2") * YI,
        signed=(date(2025, 1, 1), "year"),
        started=(date(2025, 1, 1), "year"),
    ),
}


def _workbook(one: Ledger) -> BytesIO:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    width = len(one.heads[-1])
    for row in one.above:
        sheet.append([cell or None for cell in row])
        if len(row) == 1:
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width
            )
    first = len(one.above) + 1
    for row in (*one.heads, *one.rows, *one.below):
        sheet.append([cell if cell != "" else None for cell in row])
    for top, left, bottom, right in _spans(one.heads):
        sheet.merge_cells(
            start_row=first + top, end_row=first + bottom, start_column=left + 1,
            end_column=right + 1,
        )  # fmt: skip
    _check_merged(sheet, one)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    out.name = "台账.xlsx"
    return out


def _spans(heads: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int, int, int]]:
    """Blocks of equal headings, across and down."""
    done: set[tuple[int, int]] = set()
    for row, column in product(range(len(heads)), range(len(heads[0]))):
        if (row, column) in done:
            continue
        says, bottom, right = heads[row][column], row, column
        while right + 1 < len(heads[0]) and heads[row][right + 1] == says:
            right += 1
        while bottom + 1 < len(heads) and all(
            heads[bottom + 1][at] == says for at in range(column, right + 1)
        ):
            bottom += 1
        done |= set(product(range(row, bottom + 1), range(column, right + 1)))
        if (bottom, right) != (row, column):
            yield row, column, bottom, right


def _check_merged(sheet: Worksheet, one: Ledger) -> None:
    assert bool(sheet.merged_cells.ranges) == (len(one.heads) > 1 or bool(one.above))


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_of_any_look_is_read(name: str, as_clerk: Client, town: OrgUnit) -> None:
    one = LEDGERS[name]
    answer = as_clerk.post("/projects/import/take", {"sheet": _workbook(one), "unit": town.pk})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.get()
    page = as_clerk.get(f"/projects/import/{batch.pk}").content.decode()
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    assert seal, page
    answer = as_clerk.post(f"/projects/import/{batch.pk}/run", {"seal": seal})
    assert answer.status_code == 302, answer.content.decode()
    project = Project.objects.get()
    assert (project.name, project.investors, project.yuan) == ("法兰项目", FIRM, one.yuan)
    assert project.fixed_yuan == one.fixed
    assert project.mu == one.mu
    days = {row.gate: (row.day, row.precision) for row in Passage.objects.all()}
    assert days.get("A2") == one.signed
    assert days.get("C1") == one.started


def test_a_month_that_excel_has_cut_is_asked_about(as_clerk: Client, town: OrgUnit) -> None:
    cut = Ledger(
        (),
        (("项目名称", "投资方", "总投资（亿元）", "签约时间"),),
        (("法兰项目", FIRM, 3.2, 2025.1),),
        yuan=YI,
    )
    as_clerk.post("/projects/import/take", {"sheet": _workbook(cut), "unit": town.pk})
    page = as_clerk.get(f"/projects/import/{Batch.objects.get().pk}").content.decode()
    assert "可能是1月，也可能是10月" in page


def _read(words: str) -> tuple[date, str]:
    told = GateSlot(name="gate_C3", label="竣工日期", gate="C3").read(words)
    assert isinstance(told, GateDay)
    return told


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the ledger comes in: 2026-11-22."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    "words",
    ["2026年底", "2026年末", "2026年年底", "2026年下半年", "2026年四季度", "2026年第4季度",
     "2026年11月底", "2026年12月", "2027年", "26年11月末", "2026-11-23"],
)  # fmt: skip
def test_a_gate_that_lies_ahead_is_not_taken_as_passed(words: str) -> None:
    with pytest.raises(Unreadable, match="还没有到"):
        _read(words)


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2026年初", (date(2026, 1, 1), "year")),
        ("2026年", (date(2026, 1, 1), "year")),
        ("2026年上半年", (date(2026, 1, 1), "year")),
        ("2026年第三季度", (date(2026, 1, 1), "year")),
        ("2025年底", (date(2025, 1, 1), "year")),
        ("2026年10月底", (date(2026, 10, 1), "month")),
        ("2026年11月下旬", (date(2026, 11, 1), "month")),
        ("1999年5月", (date(1999, 5, 1), "month")),
        ("2000年5月", (date(2000, 5, 1), "month")),
        ("25年5月", (date(2025, 5, 1), "month")),
    ],
)
def test_a_gate_of_a_month_or_a_year_is_read(words: str, told: tuple[date, str]) -> None:
    assert _read(words) == told


@pytest.mark.parametrize("words", ["0000", "0000年", "0000-05", "3999年5月", "0000年底"])
def test_a_year_that_cannot_be_is_no_day(words: str) -> None:
    with pytest.raises(Unreadable):
        _read(words)
