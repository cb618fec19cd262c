"""Money over months: a sum spread over the days of a plan, and the curve of a year.

A curve adds up month by month; where nothing was told of a month it stays where it was, and what is
still to come has no point at all. 序时 is the plan in even twelfths, or month by month as planned.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

_MONTHS = 12
_WAN = Decimal(10_000)


def spread(total: Decimal, first: date, last: date) -> dict[date, Decimal]:
    """The sum by month (its first day), in proportion to the days between two days, to 万元.

    What rounding leaves over stands in the last month, so that the months make the sum.
    """
    if last <= first or total <= 0:
        return {}
    whole = (last - first).days
    found: dict[date, Decimal] = {}
    at, left = first.replace(day=1), total
    while at < last:
        after = date(at.year + at.month // _MONTHS, at.month % _MONTHS + 1, 1)
        days = (min(after, last) - max(at, first)).days
        part = (total * days / whole / _WAN).quantize(Decimal(1), ROUND_DOWN) * _WAN
        found[at] = part
        left -= part
        at = after
    found[max(found)] += left
    return found


def measured(today: date, silent: Collection[int]) -> tuple[int, int]:
    """The year and month up to which investment is measured on a day.

    It is the last month that has ended and is reported at all: what runs is not measured, and of a
    silent month (1月免报) nothing is told by then that could be late.
    """
    at = today.year * _MONTHS + today.month - 2
    for month in range(at, at - _MONTHS, -1):
        if month % _MONTHS + 1 not in silent:
            return month // _MONTHS, month % _MONTHS + 1
    return at // _MONTHS, at % _MONTHS + 1


@dataclass(frozen=True, slots=True)
class Curve:
    """A year added up month by month: planned, even pace, reported, recognised; None is to come."""

    year: int
    planned: tuple[Decimal, ...]
    pace: tuple[Decimal, ...]
    reported: tuple[Decimal | None, ...]
    recognised: tuple[Decimal | None, ...]

    @property
    def most(self) -> Decimal:
        """The largest sum of all."""
        told = [one for one in (*self.reported, *self.recognised) if one is not None]
        return max((*self.planned, *told), default=Decimal())


def curve_of(
    year: int,
    planned: Mapping[int, Decimal],
    reported: Mapping[int, Decimal],
    recognised: Mapping[int, Decimal],
    today: date,
) -> Curve:
    """The curve of a year as it is known on a day; sums in yuan by month."""
    plan = _added(planned)
    whole = plan[-1]
    upto = _MONTHS if today.year > year else today.month if today.year == year else 0
    return Curve(
        year=year,
        planned=plan,
        pace=tuple(whole * at / _MONTHS for at in range(1, _MONTHS + 1)),
        reported=_until(_added(reported), upto),
        recognised=_until(_added(recognised), upto),
    )


def _added(sums: Mapping[int, Decimal]) -> tuple[Decimal, ...]:
    total = Decimal()
    found: list[Decimal] = []
    for month in range(1, _MONTHS + 1):
        total += sums.get(month, Decimal())
        found.append(total)
    return tuple(found)


def _until(sums: tuple[Decimal, ...], upto: int) -> tuple[Decimal | None, ...]:
    return tuple(one if at <= upto else None for at, one in enumerate(sums, 1))
