"""Excel files, new and old."""

import datetime
import io

import pytest
import xlwt  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.made import (
    book,
    document,
    lies_inside,
    part_of,
    placed,
    rows,
    said,
    saved_book,
    with_parts,
)
from yinfeng.values import BlockKind, Document

LINES = (
    ("青溪镇2024年重点项目台账",),
    ("填报单位：青溪镇", None, None, None, "单位：万元"),
    ("序号", "项目名称", "投资", None, "增长率", "签约日期"),
    (None, None, "总投资", "固定资产", None, None),
    (1, "齿轮", 12000.0, 8000.5, 0.125, datetime.date(2024, 3, 5)),
    (2, "电池", 5000, None, -0.0333, datetime.datetime(2024, 3, 6, 14, 2)),
)
MERGES = ("A1:F1", "C3:D3", "A3:A4", "B3:B4", "E3:E4", "F3:F4")


@pytest.fixture(scope="module")
def ledger() -> Document:
    made = book(LINES, MERGES)
    sheet = made["项目台账"]
    sheet["E5"].number_format = "0.0%"
    sheet["E6"].number_format = "0.00%"
    sheet["C5"].number_format = "#,##0.00"
    return document(saved_book(made), "台账.xlsx")


def test_a_ledger_with_merged_heads_becomes_rows(ledger: Document) -> None:
    (table,) = ledger.tables
    assert table.name == "项目台账"
    assert table.header == (
        "序号",
        "项目名称",
        "投资/总投资",
        "投资/固定资产",
        "增长率",
        "签约日期",
    )
    assert rows(ledger, table) == [
        ["1", "齿轮", "12000", "8000.5", "12.5%", "2024-03-05"],
        ["2", "电池", "5000", "", "-3.33%", "2024-03-06 14:02"],
    ]


def test_each_cell_has_its_address_and_its_place(ledger: Document) -> None:
    assert ledger.tables[0].rows[0][2].address == "项目台账!C5"
    assert placed(ledger)["项目台账!C5"] == "12000"
    assert ledger.place(ledger.source.index("8000.5")) == "项目台账!D5"
    assert lies_inside(ledger)


def test_the_line_above_is_the_title_and_the_unit_a_caption(ledger: Document) -> None:
    assert ledger.title == "青溪镇2024年重点项目台账"
    assert "单位：万元" in said(ledger, BlockKind.CAPTION)[0]


def test_hidden_sheets_and_formulas_never_worked_out_are_remarked() -> None:
    made = book([["企业名称", "税收"], ["甲", 5], ["乙", "=B2*2"]])
    hidden = made.create_sheet("字典")
    hidden["A1"] = "不读"
    hidden.sheet_state = "hidden"
    found = document(saved_book(made), "表.xlsx")
    assert "不读" not in found.source
    assert any("字典" in note for note in found.notes)
    assert any("公式" in note for note in found.notes)


def test_a_stray_cell_far_away_makes_no_giant() -> None:
    made = book([["企业名称", "税收"], ["甲", 5]])
    made["项目台账"]["XFD1048576"] = "远"
    data, name = saved_book(made), "xl/worksheets/sheet1.xml"
    merges = b'</sheetData><mergeCells count="1"><mergeCell ref="A5:XFC1048000"/></mergeCells>'
    sheet = part_of(data, name).replace(b"</sheetData>", merges)
    found = document(with_parts(data, {name: sheet}), "远.xlsx")
    assert len(found.source) < 100
    assert rows(found, found.tables[0]) == [["甲", "5"]]


def test_a_table_that_begins_in_the_middle_keeps_its_addresses() -> None:
    made = book([])
    sheet = made["项目台账"]
    assert isinstance(sheet, Worksheet)
    sheet["C4"], sheet["D4"], sheet["C5"], sheet["D5"] = "企业名称", "税收（万元）", "甲", 3.14159
    found = document(saved_book(made), "中.xlsx")
    assert [cell.address for cell in found.tables[0].rows[0]] == ["项目台账!C5", "项目台账!D5"]
    assert rows(found, found.tables[0]) == [["甲", "3.14159"]]


def test_old_excel_keeps_percentages_days_and_merged_cells() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("旧表")
    sheet.write_merge(0, 0, 0, 3, "旧台账")
    for column, words in enumerate(("企业名称", "增长", "日期", "税收")):
        sheet.write(1, column, words)
    sheet.write_merge(2, 3, 0, 0, "甲公司")
    sheet.write(2, 1, 0.125, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(2, 2, datetime.date(2020, 1, 2), xlwt.easyxf(num_format_str="yyyy/m/d"))
    sheet.write(2, 3, 1200.0)
    sheet.write(3, 1, 0.2, xlwt.easyxf(num_format_str="0.0%"))
    sheet.write(3, 3, 12.5)
    file = io.BytesIO()
    made.save(file)
    found = document(file.getvalue(), "旧.xls")
    assert found.title == "旧台账"
    assert rows(found, found.tables[0]) == [
        ["甲公司", "12.5%", "2020-01-02", "1200"],
        ["甲公司", "20%", "", "12.5"],
    ]
    assert document(file.getvalue(), "旧.et").source == found.source


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_table_as_text_is_a_table(encoding: str) -> None:
    words = '企业名称,"税收\r\n（万元）",备注\r\n甲公司,5,"一,二"\r\n乙公司,7,\r\n'
    found = document(words.encode(encoding), "表.csv")
    assert found.tables[0].header == ("企业名称", "税收（万元）", "备注")
    assert rows(found, found.tables[0]) == [["甲公司", "5", "一,二"], ["乙公司", "7", ""]]
    assert found.tables[0].rows[1][1].address == "表!B3"


def test_a_damaged_sheet_does_not_lose_the_others() -> None:
    made = book([["企业名称", "税收"], ["甲", 5]])
    made.create_sheet("第二")["A1"] = "丢了"
    data = with_parts(saved_book(made), {"xl/worksheets/sheet2.xml": b"<worksheet"})
    found = document(data, "表.xlsx")
    assert rows(found, found.tables[0]) == [["甲", "5"]]
    assert any("第二" in note for note in found.notes)
