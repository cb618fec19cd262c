"""Every rule of the data of projects and land by its id: what it says, on what basis, how sure.

`delivery/lights_default.yaml` has `steps.law`; a rule without a basis of its own has its file's.
Clauses and what leaves projects out of a count are listed by their own loaders.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import cast

import yaml

_DATA = Path(str(files("yinfeng.lexicon"))) / "data"
_FOLDERS = (
    "agreements", "counting", "delivery", "plans", "projects", "renewal", "siting", "tenancy",
)  # fmt: skip
_FILES = ("land/measures.yaml", "land/told.yaml", "policies/claims.yaml", "policies/losses.yaml")
_SAYS = ("says", "name", "true_when", "means", "label", "title")
_BELOW = ("sectors", "gates")
# What a file says of itself, and not of the trade.
_OF_FILE = ("key", "title", "version", "since", "basis", "sure")
# Patterns of words are no rules of the trade.
_LISTED_APART = {
    "counting/rules.yaml": ("rules", "left_out"),
    "agreements/duties.yaml": ("sides", "gates", "events"),
}


@dataclass(frozen=True, slots=True)
class RuleId:
    """One rule as its file has it."""

    key: str
    says: str
    basis: str
    sure: str


def rule_files() -> tuple[str, ...]:
    """The files whose rules are listed, by their paths below the data."""
    found = (path for folder in _FOLDERS for path in sorted((_DATA / folder).glob("*.yaml")))
    return (*(path.relative_to(_DATA).as_posix() for path in found), *_FILES)


def basis_of(name: str) -> tuple[str, str]:
    """The basis of a file and how sure it is, for the rules that have none of their own."""
    data = yaml.load((_DATA / name).read_bytes(), Loader=yaml.CSafeLoader)
    return " ".join(str(data.get("basis", "")).split()), str(data.get("sure", ""))


def rules_in(name: str) -> Iterator[RuleId]:
    """The rules of a file in its order."""
    data = yaml.load((_DATA / name).read_bytes(), Loader=yaml.CSafeLoader)
    basis, sure = basis_of(name)
    for section, rows in data.items():
        if section in _LISTED_APART.get(name, ()):
            continue
        if section not in _OF_FILE and _is_one(rows):
            own_basis, own_sure = _own(rows, "basis") or basis, _own(rows, "sure") or sure
            yield RuleId(section, _says(rows), own_basis, own_sure)
        else:
            yield from _rules_of(section, rows, basis, sure)


def _is_one(rows: object) -> bool:
    """Whether a section is a rule itself: one value, or a value with its label and basis."""
    if isinstance(rows, Mapping):
        return {"value", "label", "basis"} <= rows.keys()
    return isinstance(rows, str | int | float) or (
        isinstance(rows, list) and bool(rows) and not any(isinstance(one, Mapping) for one in rows)
    )


def _rules_of(above: str, rows: object, basis: str, sure: str) -> Iterator[RuleId]:
    """The rules below a key; what a rule itself lists stands below it: the evidence of a gate."""
    for key, row in _pairs(rows):
        own_basis, own_sure = _own(row, "basis") or basis, _own(row, "sure") or sure
        yield RuleId(f"{above}.{key}", _says(row), own_basis, own_sure)
        if isinstance(row, Mapping):
            for name, more in row.items():
                if isinstance(more, list) or name in _BELOW:
                    yield from _rules_of(f"{above}.{key}.{name}", more, own_basis, own_sure)


def _pairs(rows: object) -> Iterator[tuple[str, object]]:
    if isinstance(rows, Mapping):
        yield from ((str(key), row) for key, row in rows.items() if not isinstance(row, list))
    elif isinstance(rows, list):
        for row in rows:
            if isinstance(row, Mapping) and (key := _key(cast("Mapping[str, object]", row))):
                yield key, row


def _key(row: Mapping[str, object]) -> str:
    """The id of a row of a list: its own, or what it is told apart by."""
    for name in ("key", "code"):
        if name in row:
            return str(row[name])
    names = ("currency", "yuan", "since", "from", "to", "light")
    told = [str(row[name]) for name in names if name in row]
    return "-".join(told) or str(row.get("name", ""))


def _says(row: object) -> str:
    if isinstance(row, list):
        return "、".join(map(str, row))
    if not isinstance(row, Mapping):
        return str(row)
    says = next((row[name] for name in _SAYS if row.get(name)), "")
    if says:
        value = f"：{row['value']}" if "value" in row and "label" in row else ""
        return " ".join(f"{_says(says)}{value}".split())
    return "，".join(f"{key}={one}" for key, one in row.items() if not isinstance(one, list))


def _own(row: object, name: str) -> str:
    return " ".join(str(row.get(name) or "").split()) if isinstance(row, Mapping) else ""
