"""Rent: what is due by the terms of a lease, what was paid, what is late.

10 yuan a square metre and month for 1200 平方米, paid a quarter in advance: 36000 yuan due on the
first day of each quarter of the lease. A broken month counts by its days; free days cost nothing.
A rent that rises counts from its day on, also within a month.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

# The calendar comes round after so many years, of so many days.
_ROUND, _DAYS = 400, 146_097
_CENT = Decimal("0.01")
_MONTHS = 12
_LONGEST = 366


@dataclass(frozen=True, slots=True)
class Terms:
    """The rent of a month for the whole area, how many months are paid at once, and free days.

    *rises* are the days from which another rent of a month holds, in order.
    """

    monthly: Decimal
    months: int
    since: date
    until: date | None
    free_until: date | None = None
    rises: tuple[tuple[date, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on a day, for which days."""

    day: date
    first: date
    last: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Account:
    """What was due and paid by a day, and since when something is late."""

    due: Decimal
    paid: Decimal
    late_since: date | None

    @property
    def arrears(self) -> Decimal:
        """What is due and not paid."""
        return max(self.due - self.paid, Decimal(0))


def dues(terms: Terms, by: date) -> Iterator[Due]:
    """What falls due up to and including a day, in advance, period by period."""
    at = 0
    while True:
        begin = _plus(terms.since, at * terms.months)
        if begin > by.toordinal() or (terms.until and begin > terms.until.toordinal()):
            return
        end = _plus(terms.since, (at + 1) * terms.months) - 1
        first, last = date.fromordinal(begin), min(end, (terms.until or date.max).toordinal())
        yield Due(first, first, date.fromordinal(last), _cost(terms, first, last))
        at += 1


def account(terms: Terms, paid: Iterable[tuple[date, Decimal]], by: date, grace: int) -> Account:
    """How the account of a lease stands on a day; what is paid goes to the oldest dues first."""
    given = sum((amount for day, amount in paid if day <= by), Decimal(0))
    total, late = Decimal(0), None
    for due in dues(terms, by - timedelta(days=grace)):
        total += due.amount
        if late is None and total > given:
            late = due.day
    return Account(total, given, late)


def _cost(terms: Terms, first: date, last: int) -> Decimal:
    """The rent of the days, month by month of the lease, each by the days that it costs."""
    begin = first.toordinal()
    if terms.free_until is not None:
        begin = max(begin, terms.free_until.toordinal() + 1)
    exact, month = Fraction(0), _months_between(terms.since, first)
    while (start := _plus(terms.since, month)) <= last:
        end = _plus(terms.since, month + 1)
        for monthly, since, until in _rents(terms):
            days = min(last + 1, end, until) - max(begin, start, since)
            exact += Fraction(monthly) * max(days, 0) / (end - start)
        month += 1
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_CENT, ROUND_HALF_UP)


def _rents(terms: Terms) -> Iterator[tuple[Decimal, int, int]]:
    """Each rent of a month, the number of its first day, and of the first day of the next."""
    days = [0, *(day.toordinal() for day, _ in terms.rises), (_ROUND + date.max.year) * _LONGEST]
    rents = [terms.monthly, *(monthly for _, monthly in terms.rises)]
    yield from zip(rents, days, days[1:], strict=False)


def _months_between(since: date, day: date) -> int:
    return (day.year - since.year) * _MONTHS + day.month - since.month


def _plus(day: date, months: int) -> int:
    """So many months later, as a day's number; the 31st becomes the last of a shorter month.

    The calendar comes round after four hundred years: a lease without end may run past the last
    year that a date can have.
    """
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month, rounds = day.year + years, month + 1, 0
    if year > date.max.year:
        year, rounds = year - _ROUND, 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).toordinal() + rounds * _DAYS
