"""Promises of signed agreements that are overdue or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from yinfeng.web.desks.agreements.models import Promise
from yinfeng.web.desks.dues import SHOWN, SOON, Due, Dues
from yinfeng.web.people.models import User

_KIND = "协议约定"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The promises in the user's scope."""
    rows = Promise.objects.visible_to(user).open().filter(due__lte=today + SOON)
    first = rows.select_related("agreement__project").order_by("due", "pk")[:SHOWN]
    shown = tuple(_due(one, today) for one in first)
    yield Dues(_KIND, shown, rows.count(), reverse("agreements:index"))


def _due(one: Promise, today: date) -> Due:
    agreement = one.agreement
    address = reverse("agreements:agreement", args=[agreement.pk])
    whose = agreement.ours if one.side == Promise.Side.OURS else agreement.theirs
    return Due(one.due or today, _KIND, agreement.project.name, one.says, whose, address)
