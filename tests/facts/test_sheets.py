"""Workbooks of an office: headings of two rows, units above, sections between the rows."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from yinfeng.reading import Reading, read
from yinfeng.values import Indicator, Project


def _sheet(rows: list[list[object]], *merged: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _read(data: bytes) -> Reading:
    (found,) = read(data, "台账.xlsx")
    assert isinstance(found, Reading)
    return found


_HEADED = _sheet(
    [
        ["栖溪县2023年重点项目推进情况表"],
        ["填报单位：栖溪县投资促进局   单位：万元、亩"],
        ["序号", "项目名称", "投资方", None, "总投资", None, "用地面积", "开工时间"],
        [None, None, "企业名称", "所在地", "协议投资", "2023年已完成", None, None],
        ["一、在建项目（1个）"],
        [1, "精密轴承制造项目", "江州远翔轴承有限公司", "江州", 52000, 18000, 86.5, "2023-03-18"],
        ["合计", None, None, None, 52000, 18000, 86.5],
    ],
    *("A1:H1", "A2:H2", "C3:D3", "E3:F3", "A3:A4", "B3:B4", "G3:G4", "H3:H4", "A5:H5"),
)


def test_a_heading_under_a_heading_is_no_unit() -> None:
    (project,) = [fact for fact in _read(_HEADED).facts if isinstance(fact, Project)]
    assert project.investment is not None
    assert project.land is not None
    assert project.origin
    assert project.investment.value.low == 520_000_000
    assert project.land.value.low == 86.5
    assert project.origin.value == "江州"


def test_what_was_spent_stands_under_the_whole_sum() -> None:
    (spent,) = [fact for fact in _read(_HEADED).facts if isinstance(fact, Indicator)]
    assert spent.name is not None
    assert spent.name.value == "2023年已完成"
    assert spent.value is not None
    assert spent.value.value.low == 180_000_000
    assert spent.period is not None
    assert spent.period.value.first == "2023-01-01"


def test_a_table_by_towns_has_its_growth_under_the_same_heading() -> None:
    data = _sheet(
        [
            ["栖溪县2023年1-9月各镇工业指标", None, None, None, None],
            ["乡镇", "规上工业产值（亿元）", None, "工业投资（万元）", None],
            [None, "完成", "同比%", "完成", "同比%"],
            ["柳浦镇", 35.2, 8.1, 6300, -12.4],
        ],
        *("A1:E1", "A2:A3", "B2:C2", "D2:E2"),
    )
    told = [fact for fact in _read(data).facts if isinstance(fact, Indicator)]
    shown = [
        (f.name and f.name.value, f.value and f.value.value.low, f.yoy and f.yoy.value.low)
        for f in told
    ]
    assert [(name, float(value or 0), float(yoy or 0)) for name, value, yoy in shown] == [
        ("规上工业产值", 3_520_000_000, 0.081),
        ("工业投资", 63_000_000, -0.124),
    ]
    assert all(f.period and f.period.value.last == "2023-09-30" for f in told)


def test_words_between_the_labels_of_a_form_are_labels_too() -> None:
    data = _sheet(
        [
            ["项目名称", "医用导管生产项目", "投资方", "江州康泰器械有限公司"],
            ["总投资", "3.5亿元", "所需土地", "45亩"],
            ["建设内容", "年产医用导管500万套", "所属行业", "医疗器械"],
        ]
    )
    (project,) = [fact for fact in _read(data).facts if isinstance(fact, Project)]
    assert project.land is not None
    assert project.land.value.low == 45


def test_a_sheet_called_after_another_year_is_of_that_year() -> None:
    data = _sheet(
        [
            ["云溪镇2019年10月在谈项目台账"],
            ["项目名称", "投资方", "洽谈进展"],
            ["精密模具项目", "江州联科模具有限公司", "10月12日赴江州考察"],
        ],
        "A1:C1",
    )
    (project,) = [fact for fact in _read(data).facts if isinstance(fact, Project)]
    assert project.stage_date is not None
    assert project.stage_date.value.first == "2019-10-12"
