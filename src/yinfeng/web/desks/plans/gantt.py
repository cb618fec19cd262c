"""The drawing of a plan (横道图): where each bar, mark and month stands, in units of the drawing.

The template draws it as SVG on the server; the table beside it says the same in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

LABEL = 210
WIDTH = 1240
LINE = 24
HEAD = 34
_TAIL = 26
_MARGIN = timedelta(days=10)
_MONTHS_SHOWN = 24
_QUARTERS_SHOWN = 72


class Tick(NamedTuple):
    """A month, a quarter or a year on the scale."""

    x: float
    says: str
    is_year: bool


class Rect(NamedTuple):
    """A bar."""

    x: float
    width: float
    kind: str
    says: str = ""


class Mark(NamedTuple):
    """A diamond (done, planned, fixed) or a line on a day."""

    x: float
    kind: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the drawing: its name, its bars, its marks."""

    label: str
    address: str = ""
    key: str = ""
    ends: date | None = None
    is_fixed: bool = False
    is_critical: bool = False
    bars: tuple[Rect, ...] = ()
    marks: tuple[Mark, ...] = ()
    note: str = ""
    y: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing, with the scale that the script needs for dragging."""

    first: date
    a_day: float
    height: float
    ticks: tuple[Tick, ...]
    today: float | None
    lines: tuple[Line, ...]
    width: int = WIDTH
    label: int = LABEL
    provisional: float | None = None


class Scale:
    """From days to places along the drawing."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first = min(days) - _MARGIN
        self.last = max(days) + _MARGIN
        self.a_day = (WIDTH - LABEL - 10) / max((self.last - self.first).days, 1)

    def x(self, day: date) -> float:
        """Where a day stands."""
        return round(LABEL + (day - self.first).days * self.a_day, 1)

    def bar(self, begins: date, ends: date, kind: str, says: str = "") -> Rect:
        """A bar from the day after *begins* to the end of *ends*."""
        first, last = self.x(begins), self.x(ends)
        return Rect(first, max(round(last - first, 1), 1.5), kind, says)


def drawing(
    scale: Scale, lines: Sequence[Line], today: date, settled: date | None = None
) -> Drawing:
    """The lines under each other on a scale of months; *settled* is the last day with a notice."""
    placed = []
    for at, line in enumerate(lines):
        values = {name: getattr(line, name) for name in Line.__slots__ if name != "y"}
        placed.append(Line(**values, y=HEAD + at * LINE))
    inside = scale.first <= today <= scale.last
    beyond = settled is not None and settled < scale.last
    return Drawing(
        first=scale.first,
        a_day=scale.a_day,
        height=HEAD + len(lines) * LINE + _TAIL - 20,
        ticks=tuple(_ticks(scale)),
        today=scale.x(today) if inside else None,
        lines=tuple(placed),
        provisional=max(scale.x(settled), LABEL) if beyond and settled else None,
    )


def _ticks(scale: Scale) -> list[Tick]:
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    each = 1 if months <= _MONTHS_SHOWN else 3 if months <= _QUARTERS_SHOWN else 12
    found: list[Tick] = []
    year, month = scale.first.year, scale.first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        day = date(year, month, 1)
        if day > scale.last:
            return found
        if (month - 1) % each == 0:
            says = f"{year}年" if month == 1 else f"{month}月"
            found.append(Tick(scale.x(day), says, month == 1))
