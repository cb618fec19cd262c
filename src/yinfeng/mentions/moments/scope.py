"""What a text has told so far, and the stretches of days that its words come to.

The words 3月, 25日 and 全年 lean on the words before them: a year told in the same paragraph, a
month told before a day, else the document's own date. What cannot be placed stays open.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from yinfeng.mentions.anchors import Anchor
from yinfeng.values import Grain

ONE_DAY = timedelta(days=1)
_EARLY = 4
"""So late in a year papers look back on the months of the year before without naming it."""
Told = re.Match[str]


class Stretch(NamedTuple):
    """A half-open stretch of days; None is an open or unknown end."""

    start: date | None
    end: date | None
    grain: Grain


@dataclass
class Scope:
    """What the text has told so far: the year, month and day that later words lean on."""

    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: date | None = None
    expects: bool = False
    section: int | None = None
    review: int | None = None

    def __post_init__(self) -> None:
        """A review of a year, read in the year after, tells of that year from its first line."""
        self.section = self.year = self.review

    def new_paragraph(self) -> None:
        """Forget what the paragraph before told, all but the year that heads the section."""
        self.year, self.month, self.day = self.section, None, None

    def new_section(
        self, year: int | None, *, looks_ahead: bool = False, looks_back: bool = False
    ) -> None:
        """Take over the year of a heading: below 一、2019年工作回顾 a bare 6月 is of 2019."""
        own = self.anchor.year
        near = own is not None and year is not None and own - 1 <= year <= own + 1
        self.review = None if looks_ahead else self.review
        if looks_back and near:
            self.review = year
        self.section = year if near else self.review

    def new_sentence(self) -> None:
        """Forget a year told long before the document, which no later sentence leans on."""
        own = self.anchor.year
        if own is not None and self.year is not None and not own - 1 <= self.year <= own + 1:
            self.new_paragraph()

    @property
    def own_year(self) -> int | None:
        """The year that 今年 means: the document's, or the one that its section looks back on."""
        looks_back = self.review is not None and self.section == self.review
        return self.review if looks_back else self.anchor.year

    def this_year(self) -> int | None:
        """The year in scope: told before in the paragraph, else the document's."""
        return self.year if self.year is not None else self.own_year

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year of a month told without one."""
        if self.year is not None:
            turns = self.month is not None and self.month >= 9 and month <= 4
            latest = self.anchor.year or self.year
            return self.year + 1 if turns and self.year < latest else self.year
        return self._own_year_of(month, day)

    def year_until(self, month: int) -> int | None:
        """The year of the months up to one told without it: 前三季度 in March is last year's."""
        year, own = self.this_year(), self.anchor.day
        is_own = own is not None and year == own.year
        if own is None or not is_own or self.expects or own.month > _EARLY:
            return year
        if month <= own.month + 1:
            return year
        return own.year - 1

    def _own_year_of(self, month: int, day: int) -> int | None:
        own = self.anchor.day
        if own is None:
            return self.anchor.year
        ahead = (month, day) > (own.month, own.day) and month > 0
        if not ahead or self.expects:
            return own.year
        # Nobody writes 去年 before 12月5日 in January; in summer a bare 9月 is this year's plan.
        return own.year - 1 if month - own.month > (3 if own.month <= 3 else 6) else own.year

    def tell(self, stretch: Stretch) -> None:
        """Remember a told stretch for the words that lean on it."""
        if stretch.start is None:
            return
        self.year = stretch.start.year
        fine = stretch.grain in (Grain.DAY, Grain.TENDAYS, Grain.MONTH)
        self.month = stretch.start.month if fine else None
        self.day = stretch.start if stretch.grain is Grain.DAY else None


def full_year(two: int) -> int:
    """The year that two digits write: 19年 is 2019, 87年 is 1987."""
    return 2000 + two if two < 50 else 1900 + two


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_after(year: int, month: int, count: int = 1) -> date:
    """The first day of the month *count* months on."""
    months = year * 12 + month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def months(year: int, first: int, last: int, grain: Grain) -> Stretch | None:
    """From the first of one month to the end of another of a year; None outside the calendar."""
    if not (1 <= year <= 9998 and 1 <= first <= 12 and 1 <= last <= 12):
        return None
    return Stretch(date(year, first, 1), month_after(year, last), grain)


def years(first: int, last: int) -> Stretch | None:
    """From the first of January of one year to the end of another."""
    if not 1 <= first <= last <= 9998:
        return None
    grain = Grain.YEAR if first == last else Grain.YEARS
    return Stretch(date(first, 1, 1), date(last + 1, 1, 1), grain)


def one_day(day: date | None) -> Stretch | None:
    """The one day as a stretch."""
    if day is None or day == date.max:
        return None
    return Stretch(day, day + ONE_DAY, Grain.DAY)


def unknown(grain: Grain) -> Stretch:
    """A time of that grain that cannot be placed."""
    return Stretch(None, None, grain)


def after(day: date | None) -> date | None:
    """The day after, of a day that is known."""
    return None if day is None else day + ONE_DAY
