"""Stays: an enterprise holds so many square metres of a place from a day to a day.

Two stays may share a place as long as their areas fit together on every day; 1 March to 30 June
and 1 July onwards do not meet. The first day on which too much is let is told with who is there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_ONE_DAY = timedelta(days=1)
_FINE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Stay:
    """So much of a place, from a day up to and including a day; None goes on."""

    key: str
    holder: str
    place: str
    area: Decimal
    since: date
    until: date | None

    @property
    def end(self) -> date | None:
        """The first day on which it is over; no day follows the last of the calendar."""
        return None if self.until in (None, date.max) else self.until + _ONE_DAY

    def holds_on(self, day: date) -> bool:
        """Whether it stands on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Excess:
    """The first day on which more is let than there is, and the stays of that day."""

    day: date
    let: Decimal
    there_is: Decimal
    stays: tuple[Stay, ...]


def excess_of(
    stays: Sequence[Stay],
    there_is: Decimal,
    tolerance: Decimal = Decimal(0),
    of: Stay | None = None,
) -> Excess | None:
    """The first day on which the stays of one place do not fit into it; None where all fit.

    With *of*, one of them, only the days count on which it stands.
    """
    most = there_is * (1 + tolerance)
    for day in sorted({stay.since for stay in stays if of is None or of.holds_on(stay.since)}):
        standing = tuple(stay for stay in stays if stay.holds_on(day))
        let = sum((stay.area for stay in standing), Decimal(0))
        if let > most:
            return Excess(day, let, there_is, standing)
    return None


def uncovered(let: Sequence[Stay], held: Sequence[Stay]) -> date | None:
    """The first day on which more is let on than is held; None where what is held covers it."""
    ends = (stay.end for stay in held if stay.end is not None)
    for day in sorted({*(stay.since for stay in let), *ends}):
        if let_on(let, day) > let_on(held, day):
            return day
    return None


def let_on(stays: Iterable[Stay], day: date) -> Decimal:
    """How much of a place is let on a day."""
    return sum((stay.area for stay in stays if stay.holds_on(day)), Decimal(0))


def weighted(stays: Iterable[Stay], first: date, last: date) -> Decimal:
    """The area held between two days, both included, weighed by the days that each stay stood."""
    days = (last - first).days + 1
    assert days > 0, "a span of days"
    exact = sum((Fraction(stay.area) * _days(stay, first, last) for stay in stays), Fraction(0))
    found = exact / days
    return (Decimal(found.numerator) / Decimal(found.denominator)).quantize(_FINE, ROUND_HALF_UP)


def entries(stays: Iterable[Stay], first: date, last: date) -> Iterator[Stay]:
    """Those that began between two days."""
    return (stay for stay in stays if first <= stay.since <= last)


def exits(stays: Iterable[Stay], first: date, last: date) -> Iterator[Stay]:
    """Those whose last day lies between two days."""
    return (stay for stay in stays if stay.until is not None and first <= stay.until <= last)


def _days(stay: Stay, first: date, last: date) -> int:
    until = last if stay.until is None else min(stay.until, last)
    return max(0, (until - max(stay.since, first)).days + 1)
