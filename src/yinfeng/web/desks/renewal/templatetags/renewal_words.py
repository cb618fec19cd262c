"""How pages of renewal write figures: 12,345.60."""

from decimal import Decimal

from django import template

from yinfeng.web.desks.renewal.battles import named

register = template.Library()


@register.filter
def comma(value: Decimal | int, places: int = 2) -> str:
    """The figure in groups of three, with so many places."""
    return f"{Decimal(value):,.{places}f}"


@register.filter
def sum_of(words: str) -> str:
    """A sum kept as words, in groups of three."""
    return f"{Decimal(words):,.2f}"


# What a party is called on a page; the name of a natural person is masked.
register.filter("called", named)
