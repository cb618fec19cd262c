"""When how much of a place comes free: leases that end, from the day after their last one.

Of 1000 ㎡ with 400 let to 2027-03-31 600 are free now and 400 from 2027-04-01; a lease that begins
later takes its part from now on. What never comes free is in no part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

_ZERO = Decimal(0)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """So much of a place, held from a day up to and including a day, or for good."""

    area: Decimal
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a place, and from which day it is free; None is now."""

    day: date | None
    area: Decimal
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A promised area, and from which day it is to be had; None is when it was promised."""

    project: str
    name: str
    area: Decimal
    day: date | None


def parts_of(whole: Decimal, stays: Iterable[Held], day: date) -> list[Part]:
    """What is free of the whole from *day* on for good, the earliest part first."""
    every = [one for one in stays if one.until is None or one.until >= day]
    days = {day, *(one.since for one in every if one.since > day)}
    # No day follows the last of the calendar.
    days |= {one.until + _ONE_DAY for one in every if one.until not in (None, date.max)}
    found: list[Part] = []
    least: Decimal | None = None
    # From the last day backwards: what is taken again later was not free before.
    for at in sorted(days, reverse=True):
        free = max(whole - sum((one.area for one in every if _holds(one, at)), _ZERO), _ZERO)
        least = free if least is None else min(least, free)
        found.append(Part(at, least))
    return _steps(found[::-1], day)


def filled(
    parts: Sequence[Part], given: Iterable[Given]
) -> tuple[tuple[Part, tuple[Given, ...]], ...]:
    """Each part with what of it is promised: the latest that comes in time first.

    What fits nowhere any more stays on the first part, so that it is told there.
    """
    left = [part.area for part in parts]
    told: list[list[Given]] = [[] for _ in parts]
    for one in given:
        rest = one.area
        for at in _in_order(parts, one.day):
            taken = min(rest, left[at])
            if taken > 0:
                left[at] -= taken
                rest -= taken
                told[at].append(Given(one.project, one.name, taken, one.day))
        if rest > 0 and told:
            told[0].append(Given(one.project, one.name, rest, one.day))
    return tuple((part, tuple(own)) for part, own in zip(parts, told, strict=True))


def _holds(stay: Held, day: date) -> bool:
    return stay.since <= day and (stay.until is None or stay.until >= day)


def _steps(free: Sequence[Part], day: date) -> list[Part]:
    """What each day adds to the one before it."""
    steps = []
    before = _ZERO
    for one in free:
        if one.area > before:
            assert one.day is not None
            last = one.day - _ONE_DAY
            is_now = one.day == day
            says = "" if is_now else f"租约{last}到期，续租或没有腾空的除外"
            steps.append(Part(None if is_now else one.day, one.area - before, says))
            before = one.area
    return steps


def _in_order(parts: Sequence[Part], day: date | None) -> list[int]:
    """The parts that are free by that day from the latest back, then the later ones."""
    in_time = [at for at, one in enumerate(parts) if one.day is None or (day and one.day <= day)]
    return [*reversed(in_time), *(at for at in range(len(parts)) if at not in in_time)]
