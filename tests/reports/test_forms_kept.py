"""Forms as offices really send them, of three makers: nothing is lost, and they open again."""

import shutil
import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from lxml import etree
from openpyxl.chart import BarChart, PieChart, Reference
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, IconSetRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.test_cells import _PIXEL
from yinfeng.reports.renderings.cells import PROOFS, Filling, filled_workbook
from yinfeng.reports.renderings.package import BadSheet

OFFICE = shutil.which("soffice")
# What the proofs add to; everything else of the package is the same, byte for byte.
WRITTEN = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"}
KEPT = ("conditionalFormatting", "dataValidation", "mergeCell", "drawing", "tablePart", "extLst")


def _crowded() -> bytes:
    """Every feature that a form may have, on one sheet that is locked but for its cells."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, hidden = book.add_worksheet("进展 表"), book.add_worksheet("上级'汇总")
    bold, free = book.add_format({"bold": True}), book.add_format({"locked": False})
    sheet.merge_range("A1:F1", "项目进展表", bold)
    for row in range(5, 15):
        sheet.write(f"A{row}", f"指标{row}")
        sheet.write_blank(f"B{row}", None, free)
        sheet.write_formula(f"C{row}", f"=B{row}*2")
    for kind in ("data_bar", "3_color_scale"):
        sheet.conditional_format("B5:B14", {"type": kind})
    sheet.conditional_format("B5:B14", {"type": "icon_set", "icon_style": "3_arrows"})
    sheet.add_sparkline("G5", {"range": "'进展 表'!B5:B14"})
    sheet.data_validation("B5", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.add_table("I5:K7", {"columns": [{"header": says} for says in "甲乙丙"]})
    for row, kind in ((5, "column"), (22, "line")):
        chart = book.add_chart({"type": kind})
        chart.add_series({"values": "='进展 表'!$B$5:$B$14"})
        sheet.insert_chart(f"M{row}", chart)
    sheet.insert_image("M60", "x.png", {"image_data": BytesIO(_PIXEL)})
    sheet.insert_textbox("A30", "填表说明")
    sheet.insert_button("A40", {"caption": "核对"})
    sheet.write_comment("A5", "按县口径")
    sheet.set_header("&C&G", {"image_center": "x.png", "image_data_center": BytesIO(_PIXEL)})
    sheet.write_array_formula("E5:E7", "{=B5:B7*2}")
    sheet.print_area("A1:F20")
    sheet.freeze_panes(4, 1)
    sheet.protect("")
    hidden.write_formula("A1", "='进展 表'!C5")
    hidden.hide()
    book.define_name("合计", "='进展 表'!$B$5")
    book.define_name("'进展 表'!局部", "='进展 表'!$B$6")
    book.close()
    return out.getvalue()


def _plain() -> bytes:
    """A form of another maker: colour scales, lists, charts, a chart sheet, a hidden sheet."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    sheet: Worksheet = book.create_sheet("进展 表")
    for row in range(5, 15):
        sheet.cell(row, 1, f"指标{row}")
        sheet.cell(row, 3, f"=B{row}*2")
    sheet.merge_cells("D1:E3")
    two = {"start_color": "AA0000", "end_color": "00AA00"}
    for rule in (
        ColorScaleRule(start_type="min", end_type="max", **two),  # type: ignore[no-untyped-call]
        CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill("solid")),  # type: ignore[no-untyped-call]
        IconSetRule("3Arrows", "percent", [0, 33, 67]),  # type: ignore[no-untyped-call]
    ):
        sheet.conditional_formatting.add("B5:B14", rule)
    whole = DataValidation(type="whole", operator="greaterThan", formula1="0")
    sheet.add_data_validation(whole)
    whole.add("B6")
    for anchor, chart in (("G2", BarChart()), ("G20", PieChart())):
        chart.add_data(Reference(sheet, min_col=2, min_row=5, max_row=14))
        sheet.add_chart(chart, anchor)
    for column, says in enumerate(("甲", "乙"), 20):
        sheet.cell(1, column, says)
        sheet.cell(2, column, column)
    sheet.add_table(Table(displayName="表格", ref="T1:U2"))
    book.create_sheet("名录").sheet_state = "veryHidden"
    book.create_chartsheet("图").add_chart(BarChart())
    out = BytesIO()
    book.save(out)
    return out.getvalue()


MADE = {"crowded": _crowded(), "plain": _plain()}
PLACES = ("进展 表!B5", "进展 表!B6", "进展 表!B14")
FILLINGS = [Filling(place, Decimal(7 + at), "签约", ("证",)) for at, place in enumerate(PLACES)]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _count(part: bytes) -> dict[str, int]:
    tags = [etree.QName(one).localname for one in etree.fromstring(part).iter("{*}*")]
    return {name: tags.count(name) for name in KEPT}


def _nothing_is_lost(template: bytes) -> bytes:
    made = filled_workbook(template, FILLINGS)
    old, new = _parts(template), _parts(made)
    assert old.keys() <= new.keys()
    changed = {name for name in old if old[name] != new[name]} - WRITTEN
    assert all(name.startswith("xl/worksheets/sheet") for name in changed)
    for name in changed:
        assert _count(old[name]) == _count(new[name]), name
    return made


def _by_office(content: bytes, folder: Path) -> bytes:
    """The workbook opened and saved by an office program, its formulas reckoned."""
    (folder / "in.xlsx").write_bytes(content)
    home = (folder / "home").as_uri()
    command = [
        str(OFFICE), f"-env:UserInstallation={home}", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(folder / "in.xlsx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return (folder / "out" / "in.xlsx").read_bytes()


@pytest.mark.parametrize("name", MADE)
def test_a_form_of_each_maker_keeps_every_part(name: str) -> None:
    made = _nothing_is_lost(MADE[name])
    assert f'name="{PROOFS}"'.encode() in _parts(made)["xl/workbook.xml"]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize("name", MADE if OFFICE else ())
def test_a_form_saved_by_an_office_program_is_filled_and_opens_again(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    saved = _by_office(MADE[name], tmp_path / "first")
    opened = _by_office(_nothing_is_lost(saved), tmp_path / "second")
    book = openpyxl.load_workbook(BytesIO(opened), data_only=True)
    sheet = book["进展 表"]
    assert [sheet[one].value for one in ("B5", "B6", "B14")] == [7, 8, 9]
    assert [sheet[one].value for one in ("C5", "C14")] == [14, 18]
    assert PROOFS in book.sheetnames


def test_what_is_locked_is_refused() -> None:
    with pytest.raises(BadSheet, match=r"保护|锁定"):
        filled_workbook(MADE["crowded"], [Filling("进展 表!D5", 1)])
