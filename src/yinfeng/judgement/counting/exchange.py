"""Sums in foreign money at a dated rate: 1000万美元 signed in January at the rate of that month.

Classes of size never use a rate; a sum that has no rate of its day stands apart in its own money.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yinfeng.judgement.counting.rows import ProjectRow
from yinfeng.lexicon.counting import ProjectCounting, Rate


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What a sum in foreign money comes to in yuan, and by which rate."""

    yuan: Decimal
    rate: Rate


def is_foreign(row: ProjectRow) -> bool:
    """Whether it is told in another currency only; a sum in yuan that was reported stands."""
    return row.yuan is None and row.currency not in ("", "CNY")


def exchanged(
    rows: Iterable[ProjectRow], days: dict[int, date], rules: ProjectCounting
) -> dict[int, Exchanged]:
    """What sums in foreign money come to at the rate of the day on which each counts."""
    found = {}
    for row in rows:
        if is_foreign(row) and row.money is not None:
            rate = rules.rate(row.currency, days[row.key])
            if rate is not None:
                found[row.key] = Exchanged(row.money * rate.yuan, rate)
    return found
