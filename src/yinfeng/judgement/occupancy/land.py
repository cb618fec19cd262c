"""Land that an enterprise used in a year, as the per-mu evaluation counts it.

Own land, plus what is leased, less what is let to others; leased floor becomes land by the plot
ratio of its parcel: 3000 平方米 of floor at 容积率 1.5 are 2000 平方米 of land. Every part is
weighed by the days that it stood and shown with its reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from yinfeng.judgement.occupancy.stays import Stay, weighted
from yinfeng.lexicon.occupancy import OccupancyRules

_FINE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Use:
    """A stay with what it stands on: land or floor, its plot ratio, and from whom it is leased."""

    stay: Stay
    is_floor: bool
    ratio: Decimal | None
    lessor: str = ""
    is_own: bool = False
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an enterprise's land: how much, and why."""

    stay: Stay
    area: Decimal
    says: str


@dataclass(frozen=True, slots=True)
class LandUse:
    """The land of one enterprise in a span of days, part by part."""

    holder: str
    parts: tuple[Part, ...]

    @property
    def area(self) -> Decimal:
        """Square metres of land."""
        return max(sum((part.area for part in self.parts), Decimal(0)), Decimal(0))


def land_of(
    holder: str, uses: Iterable[Use], rules: OccupancyRules, first: date, last: date
) -> LandUse:
    """The land of one enterprise between two days, both included."""
    parts = []
    for use in uses:
        if not use.is_counted:
            continue
        if use.stay.holder == holder:
            parts.append(_part(use, rules, first, last, 1))
        elif use.lessor == holder and rules.subtract_let:
            parts.append(_part(use, rules, first, last, -1))
    return LandUse(holder, tuple(part for part in parts if part.area))


def _part(use: Use, rules: OccupancyRules, first: date, last: date, sign: int) -> Part:
    held = weighted([use.stay], first, last)
    if not use.is_floor:
        what = "租给他人的土地" if sign < 0 else "自有土地" if use.is_own else "租入土地"
        return Part(use.stay, sign * held, f"{what}，按天数折算{_plain(held)}平方米")
    ratio = use.ratio or rules.standard_ratio
    exact = Fraction(held) / Fraction(ratio)
    area = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_FINE, ROUND_HALF_UP)
    by = f"容积率{_plain(ratio)}" if use.ratio else f"折算标准{_plain(ratio)}"
    what = "租给他人的厂房" if sign < 0 else "自有厂房" if use.is_own else "租入厂房"
    says = f"{what}，按天数折算{_plain(held)}平方米，按{by}折成土地{_plain(area)}平方米"
    return Part(use.stay, sign * area, says)


def _plain(value: Decimal) -> str:
    words = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
