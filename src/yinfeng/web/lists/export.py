"""A list as a workbook or as CSV: the rows, columns, order and masking that the page shows.

A figure that is proved opens the sheet 依据, where its words stand; the sheet 说明 says what was
asked, of which day, by whom and when.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils import timezone

from yinfeng.web.lists.asking import Asked
from yinfeng.web.lists.columns import Cell, Column, Kind, exported
from yinfeng.web.lists.sheets import Row, every_row

_PEEK = 200
_NARROW, _WIDE = 8, 46
# What a program for tables takes for a formula when it stands first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Excel takes no more links a sheet, and no figure of more digits.
_LINKS = 60_000
_DIGITS = 15
_PROOFS, _ABOUT = "依据", "说明"


def csv_lines(asked: Asked) -> Iterator[str]:
    """The list line by line, readable by Excel and WPS; proofs stand beside their figures."""
    line = csv.writer(_Echo())
    yield "\ufeff" + line.writerow(_csv_heads(asked.shown))
    for row in every_row(asked):
        yield line.writerow(_csv_cells(asked.shown, row.cells))


def workbook(asked: Asked, now: datetime) -> IO[bytes]:
    """The list as a file of Excel, at its beginning."""
    file = TemporaryFile()  # noqa: SIM115
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False})
    _Book(book, asked).write(now)
    book.close()
    file.seek(0)
    return file


class _Echo:
    """Gives back what a writer of CSV writes."""

    def write(self, line: str) -> str:
        return line


class _Book:
    """The sheets of one export."""

    def __init__(self, book: Any, asked: Asked) -> None:
        self._book, self._asked = book, asked
        title = "".join(" " if sign in "[]:*?/\\" else sign for sign in asked.listing.title)
        self._rows = book.add_worksheet(title[:31])
        self._proofs = book.add_worksheet(_PROOFS) if any(c.proof for c in asked.shown) else None
        self._about = book.add_worksheet(_ABOUT)
        self._head = book.add_format({"bold": True, "bg_color": "#EEF0F2", "text_wrap": True})
        self._looks: dict[str, Any] = {}
        self._proof = 0

    def write(self, now: datetime) -> None:
        """Everything, row by row."""
        rows = every_row(self._asked)
        first = list(islice(rows, _PEEK))
        self._write_heads(first)
        count = 0
        for count, row in enumerate(chain(first, rows), 1):
            for at, (column, cell) in enumerate(zip(self._asked.shown, row.cells, strict=True)):
                self._write_cell(count, at, column, cell, row.label)
        if self._asked.shown:
            self._rows.autofilter(0, 0, max(count, 1), len(self._asked.shown) - 1)
        self._write_about(now, count)

    def _write_heads(self, rows: Sequence[Row]) -> None:
        self._rows.freeze_panes(1, 1)
        for at, column in enumerate(self._asked.shown):
            widest = max([_width(column.title), *(_width(row.cells[at].says) for row in rows)])
            self._rows.set_column(at, at, min(max(widest + 2, _NARROW), _WIDE))
            self._rows.write_string(0, at, column.title, self._head)
        if self._proofs:
            self._proofs.freeze_panes(1, 0)
            for at, (head, width) in enumerate(
                (("所在行", 24), ("项目", 14), ("数值", 14), ("原话", 70), ("出处", 40))
            ):
                self._proofs.set_column(at, at, width)
                self._proofs.write_string(0, at, head, self._head)

    def _write_cell(self, row: int, at: int, column: Column, cell: Cell, label: str) -> None:
        link = self._write_proof(row, column, cell, label) if cell.proof else ""
        value, look = exported(cell.value), self._look(column, cell)
        if link:
            self._rows.write_url(row, at, link, look, cell.says)
        if isinstance(value, datetime):
            self._rows.write_datetime(row, at, value, look)
        elif value is None or value == "":
            self._rows.write_blank(row, at, None, look)
        elif _is_number(value):
            self._rows.write_number(row, at, float(str(value)), look)
        elif column.kind is Kind.DATE and not isinstance(value, str):
            self._rows.write_datetime(row, at, value, look)
        else:
            self._rows.write_string(row, at, cell.says, look)

    def _write_proof(self, row: int, column: Column, cell: Cell, label: str) -> str:
        assert cell.proof is not None
        assert self._proofs is not None
        self._proof += 1
        says = (f"第{row + 1}行 {label}", column.label, cell.says, *cell.proof[:2])
        for at, words in enumerate(says):
            self._proofs.write_string(self._proof, at, words)
        linkable = self._proof < _LINKS
        return f"internal:'{_PROOFS}'!A{self._proof + 1}" if linkable else ""

    def _look(self, column: Column, cell: Cell) -> Any:
        places = _places(cell.value) if column.kind is Kind.NUMBER else 0
        pattern = {
            Kind.NUMBER: "#,##0" + ("." + "0" * places if places else ""),
            Kind.DATE: "yyyy-mm-dd",
            Kind.MOMENT: "yyyy-mm-dd hh:mm",
        }.get(column.kind, "@")
        if pattern not in self._looks:
            self._looks[pattern] = self._book.add_format({"num_format": pattern, "valign": "top"})
        return self._looks[pattern]

    def _write_about(self, now: datetime, count: int) -> None:
        self._about.set_column(0, 0, 14)
        self._about.set_column(1, 1, 70)
        for at, (label, says) in enumerate(about(self._asked, now, count)):
            self._about.write_string(at, 0, label, self._head)
            self._about.write_string(at, 1, says)


def about(asked: Asked, now: datetime, count: int) -> Iterator[tuple[str, str]]:
    """What was asked, of which day, by whom and when."""
    yield "清单", asked.listing.title
    yield "截至", asked.as_of.isoformat() if asked.as_of else "导出时"
    for chip in asked.chips:
        yield f"筛选：{chip.label}", chip.says
    if not asked.chips:
        yield "筛选", "无"
    yield "行数", str(count)
    yield "导出人", f"{asked.user.unit} {asked.user.name}"
    yield "导出时间", f"{timezone.localtime(now):%Y-%m-%d %H:%M}"


def _csv_heads(columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        yield column.title
        if column.proof:
            yield f"{column.label}依据"


def _csv_cells(columns: Iterable[Column], cells: Iterable[Cell]) -> Iterator[str]:
    for column, cell in zip(columns, cells, strict=True):
        value = exported(cell.value)
        yield cell.says.replace(",", "") if _is_number(value) else _harmless(cell.says)
        if column.proof:
            yield _harmless(f"“{cell.proof.quote}”（{cell.proof.source}）") if cell.proof else ""


def _harmless(words: str) -> str:
    """Words that no program takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return len(f"{value}".replace(".", "").strip("-0")) <= _DIGITS


def _places(value: object) -> int:
    _, _, behind = f"{value}".partition(".")
    return len(behind.rstrip("0")) if behind.isdecimal() else 0


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
