"""A rate with both its counts: 签约率（按户）105户 of 124户 is 84.7 %, never 84.7 % alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from yinfeng.lexicon.renewal import Count, Rate, Rates

# 1 亩 is 2000/3 square metres; what is kept in square metres is shown in mu.
MU = Fraction(2000, 3)
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A rate on a day; a count that nobody has is None, and so is the rate of nothing."""

    rate: Rate
    part: Decimal | None
    whole: Decimal | None

    @property
    def value(self) -> Fraction | None:
        """The rate itself, exact."""
        if self.part is None or not self.whole:
            return None
        return Fraction(self.part) / Fraction(self.whole)

    @property
    def percent(self) -> str:
        """84.7%, or 未知 where one of the counts is not known."""
        return "未知" if self.value is None else percent(self.value)

    @property
    def says(self) -> str:
        """已签约产权户105户 ÷ 红线内产权户124户."""
        return f"{counted(self.rate.part, self.part)} ÷ {counted(self.rate.whole, self.whole)}"


def shares(rules: Rates, counts: Mapping[str, Decimal | None]) -> tuple[Share, ...]:
    """Every rate of these counts, the one that stands first in front."""
    found = [
        Share(rate, counts.get(rate.part.key), counts.get(rate.whole.key)) for rate in rules.rates
    ]
    return tuple(sorted(found, key=lambda share: share.rate.key != rules.headline))


def counted(count: Count, value: Decimal | None) -> str:
    """已签约面积2045亩, or 已签约面积未知."""
    return f"{count.label}{'未知' if value is None else plain(value) + count.measure}"


def percent(value: Fraction, digits: int = 1) -> str:
    """A fraction in hundredths, rounded half up: 81.8%."""
    grain = Decimal(1).scaleb(-digits)
    exact = Decimal(value.numerator * _HUNDRED) / Decimal(value.denominator)
    return f"{exact.quantize(grain, ROUND_HALF_UP)}%"


def plain(value: Decimal) -> str:
    """A number without needless noughts, at most two behind the point."""
    words = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def mu_of(square_metres: Decimal) -> Decimal:
    """Square metres in mu, to the last digit that a sheet shows."""
    exact = Fraction(square_metres) / MU
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, or None where one of them is not known."""
    every = list(values)
    return None if any(one is None for one in every) else sum((v for v in every if v), Decimal(0))
