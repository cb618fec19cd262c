"""An issue as a workbook: a front sheet, a sheet a section, and the sources with their numbers."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from yinfeng.reports.renderings.excerpts import citation, whole_excerpt
from yinfeng.reports.report import Line, Report, Section, chinese_day

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?")
_BARRED = re.compile(r"[\[\]:*?/\\]")
_CHARS = 92
_LINE = 15
_SOURCES = "出处"


def workbook(report: Report, number: str, replaces: str) -> bytes:
    """The bytes of the workbook; *replaces* says which issue it puts right, if any."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_urls": False})
    # The file must be the same whenever it is made.
    day = report.day
    made = datetime(day.year, day.month, day.day)
    book.set_properties({"title": report.title, "author": report.office, "created": made})
    looks = _looks(book)
    _front(book.add_worksheet("首页"), report, number, replaces, looks)
    taken = {"首页", _SOURCES}
    for section in report.sections:
        sheet = book.add_worksheet(_name(section.title, taken))
        _section(sheet, section, report, looks)
    _sources(book.add_worksheet(_SOURCES), report, looks)
    book.close()
    return written.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "head": book.add_format({**wrapped, "bold": True, "border": 1, "bg_color": "#EEEEEE"}),
        "cell": book.add_format({**wrapped, "border": 1}),
        "text": book.add_format(wrapped),
    }


def _front(sheet: Any, report: Report, number: str, replaces: str, looks: dict[str, Any]) -> None:
    _paper(sheet, landscape=False)
    sheet.set_column(0, 0, _CHARS)
    sheet.write_string(0, 0, report.title, looks["title"])
    lines = [f"{report.office}　{number}　{chinese_day(report.day)}", replaces, report.summary]
    counted = [f"{one.title}：{len(one.lines)}项" for one in report.sections]
    for at, says in enumerate(filter(None, [*lines, *counted, *report.foot]), 1):
        sheet.write_string(at, 0, says, looks["text"])


def _section(sheet: Any, section: Section, report: Report, looks: dict[str, Any]) -> None:
    _paper(sheet, landscape=True)
    whole = sum(section.widths)
    for at, (head, width) in enumerate(zip(section.columns, section.widths, strict=True)):
        sheet.set_column(at, at, max(width * 120 / whole, 6))
        sheet.write_string(0, at, head, looks["head"])
    last = len(section.columns)
    sheet.set_column(last, last, 10)
    sheet.write_string(0, last, _SOURCES, looks["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    widths = [max(width * 120 / whole, 6) for width in section.widths]
    for row, line in enumerate(section.lines, 1):
        _line(sheet, row, line, report, looks)
        sheet.set_row(row, _height([cell.says for cell in line.cells], widths))
    end = len(section.lines) + 1
    if not section.lines:
        sheet.write_string(1, 0, section.empty, looks["text"])
    if section.note:
        sheet.write_string(end + 1, 0, section.note)


def _line(sheet: Any, row: int, line: Line, report: Report, looks: dict[str, Any]) -> None:
    for at, cell in enumerate(line.cells):
        if _NUMBER.fullmatch(cell.says):
            sheet.write_number(row, at, float(cell.says), looks["cell"])
        else:
            sheet.write_string(row, at, cell.says, looks["cell"])
    numbers = report.numbers
    told = sorted({numbers[source.around] for source in line.sources})
    says = "、".join(map(str, told))
    if told:
        place = f"internal:'{_SOURCES}'!A{told[0] + 1}"
        sheet.write_url(row, len(line.cells), place, looks["cell"], says)
    else:
        sheet.write_string(row, len(line.cells), "", looks["cell"])


def _sources(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    _paper(sheet, landscape=True)
    for at, (head, width) in enumerate((("序号", 6), ("来源", 40), ("原话", 84))):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, looks["head"])
    for number, source in enumerate(report.sources, 1):
        sheet.write_number(number, 0, number, looks["cell"])
        sheet.write_string(number, 1, citation(source), looks["cell"])
        words = whole_excerpt(source)
        sheet.write_string(number, 2, words, looks["cell"])
        sheet.set_row(number, _height([citation(source), words], [40, 84]))


def _paper(sheet: Any, *, landscape: bool) -> None:
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_black_and_white()
    sheet.set_footer("&C&P / &N")
    if landscape:
        sheet.set_landscape()


def _height(says: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row must be for its longest cell; a Chinese character is two wide."""
    lines = (
        -(-sum(1 if sign.isascii() else 2 for sign in words) // max(int(width) - 1, 1))
        for words, width in zip(says, widths, strict=True)
    )
    return _LINE * max(1, *lines)


def _name(title: str, taken: set[str]) -> str:
    name = _BARRED.sub(" ", title)[:28]
    while name in taken:
        name += "续"
    taken.add(name)
    return name
