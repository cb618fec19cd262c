"""How pages of leads say things: the form and address of what may be done, a sum of money."""

from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse

register = template.Library()

_SCALES = ((Decimal(100_000_000), "亿元"), (Decimal(10_000), "万元"))


@register.simple_tag(takes_context=True)
def form_called(context: template.Context, name: str) -> Any:
    """The form of that name."""
    return context["forms"][name]


@register.simple_tag
def do_address(name: str, pk: int) -> str:
    """Where its form is sent."""
    return reverse(f"leads:{name.replace('_', '-')}", args=[pk])


@register.filter
def money(yuan: Decimal) -> str:
    """A sum as an office writes it: 5亿元, 3000万元."""
    for scale, word in _SCALES:
        if yuan >= scale:
            return f"{(yuan / scale).normalize():f}{word}"
    return f"{yuan.normalize():f}元"
