"""Times that a text tells: a day, a month, 1月至4月, 截至6月底, 去年, “十四五”期间.

Half-open inside (`end` is the first day after), both ends inclusive where FACTS writes them.
An end that the words leave open is None: 截至6月底 has no start. A time that cannot be resolved
because the document has no date keeps its words and has neither end.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How fine the words of a time are."""

    DAY = "day"
    TENDAYS = "tendays"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"
    SPAN = "span"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days `[start, end)`; None is an end that the words leave open."""

    start: date | None
    end: date | None
    grain: Grain
    recurs: bool = False

    @property
    def is_resolved(self) -> bool:
        """Whether at least one end is a known day."""
        return self.start is not None or self.end is not None

    @property
    def first(self) -> str | None:
        """The first day in ISO form, if known."""
        return self.start.isoformat() if self.start else None

    @property
    def last(self) -> str | None:
        """The last day in ISO form, if known."""
        return (self.end - timedelta(days=1)).isoformat() if self.end else None

    @property
    def label(self) -> str | None:
        """The shortest ISO form that says it: 2019-03-15, 2019-03, 2019, or the last known day."""
        day = self.start or (self.end - timedelta(days=1) if self.end else None)
        if day is None:
            return None
        if self.grain is Grain.DAY or self.start is None:
            return day.isoformat()
        if self.grain in (Grain.MONTH, Grain.TENDAYS):
            return day.isoformat()[:7]
        return day.isoformat()[:4]
