"""What the columns of an office's ledgers mean: 总投资(万元) is money, in ten thousands of yuan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon import indicators

_GROUP_OF_TOWNS = 2
"""The column of towns is the first, or the second behind their numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record, the headings that name it, and those that only look like it."""

    field: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None


# What a table of a kind cannot be without, any of the sets; and how many columns of it are known.
_NEEDS: dict[str, tuple[tuple[frozenset[str], ...], int]] = {
    "project": ((frozenset({"name"}), frozenset({"investors", "investment"})), 2),
    "indicator": ((frozenset({"name"}),), 2),
    "service": ((frozenset({"enterprise", "need"}),), 3),
    "engagement": ((frozenset({"date", "counterparts"}),), 3),
    "tenant": ((frozenset({"enterprise"}),), 1),
    "carrier": ((frozenset({"name"}),), 2),
    "renewal": ((frozenset({"block", "area"}),), 3),
    "pair": ((frozenset({"village", "firm"}),), 2),
}
KINDS = (*_NEEDS, "place")


@cache
def _columns() -> dict[str, tuple[Column, ...]]:
    path = files("yinfeng.lexicon") / "data" / "columns.yaml"
    with path.open(encoding="utf-8") as stream:
        kinds = yaml.load(stream, Loader=yaml.CSafeLoader)
    return {
        kind: tuple(
            Column(
                field,
                re.compile(row["says"]),
                re.compile(row["unless"]) if "unless" in row else None,
            )
            for field, row in rows.items()
        )
        for kind, rows in kinds.items()
    }


def field_of(kind: str, heading: str) -> str:
    """The field of a *kind* of record that a heading names; empty when it names none."""
    for column in _columns()[kind]:
        if column.says.search(heading) and not (column.unless and column.unless.search(heading)):
            return column.field
    return ""


def fields_of(kind: str, headings: Sequence[str]) -> dict[str, int]:
    """The columns that a *kind* of record knows, by field; the first of a field wins."""
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = field_of(kind, heading)
        if name:
            found.setdefault(name, at)
    return found


def is_headed(kind: str, headings: Sequence[str]) -> bool:
    """Whether a table with these headings is one of that *kind*."""
    known = fields_of(kind, headings)
    if kind == "place":
        others = headings[known["name"] + 1 :] if "name" in known else ()
        is_first = bool(others) and known["name"] < _GROUP_OF_TOWNS
        return is_first and any(any(indicators.dictionary().find(one)) for one in others)
    if kind == "project" and is_headed("place", headings):
        # 签约项目 beside a column of towns counts projects, 项目名称 names them.
        named = headings[known["name"]] if "name" in known else ""
        if "名" not in named and "investors" not in known:
            return False
    needs, columns = _NEEDS[kind]
    return len(known) >= columns and any(need <= set(known) for need in needs)
