"""The fields of a record that a person may fill: how what is typed is read, and how it is asked.

One slot serves the form of a bulk edit and the cell of an imported sheet, so that both take the
same words: 1,200亩, 2026年3月18日, 在谈, 是.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import reduce
from typing import Any

from django import forms
from django.db import models

from yinfeng.mapping.areas import NotAnArea, area_written
from yinfeng.web.lists.days import day_said
from yinfeng.web.lists.differences import said
from yinfeng.web.shell.forms import Day

_YES = frozenset(["是", "有", "√", "✓", "1", "1.0", "对", "y", "yes", "true"])
_NO = frozenset(["否", "无", "×", "✗", "0", "0.0", "不", "n", "no", "false"])
_SAID = 12


class Unreadable(Exception):
    """What is wrong with a value, in words for the clerk."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One field: its name, what it is called, whether a new record needs it."""

    name: str
    label: str
    is_required: bool = False
    also_called: tuple[str, ...] = ()
    # Where a record holds it, as a query says it, if that is no field of its own.
    path: str = ""

    def read(self, words: str) -> object:
        """The value that the words say; they are not empty."""
        raise NotImplementedError

    def input(self) -> forms.Field:
        """How a form asks for it."""
        return forms.CharField(label=self.label, required=False)

    def says(self, value: object) -> str:
        """The value in words."""
        return said(value)

    def held(self, record: Any) -> object:
        """What a record holds of it."""
        return reduce(getattr, (self.path or self.name).split("__"), record)

    @property
    def empty(self) -> object:
        """What stands where nothing is said."""
        return None


@dataclass(frozen=True, kw_only=True)
class WordsSlot(Slot):
    """Words."""

    longest: int | None = None

    def read(self, words: str) -> object:
        """The words, if there is room for them."""
        if self.longest and len(words) > self.longest:
            raise Unreadable(f"最多{self.longest}个字，这里有{len(words)}个")
        return words

    @property
    def empty(self) -> object:
        """No words."""
        return ""


@dataclass(frozen=True, kw_only=True)
class NumberSlot(Slot):
    """A number with so many digits before and behind the point; its unit may stand behind it."""

    measure: str = ""
    whole: int = 15
    places: int = 6
    is_integer: bool = False

    def read(self, words: str) -> object:
        """The number, whose unit must be that of the column."""
        plain = unicodedata.normalize("NFKC", words).replace(",", "").replace(" ", "")
        if self.measure:
            plain = plain.removesuffix(unicodedata.normalize("NFKC", self.measure))
        try:
            number = Decimal(plain)
        except InvalidOperation:
            raise Unreadable(
                f"不是数字{f'（单位：{self.measure}）' if self.measure else ''}"
            ) from None
        if not number.is_finite() or abs(number) >= Decimal(10) ** self.whole:
            raise Unreadable(f"数字太大，整数部分最多{self.whole}位")
        if -int(number.normalize().as_tuple().exponent) > self.places:
            raise Unreadable(f"最多{self.places}位小数" if self.places else "须为整数")
        return int(number) if self.is_integer else number


@dataclass(frozen=True, kw_only=True)
class AreaSlot(Slot):
    """An area in whatever unit stands behind it, kept in square metres; it must say which."""

    def read(self, words: str) -> object:
        """120亩, 8公顷, 68507.52㎡."""
        try:
            area = area_written(words, "")
        except NotAnArea as error:
            raise Unreadable(str(error)) from None
        if not 0 <= area < Decimal(10) ** 14:
            raise Unreadable("面积应大于零")
        return area

    def says(self, value: object) -> str:
        """The square metres."""
        return f"{said(value)}㎡" if value is not None else ""


@dataclass(frozen=True, kw_only=True)
class DaySlot(Slot):
    """A day."""

    def read(self, words: str) -> object:
        """The day: 2026-03-18, 2026年3月18日, 20260318, 26.3.18, 二〇二六年三月十八日."""
        try:
            found = day_said(words)
        except ValueError:
            raise Unreadable("没有这一天") from None
        if found is None:
            raise Unreadable(f"“{words}”不是日期，请写成2026-03-18" if words else "不是日期")
        return found

    def input(self) -> forms.Field:
        """A day."""
        look = Day()
        return forms.CharField(label=self.label, required=False, widget=look)


@dataclass(frozen=True, kw_only=True)
class FlagSlot(Slot):
    """Yes or no."""

    def read(self, words: str) -> object:
        """是, 否, √ and the like."""
        plain = words.lower()
        if plain in _YES | _NO:
            return plain in _YES
        raise Unreadable("请填“是”或“否”")

    def input(self) -> forms.Field:
        """One of two."""
        choices = (("是", "是"), ("否", "否"))
        return forms.ChoiceField(label=self.label, required=False, choices=choices)

    @property
    def empty(self) -> object:
        """No."""
        return False


@dataclass(frozen=True, kw_only=True)
class ChoiceSlot(Slot):
    """One of a list: its key is kept, its label is typed."""

    choices: tuple[tuple[str, str], ...]
    empty_key: object = ""

    def read(self, words: str) -> object:
        """The key whose label, or which itself, was typed."""
        for key, label in self.choices:
            if words in (label, key):
                return key
        some = "、".join(label for _, label in self.choices[:_SAID])
        raise Unreadable(f"请填其中之一：{some}{'等' if len(self.choices) > _SAID else ''}")

    def input(self) -> forms.Field:
        """One of them, or none."""
        choices = [("", "（空）"), *((label, label) for _, label in self.choices)]
        return forms.ChoiceField(label=self.label, required=False, choices=choices)

    def says(self, value: object) -> str:
        """Its label."""
        return said(dict(self.choices).get(str(value), value))

    @property
    def empty(self) -> object:
        """None of them."""
        return self.empty_key


@dataclass(frozen=True, kw_only=True)
class ThingSlot(Slot):
    """Something of another table, named: a person, a unit, a channel."""

    things: Sequence[models.Model]
    _by_name: dict[str, list[models.Model]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look up by name from now on."""
        by_name: dict[str, list[models.Model]] = {}
        for thing in self.things:
            by_name.setdefault(str(thing), []).append(thing)
        object.__setattr__(self, "_by_name", by_name)

    def read(self, words: str) -> object:
        """The one thing of that name."""
        found = self._by_name.get(words, [])
        if len(found) > 1:
            raise Unreadable(f"有{len(found)}个同名的“{words}”，请在页面上逐条选定")
        if not found:
            raise Unreadable(f"没有找到“{words}”，或不在您的工作范围内")
        return found[0]

    def input(self) -> forms.Field:
        """One of them, or none."""
        choices = [("", "（空）"), *((name, name) for name in self._by_name)]
        return forms.ChoiceField(label=self.label, required=False, choices=choices)


def value_of(slot: Slot, words: str) -> object:
    """The value that a cell or an input says: empty, or read by the slot."""
    words = words.strip()
    return slot.read(words) if words else slot.empty


def words_of_cell(value: object) -> str:
    """A cell of a sheet as words: 12.0 is 12, a moment at midnight its day."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return (
            f"{value:%Y-%m-%d}"
            if value == datetime.combine(value, datetime.min.time())
            else (f"{value:%Y-%m-%d %H:%M:%S}")
        )
    if isinstance(value, float):
        return f"{Decimal(repr(value)).normalize():f}"
    return "" if value is None else str(value).strip()


def slot_of(
    model: type[models.Model],
    name: str,
    *,
    things: Mapping[str, Sequence[models.Model]],
    also_called: tuple[str, ...] = (),
    measure: str = "",
) -> Slot:
    """The slot of a field of a model."""
    found: Any = model._meta.get_field(name)
    told: dict[str, Any] = {
        "name": name,
        "label": str(found.verbose_name),
        "also_called": also_called,
        "is_required": not (found.blank or found.null or found.has_default()),
    }
    if name in things:
        return ThingSlot(things=things[name], **told)
    if found.flatchoices:
        choices = tuple((str(key), str(label)) for key, label in found.flatchoices)
        return ChoiceSlot(choices=choices, empty_key=None if found.null else "", **told)
    if isinstance(found, models.BooleanField):
        return FlagSlot(**told | {"is_required": False})
    if isinstance(found, models.DateField):
        return DaySlot(**told)
    if isinstance(found, models.DecimalField) and measure == "㎡":
        return AreaSlot(**told)
    if isinstance(found, models.DecimalField):
        whole = found.max_digits - found.decimal_places
        return NumberSlot(whole=whole, places=found.decimal_places, measure=measure, **told)
    if isinstance(found, models.IntegerField):
        return NumberSlot(whole=9, places=0, is_integer=True, measure=measure, **told)
    assert isinstance(found, models.CharField | models.TextField), f"{model}.{name}"
    return WordsSlot(longest=found.max_length, **told)
