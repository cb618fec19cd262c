"""Figures that a person types, read by the reader's own grammar: 3.2亿元, 5亿元以上, 用地45亩.

An amount is one figure of money and nothing beside it. A need for land is words, in which an area
is looked for: 租用标准厂房3000平方米 needs a floor, 供地45亩 needs land.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from yinfeng.mentions import RECOGNISERS
from yinfeng.text.plain import plain
from yinfeng.values import Bound, Dimension, Quantity, Span
from yinfeng.web.shell.refusals import Refused

_BELOW = re.compile(r"[近逼不未低少下内至最]")
_FLOORS = ("厂房", "租", "建筑", "楼", "层")
_MU = {"mu": Decimal(1), "m2": Decimal(3) / 2000, "ha": Decimal(15), "km2": Decimal(1500)}


def amount(says: str) -> Quantity:
    """The amount that the words are; refused where they are anything else."""
    found = [value for span, value in quantities(says) if span == Span(0, len(says))]
    if len(found) != 1 or found[0].unit.dimension is not Dimension.MONEY:
        raise Refused(f"没有读懂投资额“{says}”。请连同单位写一个数，如“1.2亿元”“5000万元以上”。")
    return found[0]


def falls_short(says: str) -> bool:
    """Whether the words leave an amount below its figure: 近1亿元 does, 约1亿元 does not."""
    if not _BELOW.search(says):
        return False
    try:
        value = amount(says)
    except Refused:
        return False
    return value.bound is Bound.AT_MOST or (value.bound is Bound.ABOUT and "近" in says)


def yuan(value: Quantity) -> Decimal | None:
    """The amount in yuan; an amount in another currency is not exchanged."""
    return value.figure if value.unit.name == "CNY" else None


def area(says: str) -> tuple[str, Span, Quantity] | None:
    """The first area in the words: whether of land or of floor, where it stands, how large."""
    for span, value in quantities(says):
        if value.unit.dimension is Dimension.AREA and value.unit.name in _MU:
            is_floor = value.unit.name == "m2" and any(word in says for word in _FLOORS)
            return "floor_area" if is_floor else "land", span, value
    return None


def mu(value: Quantity) -> Decimal:
    """An area in mu."""
    return (value.figure * _MU[value.unit.name]).quantize(Decimal("0.01"))


def quantities(says: str) -> Iterator[tuple[Span, Quantity]]:
    """The figures of the words, from left to right."""
    yield from _quantities(says)


# A sheet is read twice, for the dry run and when it is imported.
@lru_cache(maxsize=30_000)
def _quantities(says: str) -> tuple[tuple[Span, Quantity], ...]:
    text = plain(says)
    found = (
        (mention.span, mention.value)
        for recognise in RECOGNISERS
        for mention in recognise(text)
        if isinstance(mention.value, Quantity)
    )
    return tuple(sorted(found, key=lambda pair: pair[0]))
