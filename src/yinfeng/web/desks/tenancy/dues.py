"""Occupancies that end within a month: who goes, or with whom to renew."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.dues import Due, Dues, first_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import User

# A lease is talked about before its last week.
_AHEAD = timedelta(days=30)
_KIND = "入驻到期"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The occupancies in the user's scope that end; one that has ended is no debt."""
    last = today + _AHEAD

    def rows() -> "QuerySet[Occupancy]":
        seen = Occupancy.objects.visible_to(user)
        return seen.filter(until__gte=today, until__lte=last, left_why="").order_by("until", "pk")

    first, count = first_of(rows, _KIND, user, "tenancy.read", today)
    shown = tuple(_due(one, today) for one in first)
    listed = f"{reverse('tenancy:index')}?until_from={today}&until_to={last}"
    yield Dues(_KIND, shown, count, listed)


def _due(one: Occupancy, today: date) -> Due:
    address = reverse("tenancy:occupancy", args=[one.pk])
    return Due(one.until or today, _KIND, one.firm, one.place, one.lessor, address)
