"""The days of a calendar as numbers, so that a term is one look into a table.

Every day that a plan reckons is a working day: a term of days or months that ends on a holiday ends
on the next working day (《民法典》第二百零三条), and a term of working days cannot end elsewhere. A
term begins the day after the event that starts it. Going back is the exact counterpart: of all
working days from which a term still ends in time, the last one.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Length

FIRST, LAST = date(2004, 1, 1), date(2060, 12, 31)
_BASE = FIRST.toordinal()
_SIZE = LAST.toordinal() - _BASE + 1
_MONTHS = 12

Go = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Step:
    """A length of time, forward from a day to the end of the term, and back from it."""

    forward: Go
    back: Go


@dataclass(frozen=True, slots=True)
class Grid:
    """The working days from FIRST to LAST; a day is its number since FIRST."""

    count: list[int]  # of each day: how many working days there are up to and including it
    works: list[int]  # the working days in order, counted from 1
    ahead: list[int]  # of each day: itself or the next working day
    behind: list[int]  # of each day: itself or the last working day before
    settled: int  # the last day that a published notice settles
    steps: dict[Length, Step] = field(default_factory=dict)

    def step(self, length: Length) -> Step:
        """The way over a length of time."""
        found = self.steps.get(length)
        if found is None:
            found = self.steps[length] = _STEPS[length.unit](self, length.count)
        return found

    def between(self, first: int, last: int) -> int:
        """How many working days lie after *first* up to and including *last*; below 0 back."""
        return self.count[last] - self.count[first]


def number(day: date) -> int:
    """The number of a day; days beyond the grid are its ends."""
    return min(max(day.toordinal() - _BASE, 0), _SIZE - 1)


def day_of(at: int) -> date:
    """The day of a number."""
    return date.fromordinal(_BASE + at)


@lru_cache(maxsize=8)
def grid(calendar: Calendar) -> Grid:
    """The grid of a calendar."""
    count, works, behind = [], [0], []
    for at in range(_SIZE):
        if calendar.is_working_day(day_of(at)):
            works.append(at)
        count.append(len(works) - 1)
        behind.append(works[-1])
    ahead = [0] * _SIZE
    following = works[-1]
    for at in range(_SIZE - 1, -1, -1):
        if behind[at] == at:
            following = at
        ahead[at] = following
    return Grid(count, works, ahead, behind, number(date(calendar.published_to, 12, 31)))


def _working(grid: Grid, days: int) -> Step:
    count, works, ahead = grid.count, grid.works, grid.ahead
    most = len(works) - 1
    if days == 0:
        return Step(lambda day: ahead[day], lambda day: day)
    return Step(
        lambda day: works[min(count[day] + days, most)],
        lambda day: works[max(count[day] - days, 1)],
    )


def _plain(grid: Grid, days: int) -> Step:
    ahead, behind, most = grid.ahead, grid.behind, _SIZE - 1
    return Step(
        lambda day: ahead[min(day + days, most)],
        lambda day: behind[max(day - days, 0)],
    )


def _months(grid: Grid, months: int) -> Step:
    ends = [grid.ahead[_later(at, months)] for at in grid.works[1:]]
    starts = grid.works[1:]
    at_of = {day: at for at, day in enumerate(starts)}
    ahead = grid.ahead

    def forward(day: int) -> int:
        at = at_of.get(day)
        return ahead[_later(day, months)] if at is None else ends[at]

    def back(day: int) -> int:
        # Ends never fall with later starts, so the last start in time is found by halving.
        return starts[max(bisect_right(ends, day) - 1, 0)]

    return Step(forward, back)


def _later(at: int, months: int) -> int:
    day = day_of(at)
    years, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if years > LAST.year:
        return _SIZE - 1
    last = monthrange(years, month + 1)[1]
    return number(date(years, month + 1, min(day.day, last)))


_STEPS: dict[str, Callable[[Grid, int], Step]] = {"wd": _working, "d": _plain, "m": _months}
