"""Whether two figures agree: 近10个 agrees with 11个, 10个以上 with 12个, 5.2亿元 with 52138万元.

Each figure is a stretch: a bound opens one end, 约 and 近 allow a tenth, and the grain of the words
allows half a step (5.2亿元 is anything that rounds to it). Stretches that touch agree.
"""

from decimal import Decimal

from yinfeng.values import Bound, Quantity

_ABOUT = Decimal("0.1")
_SQUARE_METRES = {
    "m2": Decimal(1),
    "mu": Decimal(2000) / 3,
    "ha": Decimal(10_000),
    "km2": Decimal(1_000_000),
}
_ENDLESS = Decimal("Infinity")


def agrees(left: Quantity, right: Quantity) -> bool:
    """Whether both figures can be true of one thing; never for two units."""
    ours, theirs = stretch_of(left), stretch_of(right)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return False
    return ours[1] <= theirs[2] and theirs[1] <= ours[2]


def stretch_of(quantity: Quantity) -> tuple[str, Decimal, Decimal] | None:
    """The unit, and from where to where the figure may lie; none where both ends are open."""
    if quantity.low is None and quantity.high is None:
        return None
    low = -_ENDLESS if quantity.low is None else quantity.low - _slack(quantity, quantity.low)
    high = _ENDLESS if quantity.high is None else quantity.high + _slack(quantity, quantity.high)
    scale = _SQUARE_METRES.get(quantity.unit.name)
    if scale is None:
        return quantity.unit.name, low, high
    return "m2", low * scale, high * scale


def _slack(quantity: Quantity, value: Decimal) -> Decimal:
    if quantity.bound is Bound.ABOUT:
        return abs(value) * _ABOUT
    # A count of one says exactly one; a sum of money rounded to 千万 says it to half a step.
    return quantity.grain / 2 if quantity.grain > 1 else Decimal(0)
