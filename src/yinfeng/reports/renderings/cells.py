"""A superior's workbook filled cell by cell: `项目表!C5` gets a value, a sheet what proves it.

Only the cells that are named are written, in the package as it came: every chart, picture, macro,
validation, merged head and formula stays where it was, byte for byte. What cannot be filled
without loss (a signature, a formula, half of a merged cell, a value that a validation forbids) is
refused in a sentence. Results of formulas are taken out, so that no stale sum is read.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from lxml import etree

from yinfeng.reports.renderings.package import BadSheet, Package, opened, parsed
from yinfeng.reports.renderings.validations import forbids
from yinfeng.reports.renderings.worksheets import Worksheet

Value: TypeAlias = Decimal | int | str | date | None

PROOFS = "填报依据"
_PLACE = re.compile(r"(?P<sheet>.+)!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9]\d{0,6})")
_LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Filling:
    """One cell: where, what stands there, what the office calls it, and the lines that prove it."""

    place: str
    value: Value
    says: str = ""
    proofs: tuple[str, ...] = ()

    @property
    def sheet(self) -> str:
        """The name of the sheet."""
        return _parts(self.place)[0]

    @property
    def cell(self) -> str:
        """The cell of the sheet: C5."""
        return _parts(self.place)[1]


def filled_workbook(template: bytes, fillings: Sequence[Filling]) -> bytes:
    """The workbook with these cells filled, and a sheet of what proves each."""
    package = opened(template)
    sheets = _sheets(package, fillings)
    for filling in fillings:
        _fill(package, sheets[filling.sheet], filling)
    for path in package.worksheets.values():
        sheet = next((one for one in sheets.values() if one.path == path), None)
        sheet = sheet or Worksheet.read(package, path)
        if sheet.forget_results() or sheet in sheets.values():
            package.parts[path] = sheet.written()
    package.reckon_on_opening()
    _add_proofs(package, fillings)
    made = package.written()
    _refuse_losses(template, made, fillings)
    return made


def check_places(template: bytes, places: Sequence[str]) -> None:
    """Refuse a table of cells that the workbook cannot take."""
    package = opened(template)
    fillings = [Filling(place, None) for place in places]
    if twice := {one for one in places if list(places).count(one) > 1}:
        raise BadSheet(f"同一格写了两次：{'、'.join(sorted(twice))}")
    sheets = _sheets(package, fillings)
    for filling in fillings:
        sheets[filling.sheet].refuse_unless_open(filling.cell)
    if package.is_locked:
        raise BadSheet("这份表锁定了工作簿结构，加不上填报依据页。请上级提供未锁定的表")


def _parts(place: str) -> tuple[str, str]:
    match = _PLACE.fullmatch(place.strip())
    if match is None:
        raise BadSheet(f"“{place}”不是单元格，要写成“表名!C5”")
    return match["sheet"].strip("'"), f"{match['column']}{match['row']}"


def _sheets(package: Package, fillings: Sequence[Filling]) -> dict[str, Worksheet]:
    found: dict[str, Worksheet] = {}
    for filling in fillings:
        name = filling.sheet
        if name not in package.worksheets:
            raise BadSheet(f"表里没有“{name}”这一页，有的是{'、'.join(package.worksheets)}")
        if name not in found:
            found[name] = Worksheet.read(package, package.worksheets[name])
    return found


def _fill(package: Package, sheet: Worksheet, filling: Filling) -> None:
    sheet.refuse_unless_open(filling.cell)
    if filling.value is None:
        return
    if why := forbids(package, sheet, filling.cell, filling.value):
        raise BadSheet(f"{filling.place}：{why}")
    sheet.put(filling.cell, filling.value, is_1904=package.is_1904)


def _add_proofs(package: Package, fillings: Sequence[Filling]) -> None:
    rows: list[tuple[str, ...]] = [("单元格", "填报项", "填报值", "依据")]
    for filling in fillings:
        lines = filling.proofs or ("—",)
        value = "" if filling.value is None else str(filling.value)
        rows.append((filling.place, filling.says, value, lines[0]))
        rows += [("", "", "", line) for line in lines[1:]]
    package.add_sheet(PROOFS, [tuple(says[:_LONGEST] for says in row) for row in rows])


def _refuse_losses(before: bytes, after: bytes, fillings: Sequence[Filling]) -> None:
    """Whatever the template had is there again; a fault here is ours, and nothing is given out."""
    old, new = opened(before), opened(after)
    gone = old.parts.keys() - new.parts.keys()
    touched = {*old.worksheets.values(), old.workbook, old.relations, old.types}
    other = {name for name in old.parts if name not in touched}
    gone |= {name for name in other - gone if old.parts[name] != new.parts[name]}
    if gone:
        raise BadSheet(f"填报会丢失表里的内容（{'、'.join(sorted(gone))}），没有填")
    for name, path in old.worksheets.items():
        cells = {filling.cell for filling in fillings if filling.sheet == name}
        if _frame(old, path, cells) != _frame(new, path, cells):
            raise BadSheet(f"填报会改动“{name}”页里没有对应的内容，没有填")


def _frame(package: Package, path: str, cells: set[str]) -> bytes:
    """A sheet without what may differ: the values of the filled cells, the results of formulas."""
    root = deepcopy(parsed(package.parts[path]))
    space = etree.QName(root).namespace
    for cell in list(root.iter(f"{{{space}}}c")):
        if cell.get("r") in cells:
            row = cell.getparent()
            assert row is not None
            row.remove(cell)
        elif cell.find(f"{{{space}}}f") is not None:
            cell.attrib.pop("t", "")
            for value in cell.findall(f"{{{space}}}v"):
                cell.remove(value)
    for row in list(root.iter(f"{{{space}}}row")):
        row.attrib.pop("spans", "")
        parent = row.getparent()
        if not len(row) and set(row.attrib) <= {"r"} and parent is not None:
            parent.remove(row)
    return bytes(etree.tostring(root, method="c14n"))
