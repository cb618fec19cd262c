"""Working days: which days an office works, with 调休, and which answers are only provisional.

The notices of past years come from chinesecalendar; `data/calendar/overlay.yaml` adds what it does
not know. Beyond the last published notice weekends and statutory holidays are off; a statutory
holiday on a weekend is made up for on the next working day (补假, 全国年节及纪念日放假办法 第六条).
Weekends worked in exchange (调休) are unknown there; a date reckoned there is provisional (暂定).
"""

from bisect import bisect_right
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files

import yaml
from chinese_calendar import constants  # type: ignore[import-untyped]

from yinfeng.lexicon.office_files import BadPolicy, mapping

_OFFICE = frozenset({"version", "since", "basis", "published_to", "holidays", "workdays"})
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The days off and the make-up working days that are known, and how far notices reach."""

    off: Set[date]
    work: Set[date]
    first_year: int
    published_to: int

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on *day*, as far as is known."""
        if day in self.work:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def is_provisional(self, day: date) -> bool:
        """Whether no published notice settles the year of *day*."""
        return not self.first_year <= day.year <= self.published_to

    def after(self, day: date, working_days: int) -> date:
        """The last day of a term of *working_days* that begins the day after *day*."""
        left = working_days
        while left > 0:
            day += _ONE_DAY
            left -= self.is_working_day(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days lie after *first* up to and including *last*."""
        if last < first:
            return -self.between(last, first)
        weekdays = _weekdays(last) - _weekdays(first)
        off, work = self._named
        return weekdays - _within(off, first, last) + _within(work, first, last)

    @cached_property
    def _named(self) -> tuple[list[date], list[date]]:
        """The days from Monday to Friday that are off, and the weekend days that are not."""
        off = {day for day in self.off - self.work if day.weekday() < _SATURDAY}
        return sorted(off), sorted(day for day in self.work if day.weekday() >= _SATURDAY)


def _weekdays(day: date) -> int:
    """How many days from Monday to Friday there were from the first Monday up to *day*."""
    weeks, days = divmod(day.toordinal() - 1, 7)
    return weeks * _SATURDAY + min(days + 1, _SATURDAY)


def _within(days: list[date], first: date, last: date) -> int:
    """How many of the days, which stand in order, lie after *first* up to and including *last*."""
    return bisect_right(days, last) - bisect_right(days, first)


@cache
def calendar(office: str = "") -> Calendar:
    """The calendar of the house: the published notices, and the overlay of the lexicon over them.

    *office* is an office's own YAML text over both: a day that it names is as it says.
    """
    path = files("yinfeng.lexicon") / "data" / "calendar" / "overlay.yaml"
    rows = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return overlaid(_with_office(rows, office) if office else rows)


def _with_office(rows: Mapping[str, object], office: str) -> Mapping[str, object]:
    try:
        own = mapping(yaml.load(office, Loader=yaml.CSafeLoader), "本单位文件")
        off, work = _days(own, "holidays"), _days(own, "workdays")
    except (yaml.YAMLError, ValueError) as error:
        raise BadPolicy("不是 YAML 文件，或日期写法有误（要写成 2027-02-06）") from error
    if strangers := own.keys() - _OFFICE:
        raise BadPolicy(f"不认识的项目：{'、'.join(sorted(map(str, strangers)))}")
    if both := off & work:
        raise BadPolicy(f"既写成放假又写成上班：{'、'.join(sorted(map(str, both)))}")
    published = own.get("published_to", rows["published_to"])
    if not isinstance(published, int):
        raise BadPolicy(f"published_to 要写成年份，不能是 {published!r}")
    settled = {day for day in _days(rows, "provisional") if day.year > published}
    return {
        "holidays": sorted((_days(rows, "holidays") - work) | off),
        "workdays": sorted((_days(rows, "workdays") - off) | work),
        "provisional": sorted(settled),
        "published_to": published,
    }


def overlaid(rows: Mapping[str, object]) -> Calendar:
    """The published notices with the days of an overlay over them."""
    off, work = _days(rows, "holidays"), _days(rows, "workdays")
    published_to = rows.get("published_to")
    if not isinstance(published_to, int):
        raise ValueError(f"overlay.yaml: published_to is no year: {published_to!r}")
    years = {day.year for day in constants.holidays}
    provisional = _days(rows, "provisional")
    return Calendar(
        off=(frozenset(constants.holidays) | off | provisional | _made_up(provisional)) - work,
        work=(frozenset(constants.workdays) | work) - off,
        first_year=min(years),
        published_to=published_to,
    )


def _made_up(holidays: Set[date]) -> frozenset[date]:
    """The working days that are off because a statutory holiday fell on a weekend."""
    taken: set[date] = set()
    for holiday in sorted(day for day in holidays if day.weekday() >= 5):
        day = holiday
        while day.weekday() >= 5 or day in holidays or day in taken:
            day += _ONE_DAY
        taken.add(day)
    return frozenset(taken)


def _days(rows: Mapping[str, object], key: str) -> frozenset[date]:
    days = rows.get(key) or []
    if not isinstance(days, list) or not all(isinstance(day, date) for day in days):
        raise ValueError(f"overlay.yaml: {key} is no list of days")
    return frozenset(days)
