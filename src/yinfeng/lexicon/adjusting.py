"""The numbers of a file of rules that an office changes in a form, and the file that this makes.

首报保护期 90天 → 120天 becomes the office's own YAML with the day and the reason beside it: only
what differs from the house stands in it, and what the office had written before stays.
"""

import copy
import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from yinfeng.lexicon.milestones import template_rows

_DATA = files("yinfeng.lexicon") / "data"
_LENGTH = re.compile(r"(\d+)(wd|d|m)")
# What a term or a length may count in.
KINDS: Mapping[str, Mapping[str, str]] = {
    "term": {"working": "个工作日", "calendar": "天"},
    "length": {"wd": "个工作日", "d": "天", "m": "个月"},
}
_SUM = 10_000

Path = tuple[str, ...]
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
    rows: Mapping[str, Any]

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
    told = _yaml("adjusting.yaml")[key]
    rows = template_rows(which) if which else _whole(_yaml(told["file"]))
    numbers = tuple(one for given in told["numbers"] for one in _numbers(given, rows))
    return Adjusting(told["title"], str(rows.get("basis", "")).strip(), numbers, rows)


def _numbers(given: Mapping[str, str], rows: Mapping[str, Any]) -> Iterator[Adjustable]:
    for path in _paths(rows, given["at"].split("."), ()):
        row = _at(rows, path[:-1]) if given["is"] != "term" else _at(rows, path)
        row = row if isinstance(row, Mapping) else {}
        says = given["says"].format(says=row.get("says", ""), name=row.get("name", ""))
        house = _read(given["is"], _at(rows, path))
        if house is None:
            continue
        unit = "万元" if given["is"] == "sum" else given.get("unit", "")
        yield Adjustable(path, says, given["is"], unit, house, _basis(rows, path))


def _basis(rows: Mapping[str, Any], path: Path) -> str:
    """The basis that stands nearest to a number, below that of the whole file."""
    above = [_at(rows, path[:depth]) for depth in range(len(path), 0, -1)]
    told = (row["basis"] for row in above if isinstance(row, Mapping) and "basis" in row)
    return str(next(told, "")).strip()


def _paths(rows: Any, left: list[str], done: Path) -> Iterator[Path]:
    if not left:
        yield done
    elif left[0] == "*":
        keys = [row["key"] for row in rows] if isinstance(rows, list) else list(rows)
        for key in keys:
            yield from _paths(_step(rows, key), left[1:], (*done, key))
    elif (below := _step(rows, left[0])) is not None:
        yield from _paths(below, left[1:], (*done, left[0]))


def _step(rows: Any, key: str) -> Any:
    """What stands below a key; in a list the row of that key."""
    if isinstance(rows, list):
        return next((row for row in rows if row.get("key") == key), None)
    return rows.get(key) if isinstance(rows, Mapping) else None


def _at(rows: Any, path: Path) -> Any:
    for key in path:
        rows = _step(rows, key)
    return rows


def _read(sort: str, value: Any) -> Value | None:
    if sort == "term":
        is_term = isinstance(value, Mapping) and value.get("kind") in KINDS[sort]
        return (value["days"], value["kind"]) if is_term and _is_whole(value["days"]) else None
    if sort == "length":
        match = _LENGTH.fullmatch(str(value))
        return (int(match[1]), match[2]) if match else None
    if sort == "sum":
        return (value // _SUM, "") if _is_whole(value) and value % _SUM == 0 else None
    return (value, "") if _is_whole(value) else None


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _put(rows: Any, one: Adjustable, value: Value) -> None:
    above = _at(rows, one.path[:-1])
    if one.sort == "term":
        _step(above, one.path[-1]).update(days=value[0], kind=value[1])
    elif one.sort == "length":
        above[one.path[-1]] = f"{value[0]}{value[1]}"
    else:
        above[one.path[-1]] = value[0] * (_SUM if one.sort == "sum" else 1)


def _part(house: Any, now: Any, version: str, basis: str) -> Any:
    """What an office's file says of one entry: of rows with names only what differs."""
    if not isinstance(house, Mapping) or not isinstance(now, Mapping):
        return now
    if {"version", "basis"} <= now.keys():
        # A file within the file, which is taken whole and has a version of its own.
        return {**now, "version": version, "basis": basis}
    parts = {key: _part(house.get(key), value, version, basis) for key, value in now.items()}
    return {key: part for key, part in parts.items() if part != {} and now[key] != house.get(key)}


def _over(house: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    laid: dict[str, Any] = copy.deepcopy(dict(house))
    for key, value in own.items():
        old = laid.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        laid[key] = _over(old, value) if both and old is not None else copy.deepcopy(value)
    return _whole(laid)


def _whole(rows: MutableMapping[str, Any]) -> dict[str, Any]:
    """With the clocks that a file of grading names by their name."""
    clocks = rows.get("clocks")
    named = {"clocks": _yaml(f"policies/clocks_{clocks}.yaml")} if isinstance(clocks, str) else {}
    return {**rows, **named}


def _own(overlay: str) -> dict[str, Any]:
    return dict(yaml.safe_load(overlay) or {})


@cache
def _text(name: str) -> bytes:
    return (_DATA / name).read_bytes()


def _yaml(name: str) -> dict[str, Any]:
    """A fresh copy of a file: what is changed in one is not changed in the next."""
    loaded: dict[str, Any] = yaml.load(_text(name), Loader=yaml.CSafeLoader)
    return loaded
