"""What the desk of land chooses from and measures by: uses, rights, layers of control, tolerances.

一类工业用地, 预控区, 禁止布点: keys stand in the database, the labels here.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

Row = Mapping[str, object]

_ROW = frozenset({"label", "basis", "sure"})
_SURE = frozenset("VLPJ")


class BadLand(ValueError):
    """Words or measures of land that cannot be used; the words name file and key."""


@cache
def words(which: str) -> Mapping[str, str]:
    """The keys and labels of one list: uses, rights, layers, rules …"""
    rows = _loaded("words").get(which)
    if not isinstance(rows, Mapping):
        raise BadLand(f"land/words.yaml: no list {which}")
    return {str(key): str(_row("words", f"{which}.{key}", rows[key])["label"]) for key in rows}


@cache
def measure(key: str) -> Decimal:
    """A tolerance: certificate_tolerance is 0.005."""
    row = _row("measures", key, _loaded("measures").get(key))
    try:
        return Decimal(str(row["value"]))
    except (KeyError, InvalidOperation) as error:
        raise BadLand(f"land/measures.yaml: {key}: value") from error


def _row(name: str, key: str, row: object) -> Row:
    if not isinstance(row, Mapping) or not row.keys() >= _ROW or row["sure"] not in _SURE:
        raise BadLand(f"land/{name}.yaml: {key}: wants label, basis, and sure of VLPJ")
    return row


@cache
def _loaded(name: str) -> Row:
    path = files("yinfeng.lexicon") / "data" / "land" / f"{name}.yaml"
    return cast(Row, yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
