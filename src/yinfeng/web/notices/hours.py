"""When an office may be told: on working days from half past eight to half past five."""

from datetime import datetime, time, timedelta

from yinfeng.lexicon.calendar import calendar

OPENS = time(8, 30)
CLOSES = time(17, 30)


def next_open(moment: datetime) -> datetime:
    """The moment itself where the office works then, else when it opens next."""
    day = moment.date()
    if calendar().is_working_day(day):
        if moment.time() < OPENS:
            return _opening(moment)
        if moment.time() <= CLOSES:
            return moment
    return next_morning(moment)


def next_morning(moment: datetime) -> datetime:
    """When the office opens next."""
    opening = _opening(moment)
    while opening <= moment or not calendar().is_working_day(opening.date()):
        opening += timedelta(days=1)
    return opening


def _opening(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), OPENS, moment.tzinfo)
