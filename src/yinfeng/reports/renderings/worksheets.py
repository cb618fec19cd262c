"""One sheet of a workbook: which cells may be written, and a value put into one."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from yinfeng.reports.renderings.package import BadSheet, Package, parsed, printable

_LETTERS = 26
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
# Formats of days that every workbook knows, and what shows that one of its own is such.
_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(50, 59)})
_OF_DAYS = re.compile(r"[yd]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def at(cell: str) -> tuple[int, int]:
    """The row and the column of a cell, from 1: C5 is (5, 3)."""
    match = _CELL.fullmatch(cell)
    if match is None:
        raise BadSheet(f"“{cell}”不是单元格")
    column = 0
    for letter in match[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]), column


def corner(cell: str, down: int, right: int) -> str:
    """The cell so many rows below and columns to the right."""
    row, column = at(cell)
    row, column, letters = row + down, column + right, ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def lies_in(cell: str, ranges: str) -> bool:
    """Whether the cell lies in one of the ranges: B2:D4 F6."""
    row, column = at(cell)
    for one in ranges.split():
        first, _, last = one.partition(":")
        top, left = at(first)
        bottom, right = at(last or first)
        if top <= row <= bottom and left <= column <= right:
            return True
    return False


@dataclass(eq=False, slots=True)
class Worksheet:
    """A sheet as a tree."""

    path: str
    root: etree._Element
    unlocked: frozenset[int]
    dated: frozenset[int]

    @classmethod
    def read(cls, package: Package, path: str) -> "Worksheet":
        """The sheet at this place of the package."""
        return cls(path, parsed(package.parts[path]), _unlocked(package), _dated(package))

    def tag(self, name: str) -> str:
        """The full name of an element."""
        return f"{{{etree.QName(self.root).namespace}}}{name}"

    def cell(self, called: str) -> etree._Element | None:
        """The cell, where the sheet has it."""
        number = str(at(called)[0])
        for row in self.root.iter(self.tag("row")):
            if row.get("r") == number:
                return next((one for one in row if one.get("r") == called), None)
        return None

    def refuse_unless_open(self, called: str) -> None:
        """Refuse a cell with a formula, inside a merged one, or locked."""
        for merged in self.root.iter(self.tag("mergeCell")):
            ranged = merged.get("ref", "")
            first = ranged.partition(":")[0]
            if called != first and lies_in(called, ranged):
                raise BadSheet(f"{called}在合并单元格{ranged}里，请写它的左上角{first}")
        cell = self.cell(called)
        if self._has_formula(called, cell):
            raise BadSheet(f"{called}是公式，填了会把公式冲掉；请改填公式引用的单元格")
        told = self.root.find(self.tag("sheetProtection"))
        if told is not None and told.get("sheet") in ("1", "true"):
            style = int(cell.get("s", "0")) if cell is not None else 0
            if style not in self.unlocked:
                raise BadSheet(f"{called}在保护的工作表里被锁定，不能填")

    def put(self, called: str, value: Decimal | int | str | date, *, is_1904: bool) -> None:
        """Put a value into the cell; its look stays."""
        cell = self.cell(called)
        cell = self._new(called) if cell is None else cell
        for old in list(cell):
            cell.remove(old)
        cell.attrib.pop("t", "")
        if isinstance(value, date) and int(cell.get("s", "0")) not in self.dated:
            # In a cell that shows no days a day would be read as 46112.
            value = f"{value.year}年{value.month}月{value.day}日"
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            words = etree.SubElement(etree.SubElement(cell, self.tag("is")), self.tag("t"))
            words.text = printable(value)
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        else:
            number = serial(value, is_1904=is_1904) if isinstance(value, date) else value
            plain = f"{number:f}" if isinstance(number, Decimal) else str(number)
            etree.SubElement(cell, self.tag("v")).text = plain

    def forget_results(self) -> bool:
        """Take out what formulas came to; whether there was anything."""
        found = False
        for cell in self.root.iter(self.tag("c")):
            results = cell.findall(self.tag("v"))
            if cell.find(self.tag("f")) is not None and results:
                for result in results:
                    cell.remove(result)
                cell.attrib.pop("t", "")
                found = True
        return found

    def written(self) -> bytes:
        """The sheet as bytes."""
        return bytes(
            etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        )

    def _has_formula(self, called: str, cell: etree._Element | None) -> bool:
        if cell is not None and cell.find(self.tag("f")) is not None:
            return True
        arrays = (
            one.get("ref", "") for one in self.root.iter(self.tag("f")) if one.get("t") == "array"
        )
        return any(ranged and lies_in(called, ranged) for ranged in arrays)

    def _new(self, called: str) -> etree._Element:
        row = self._row(at(called)[0])
        column = at(called)[1]
        cell = etree.Element(self.tag("c"), r=called)
        if style := row.get("s") or self._style_of(column):
            cell.set("s", style)
        later = [one for one in row if at(one.get("r", "A1"))[1] > column]
        row.insert(row.index(later[0]) if later else len(row), cell)
        return cell

    def _row(self, number: int) -> etree._Element:
        cells = self.root.find(self.tag("sheetData"))
        if cells is None:
            raise BadSheet("工作表没有单元格，可能是图表页")
        for row in cells:
            if row.get("r") == str(number):
                return row
        fresh = etree.Element(self.tag("row"), r=str(number))
        later = [row for row in cells if int(row.get("r", "0")) > number]
        cells.insert(cells.index(later[0]) if later else len(cells), fresh)
        return fresh

    def _style_of(self, column: int) -> str:
        for one in self.root.iter(self.tag("col")):
            if int(one.get("min", "0")) <= column <= int(one.get("max", "0")):
                return one.get("style", "")
        return ""


def serial(day: date, *, is_1904: bool) -> int:
    """A day as a workbook counts it."""
    return (day - (date(1904, 1, 1) if is_1904 else date(1899, 12, 30))).days


def _unlocked(package: Package) -> frozenset[int]:
    """The numbers of the looks that a protected sheet leaves open."""
    styles = package.part("styles")
    if styles is None:
        return frozenset()
    root = parsed(styles)
    looks = root.find(f"{{{etree.QName(root).namespace}}}cellXfs")
    found = set()
    for number, look in enumerate(looks if looks is not None else ()):
        told = look.find(f"{{{etree.QName(root).namespace}}}protection")
        if told is not None and told.get("locked") in ("0", "false"):
            found.add(number)
    return frozenset(found)


def _dated(package: Package) -> frozenset[int]:
    """The numbers of the looks that show a number as a day."""
    styles = package.part("styles")
    if styles is None:
        return frozenset()
    root = parsed(styles)
    space = etree.QName(root).namespace
    own = {
        one.get("numFmtId", "")
        for one in root.iter(f"{{{space}}}numFmt")
        if _OF_DAYS.search(_QUOTED.sub("", one.get("formatCode", "")))
    }
    looks = root.find(f"{{{space}}}cellXfs")
    kinds = [one.get("numFmtId", "0") for one in looks] if looks is not None else []
    return frozenset(at for at, kind in enumerate(kinds) if kind in own or int(kind) in _DAYS)
