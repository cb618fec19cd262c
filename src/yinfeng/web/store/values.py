"""Told values as JSON, to the last digit and with both ends, and back.

Numbers are written as words: JSON numbers would pass through binary fractions. What no database
takes (the character NUL, halves of surrogate pairs) becomes U+FFFD, one for one, so that offsets
hold.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from yinfeng.values import Bound, Dimension, Grain, Period, Person, Quantity, Unit
from yinfeng.values.form import Json, Value

Stored: TypeAlias = str | list[Json] | dict[str, Json]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(words: str) -> str:
    """The words as any database takes them, of the same length."""
    return _UNSTORABLE.sub("\ufffd", words)


def to_json(value: Value) -> Stored:
    """The value as it stands in a row."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Period):
        return _period(value)
    return [_item(item) for item in value]


def from_json(value: Json) -> Value:
    """The value of a row."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _read_quantity(value) if "bound" in value else _read_period(value)
    assert isinstance(value, list)
    people = [Person(str(i["name"]), str(i["title"])) for i in value if isinstance(i, Mapping)]
    return tuple(people) or tuple(str(item) for item in value)


def _item(item: str | Person) -> Json:
    if isinstance(item, Person):
        return {"name": storable(item.name), "title": storable(item.title)}
    return storable(item)


def _quantity(value: Quantity) -> dict[str, Json]:
    return {
        "low": _digits(value.low),
        "high": _digits(value.high),
        "unit": storable(value.unit.name),
        "dimension": value.unit.dimension.value,
        "grain": str(value.grain),
        "bound": value.bound.value,
    }


def _period(value: Period) -> dict[str, Json]:
    return {
        "start": value.start.isoformat() if value.start else None,
        "end": value.end.isoformat() if value.end else None,
        "grain": value.grain.value,
        "recurs": value.recurs,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read_quantity(value: Mapping[str, Json]) -> Quantity:
    return Quantity(
        Unit(str(value["unit"]), Dimension(str(value["dimension"]))),
        _number(value["low"]),
        _number(value["high"]),
        Decimal(str(value["grain"])),
        Bound(str(value["bound"])),
    )


def _read_period(value: Mapping[str, Json]) -> Period:
    return Period(
        _day(value["start"]),
        _day(value["end"]),
        Grain(str(value["grain"])),
        bool(value["recurs"]),
    )


def _number(digits: Json) -> Decimal | None:
    return None if digits is None else Decimal(str(digits))


def _day(iso: Json) -> date | None:
    return None if iso is None else date.fromisoformat(str(iso))
