"""What the desk of land chooses from and measures by: uses, rights, layers of control, tolerances.

一类工业用地, 预控区, 禁止布点: keys stand in the database, the labels here.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

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
    """A tolerance: sliver_width is 0.5 metres."""
    row = _row("measures", key, _loaded("measures").get(key))
    try:
        return Decimal(str(row["value"]))
    except (KeyError, InvalidOperation) as error:
        raise BadLand(f"land/measures.yaml: {key}: value") from error


class ZoneWords(NamedTuple):
    """The words by which papers tell of a layer of control, and the rule that it mostly has."""

    layer: str
    label: str
    rule: str
    says: tuple[str, ...]
    excepted: tuple[str, ...]


@cache
def zone_words() -> tuple[ZoneWords, ...]:
    """Every layer of which papers tell in words of their own, the longest words first."""
    rows = cast(Mapping[str, Row], _loaded("told")["zones"])
    return tuple(_zone_words(key, row) for key, row in rows.items())


@cache
def province_box(code: str) -> tuple[float, float, float, float] | None:
    """Where the province of a region's code lies: west, south, east, north, in degrees."""
    row = cast(Mapping[str, Row], _loaded("provinces")["boxes"]).get(code[:2])
    if row is None:
        return None
    west, south, east, north = map(float, cast(Sequence[float], row["box"]))
    if not (west < east and south < north):
        raise BadLand(f"land/provinces.yaml: {code[:2]}: box")
    return west, south, east, north


def _zone_words(key: str, row: Row) -> ZoneWords:
    label, rule = words("layers").get(key), str(row.get("rule"))
    says = tuple(sorted(cast(Sequence[str], row.get("says", ())), key=len, reverse=True))
    if label is None or rule not in words("rules") or not says or row.get("sure") not in _SURE:
        raise BadLand(f"land/told.yaml: {key}: wants a layer, says, a rule, and sure of VLPJ")
    return ZoneWords(key, label, rule, says, tuple(cast(Sequence[str], row.get("not", ()))))


def _row(name: str, key: str, row: object) -> Row:
    if not isinstance(row, Mapping) or not row.keys() >= _ROW or row["sure"] not in _SURE:
        raise BadLand(f"land/{name}.yaml: {key}: wants label, basis, and sure of VLPJ")
    return row


@cache
def _loaded(name: str) -> Row:
    path = files("yinfeng.lexicon") / "data" / "land" / f"{name}.yaml"
    return cast(Row, yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
