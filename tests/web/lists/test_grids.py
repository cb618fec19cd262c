"""The cells of sheets: what the file holds and not how it looks; what cannot be read says why."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
import xlwt  # type: ignore[import-untyped]
from openpyxl import Workbook

from yinfeng.web.lists.importing.grids import MOST_BYTES, grid_of, program
from yinfeng.web.lists.importing.matching import guessed, head_of
from yinfeng.web.lists.slots import WordsSlot
from yinfeng.web.shell.refusals import Refused

ROWS: list[list[object]] = [["名称", "数量"], ["东坝", 12], ["西坝", 1234.5]]


def _xlsx(*, merged: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet["B3"].number_format = "#,##0"
    sheet.append([date(2026, 3, 18), True])
    if merged:
        sheet.merge_cells("A2:A3")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表一")
    for at, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(at, column, value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_cell_is_its_value_and_not_its_look() -> None:
    rows = grid_of(_xlsx(), "表.xlsx").rows
    assert rows == (("名称", "数量"), ("东坝", "12"), ("西坝", "1234.5"), ("2026-03-18", "是"))


def test_a_merged_cell_means_the_same_in_each_row() -> None:
    assert [row[0] for row in grid_of(_xlsx(merged=True), "表.xlsx").rows[1:3]] == ["东坝", "东坝"]


@pytest.mark.parametrize("name", ["表.xls", "表.et"])
def test_old_workbooks_and_those_of_wps_are_read(name: str) -> None:
    assert grid_of(_xls(), name).rows[2] == ("西坝", "1234.5")


def test_what_only_libreoffice_reads_goes_there_or_is_told() -> None:
    flat = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>'
        '<office:spreadsheet><table:table table:name="表">'
        "<table:table-row><table:table-cell><text:p>名称</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell><text:p>东坝</text:p>"
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
        "</office:body></office:document>"
    ).encode()
    with pytest.raises(Refused, match=r"没有安装LibreOffice.*另存为xlsx"):
        grid_of(flat, "表.fods", office=None)
    office = program()
    if office:
        # An office without its part for tables says so in the same way as one that fails.
        try:
            rows = grid_of(flat, "表.fods", office=office).rows
        except Refused as refusal:
            assert "另存为xlsx再导入" in str(refusal)  # noqa: PT017
        else:
            assert rows == (("名称",), ("东坝",))


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b" ", "空.xlsx", "文件是空的"),
        (b"PK\x03\x04 broken", "坏.xlsx", "没有安装LibreOffice"),
        ("编号\n".encode(), "单行.csv", "至少要有一行表头和一行数据"),
        (b"a,b\n\xff\xff\x80,\xfe", "乱.csv", "编码认不出来"),
        (b"x" * (MOST_BYTES + 1), "大.csv", "超过20MB"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, name: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        grid_of(content, name)


def test_a_file_that_swells_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (401 << 20))
    with pytest.raises(Refused, match="解开后过大"):
        grid_of(out.getvalue(), "弹.xlsx")


def test_the_head_is_the_row_that_names_the_fields() -> None:
    slots = [WordsSlot(name="n", label="名称"), WordsSlot(name="q", label="数量")]
    rows = [
        ("云泽镇清单", "", ""),
        ("填报：", "某", ""),
        ("名称", "数量（个）", "备注"),
        ("a", "1", ""),
    ]
    assert head_of(rows, slots) == 2
    assert head_of([("标题", "", ""), ("甲", "乙", "丙"), ("1", "2", "3")], slots) == 1


def _said(*heads: str) -> dict[str, str]:
    """Which head is taken for which field of a register of leads."""
    slots = [
        WordsSlot(name="name", label="线索名称", also_called=("项目名称", "线索", "项目")),
        WordsSlot(name="source", label="线索来源"),
        WordsSlot(name="investors", label="投资方", also_called=("投资方名称", "企业")),
        WordsSlot(name="amount", label="投资额", also_called=("总投资",)),
        WordsSlot(name="land", label="用地需求", also_called=("用地",)),
        WordsSlot(name="contact", label="联系人"),
        WordsSlot(name="phone", label="联系电话", also_called=("电话",)),
        WordsSlot(name="reported", label="首报日期", also_called=("首次接洽日期",)),
    ]
    found = guessed(heads, slots)
    return {heads[int(at)]: name for at, name in found.items()}


@pytest.mark.parametrize(
    "head",
    [
        "线索日期", "项目编号", "项目简介", "项目地址", "投资额单位", "用地性质", "企业类型",
        "来源日期", "首报单位", "联系人职务",
    ],
)  # fmt: skip
def test_a_part_of_a_longer_heading_is_not_the_field_that_it_names(head: str) -> None:
    assert not _said(head)


def test_a_heading_with_more_words_of_its_own_sort_is_guessed() -> None:
    heads = (
        "线索来源", "企业名称", "总投资金额（亿元）", "用地面积（亩）", "项目联系人", "投资方电话",
        "首次接洽时间",
    )  # fmt: skip
    fields = ("source", "investors", "amount", "land", "contact", "phone", "reported")
    assert _said(*heads) == dict(zip(heads, fields, strict=True))
    assert _said("投资方名称") == {"投资方名称": "investors"}
