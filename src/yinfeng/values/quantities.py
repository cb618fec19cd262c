"""Figures with both ends: 15.5亿元, 3000亩以上, 近10个, 2到3亿元, 17.49%, 300万元/亩.

A figure keeps what its words leave open. 超过84% has no high end, 不到10% no low end, 近10个 is
about ten; a range keeps both ends. Dropping the bound would turn a met goal into a missed one.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    ENERGY = "energy"
    POWER = "power"
    TIME = "time"
    COUNT = "count"
    RATIO = "ratio"
    NUMBER = "number"
    RATE = "rate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as FACTS writes it: `CNY`, `mu`, `m2`, `个`, `CNY/mu`; a ratio has the empty name."""

    name: str
    dimension: Dimension


class Bound(StrEnum):
    """How exact the words of a figure are."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stretch of a unit, open (None) at an end that the words leave open.

    15.5亿元 is 1_550_000_000 CNY to the nearest 10_000_000; 3000亩以上 has no high end;
    近10个 is 10 to 10, about; 2到3亿元 is 200_000_000 to 300_000_000.
    """

    unit: Unit
    low: Decimal | None
    high: Decimal | None
    grain: Decimal = Decimal(1)
    bound: Bound = Bound.EXACT

    @property
    def figure(self) -> Decimal:
        """The number that the words write: the only closed end, or the low one of a range."""
        value = self.low if self.low is not None else self.high
        assert value is not None
        return value

    @property
    def is_range(self) -> bool:
        """Whether the words give two ends, as in 2到3亿元."""
        return self.bound is Bound.RANGE
