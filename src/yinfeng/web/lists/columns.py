"""A column of a list: what it is called, what it says of a row, how it sorts, what proves it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from django.utils import timezone

from yinfeng.web.lists.differences import said
from yinfeng.web.people.private import Private, masked

Value: TypeAlias = Callable[[Any], object]


_SHORT = 10
# 2026-11-23 06:53 takes no more room than eight characters.
_MOMENT = 16


class Kind(StrEnum):
    """What sort of value a column holds; numbers and dates stay such in a workbook."""

    WORDS = "words"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    FLAG = "flag"


class Proof(NamedTuple):
    """The words that prove a figure, the paper in which they stand, and where to see them."""

    quote: str
    source: str
    address: str = ""


class Cell(NamedTuple):
    """One value as the page shows it, and as a workbook holds it."""

    says: str
    value: object
    proof: Proof | None = None
    tone: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it stands on one line, come what may."""
        return len(self.says) <= (_MOMENT if self.says.isascii() else _SHORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. *value* is a path (`unit.name`, `stage`) or a function of the row.

    *sort* is the path by which the database orders; without it the column does not sort.
    *personal* names the class of personal data by which the value is masked. *tone* gives a cell
    the look of a tag: good, bad or plain.
    """

    key: str
    label: str
    value: str | Value
    kind: Kind = Kind.WORDS
    sort: str = ""
    measure: str = ""
    personal: str = ""
    proof: Callable[[Any], Proof | None] | None = None
    tone: Callable[[Any], str] | None = None
    is_shown: bool = True

    @property
    def title(self) -> str:
        """The label with its unit, as the head of a table has it."""
        return f"{self.label}（{self.measure}）" if self.measure else self.label

    @property
    def is_number(self) -> bool:
        """Whether its cells stand on the right."""
        return self.kind is Kind.NUMBER

    def cell(self, row: Any) -> Cell:
        """What the column says of the row."""
        value = self._value(row)
        if self.personal:
            value = masked(written(value), Private(self.personal))
        proof = self.proof(row) if self.proof else None
        return Cell(written(value), value, proof, self.tone(row) if self.tone else "")

    def _value(self, row: Any) -> object:
        return self.value(row) if callable(self.value) else _along(row, self.value)


def written(value: object) -> str:
    """A value as a cell shows it: 12,345.6, 2026-03-18, 是."""
    if value is None:
        return ""
    if isinstance(value, bool | datetime | date) or not isinstance(value, int | float | Decimal):
        return said(value) if value != "" else ""
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    whole = f"{number:,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole


def exported(value: object) -> object:
    """A value as a workbook takes it: numbers and days as such, moments in local time."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return value
    return said(value) if value != "" else ""


def _along(row: Any, path: str) -> object:
    *way, last = path.split(".")
    for name in way:
        row = getattr(row, name, None)
    if row is None:
        return None
    label: Callable[[], object] | None = getattr(row, f"get_{last}_display", None)
    return label() if label else getattr(row, last)
