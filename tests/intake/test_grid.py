"""The shape of a table: title, captions, head, body, notes, and forms."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.made import lies_inside, rows, said
from yinfeng.intake.format import Origin
from yinfeng.intake.grid import Grid, Merge, letters
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.sheets import set_sheet
from yinfeng.values import BlockKind, Document


def _set(lines: Sequence[Sequence[str]], *merges: tuple[int, int, int, int]) -> Document:
    manuscript = Manuscript()
    grid = Grid("台账", tuple(map(tuple, lines)), tuple(Merge(*one) for one in merges))
    set_sheet(manuscript, grid)
    return manuscript.document(Origin("台账"), "text/plain")


LEDGER = (
    ("青溪镇重点项目台账", "", "", "", "", ""),
    ("填报单位：青溪镇", "", "", "", "单位：万元", ""),
    ("序号", "项目名称", "投资", "", "进度", "备注"),
    ("", "", "总投资", "固定资产", "", ""),
    ("1", "齿轮项目", "12000", "8000", "已签约", ""),
    ("2", "电池项目", "5000", "3000", "", "延期"),
    ("二、在谈项目", "", "", "", "", ""),
    ("3", "医药项目", "700", "300", "在谈", ""),
    ("注：数据截至2月底", "", "", "", "", ""),
    ("填表人：张三", "", "", "审核：李四", "", ""),
)
MERGES = (
    (0, 0, 0, 5), (2, 2, 2, 3), (2, 0, 3, 0), (2, 1, 3, 1), (2, 4, 3, 4), (2, 5, 3, 5),
    (4, 4, 5, 4), (6, 0, 6, 5), (8, 0, 8, 5),
)  # fmt: skip
HEADINGS = ("序号", "项目名称", "投资/总投资", "投资/固定资产", "进度", "备注")


def test_a_head_of_two_rows_is_joined_downwards() -> None:
    found = _set(LEDGER, *MERGES)
    (table,) = found.tables
    assert table.header == HEADINGS
    assert rows(found, table) == [
        ["1", "齿轮项目", "12000", "8000", "已签约", ""],
        ["2", "电池项目", "5000", "3000", "已签约", "延期"],
        ["3", "医药项目", "700", "300", "在谈", ""],
    ]


def test_a_merged_cell_keeps_the_address_where_its_words_stand() -> None:
    (table,) = _set(LEDGER, *MERGES).tables
    assert [row[4].address for row in table.rows] == ["台账!E5", "台账!E5", "台账!E8"]


def test_what_stands_around_the_table_is_told_apart() -> None:
    found = _set(LEDGER, *MERGES)
    assert found.title == "青溪镇重点项目台账"
    assert said(found, BlockKind.CAPTION) == ["填报单位：青溪镇\t\t\t\t单位：万元"]
    assert said(found, BlockKind.HEADING) == ["二、在谈项目"]
    assert said(found, BlockKind.PARAGRAPH) == ["注：数据截至2月底"]
    assert said(found, BlockKind.FURNITURE) == ["填表人：张三\t\t\t审核：李四"]


def test_a_head_of_two_rows_is_seen_without_merges_too() -> None:
    (table,) = _set(LEDGER[2:6]).tables
    assert table.header == HEADINGS
    assert len(table.rows) == 2


def test_a_head_of_three_rows_is_joined() -> None:
    lines = (
        ("项目", "投资", "", "", "税收"),
        ("", "总额", "其中", "", ""),
        ("", "", "设备", "土建", ""),
        ("齿轮", "100", "60", "40", "9"),
    )
    merges = (0, 0, 2, 0), (0, 1, 0, 3), (0, 4, 2, 4), (1, 1, 2, 1), (1, 2, 1, 3)
    (table,) = _set(lines, *merges).tables
    assert table.header == ("项目", "投资/总额", "投资/其中/设备", "投资/其中/土建", "税收")
    assert len(table.rows) == 1


def test_a_unit_below_its_heading_joins_it() -> None:
    lines = (("企业名称", "产值", "税收"), ("", "（万元）", "（万元）"), ("甲公司", "5", "1"))
    (table,) = _set(lines, (0, 0, 1, 0)).tables
    assert table.header == ("企业名称", "产值/（万元）", "税收/（万元）")


def test_two_tables_on_a_sheet_are_two() -> None:
    lines = (
        ("企业名称", "税收"), ("甲公司", "5"), ("", ""), ("二、项目表", ""),
        ("项目名称", "投资"), ("齿轮", "9"),
    )  # fmt: skip
    found = _set(lines)
    assert [table.header for table in found.tables] == [("企业名称", "税收"), ("项目名称", "投资")]


def test_an_empty_row_inside_does_not_end_a_table() -> None:
    lines = (("企业名称", "税收"), ("甲公司", "5"), ("", ""), ("乙公司", "7"), ("丙公司", "8"))
    (table,) = _set(lines).tables
    assert len(table.rows) == 3


def test_a_head_printed_again_on_the_next_page_is_furniture() -> None:
    head = ("序号", "企业名称", "税收")
    found = _set((head, ("1", "甲", "5"), head, ("2", "乙", "7")))
    assert len(found.tables[0].rows) == 2
    assert said(found, BlockKind.FURNITURE) == ["序号\t企业名称\t税收"]


def test_a_row_that_counts_columns_is_no_data() -> None:
    lines = (("指标", "一月", "二月", "三月"), ("甲", "1", "2", "3"), ("产值", "5", "6", "8"))
    found = _set(lines)
    assert rows(found, found.tables[0]) == [["产值", "5", "6", "8"]]


def test_a_form_with_labels_beside_becomes_one_row() -> None:
    lines = (
        ("重点项目情况表", "", "", ""),
        ("项目名称", "齿轮项目", "投资方", "大同公司"),
        ("总投资", "5亿元", "占地（亩）", "30"),
        ("建设内容", "新建厂房", "", ""),
    )
    found = _set(lines, (0, 0, 0, 3), (3, 1, 3, 3))
    (table,) = found.tables
    assert table.header == ("项目名称", "投资方", "总投资", "占地（亩）", "建设内容")
    assert rows(found, table) == [["齿轮项目", "大同公司", "5亿元", "30", "新建厂房"]]
    assert found.title == "重点项目情况表"


def test_bare_rows_make_a_table_without_headings() -> None:
    found = _set((("1", "2"), ("3", "4")))
    assert found.tables[0].header == ("", "")
    assert rows(found, found.tables[0]) == [["1", "2"], ["3", "4"]]


def test_letters_of_columns() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


WORDS = st.sampled_from(
    ["", "", "1", "5.5%", "名称", "总投资", "注：x", "单位：万元", "二、y", "项目名称"]
)
BOX = st.tuples(*[st.integers(0, 6)] * 4).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6), max_size=9), st.lists(BOX, max_size=4))
def test_any_grid_is_set_with_its_words_in_place(
    lines: list[list[str]], merges: list[tuple[int, int, int, int]]
) -> None:
    whole = [["x"], *lines]
    found = _set(whole, *merges)
    assert lies_inside(found)
    for part in found.parts:
        column, row = part.place.removeprefix("台账!")[0], part.place.removeprefix("台账!")[1:]
        assert found.source[part.start : part.end] == whole[int(row) - 1][ord(column) - 65]
