"""Terms in months: the same day so many months on, the last of a shorter month."""

from calendar import monthrange
from datetime import date

_MONTHS = 12


def months_later(day: date, months: int) -> date:
    """31 January and a month is 28 February."""
    at = day.year * _MONTHS + day.month - 1 + months
    year, month = at // _MONTHS, at % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
