"""Milestones that are late or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from yinfeng.web.desks.dues import Due, Dues, first_of
from yinfeng.web.desks.plans.due import due_milestones
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.people.models import User

_KIND = "计划节点"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The milestones in the user's scope."""
    first, count = first_of(lambda: due_milestones(user, today), _KIND, user, "plans.read", today)
    yield Dues(_KIND, tuple(_due(one) for one in first), count, reverse("plans:milestones"))


def _due(one: Milestone) -> Due:
    day = min(day for day in (one.ends, one.latest, one.next_date) if day is not None)
    address = reverse("plans:milestone", args=[one.pk])
    return Due(day, _KIND, one.project.name, one.name, one.person or one.owner, address)
