"""The table that an office keeps of a superior's form: which cell says which count.

version: 县局2026
cells:
  项目表!B5: {measure: passed, gate: A2, period: year, says: 签约项目}
  项目表!B2: {measure: office}
lists:
  - {at: 项目表!A10, most: 15, measure: passed, gate: A2, columns: [ordinal, name, wan, day]}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from yinfeng.reports.renderings.cells import Filling, Value
from yinfeng.reports.renderings.worksheets import corner
from yinfeng.web.desks.delivery.measures import COLUMNS, MEASURES, Asked, Counted
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.refusals import Refused

_SCALES = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_PERIODS = ("given", "month", "year", "total")
_KNOWN = {"measure", "says", "period", "unit", "digits", "value", "gate", "from", "light", "sum"}
_LISTED = {"at", "most", "columns", *_KNOWN}
_BEGAN = date(2000, 1, 1)
_MOST = 500
_PROOFS = 200


@dataclass(frozen=True, slots=True)
class Table:
    """The table of cells as it was written."""

    version: str
    cells: Mapping[str, Mapping[str, Any]]
    lists: tuple[Mapping[str, Any], ...]

    @property
    def places(self) -> list[str]:
        """Every cell that may be filled."""
        found = list(self.cells)
        for one in self.lists:
            found += _block(one)
        return found


def table_of(text: str) -> Table:
    """The table that an office wrote; refused with the cell that is wrong."""
    try:
        rows = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise Refused("填报对应不是 YAML，或缩进、括号有误。") from error
    if not isinstance(rows, Mapping) or not rows.get("version"):
        raise Refused("填报对应要写版本（version）。")
    cells, lists = rows.get("cells") or {}, rows.get("lists") or []
    if not isinstance(cells, Mapping) or not isinstance(lists, list) or not (cells or lists):
        raise Refused("填报对应要写 cells（单元格）或 lists（清单）。")
    if strangers := set(rows) - {"version", "cells", "lists"}:
        raise Refused(f"填报对应里有不认识的项目：{'、'.join(sorted(map(str, strangers)))}。")
    for place, told in cells.items():
        _check(str(place), told, _KNOWN)
    for told in lists:
        _check_list(told)
    return Table(str(rows["version"]), {str(k): v for k, v in cells.items()}, tuple(lists))


def fillings_of(table: Table, unit: OrgUnit, first: date, last: date) -> list[Filling]:
    """What stands in each cell for these days, and what proves it."""
    found = [_filling(place, told, unit, first, last) for place, told in table.cells.items()]
    for told in table.lists:
        found += _rows(told, unit, first, last)
    return found


def _check(place: str, told: Any, known: set[str]) -> None:
    if not isinstance(told, Mapping):
        raise Refused(f"{place}：要写成“measure: …”。")
    if strangers := set(told) - known:
        raise Refused(f"{place}：不认识的项目{'、'.join(sorted(map(str, strangers)))}。")
    measure = str(told.get("measure"))
    if measure not in MEASURES:
        raise Refused(f"{place}：没有“{measure}”这个数，有的是{'、'.join(MEASURES)}。")
    if told.get("unit", "元") not in _SCALES:
        raise Refused(f"{place}：单位只能是元、万元、亿元。")
    if told.get("period", "given") not in _PERIODS:
        raise Refused(f"{place}：period 只能是{'、'.join(_PERIODS)}。")
    if not isinstance(told.get("digits", 2), int):
        raise Refused(f"{place}：digits 要写小数位数。")
    for name in MEASURES[measure].needs:
        if not told.get(name):
            raise Refused(f"{place}：{MEASURES[measure].title}要写 {name}。")


def _check_list(told: Any) -> None:
    place = str(told.get("at", "lists")) if isinstance(told, Mapping) else "lists"
    _check(place, told, _LISTED)
    columns, most = told.get("columns"), told.get("most")
    if not isinstance(most, int) or not 0 < most <= _MOST:
        raise Refused(f"{place}：most 要写表里留了几行。")
    if not isinstance(columns, list) or not columns or set(columns) - set(COLUMNS):
        raise Refused(f"{place}：columns 只能用{'、'.join(COLUMNS)}。")
    if not MEASURES[told["measure"]].lists:
        raise Refused(f"{place}：{MEASURES[told['measure']].title}列不出清单。")
    if "!" not in place:
        raise Refused(f"{place}：at 要写成“表名!A10”。")


def _counted(told: Mapping[str, Any], unit: OrgUnit, first: date, last: date) -> Counted:
    since = {
        "given": first,
        "month": last.replace(day=1),
        "year": last.replace(month=1, day=1),
        "total": _BEGAN,
    }[told.get("period", "given")]
    return MEASURES[told["measure"]].count(Asked(unit, since, last, told))


def _filling(
    place: str, told: Mapping[str, Any], unit: OrgUnit, first: date, last: date
) -> Filling:
    counted = _counted(told, unit, first, last)
    says = str(told.get("says") or MEASURES[told["measure"]].title)
    lines = tuple(line.says for line in counted.lines)
    if len(lines) > _PROOFS:
        lines = (*lines[:_PROOFS], f"另有{len(lines) - _PROOFS}行，见系统内本表")
    return Filling(place, _scaled(counted, told), says, lines)


def _scaled(counted: Counted, told: Mapping[str, Any]) -> Value:
    value = counted.value
    if not counted.is_money or not isinstance(value, Decimal):
        return value
    digits = Decimal(1).scaleb(-int(told.get("digits", 2)))
    return (value / _SCALES[told.get("unit", "万元")]).quantize(digits)


def _rows(told: Mapping[str, Any], unit: OrgUnit, first: date, last: date) -> list[Filling]:
    lines = _counted(told, unit, first, last).lines
    if len(lines) > told["most"]:
        raise Refused(
            f"{told['at']}：有{len(lines)}行，表里只留了{told['most']}行。请向上级要更长的表。"
        )
    sheet, _, start = str(told["at"]).rpartition("!")
    found = []
    for down, line in enumerate(lines):
        for right, name in enumerate(told["columns"]):
            value = COLUMNS[name](down + 1, line)
            place = f"{sheet}!{corner(start, down, right)}"
            found.append(Filling(place, value, str(told.get("says", "")), (line.says,)))
    return found


def _block(told: Mapping[str, Any]) -> list[str]:
    sheet, _, start = str(told["at"]).rpartition("!")
    return [
        f"{sheet}!{corner(start, down, right)}"
        for down in range(told["most"])
        for right in range(len(told["columns"]))
    ]
