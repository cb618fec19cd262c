"""Three ledgers in wild forms: merged headings, loose numbers, days in words, strokes."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.test import Client
from openpyxl import Workbook

from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit

TWO_ROWS = (
    (3, "B", "项目名称", "", "B3:B4"), (3, "C", "投资主体", "", "C3:C4"),
    (3, "D", "建设内容及规模", "", "D3:D4"), (3, "E", "投资情况", "总投资（亿元）", "E3:F3"),
    (4, "F", "其中：固定资产投资（万元）", "", ""), (3, "G", "用地情况", "用地面积（亩）", "G3:H3"),
    (4, "H", "厂房面积（平方米）", "", ""), (3, "I", "推进节点", "签约时间", "I3:J3"),
    (4, "J", "开工时间", "", ""),
)  # fmt: skip


def _of_two_rows() -> Workbook:
    """Headings two deep, parts, a sub-total, notes; a hidden column; numbers with 约 and 余."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "云泽镇2025年招商引资项目推进情况一览表"
    sheet.merge_cells("A1:J1")
    for row, letter, upper, lower, merged in TWO_ROWS:
        sheet[f"{letter}{row}"] = upper
        if lower:
            sheet[f"{letter}{row + 1}"] = lower
        if merged:
            sheet.merge_cells(merged)
    rows: tuple[tuple[Any, ...], ...] = (
        ("一、工业项目",),
        (
            1,
            "主轴项目",
            "远帆重工有限公司",
            "厂房",
            "约3.2",
            25000,
            "60余亩",
            "",
            "3月15日",
            "二〇二五年九月",
        ),
        (2, "阀门项目", "云泽阀门\n有限公司", "", 1.05, "8,600", "—", "3200㎡", 45731, "未开工"),
        (3, "壳体项目", "启明新材", "", "5000万元", "/", "", "1.2万", "2025年上半年", "待定"),
        ("小计", "", "", "", 4.75),
        (4, "物流园", "柳桥物流集团", "", "0.8", "", "35", "", "已签约", ""),
        ("注：1.总投资含流动资金；2.“/”表示暂无。",),
    )
    for at, cells in enumerate(rows, 5):
        for column, shown in enumerate(cells, 1):
            if shown != "":
                sheet.cell(at, column, shown)
    sheet.column_dimensions["H"].hidden = True
    return book


def _of_talks() -> Workbook:
    """Breaks in headings; 12000万 under 万元, a span, foreign money; who made it below."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover["A1"] = "重大产业项目汇总"
    sheet = book.create_sheet("在谈")
    sheet.append(["编号", "企业名称", "拟投项目", "投资额\n（万元）", "客商来源地", "洽谈\n时间"])
    sheet.append([1, "恒瑞精密", "齿轮项目", "12000万", "江苏苏州", "25.4.8"])
    sheet.append([2, "某央企", "储能项目", "3-5亿", "北京", "2025年4月"])
    sheet.append([3, "海天", "注塑件项目", "800万美元", "浙江宁波", "2025/4/20"])
    sheet.append(["制表人：李文", "", "", "审核：王芳"])
    return book


def _of_a_store() -> Workbook:
    """A table that begins at B4, one heading parted in two and all others merged downwards."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B2"] = "项目库"
    heads = ("项目\n名称", "业主单位", "总投资", "", "签约\n日期", "开工\n日期")
    for at, head in enumerate(heads, 2):
        if head:
            sheet.cell(4, at, head)
    sheet.merge_cells("D4:E4")
    sheet["D5"], sheet["E5"] = "人民币（万元）", "外资（万美元）"
    for letter in "BCFG":
        sheet.merge_cells(f"{letter}4:{letter}5")
    listed: tuple[tuple[Any, ...], ...] = (
        ("装备基地", "远帆重工有限公司", 52000, None, date(2024, 12, 5), "2025-03-18"),
        ("技改", "云泽纺织", "0.65亿元", None, "20250412", "尚未开工"),
        ("总计", None, 58500),
    )
    for at, told in enumerate(listed, 6):
        for column, shown in enumerate(told, 2):
            sheet.cell(at, column, shown)
    return book


def _imported(browser: Client, unit: OrgUnit, book: Workbook) -> str:
    made = BytesIO()
    book.save(made)
    file = BytesIO(made.getvalue())
    file.name = "台账2025.xlsx"
    answer = browser.post("/projects/import/take", {"sheet": file, "unit": unit.pk})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.latest("pk")
    at = f"/projects/import/{batch.pk}"
    if "人民币（万元）" in "".join(batch.heads):
        # Which of two sums is meant a clerk says.
        columns = {f"column-{key}": name for key, name in batch.mapping.items()}
        told = next(k for k, head in enumerate(batch.heads) if "人民币" in head)
        assert batch.mapping.get(str(told)) in ("amount", None), columns
    page = browser.get(at).content.decode()
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    answer = browser.post(f"{at}/run", {"seal": seal, "leaves_bad": "on"})
    assert answer.status_code == 302, re.sub(r"<[^>]+>", " ", page)[-1500:]
    return page


def _gates(name: str) -> list[tuple[str, str, str]]:
    rows = Passage.objects.filter(project__name=name).order_by("pk")
    return [(one.gate, str(one.day), one.precision) for one in rows]


def test_headings_two_deep_loose_numbers_and_strokes(as_clerk: Client, town: OrgUnit) -> None:
    page = _imported(as_clerk, town, _of_two_rows())
    told = {one.name: one for one in Project.objects.all()}
    assert set(told) == {"主轴项目", "阀门项目", "壳体项目"}
    assert (told["主轴项目"].amount, told["主轴项目"].yuan) == ("约3.2亿元", Decimal(320_000_000))
    assert (told["主轴项目"].fixed_yuan, told["主轴项目"].mu) == (Decimal(250_000_000), Decimal(60))
    assert told["阀门项目"].investors == "云泽阀门有限公司"
    assert (told["阀门项目"].fixed_yuan, told["阀门项目"].land) == (Decimal(86_000_000), "")
    assert (told["壳体项目"].yuan, told["壳体项目"].fixed) == (Decimal(50_000_000), "")
    assert told["壳体项目"].square_metres == 12000
    assert _gates("主轴项目") == [("A2", "2025-03-15", "day"), ("C1", "2025-09-01", "month")]
    assert _gates("阀门项目") == [("A2", "2025-03-15", "day")]
    assert _gates("壳体项目") == [("A2", "2025-01-01", "year")]
    assert "没有说哪一天" in page


def test_a_cell_that_says_its_own_scale_is_not_scaled_twice(
    as_clerk: Client, town: OrgUnit
) -> None:
    _imported(as_clerk, town, _of_talks())
    told = {one.name: (one.amount, one.comes_from) for one in Project.objects.all()}
    assert told == {
        "齿轮项目": ("12000万元", "江苏苏州"),
        "储能项目": ("3-5亿元", "北京"),
        "注塑件项目": ("800万美元", "浙江宁波"),
    }


def test_headings_that_are_merged_downwards_are_no_row(as_clerk: Client, town: OrgUnit) -> None:
    _imported(as_clerk, town, _of_a_store())
    told = {one.name: one.investors for one in Project.objects.all()}
    assert told == {"装备基地": "远帆重工有限公司", "技改": "云泽纺织"}
    assert _gates("技改") == [("A2", "2025-04-12", "day")]
