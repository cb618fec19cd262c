"""Sums on pages of agreements."""

from django import template

from yinfeng.web.desks.agreements.admission import said

register = template.Library()
register.filter("yuan", said)
