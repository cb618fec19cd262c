"""A superior's workbook: filled cell by cell, nothing of it lost, refused where that cannot be."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Protection
from openpyxl.workbook.protection import WorkbookProtection

from yinfeng.reports.renderings.cells import (
    PROOFS,
    Filling,
    check_places,
    filled_workbook,
)
from yinfeng.reports.renderings.package import BadSheet

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def _template() -> bytes:
    """A form as a county sends it: merged heads, formulas, a chart, a picture, a drop-down."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("项目表")
    bold = book.add_format({"bold": True, "border": 1, "num_format": "0.00"})
    sheet.merge_range("A1:D1", "重点项目进展情况表", bold)
    sheet.merge_range("A3:A4", "指标", bold)
    for row, says in enumerate(("签约项目（个）", "开工项目（个）"), 5):
        sheet.write(f"A{row}", says)
        sheet.write_blank(f"B{row}", None, bold)
    sheet.write_formula("B7", "=SUM(B5:B6)", bold, 99)
    sheet.data_validation("C5", {"validate": "list", "source": ["正常", "滞后"]})
    sheet.data_validation(
        "B5:B6", {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 500}
    )
    sheet.data_validation("C6", {"validate": "list", "source": "=选项!$A$1:$A$2"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=项目表!$B$5:$B$6"})
    sheet.insert_chart("F2", chart)
    sheet.insert_image("F20", "x.png", {"image_data": BytesIO(_PIXEL)})
    sheet.write_comment("A5", "按县口径")
    sheet.write_blank("D9", None, book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
    other = book.add_worksheet("选项")
    other.write("A1", "已开工")
    other.write("A2", "未开工")
    other.write_formula("B1", "=项目表!B7", None, 99)
    book.define_name("合计", "=项目表!$B$7")
    book.close()
    return out.getvalue()


TEMPLATE = _template()
FILLINGS = (
    Filling("项目表!B5", 12, "签约项目", ("精密轴承项目：签约仪式 2026-03-02", "另11个")),
    Filling("项目表!B6", Decimal("7"), "开工项目", ("共7个",)),
    Filling("项目表!C5", "正常", "总体"),
    Filling("项目表!D9", date(2026, 3, 31), "填报日期"),
    Filling("项目表!D10", date(2026, 3, 31), "填报日期"),
    Filling("项目表!C6", "已开工"),
    Filling("选项!C3", None, "没有数"),
)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_cells_are_filled_and_everything_else_stays() -> None:
    made = filled_workbook(TEMPLATE, FILLINGS)
    book = openpyxl.load_workbook(BytesIO(made))
    sheet = book["项目表"]
    assert [sheet["B5"].value, sheet["B6"].value, sheet["C5"].value] == [12, 7, "正常"]
    assert sheet["B5"].number_format == "0.00"
    assert sheet["D9"].value == datetime(2026, 3, 31)
    assert sheet["D10"].value == "2026年3月31日"
    assert sheet["B7"].value == "=SUM(B5:B6)"
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:D1", "A3:A4"}
    assert len(sheet.data_validations.dataValidation) == 3
    assert sheet["A5"].comment.text == "按县口径"
    old, new = _parts(TEMPLATE), _parts(made)
    assert old.keys() < new.keys()
    same = {name for name in old if old[name] == new[name]}
    assert {name for name in old if "chart" in name or "media" in name or "drawing" in name} <= same
    assert "xl/styles.xml" in same
    assert filled_workbook(TEMPLATE, FILLINGS) == made


def test_every_cell_has_its_proof_on_a_sheet_of_its_own() -> None:
    book = openpyxl.load_workbook(BytesIO(filled_workbook(TEMPLATE, FILLINGS)))
    assert book.sheetnames == ["项目表", "选项", PROOFS]
    rows = [[cell or "" for cell in row] for row in book[PROOFS].iter_rows(values_only=True)]
    assert rows[1] == ["项目表!B5", "签约项目", "12", "精密轴承项目：签约仪式 2026-03-02"]
    assert rows[2] == ["", "", "", "另11个"]


def test_no_stale_sum_is_read() -> None:
    book = openpyxl.load_workbook(BytesIO(filled_workbook(TEMPLATE, FILLINGS)), data_only=True)
    assert book["项目表"]["B7"].value is None
    assert book["选项"]["B1"].value is None
    assert book.calculation.fullCalcOnLoad


@pytest.mark.parametrize(
    ("filling", "why"),
    [
        (Filling("项目表!B1", "x"), "请写它的左上角A1"),
        (Filling("项目表!B7", 5), "公式"),
        (Filling("项目表!C5", "超前"), "不在下拉选项里"),
        (Filling("项目表!C6", "超前"), "不在下拉选项里"),
        (Filling("项目表!B5", Decimal("1.5")), "整数"),
        (Filling("项目表!B5", 501), "应在0到500之间"),
        (Filling("项目表!B5", "十二"), "只能填数"),
        (Filling("汇总!B5", 1), "没有“汇总”这一页"),
        (Filling("B5", 1), "要写成“表名!C5”"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_would_break_the_form_is_refused(filling: Filling, why: str) -> None:
    with pytest.raises(BadSheet, match=why):
        filled_workbook(TEMPLATE, (filling,))


def _protected(book: openpyxl.Workbook) -> None:
    sheet = book["项目表"]
    sheet.protection.sheet = True
    sheet["B6"].protection = Protection(locked=False)


def _structure(book: openpyxl.Workbook) -> None:
    book.security = WorkbookProtection(lockStructure=True)


def _changed(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "项目表"
    book.active["B6"] = 1
    book.active["A1"].comment = Comment("x", "y")
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_locked_cells_stay_locked() -> None:
    template = _changed(_protected)
    assert filled_workbook(template, (Filling("项目表!B6", 3),))
    with pytest.raises(BadSheet, match="被锁定"):
        filled_workbook(template, (Filling("项目表!B5", 3),))
    with pytest.raises(BadSheet, match="锁定了工作簿结构"):
        filled_workbook(_changed(_structure), (Filling("项目表!B6", 3),))


def _with(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, kept in _parts(TEMPLATE).items():
            package.writestr(part, kept)
        package.writestr(name, data)
    return out.getvalue()


def test_macros_stay_and_signatures_are_not_broken() -> None:
    made = filled_workbook(_with("xl/vbaProject.bin", b"macro"), FILLINGS)
    assert _parts(made)["xl/vbaProject.bin"] == b"macro"
    with pytest.raises(BadSheet, match="数字签名"):
        filled_workbook(_with("_xmlsignatures/sig1.xml", b"<x/>"), FILLINGS)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0old", "另存为 .xlsx"),
        (b"name,value\n", "不是 Excel"),
        (TEMPLATE[:400], "不是 Excel"),
    ],
    ids=["old", "csv", "broken"],
)
def test_what_is_no_workbook_is_told_so(content: bytes, why: str) -> None:
    with pytest.raises(BadSheet, match=why):
        filled_workbook(content, FILLINGS)


def test_a_filled_form_is_not_filled_again() -> None:
    made = filled_workbook(TEMPLATE, FILLINGS)
    with pytest.raises(BadSheet, match="已经填过"):
        filled_workbook(made, FILLINGS)


def test_a_table_of_cells_is_checked_before_it_is_kept() -> None:
    check_places(TEMPLATE, ["项目表!B5", "项目表!C5"])
    with pytest.raises(BadSheet, match="写了两次"):
        check_places(TEMPLATE, ["项目表!B5", "项目表!B5"])
    with pytest.raises(BadSheet, match="公式"):
        check_places(TEMPLATE, ["项目表!B7"])
