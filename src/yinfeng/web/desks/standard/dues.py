"""Checks of standard land that are late or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from yinfeng.web.desks.dues import SHOWN, SOON, Due, Dues
from yinfeng.web.desks.standard.models import Check
from yinfeng.web.people.models import User

_KIND = "标准地核查"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The checks in the user's scope that nobody has decided."""
    rows = Check.objects.visible_to(user).due_by(today, SOON.days)
    first = rows.select_related("commitment__plot__parcel")[:SHOWN]
    shown = tuple(_due(one, today) for one in first)
    listed = f"{reverse('standard:checks')}?due_to={today + SOON}"
    yield Dues(_KIND, shown, rows.count(), listed)


def _due(one: Check, today: date) -> Due:
    address = reverse("standard:check", args=[one.pk])
    again = f"（第{one.round}次）" if one.round > 1 else ""
    says = f"{one.label}{again}"
    return Due(one.due or today, _KIND, one.commitment.firm, says, one.owner, address)
