"""Days of the old calendar, 1949 to 2060: 农历八月十五, 春节, 腊月初十.

One file, `data/lunar.csv`: where each lunar year begins and how long its months are.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LunarYear:
    """One lunar year: its first day, its leap month (0 for none), its months' lengths in order."""

    first: date
    leap: int
    lengths: tuple[int, ...]
    solar_terms: Mapping[str, tuple[int, int]]

    def month(self, month: int, *, is_leap: bool = False) -> tuple[date, date] | None:
        """The first day of a month and the day after its last; None if the year has no such."""
        if is_leap and month != self.leap:
            return None
        after_leap = self.leap and (month > self.leap or is_leap)
        at = month - 1 + (1 if after_leap else 0)
        if not 0 <= at < len(self.lengths):
            return None
        start = self.first + timedelta(days=sum(self.lengths[:at]))
        return start, start + timedelta(days=self.lengths[at])


@cache
def _years() -> Mapping[int, LunarYear]:
    path = files("yinfeng.lexicon") / "data" / "lunar.csv"
    with path.open(encoding="utf-8") as stream:
        rows = csv.DictReader(line for line in stream if not line.startswith("#"))
        return {int(row["year"]): _year(row) for row in rows}


def _year(row: Mapping[str, str]) -> LunarYear:
    return LunarYear(
        date.fromisoformat(row["first"]),
        int(row["leap"]),
        tuple(30 if c == "1" else 29 for c in row["lengths"]),
        {"清明": _month_day(row["qingming"]), "冬至": _month_day(row["dongzhi"])},
    )


def _month_day(says: str) -> tuple[int, int]:
    month, day = says.split("-")
    return int(month), int(day)


def month_of(year: int, month: int, *, is_leap: bool = False) -> tuple[date, date] | None:
    """A lunar month as `[first day, day after)`; None outside the table."""
    known = _years().get(year)
    return known.month(month, is_leap=is_leap) if known else None


def day_of(year: int, month: int, day: int) -> date | None:
    """A lunar day by the sun; the 30th of a short month is its last day (除夕)."""
    stretch = month_of(year, month)
    if stretch is None or not 1 <= day <= 30:
        return None
    return min(stretch[0] + timedelta(days=day - 1), stretch[1] - timedelta(days=1))


def solar_term(year: int, name: str) -> date | None:
    """The day of 清明 or 冬至 in a year by the sun; None outside the table."""
    known = _years().get(year)
    if known is None or name not in known.solar_terms:
        return None
    return date(year, *known.solar_terms[name])
