"""Outreach: the words that its records choose from, and what counts as a day, a batch, a project.

Both stand as data with their basis; an office lays its own counting over the house's and gives it
a version of its own, so that an old count can be made again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.office_files import UNREADABLE, BadPolicy, written

# What the rows of each source tell, so that a rule cannot ask for what no row tells.
_COME = frozenset({"day", "channel", "agent", "team"})
_TRIP = _COME | {"kept", "approved", "approved_before", "reported", "firm_visited", "place"}
SOURCES: Mapping[str, frozenset[str]] = {
    "halves": _TRIP | {"person", "half", "outside", "leader"},
    "visits": _TRIP | {"firm"},
    "receptions": _COME | {"group", "guests", "heads", "received", "rank", "place", "lead"},
    "talks": _COME | {"project", "firm", "lead"},
    "signings": _COME | {"project", "firm", "binding", "amount", "proved", "lead"},
    "brought": _COME | {"lead"},
}
Rows = Mapping[str, object]


class BadCounting(ValueError):
    """A counting file that cannot be used, with what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a row must tell to be counted; `value`, where given, is what it must tell."""

    tells: str
    otherwise: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: which rows it counts, how much each weighs, what makes two rows one."""

    key: str
    label: str
    unit: str
    source: str
    each: Decimal
    weighs: str
    once: tuple[str, ...]
    again: str
    narrows: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """The rules of counting as they stand."""

    title: str
    version: str
    basis: str
    since: date
    measures: tuple[Measure, ...]

    def measure(self, key: str) -> Measure:
        """The measure called *key*."""
        return next(measure for measure in self.measures if measure.key == key)


@cache
def words(which: str) -> Mapping[str, str]:
    """The keys and labels of one list: channels, teams, partners …"""
    rows = cast(Mapping[str, Mapping[str, str]], _loaded("words")[which])
    return {key: row["label"] for key, row in rows.items()}


@cache
def counting(overlay: str = "") -> Counting:
    """The counting of the house, with an office's own YAML text laid over it."""
    try:
        rows = _loaded("counting")
        return _counting(_laid_over(rows, overlay) if overlay.strip() else rows)
    except BadCounting:
        raise
    except BadPolicy as error:
        raise BadCounting(str(error)) from error
    except UNREADABLE as error:
        raise BadCounting(f"缺少或写错了：{error}") from error


def _loaded(name: str) -> Rows:
    path = files("yinfeng.lexicon") / "data" / "outreach" / f"{name}.yaml"
    return cast(Rows, yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


def _laid_over(rows: Rows, overlay: str) -> Rows:
    own = written(overlay)
    if not isinstance(own, Mapping) or not own.get("version"):
        raise BadCounting("没有写版本（version）")
    if not own.get("basis"):
        raise BadCounting("没有写依据（basis）")
    strange = set(own) - set(rows)
    if strange:
        raise BadCounting(f"不认识的项目：{'、'.join(sorted(map(str, strange)))}")
    measures = {str(row["key"]): row for row in _list(rows["measures"])}
    for row in _list(own.get("measures", [])):
        key = str(row["key"])
        measures[key] = {**measures.get(key, {}), **row}
    version = f"{rows['version']}+{own['version']}"
    return {**rows, **own, "version": version, "measures": list(measures.values())}


def _counting(rows: Rows) -> Counting:
    measures = tuple(_measure(row) for row in _list(rows["measures"]))
    since = rows["since"]
    if not isinstance(since, date):
        raise BadCounting(f"since 要写日期，不能是 {since!r}")
    sources: dict[str, str] = {}
    for measure in measures:
        if bool(measure.narrows) == bool(measure.source):
            raise BadCounting(f"{measure.key}：source 和 narrows 写且只写一个")
        if measure.narrows and measure.narrows not in sources:
            raise BadCounting(f"{measure.key}：前面没有这个数：{measure.narrows}")
        sources[measure.key] = measure.source or sources[measure.narrows]
        _check(measure, sources[measure.key])
    return Counting(str(rows["title"]), str(rows["version"]), str(rows["basis"]), since, measures)


def _check(measure: Measure, source: str) -> None:
    if source not in SOURCES:
        raise BadCounting(f"{measure.key}：没有这种记录：{source}")
    asked = {need.tells for need in measure.needs} | set(measure.once)
    strange = (asked | {measure.weighs} - {""}) - SOURCES[source]
    if strange:
        raise BadCounting(f"{measure.key}：这种记录不记：{'、'.join(sorted(strange))}")


def _measure(row: Rows) -> Measure:
    return Measure(
        key=str(row["key"]),
        label=str(row["label"]),
        unit=str(row["unit"]),
        source=str(row.get("source", "")),
        each=Decimal(str(row.get("each", "1"))),
        weighs=str(row.get("weighs", "")),
        once=tuple(map(str, cast(list[object], row.get("once", [])))),
        again=str(row.get("again", "")),
        narrows=str(row.get("narrows", "")),
        needs=tuple(_need(need) for need in _list(row["needs"])),
    )


def _need(row: Rows) -> Need:
    return Need(str(row["tells"]), str(row["otherwise"]), str(row.get("value", "")))


def _list(rows: object) -> list[Rows]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise BadCounting(f"要写成一列，不能是 {rows!r}")
    return rows
