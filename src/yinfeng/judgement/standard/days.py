"""When checks are due: a day that the contract names, else a term from an earlier day.

A term runs over plain days, months or working days; where it ends on a day off it ends on the
working day after it. What waits for a day that is not known yet has no day itself.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Length
from yinfeng.lexicon.standard_checks import CheckPoint, Checks

_MONTHS = 12
_ONE_DAY = timedelta(days=1)
# No contract runs beyond it, and terms from it still end on a day of the calendar.
LAST_DAY = date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class CheckDay:
    """From when to when a check is made, and how its day was reckoned."""

    opens: date | None
    due: date | None
    says: str


def later(day: date, length: Length, calendar: Calendar) -> date:
    """The last day of a term that begins after *day*."""
    if length.unit == "wd":
        return calendar.after(day, length.count)
    if length.unit == "d":
        return day + timedelta(days=length.count)
    years, month = divmod(day.year * _MONTHS + day.month - 1 + length.count, _MONTHS)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


def check_days(
    checks: Checks,
    known: Mapping[str, date | None],
    agreed: Mapping[str, date | None],
    calendar: Calendar,
) -> dict[str, CheckDay]:
    """The day of every check: *known* are the days that were, *agreed* those of the contract.

    A day that has not come yet runs on from the day on which it is due.
    """
    starts = {key: day for key, day in known.items() if day}
    found = {}
    for key, point in checks.points.items():
        found[key] = _check_day(point, checks, starts, agreed.get(key), calendar)
        due = found[key].due
        if point.asks_day and due is not None:
            starts.setdefault(key, due)
    return found


def months_late(due: date, day: date) -> int:
    """How many months lie between, each begun one counted."""
    if day <= due:
        return 0
    whole = (day.year - due.year) * _MONTHS + day.month - due.month
    return whole + (day.day > due.day)


def _check_day(
    point: CheckPoint,
    checks: Checks,
    starts: Mapping[str, date],
    agreed: date | None,
    calendar: Calendar,
) -> CheckDay:
    if agreed is not None:
        return CheckDay(None, agreed, f"合同约定{agreed}")
    start = starts.get(point.runs_from)
    name = checks.start_of(point)
    if start is None:
        return CheckDay(None, None, f"等{name}日期，{name}后{point.term.says}")
    opens = later(start, point.term, calendar)
    says = f"{name}{start}起{point.term.says}"
    if point.window is None:
        due, roll = _rolled(opens, checks, calendar)
        return CheckDay(None, due, says + roll)
    due, roll = _rolled(later(opens, point.window, calendar), checks, calendar)
    return CheckDay(opens, due, f"{says}开始，{point.window.says}内复核{roll}")


def _rolled(day: date, checks: Checks, calendar: Calendar) -> tuple[date, str]:
    if not checks.rolls or calendar.is_working_day(day):
        return day, ""
    following = day
    while not calendar.is_working_day(following):
        following += _ONE_DAY
    unsure = "，节假日暂定" if calendar.is_provisional(following) else ""
    return following, f"，{day}不上班，顺延到{following}{unsure}"
