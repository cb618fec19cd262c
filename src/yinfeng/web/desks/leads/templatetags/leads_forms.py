"""The form and the address of one thing that may be done on the page of a lead."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def form_called(context: template.Context, name: str) -> Any:
    """The form of that name."""
    return context["forms"][name]


@register.simple_tag
def do_address(name: str, pk: int) -> str:
    """Where its form is sent."""
    return reverse(f"leads:{name.replace('_', '-')}", args=[pk])
