"""Measured values against what was promised: each indicator met or missed, and by how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yinfeng.lexicon.expressions import BadExpression
from yinfeng.lexicon.standard_land import Indicator

_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is promised of an indicator: at least, at most, or both."""

    low: Decimal | None
    high: Decimal | None

    def says(self, measure: str) -> str:
        """不低于300万元/亩, 不高于7%, 0.7至1.8."""
        low, high = _plain(self.low), _plain(self.high)
        if self.low is not None and self.high is not None:
            return f"{low}至{high}{measure}"
        return f"不低于{low}{measure}" if self.low is not None else f"不高于{high}{measure}"

    @property
    def fault(self) -> str:
        """What is wrong with them, in a sentence."""
        if self.low is None and self.high is None:
            return "要写下限或上限"
        if self.low is not None and self.high is not None and self.low > self.high:
            return "下限高于上限"
        return ""

    def is_weaker_than(self, other: "Limits") -> bool:
        """Whether less is promised than the other asks."""
        is_low = other.low is not None and (self.low is None or self.low < other.low)
        is_high = other.high is not None and (self.high is None or self.high > other.high)
        return is_low or is_high


def strictest(every: Sequence[Mapping[str, Limits]]) -> dict[str, Limits]:
    """What several plots together ask of each indicator: the highest low, the lowest high end."""
    found = {}
    for key in dict.fromkeys(key for one in every for key in one):
        limits = [one[key] for one in every if key in one]
        lows = [one.low for one in limits if one.low is not None]
        highs = [one.high for one in limits if one.high is not None]
        found[key] = Limits(max(lows, default=None), min(highs, default=None))
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """One indicator: what was promised, what was measured, what is missing and which share."""

    indicator: Indicator
    limits: Limits
    measured: Decimal | None
    promised: Decimal | None
    gap: Decimal
    share: Decimal

    @property
    def is_met(self) -> bool | None:
        """Whether the promise was kept; None while nothing was measured."""
        return None if self.measured is None else self.gap == 0

    @property
    def says(self) -> str:
        """达标, 低18万元/亩（6%）, 没有测."""
        if self.measured is None:
            return "还没有核"
        if not self.gap:
            return "达标"
        is_low = self.limits.low is not None and self.measured < self.limits.low
        share = f"（{_plain((self.share * 100).quantize(Decimal('0.1')))}%）"
        word = "低" if is_low else "高"
        return f"{word}{_plain(self.gap)}{self.indicator.measure}{share}"


def judged(indicator: Indicator, limits: Limits, measured: Decimal | None) -> Judged:
    """How a measured value stands to its limits; within the tolerance it stands as met."""
    if measured is None:
        return Judged(indicator, limits, None, _promised(limits, None), Decimal(0), Decimal(0))
    promised = _promised(limits, measured)
    assert promised is not None
    missing = Decimal(0)
    if limits.low is not None and measured < limits.low:
        missing = limits.low - measured
    elif limits.high is not None and measured > limits.high:
        missing = measured - limits.high
    if missing <= abs(promised) * indicator.tolerance:
        return Judged(indicator, limits, measured, promised, Decimal(0), Decimal(0))
    share = missing / promised if promised else Decimal(1)
    return Judged(indicator, limits, measured, promised, missing, share)


def measured_of(
    indicator: Indicator, parts: Mapping[str, Decimal], given: Mapping[str, Decimal]
) -> tuple[Decimal, str]:
    """The value that the parts give, to six places, and how it was reckoned."""
    figures = {**given, **parts}
    if missing := [name for name in indicator.formula.names if name not in figures]:
        raise BadExpression(f"{indicator.label}还缺：{'、'.join(missing)}")
    value = indicator.formula.value(figures).quantize(_PLACES)
    return value, indicator.formula.working(figures)


def total_of(indicator: Indicator, limits: Limits, mu: Decimal) -> str:
    """What a limit by the mu means for the whole plot: 300万元/亩 of 40 mu are 12000万元."""
    if not indicator.total or limits.low is None:
        return ""
    return f"{_plain((limits.low * mu).quantize(Decimal('0.01')))}{indicator.total}"


def missed(every: Sequence[Judged]) -> list[Judged]:
    """Those that were not kept."""
    return [one for one in every if one.is_met is False]


def _promised(limits: Limits, measured: Decimal | None) -> Decimal | None:
    """The limit that counts: the one that was overstepped, else the one there is."""
    if limits.low is None:
        return limits.high
    is_over = measured is not None and limits.high is not None and measured > limits.high
    return limits.high if is_over else limits.low


def _plain(figure: Decimal | None) -> str:
    if figure is None:
        return ""
    plain = f"{figure:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
