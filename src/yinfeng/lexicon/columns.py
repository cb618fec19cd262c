"""What the columns of an office's ledgers mean: 总投资(万元) is money, in ten thousands of yuan."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record, the headings that name it, and those that only look like it."""

    field: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None


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
