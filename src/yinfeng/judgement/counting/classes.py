"""Size classes: 亿元以上 holds 5亿元以上 too where they are nested; foreign money by its table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from yinfeng.judgement.counting.leaving import Asked, LeftOut
from yinfeng.judgement.counting.rows import ProjectRow
from yinfeng.lexicon.counting import EXCLUSIVE, Band, ProjectCounting

_HOME = ("", "CNY")


@dataclass(frozen=True, slots=True)
class Class:
    """A size class with the projects in it."""

    band: Band
    rows: tuple[ProjectRow, ...]


class _Scale(NamedTuple):
    """From how much of one currency a project is of each class, the largest first."""

    starts: tuple[Decimal | None, ...]


def classed(
    counted: list[ProjectRow], asked: Asked, days: dict[int, date]
) -> tuple[tuple[Class, ...], tuple[LeftOut, ...]]:
    """The classes with their projects, and those that cannot be put into any."""
    bands = asked.rules.bands
    inside: list[list[ProjectRow]] = [[] for _ in bands]
    unsized: list[LeftOut] = []
    scales: dict[tuple[str, date | None], _Scale] = {}
    for row in counted:
        is_home = row.currency in _HOME
        known = (row.currency, None if is_home else days[row.key])
        if known not in scales:
            scales[known] = _scale(row.currency, days[row.key], asked.rules)
        starts = scales[known].starts
        amount = row.yuan if is_home else row.money
        if amount is None or (not is_home and all(start is None for start in starts)):
            rule = "registered_capital" if row.currency == "CNY" else "stale_currency"
            unsized.append(asked.left(row, rule))
        at = _largest(amount, starts, falls_short=bool(row.short_of))
        # What is of a class is above every smaller one, though no table tells how much that is.
        last = at + 1 if asked.measure.bands == EXCLUSIVE else len(bands)
        for place in inside[at:last]:
            place.append(row)
    made = zip(bands, inside, strict=True)
    return tuple(Class(band, tuple(rows)) for band, rows in made), tuple(unsized)


def _scale(currency: str, day: date, rules: ProjectCounting) -> _Scale:
    return _Scale(tuple(rules.threshold(band, currency, day) for band in rules.bands))


def _largest(
    amount: Decimal | None, starts: tuple[Decimal | None, ...], *, falls_short: bool
) -> int:
    """The place of the largest class that holds the amount; behind the last where none does."""
    if amount is not None:
        for at, start in enumerate(starts):
            if start is not None and (amount > start or (amount == start and not falls_short)):
                return at
    return len(starts)
