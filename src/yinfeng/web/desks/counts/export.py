"""A count as a workbook: one sheet of the projects counted, one of those left out with the rule."""

from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter

from yinfeng.judgement.counting import ProjectRow, Tally
from yinfeng.web.desks.counts.counting import YI, Question

_COUNTED = ("项目", "投资方", "日期", "总投资（亿元）", "原币", "原币金额", "折算汇率", "规模")
_LEFT = ("项目", "投资方", "总投资（亿元）", "原币", "原币金额", "规则", "为什么未计")


def workbook(tally: Tally, asked: Question, by: str, now: str) -> IO[bytes]:
    """The workbook of one count, at its beginning."""
    file = TemporaryFile()  # noqa: SIM115
    book = xlsxwriter.Workbook(file, {"strings_to_urls": False, "strings_to_formulas": False})
    head = book.add_format({"bold": True, "bg_color": "#EEF0F2", "text_wrap": True})
    band_of = tally.largest_classes()
    counted: list[tuple[object, ...]] = [
        (
            *(row.name, row.investor, tally.days[row.key]),
            *_exchanged(tally, row),
            band_of.get(row.key, "不分档"),
        )
        for row in tally.rows
    ]
    counted += [
        (row.name, row.investor, tally.days[row.key], *_exchanged(tally, row), "增资，只计金额")
        for row in tally.increases
    ]
    left = [
        (one.row.name, one.row.investor, *_money(one.row), one.rule, one.says)
        for one in tally.left_out
    ]
    _sheet(book.add_worksheet("计入"), head, _COUNTED, counted)
    _sheet(book.add_worksheet("未计入"), head, _LEFT, left)
    _sheet(book.add_worksheet("说明"), head, ("项目", "内容"), _about(tally, asked, by, now))
    book.close()
    file.seek(0)
    return file


def _sheet(sheet: Any, head: Any, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(heads) - 1, 18)
    for at, says in enumerate(heads):
        sheet.write_string(0, at, says, head)
    for line, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_string(line, at, value.isoformat())
            elif isinstance(value, float):
                sheet.write_number(line, at, value)
            else:
                sheet.write_string(line, at, str(value))


def _money(row: ProjectRow) -> tuple[object, ...]:
    yuan: object = float(row.yuan / YI) if row.yuan is not None else ""
    money: object = float(row.money) if row.money is not None else ""
    return yuan, row.currency, money


def _exchanged(tally: Tally, row: ProjectRow) -> tuple[object, ...]:
    """The money of a counted row; what was exchanged says by which rate."""
    yuan, currency, money = _money(row)
    found = tally.exchanged.get(row.key)
    if found is None:
        return yuan, currency, money, ""
    rate = found.rate
    says = f"1{rate.currency}={rate.yuan}元（{rate.since}，{rate.basis}）"
    return float(found.yuan / YI), currency, money, says


def _about(tally: Tally, asked: Question, by: str, now: str) -> list[tuple[object, ...]]:
    bands = "包含" if tally.measure.bands == "nested" else "不包含"
    return [
        ("统计", tally.measure.says),
        ("时段", f"{asked.start}至{asked.last}"),
        ("单位", str(asked.unit or "本人可见的全部单位")),
        ("截至", str(asked.as_of or "现在")),
        ("口径版本", tally.version),
        ("规模分档", f"上一档{bands}在下一档内"),
        ("计入", f"{tally.count}个，合计{tally.yuan / YI}亿元"),
        (
            "按份额",
            f"折合{tally.credit.normalize():f}个" if tally.is_shared else "没有流转分计的项目",
        ),
        ("未计入", f"{len(tally.left_out)}个"),
        ("导出", f"{by} {now}"),
    ]
