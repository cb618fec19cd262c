"""The light of the investment: 完成率 less 序时进度, in points; without a plan it is unknown.

What was recognised with proof counts; what was only reported stands beside it (自报).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.lexicon.lights import UNKNOWN, Scheme

_MONTHS = 12
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Spending:
    """A year of a project up to a month: plan, reported, recognised, and how that stands."""

    year: int
    month: int
    planned: Decimal
    reported: Decimal
    recognised: Decimal
    pace: Decimal | None
    rate: Decimal | None
    claimed_rate: Decimal | None
    light: str
    says: str

    @property
    def ahead(self) -> Decimal | None:
        """Points ahead of the pace, below zero behind it."""
        return None if self.rate is None or self.pace is None else self.rate - self.pace


def spending_of(
    year: int,
    month: int,
    planned: Mapping[int, Decimal],
    reported: Mapping[int, Decimal],
    recognised: Mapping[int, Decimal],
    scheme: Scheme,
    pace: str = "even",
) -> Spending:
    """The year up to and including *month*; sums in yuan by month."""
    whole = sum(planned.values(), Decimal())
    claimed = _up_to(reported, month)
    done = _up_to(recognised, month)
    if not whole:
        return Spending(
            year, month, whole, claimed, done, None, None, None, UNKNOWN, "没有年度投资计划"
        )
    at = _share(_up_to(planned, month), whole) if pace == "plan" else _even(month)
    rate = _share(done, whole)
    light, says = _light(rate - at, rate, at, scheme)
    return Spending(
        year, month, whole, claimed, done, at, rate, _share(claimed, whole), light, says
    )


def _light(ahead: Decimal, rate: Decimal, at: Decimal, scheme: Scheme) -> tuple[str, str]:
    says = f"完成率{rate}%，序时{at}%，"
    says += f"超{ahead}个百分点" if ahead >= 0 else f"差{-ahead}个百分点"
    for band in scheme.investment:
        if band.start is None or ahead >= band.start:
            return band.light, says
    return UNKNOWN, says


def _up_to(sums: Mapping[int, Decimal], month: int) -> Decimal:
    return sum((value for at, value in sums.items() if at <= month), Decimal())


def _even(month: int) -> Decimal:
    return (month * _HUNDRED / _MONTHS).quantize(_TENTH, ROUND_HALF_UP)


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part * _HUNDRED / whole).quantize(_TENTH, ROUND_HALF_UP)
