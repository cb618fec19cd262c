"""How pages of counting write figures: sums in 亿元 and 万元, shares in per cent."""

from decimal import Decimal

from django import template

register = template.Library()

_YI, _WAN = Decimal(100_000_000), Decimal(10_000)


@register.filter
def yi(yuan: Decimal | None) -> str:
    """A sum in 亿元, with no more digits than it has."""
    return _plain(yuan, _YI)


@register.filter
def wan(money: Decimal | None) -> str:
    """A sum in 万."""
    return _plain(money, _WAN)


@register.filter
def percent(share: Decimal | None) -> str:
    """A share in per cent; a dash where nothing can be shared."""
    return "—" if share is None else f"{share}%"


def _plain(value: Decimal | None, scale: Decimal) -> str:
    if value is None:
        return "—"
    return f"{round(value / scale, 4).normalize():f}"
