"""How pages of delivery write a sum: 1,250.5万元."""

from decimal import Decimal

from django import template

from yinfeng.web.desks.delivery import shown

register = template.Library()


@register.filter
def wan(yuan: Decimal | None) -> str:
    """A sum in 万元, a dash where there is none."""
    return shown.wan(yuan)
