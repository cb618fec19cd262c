"""One string asked for its numbers, figures and dates: the plain door to the recognisers.

    figures("总投资1.2个亿")                        [("1.2个亿", Quantity(CNY, 120000000 …))]
    dates("去年底签约", date(2024, 3, 18))          [("去年底", Period(2023-12-01 … 2024-01-01))]
    numbers_in("三又四分之一")                      [Decimal("3.25")]

The string is restored first (traditional script, full width), so the words are those restored.
"""

from datetime import date
from decimal import Decimal

from yinfeng.mentions import quantities, times
from yinfeng.mentions.numbers import numbers
from yinfeng.text import Text, restore
from yinfeng.values import Document, Period, Quantity


def figures(says: str) -> list[tuple[str, Quantity]]:
    """The figures with their units, from left to right, and the words of each."""
    text = _text(says, None)
    return [
        (text.says(mention.span), mention.value)
        for mention in sorted(quantities.recognise(text), key=lambda mention: mention.span)
        if isinstance(mention.value, Quantity)
    ]


def dates(says: str, day: date | None = None) -> list[tuple[str, Period]]:
    """The days and periods, read as if written on *day*, and the words of each."""
    text = _text(says, day)
    return [
        (text.says(mention.span), mention.value)
        for mention in times.recognise(text)
        if isinstance(mention.value, Period)
    ]


def numbers_in(says: str) -> list[Decimal]:
    """The plain numbers, with or without a unit."""
    return [value for _, value in numbers(_text(says, None).clean)]


def _text(says: str, day: date | None) -> Text:
    return restore(Document(name="asked", source=says, published=day))
