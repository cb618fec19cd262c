"""Old Excel: .xls, and .et of WPS, which has the same inside.

Number formats and merged cells are read too, so that a percentage stays one.
"""

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.grid import Merge, Place, one_line
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.ole import holds
from yinfeng.intake.sheets import Sheet, set_sheets
from yinfeng.intake.shown import shown

if TYPE_CHECKING:
    from xlrd import Book  # type: ignore[import-untyped]
    from xlrd.sheet import Sheet as Rows  # type: ignore[import-untyped]

_LOCKED = "表格设了密码，无法读取。请取消密码后另存一份再导入。"


def _recognises(data: bytes, _origin: Origin) -> bool:
    return holds(data, "Workbook", "Book")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    book = _book(data)
    manuscript = Manuscript()
    set_sheets(manuscript, _sheets(book, manuscript))
    yield manuscript.document(origin, "application/vnd.ms-excel")


def _book(data: bytes) -> "Book":
    import xlrd

    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=io.StringIO(), on_demand=True
        )
    except xlrd.XLRDError as failure:
        if "encrypted" in str(failure).lower():
            raise Unreadable("encrypted", _LOCKED) from failure
        raise


def _sheets(book: "Book", manuscript: Manuscript) -> Iterator[Sheet]:
    for at in range(book.nsheets):
        rows = book.sheet_by_index(at)
        if rows.visibility:
            manuscript.note(f"隐藏的工作表“{rows.name}”没有读取")
            continue
        merges = (
            Merge(top, left, below - 1, right - 1) for top, below, left, right in rows.merged_cells
        )
        yield Sheet(rows.name, _cells(book, rows), tuple(merges))
        book.unload_sheet(at)


def _cells(book: "Book", rows: "Rows") -> Mapping[Place, str]:
    cells: dict[Place, str] = {}
    for row in range(rows.nrows):
        for column in range(rows.row_len(row)):
            if words := _words(book, rows, row, column):
                cells[row, column] = words
    return cells


def _words(book: "Book", rows: "Rows", row: int, column: int) -> str:
    import xlrd

    cell = rows.cell(row, column)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return one_line(cell.value)
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        key = book.xf_list[cell.xf_index].format_key
        code = book.format_map[key].format_str if key in book.format_map else ""
        return shown(cell.value, code, from_1904=bool(book.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "是" if cell.value else "否"
    return ""


XLS = Format("旧版 Excel 工作簿", _recognises, _read)
