"""Excel: every sheet of a .xlsx in its order, cells as shown, formulas by their kept results.

The parts are read directly: number formats, merged cells and hidden sheets are all needed, and
ledgers saved by WPS often hold style parts that stricter libraries refuse.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yinfeng.intake.format import Format, Found, Origin, Unreadable
from yinfeng.intake.grid import Merge, one_line
from yinfeng.intake.manuscript import Manuscript
from yinfeng.intake.office import Package, is_package, relation_id
from yinfeng.intake.sheets import Sheet, set_sheets
from yinfeng.intake.shown import BUILT_IN, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _VALUE, _FORMULA = _S + "row", _S + "c", _S + "v", _S + "f"
_TEXT, _RUN, _INLINE, _ITEM = _S + "t", _S + "r", _S + "is", _S + "si"


def _recognises(data: bytes, _origin: Origin) -> bool:
    return is_package(data, "xl/")


def _read(data: bytes, origin: Origin) -> Iterator[Found]:
    package = Package(data)
    main = package.main_part() or "xl/workbook.xml"
    root = package.xml(main)
    if root is None:
        raise Unreadable("damaged", "Excel 文件里找不到工作表。请用 Excel 或 WPS 另存一份再导入。")
    book = _Book(package, main, root)
    manuscript = Manuscript()
    set_sheets(manuscript, book.sheets())
    for note in book.notes:
        manuscript.note(note)
    if not manuscript.length and any("已损坏" in note for note in book.notes):
        raise Unreadable("damaged", "工作表已损坏，无法读取。请用 Excel 或 WPS 另存一份再导入。")
    yield manuscript.document(
        origin,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        title=package.title(),
        saved=package.saved(),
    )


@dataclass
class _Book:
    """A workbook: its strings and number formats, and its sheets one at a time."""

    package: Package
    main: str
    root: "_Element"
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        targets = dict(self.package.relations(self.main).values())
        self._strings = _strings(self.package.xml(targets.get("sharedStrings", "")))
        self._formats = _formats(self.package.xml(targets.get("styles", "")))
        settings = self.root.find(_S + "workbookPr")
        flag = settings.get("date1904", "0") if settings is not None else "0"
        self._from_1904 = flag in ("1", "true")

    def sheets(self) -> Iterator[Sheet]:
        """The sheets that a person sees, in their order."""
        relations = self.package.relations(self.main)
        for sheet in self.root.iter(_S + "sheet"):
            name = sheet.get("name", "")
            kind, target = relations.get(relation_id(sheet), ("", ""))
            if sheet.get("state", "visible") != "visible":
                self.notes.append(f"隐藏的工作表“{name}”没有读取")
            elif kind == "worksheet":
                root = self.package.sound(target)
                if root is None:
                    self.notes.append(f"工作表“{name}”已损坏，没有读取")
                else:
                    yield Sheet(name, dict(self._cells(root)), tuple(_merges(root)))

    def _cells(self, root: "_Element") -> Iterator[tuple[tuple[int, int], str]]:
        row = -1
        for line in root.iter(_ROW):
            number = line.get("r", "")
            row, column = int(number) - 1 if number.isdecimal() else row + 1, -1
            for cell in line.iterchildren(_CELL):
                reference = cell.get("r")
                column = _column(reference) if reference else column + 1
                if words := self._words(cell):
                    yield (row, column), words

    def _words(self, cell: "_Element") -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return one_line(_text(cell.find(_INLINE)))
        value = cell.findtext(_VALUE)
        if not value:
            if cell.find(_FORMULA) is not None:
                self.notes.append("有公式没有保存计算结果，请用 Excel 打开保存后再导入")
            return ""
        if kind == "s":
            at = int(value) if value.strip().isdecimal() else -1
            return self._strings[at] if 0 <= at < len(self._strings) else ""
        if kind == "b":
            return "是" if value == "1" else "否"
        return self._number(cell, value) if kind == "n" else one_line(value)

    def _number(self, cell: "_Element", value: str) -> str:
        style = cell.get("s", "0")
        at = int(style) if style.isdecimal() else 0
        code = self._formats[at] if at < len(self._formats) else ""
        try:
            return shown(float(value), code, from_1904=self._from_1904)
        except ValueError:
            return one_line(value)


def _strings(root: "_Element | None") -> list[str]:
    return [one_line(_text(item)) for item in root.iterchildren(_ITEM)] if root is not None else []


def _text(item: "_Element | None") -> str:
    """The words of a string, its runs joined, phonetic readings left out."""
    if item is None:
        return ""
    pieces = []
    for child in item.iterchildren(_TEXT, _RUN):
        pieces.append((child.text if child.tag == _TEXT else child.findtext(_TEXT)) or "")
    return "".join(pieces)


def _formats(root: "_Element | None") -> list[str]:
    """The number format of each cell style."""
    if root is None:
        return []
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter(_S + "numFmt")}
    styles = root.find(_S + "cellXfs")
    keys = [one.get("numFmtId", "0") for one in styles.iterchildren()] if styles is not None else []
    return [own.get(key) or BUILT_IN.get(int(key) if key.isdecimal() else 0, "") for key in keys]


def _merges(root: "_Element") -> Iterator[Merge]:
    for merge in root.iter(_S + "mergeCell"):
        first, _, last = merge.get("ref", "").partition(":")
        top, bottom = _row(first), _row(last)
        if last and 0 <= top <= bottom:
            yield Merge(top, _column(first), bottom, _column(last))


def _column(reference: str) -> int:
    """The column of a cell reference, counted from nought: C5 is 2."""
    column = 0
    for letter in reference.rstrip("0123456789").replace("$", "").upper()[:4]:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _row(reference: str) -> int:
    digits = reference.replace("$", "").lstrip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    )
    return int(digits) - 1 if digits.isdecimal() else -1


XLSX = Format("Excel 工作簿", _recognises, _read)
