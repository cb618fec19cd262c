"""Which rate a text means: 签约率超过84%, 签约面积约2045亩 of 2500亩, 124家企业.

2045 of 2500 mu is 81.8 %, so 84 % is not the rate by area; of 124 owners 105 would give it. A text
whose rate is contradicted by its own pair of figures mixes denominators, or has a figure wrong:
which, a person asks. Every pair is shown, also those that agree and those that settle nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from yinfeng.judgement.rates.shares import percent
from yinfeng.values import Bound, Quantity

_HALF, _NONE = Fraction(1, 2), Fraction(0)


class Verdict(StrEnum):
    """What a pair of figures says of the rate that the text tells."""

    AGREES = "agrees"
    DIFFERS = "differs"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    ALONE = "alone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pair:
    """What may stand above and below a line: names of figures, and whether they are counted."""

    key: str
    label: str
    part: str
    whole: str
    measure: str
    is_counted: bool


PAIRS = (
    Pair("signed_by_owner", "按户", "owners_signed", "owners", "户", True),
    Pair("signed_by_area", "按面积", "area_signed", "area", "亩", False),
    Pair("signed_by_tenant", "按租户", "tenants_signed", "tenants", "户", True),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From and to, both included, the open ends None."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, other: "Stretch") -> bool:
        """Whether the two have a number in common."""
        return _reaches(self, other) and _reaches(other, self)


@dataclass(frozen=True, slots=True)
class PairReading:
    """What one pair gives, and what that says of the told rate."""

    pair: Pair
    part: str
    whole: str
    rate: str
    verdict: Verdict
    says: str


@dataclass(frozen=True, slots=True)
class Mixing:
    """All pairs of a text, and whether its rate is contradicted by one of them."""

    told: str
    readings: tuple[PairReading, ...]
    is_mixed: bool
    says: str


def mixing_of(
    rate: Quantity | None,
    figures: Mapping[str, Quantity],
    about: Decimal,
    quotes: Mapping[str, str] | None = None,
) -> Mixing:
    """What every pair of the told figures says of the told rate; *about* is how loose 约 is."""
    asked = None if rate is None else _stretch(rate, about, Fraction(rate.grain) * _HALF)
    words = dict(quotes or {})
    readings = tuple(_reading(pair, figures, asked, about, words) for pair in PAIRS)
    told = "" if rate is None else words.get("signed_rate") or _rate_words(rate)
    is_mixed, says = _summary(told, asked, readings)
    return Mixing(told, readings, is_mixed, says)


def _reading(
    pair: Pair,
    figures: Mapping[str, Quantity],
    asked: Stretch | None,
    about: Decimal,
    words: Mapping[str, str],
) -> PairReading:
    part, whole = figures.get(pair.part), figures.get(pair.whole)
    above, below = (
        "" if one is None else words.get(key) or f"{_digits(one)}{pair.measure}"
        for key, one in ((pair.part, part), (pair.whole, whole))
    )
    if whole is None or not whole.figure:
        missing = "没有写总数" if part is not None else "没有写这一口径的数"
        return PairReading(pair, above, below, "", Verdict.UNKNOWN, f"{pair.label}：{missing}。")
    if part is None:
        verdict, says = _needed(pair, whole, asked, below)
        return PairReading(pair, above, below, "", verdict, says)
    given = _quotient(_stretch(part, about), _stretch(whole, about))
    found = percent(Fraction(part.figure) / Fraction(whole.figure))
    sum_says = f"{pair.label}：{above} ÷ {below} = {found}"
    if asked is None:
        return PairReading(pair, above, below, found, Verdict.ALONE, f"{sum_says}。")
    agrees = given.meets(asked)
    verdict = Verdict.AGREES if agrees else Verdict.DIFFERS
    end = "，与所写签约率相符。" if agrees else "，与所写签约率不符。"
    return PairReading(pair, above, below, found, verdict, f"{sum_says}{end}")


def _needed(pair: Pair, whole: Quantity, asked: Stretch | None, says: str) -> tuple[Verdict, str]:
    """What the part would have to be for the told rate, where only the whole is told."""
    if asked is None:
        return Verdict.UNKNOWN, f"{pair.label}：只写了总数{says}，没有写已签约数。"
    size = Fraction(whole.figure)
    if not pair.is_counted:
        ends = [
            f"{word}{float(end * size):.0f}{pair.measure}"
            for word, end in (("不少于", asked.low), ("不多于", asked.high))
            if end is not None
        ]
        says = f"{pair.label}：总数{says}，已签约{'、'.join(ends)}才合所写签约率，原文没有写。"
        return Verdict.POSSIBLE, says
    first = 0 if asked.low is None else ceil(asked.low * size)
    last = floor(size if asked.high is None else min(asked.high * size, size))
    if first > last:
        return Verdict.IMPOSSIBLE, f"{pair.label}：{says}里没有哪个户数合所写签约率。"
    least = percent(Fraction(first) / size)
    return (
        Verdict.POSSIBLE,
        f"{pair.label}：{says}里签{first}{pair.measure}为{least}，合所写签约率；原文没有写签约户数。",
    )


def _summary(
    told: str, asked: Stretch | None, readings: tuple[PairReading, ...]
) -> tuple[bool, str]:
    if asked is None:
        rates = {one.rate for one in readings if one.rate}
        if len(rates) > 1:
            return False, "几个口径的签约率不同，引用时应写明按哪个口径。"
        return False, "原文没有写签约率。"
    wrong = [one for one in readings if one.verdict is Verdict.DIFFERS]
    right = [one for one in readings if one.verdict is Verdict.AGREES]
    may_be = [one for one in readings if one.verdict is Verdict.POSSIBLE]
    if wrong:
        names = "、".join(f"{one.pair.label}只有{one.rate}" for one in wrong)
        which = [one.pair.label for one in (*right, *may_be)]
        guess = f"可能是{'或'.join(which)}计算" if which else "原文没有给出它的分子和分母"
        return (
            True,
            f"所写签约率{told}与原文的数不是同一口径：{names}；{told}{guess}。两数并列，不要合用。",
        )
    if right:
        names = "、".join(one.pair.label for one in right)
        return False, f"所写签约率{told}与{names}相符。"
    return False, f"所写签约率{told}没有写明口径，原文的数不足以核对。"


def _stretch(told: Quantity, about: Decimal, loose: Fraction = _NONE) -> Stretch:
    """The numbers that the words allow: a rate is rounded, a count is not, 约 is neither."""
    figure = Fraction(told.figure)
    if told.bound is Bound.AT_LEAST:
        return Stretch(figure, None)
    if told.bound is Bound.AT_MOST:
        return Stretch(None, figure)
    if told.is_range:
        low = None if told.low is None else Fraction(told.low)
        return Stretch(low, None if told.high is None else Fraction(told.high))
    if told.bound is Bound.ABOUT:
        loose = max(loose, figure * Fraction(about))
    return Stretch(figure - loose, figure + loose)


def _quotient(part: Stretch, whole: Stretch) -> Stretch:
    low = None if part.low is None or not whole.high else max(part.low, Fraction(0)) / whole.high
    high = None if part.high is None or not whole.low else part.high / whole.low
    return Stretch(low, high)


def _reaches(one: Stretch, other: Stretch) -> bool:
    """Whether *one* does not end below where *other* begins."""
    return one.high is None or other.low is None or one.high >= other.low


def _rate_words(rate: Quantity) -> str:
    sign = {Bound.AT_LEAST: "超过", Bound.AT_MOST: "不到", Bound.ABOUT: "约"}.get(rate.bound, "")
    return f"{sign}{percent(Fraction(rate.figure), _places(rate.figure))}"


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent - 2)


def _digits(told: Quantity) -> str:
    sign = {Bound.AT_LEAST: "超过", Bound.AT_MOST: "不到", Bound.ABOUT: "约"}.get(told.bound, "")
    return f"{sign}{told.figure.normalize():f}"
