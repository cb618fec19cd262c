"""How pages of projects find the address of a doing."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def doing_at(name: str, pk: int) -> str:
    """Where the form of a doing is sent."""
    return reverse(f"projects:{name}", args=[pk])
