"""Fields that an office adds to the records of a list: columns, filters and slots made of them.

The value stands in the record's own row under the key of the field, so that history, lists as of a
past day and exports need to know nothing more. Numbers keep fifteen digits, days stand as ISO.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from yinfeng.web.lists.columns import Column, Kind
from yinfeng.web.lists.filters import Days, Filter, Numbers, OneOf, Whether, Words
from yinfeng.web.lists.models import CustomField
from yinfeng.web.lists.slots import (
    ChoiceSlot,
    DaySlot,
    FlagSlot,
    NumberSlot,
    Slot,
    WordsSlot,
)

_KINDS = {
    CustomField.Kind.NUMBER: Kind.NUMBER,
    CustomField.Kind.DAY: Kind.DATE,
    CustomField.Kind.FLAG: Kind.FLAG,
}
_LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class CustomSlot(Slot):
    """A slot whose value stands among the fields of the office."""

    inner: Slot

    def read(self, words: str) -> object:
        """As the slot of its sort reads."""
        return self.inner.read(words)

    def input(self) -> forms.Field:
        """As the slot of its sort asks."""
        return self.inner.input()

    def says(self, value: object) -> str:
        """As the slot of its sort says."""
        return self.inner.says(value)

    def held(self, record: Any) -> object:
        """What the record holds."""
        return decoded(record.custom.get(self.name), isinstance(self.inner, DaySlot))


class CustomDays(Days):
    """Days that stand as ISO words."""

    def first(self, end: Any) -> Q:
        """Not before."""
        return super().first(end.isoformat())

    def last(self, end: Any) -> Q:
        """Not after."""
        return super().last(end.isoformat())


class CustomNumbers(Numbers):
    """Numbers that stand in JSON."""

    def first(self, end: Any) -> Q:
        """Not less."""
        return super().first(float(end))

    def last(self, end: Any) -> Q:
        """Not more."""
        return super().last(float(end))


def column_of(field: CustomField) -> Column:
    """The column of a field."""
    key, is_day = field.key, field.kind == CustomField.Kind.DAY
    return Column(
        key=key,
        label=field.label,
        measure=field.measure,
        value=lambda row: decoded(row.custom.get(key), is_day),
        kind=_KINDS.get(CustomField.Kind(field.kind), Kind.WORDS),
        sort=f"custom__{key}",
    )


def filter_of(field: CustomField) -> Filter:
    """The filter of a field."""
    told: dict[str, Any] = {"key": field.key, "label": field.label}
    path = f"custom__{field.key}"
    match field.kind:
        case CustomField.Kind.NUMBER:
            return CustomNumbers(path=path, measure=field.measure, **told)
        case CustomField.Kind.DAY:
            return CustomDays(path=path, **told)
        case CustomField.Kind.CHOICE:
            return OneOf(path=path, choices=tuple((one, one) for one in field.choices), **told)
        case CustomField.Kind.FLAG:
            unsaid = Q(**{f"{path}__isnull": True})
            return Whether(holds=Q(**{path: True}), fails=Q(**{path: False}) | unsaid, **told)
        case _:
            return Words(paths=(path,), **told)


def slot_of_field(field: CustomField) -> CustomSlot:
    """The slot of a field."""
    told: dict[str, Any] = {"name": field.key, "label": field.label}
    inner: Slot
    match field.kind:
        case CustomField.Kind.NUMBER:
            # JSON numbers are binary: beyond fifteen digits they would not come back as typed.
            inner = NumberSlot(measure=field.measure, whole=11, places=4, **told)
        case CustomField.Kind.DAY:
            inner = DaySlot(**told)
        case CustomField.Kind.CHOICE:
            inner = ChoiceSlot(choices=tuple((one, one) for one in field.choices), **told)
        case CustomField.Kind.FLAG:
            inner = FlagSlot(**told)
        case _:
            inner = WordsSlot(longest=_LONGEST, **told)
    return CustomSlot(inner=inner, **told)


def as_fields(slots: Mapping[str, Slot], record: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of slots as values of the fields of the record."""
    own = {name: v for name, v in values.items() if not isinstance(slots.get(name), CustomSlot)}
    added = {name: encoded(value) for name, value in values.items() if name not in own}
    if added:
        custom = {**record.custom, **added}
        own["custom"] = {key: value for key, value in custom.items() if value not in (None, "")}
    return own


def encoded(value: object) -> object:
    """A value as JSON keeps it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def decoded(value: object, is_day: bool) -> object:
    """The value of a row of JSON."""
    if isinstance(value, float):
        return Decimal(repr(value))
    return date.fromisoformat(value) if is_day and isinstance(value, str) else value


def labels(fields: Sequence[CustomField]) -> dict[str, str]:
    """What the fields are called, by key."""
    return {field.key: field.label for field in fields}
