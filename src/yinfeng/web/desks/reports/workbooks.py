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
# How many characters a page takes in a line, upright and crosswise, at a size that can be read.
_CHARS = 88
_CROSS = 112
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
    _paper(sheet, report, "", landscape=False)
    # A single column as wide as the page would be cut, not shrunk, by some programs.
    widths = [_CHARS / 4] * 4
    sheet.set_column(0, len(widths) - 1, widths[0])
    sheet.merge_range(0, 0, 0, len(widths) - 1, report.title, looks["title"])
    lines = [f"{report.office}　{number}　{chinese_day(report.day)}", replaces, report.summary]
    counted = [f"{one.title}：{len(one.lines)}项" for one in report.sections]
    for at, says in enumerate(filter(None, [*lines, *counted, *report.foot]), 1):
        _across(sheet, at, says, widths, looks)


def _section(sheet: Any, section: Section, report: Report, looks: dict[str, Any]) -> None:
    _paper(sheet, report, section.title, landscape=True)
    whole = sum(section.widths)
    widths = [max(width * _CROSS / whole, 6) for width in section.widths]
    for at, (head, width) in enumerate(zip(section.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, looks["head"])
    last = len(section.columns)
    sheet.set_column(last, last, 10)
    sheet.write_string(0, last, _SOURCES, looks["head"])
    sheet.set_row(0, _height(section.columns, widths))
    _head_stays(sheet)
    for row, line in enumerate(section.lines, 1):
        _line(sheet, row, line, report, looks)
        sheet.set_row(row, _height([cell.says for cell in line.cells], widths))
    end = len(section.lines) + 1
    if not section.lines:
        _across(sheet, 1, section.empty, [*widths, 10], looks)
    if section.note:
        _across(sheet, end + 1, section.note, [*widths, 10], looks)


def _across(
    sheet: Any, row: int, says: str, widths: Sequence[float], looks: dict[str, Any]
) -> None:
    """A sentence over the whole width of the table, as many lines high as it takes."""
    sheet.merge_range(row, 0, row, len(widths) - 1, says, looks["text"])
    sheet.set_row(row, _height([says], [sum(widths)]))


def _head_stays(sheet: Any) -> None:
    """The head stands on each page that is printed, and stays while one scrolls."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


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
    _paper(sheet, report, _SOURCES, landscape=True)
    _head_stays(sheet)
    for at, (head, width) in enumerate((("序号", 6), ("来源", 40), ("原话", 84))):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, looks["head"])
    for number, source in enumerate(report.sources, 1):
        sheet.write_number(number, 0, number, looks["cell"])
        sheet.write_string(number, 1, citation(source), looks["cell"])
        words = whole_excerpt(source)
        sheet.write_string(number, 2, words, looks["cell"])
        sheet.set_row(number, _height([citation(source), words], [40, 84]))


def _paper(sheet: Any, report: Report, title: str, *, landscape: bool) -> None:
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.65)
    sheet.fit_to_pages(1, 0)
    sheet.print_black_and_white()
    if title:
        says = f"{report.office} {report.title}　{title}"
        sheet.set_header(f"&L{says.replace('&', '&&')[:200]}&R{chinese_day(report.day)}")
    sheet.set_footer("&C第 &P 页，共 &N 页")
    if landscape:
        sheet.set_landscape()


def _height(says: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row must be for its longest cell; a Chinese character is two wide.

    Fonts differ in width from one program to the next, so a tenth is kept free.
    """
    lines = (
        sum(
            max(-(-sum(1 if sign.isascii() else 2 for sign in part) // max(int(width * 0.9), 2)), 1)
            for part in words.split("\n")
        )
        for words, width in zip(says, widths, strict=True)
    )
    return _LINE * max(1, *lines)


def _name(title: str, taken: set[str]) -> str:
    name = _BARRED.sub(" ", title)[:28]
    while name in taken:
        name += "续"
    taken.add(name)
    return name
