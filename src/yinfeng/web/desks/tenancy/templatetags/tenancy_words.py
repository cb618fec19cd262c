"""How pages of tenancy write figures: 12,345.60."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def comma(value: Decimal | int, places: int = 2) -> str:
    """The figure in groups of three, with so many places."""
    return f"{value:,.{places}f}"


@register.filter
def metres(value: Decimal) -> str:
    """An area in groups of three, with cents only where there are some."""
    return f"{value:,.2f}".removesuffix(".00")
