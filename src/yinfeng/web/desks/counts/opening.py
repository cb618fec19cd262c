"""The opening stock: what an office's own ledger brought in when it began to work here.

Nobody could have reported here what was signed before. Only a sheet of the first days counts as
such; a project that is typed in long after its gate is late by its own days.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Min
from django.utils import timezone

from yinfeng.web.desks.counts.lines import Line
from yinfeng.web.desks.projects.models import Project


def opening_of(projects: Iterable[Line], days: int) -> dict[int, date]:
    """The day on which each project of an opening stock came in."""
    sheets = [one for one in projects if one.source == Project.Source.SHEET]
    if not sheets:
        return {}
    units = {one.first_unit for one in sheets}
    began = dict(
        Project.objects.filter(first_unit__in=units)
        .order_by()
        .values_list("first_unit")
        .annotate(first=Min("created_at"))
    )
    found = {}
    for one in sheets:
        came = timezone.localtime(one.created_at).date()
        first = timezone.localtime(began[one.first_unit]).date()
        if came - first <= timedelta(days=days):
            found[one.id] = came
    return found
