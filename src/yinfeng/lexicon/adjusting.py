"""The numbers of a file of rules that an office changes in a form, and the file that this makes.

首报保护期 90天 → 120天 becomes the office's own YAML with the day and the reason beside it: only
what differs from the house stands in it, and what the office had written before stays.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeGuard, cast

import yaml

from yinfeng.lexicon.milestones import template_rows
from yinfeng.lexicon.office_files import Rows, listed, mapping

_DATA = files("yinfeng.lexicon") / "data"
_LENGTH = re.compile(r"(\d+)(wd|d|m)")
# What a term or a length may count in.
KINDS: Mapping[str, Mapping[str, str]] = {
    "term": {"working": "个工作日", "calendar": "天"},
    "length": {"wd": "个工作日", "d": "天", "m": "个月"},
}
_SUM = 10_000

Path = tuple[str, ...]
Row = dict[str, object]
# A number, and for a term or a length what it counts in.
Value = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Adjustable:
    """One number: where it stands, what an office calls it, what sort it is, where it is from."""

    path: Path
    says: str
    sort: str
    unit: str
    house: Value
    basis: str = ""

    @property
    def name(self) -> str:
        """Its name in a form."""
        return "__".join(self.path)

    @property
    def house_says(self) -> str:
        """The value of the house in words: 90天."""
        return f"{self.house[0]}{self.unit_of(self.house)}"

    def unit_of(self, value: Value) -> str:
        """What a value counts in."""
        return KINDS[self.sort][value[1]] if self.sort in KINDS else self.unit


@dataclass(frozen=True, slots=True)
class Adjusting:
    """The numbers of one file of the house, with the file's own title and basis."""

    title: str
    basis: str
    numbers: tuple[Adjustable, ...]
    rows: Rows

    def values(self, overlay: str) -> dict[str, Value]:
        """What each number is with an office's own file laid over it.

        What the office has taken out, or written as no whole number, is left to its file.
        """
        rows = _over(self.rows, _own(overlay))
        found = {one.name: _read(one.sort, _at(rows, one.path)) for one in self.numbers}
        return {name: value for name, value in found.items() if value is not None}

    def file(self, overlay: str, values: Mapping[str, Value], version: str, basis: str) -> str:
        """The office's own file with these values, *overlay* being what it was before."""
        own = _own(overlay)
        held = self.values(overlay)
        rows = _over(self.rows, own)
        changed = [
            one for one in self.numbers if values.get(one.name) not in (None, held.get(one.name))
        ]
        for one in changed:
            _put(rows, one, values[one.name])
        for top in dict.fromkeys(one.path[0] for one in changed):
            own[top] = _part(self.rows[top], rows[top], version, basis)
        made = {"version": version, **{k: v for k, v in own.items() if v not in ({}, None)}}
        made["version"] = version
        return str(yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100))


@cache
def adjusting(key: str, which: str = "") -> Adjusting:
    """The numbers of the file called *key*; of plans *which* says the template."""
    told = mapping(_yaml("adjusting.yaml")[key], key)
    rows = template_rows(which) if which else _whole(_yaml(str(told["file"])))
    given = [cast(Mapping[str, str], row) for row in listed(told["numbers"], "numbers")]
    numbers = tuple(one for row in given for one in _numbers(row, rows))
    return Adjusting(str(told["title"]), str(rows.get("basis", "")).strip(), numbers, rows)


def _numbers(given: Mapping[str, str], rows: Rows) -> Iterator[Adjustable]:
    for path in _paths(rows, given["at"].split("."), ()):
        row = _row(_at(rows, path if given["is"] == "term" else path[:-1]))
        says = given["says"].format(says=row.get("says", ""), name=row.get("name", ""))
        house = _read(given["is"], _at(rows, path))
        if house is None:
            continue
        unit = "万元" if given["is"] == "sum" else given.get("unit", "")
        yield Adjustable(path, says, given["is"], unit, house, _basis(rows, path))


def _basis(rows: Rows, path: Path) -> str:
    """The basis that stands nearest to a number, below that of the whole file."""
    above = [_row(_at(rows, path[:depth])) for depth in range(len(path), 0, -1)]
    told = (row["basis"] for row in above if "basis" in row)
    return str(next(told, "")).strip()


def _paths(rows: object, left: list[str], done: Path) -> Iterator[Path]:
    if not left:
        yield done
    elif left[0] == "*":
        keys = [row["key"] for row in rows] if isinstance(rows, list) else list(_row(rows))
        for key in keys:
            yield from _paths(_step(rows, key), left[1:], (*done, key))
    elif (below := _step(rows, left[0])) is not None:
        yield from _paths(below, left[1:], (*done, left[0]))


def _row(value: object) -> Row:
    return value if isinstance(value, dict) else {}


def _step(rows: object, key: str) -> object:
    """What stands below a key; in a list the row of that key."""
    if isinstance(rows, list):
        return next((row for row in rows if _row(row).get("key") == key), None)
    return _row(rows).get(key)


def _at(rows: object, path: Path) -> object:
    for key in path:
        rows = _step(rows, key)
    return rows


def _read(sort: str, value: object) -> Value | None:
    if sort == "term":
        days, kind = _row(value).get("days"), str(_row(value).get("kind"))
        return (days, kind) if _is_whole(days) and kind in KINDS[sort] else None
    if sort == "length":
        match = _LENGTH.fullmatch(str(value))
        return (int(match[1]), match[2]) if match else None
    if not _is_whole(value):
        return None
    if sort == "sum":
        return (value // _SUM, "") if value % _SUM == 0 else None
    return value, ""


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _put(rows: Row, one: Adjustable, value: Value) -> None:
    if one.sort == "term":
        _row(_at(rows, one.path)).update(days=value[0], kind=value[1])
        return
    above = _row(_at(rows, one.path[:-1]))
    if one.sort == "length":
        above[one.path[-1]] = f"{value[0]}{value[1]}"
    else:
        above[one.path[-1]] = value[0] * (_SUM if one.sort == "sum" else 1)


def _part(house: object, now: object, version: str, basis: str) -> object:
    """What an office's file says of one entry: of rows with names only what differs."""
    if not isinstance(house, dict) or not isinstance(now, dict):
        return now
    if {"version", "basis"} <= now.keys():
        # A file within the file, which is taken whole and has a version of its own.
        return {**now, "version": version, "basis": basis}
    parts = {key: _part(house.get(key), value, version, basis) for key, value in now.items()}
    return {key: part for key, part in parts.items() if part != {} and now[key] != house.get(key)}


def _over(house: Rows, own: Rows) -> Row:
    laid: Row = copy.deepcopy(dict(house))
    for key, value in own.items():
        old = laid.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        laid[key] = _over(_row(old), _row(value)) if both else copy.deepcopy(value)
    return _whole(laid)


def _whole(rows: Row) -> Row:
    """With the clocks that a file of grading names by their name."""
    clocks = rows.get("clocks")
    named = {"clocks": _yaml(f"policies/clocks_{clocks}.yaml")} if isinstance(clocks, str) else {}
    return {**rows, **named}


def _own(overlay: str) -> Row:
    return dict(yaml.safe_load(overlay) or {})


@cache
def _text(name: str) -> bytes:
    return (_DATA / name).read_bytes()


def _yaml(name: str) -> Row:
    """A fresh copy of a file: what is changed in one is not changed in the next."""
    loaded: Row = yaml.load(_text(name), Loader=yaml.CSafeLoader)
    return loaded
