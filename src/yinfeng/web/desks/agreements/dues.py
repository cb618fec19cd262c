"""Promises of signed agreements that are overdue or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.agreements.models import Promise
from yinfeng.web.desks.agreements.standing import duties_on
from yinfeng.web.desks.dues import SOON, Due, Dues, first_of
from yinfeng.web.people.models import User

_KIND = "协议约定"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The promises in the user's scope."""

    def rows() -> "QuerySet[Promise]":
        near = Promise.objects.visible_to(user).open().filter(due__lte=today + SOON)
        return near.select_related("agreement__project").order_by("due", "pk")

    first, count = first_of(rows, _KIND, user, "agreements.read", today)
    shown = tuple(_due(one, beside, today) for one, beside in _beside(first, today))
    yield Dues(_KIND, shown, count, reverse("agreements:index"))


def _beside(first: list[Promise], today: date) -> Iterable[tuple[Promise, str]]:
    """Each promise with what the sums in it come to."""
    if not first:
        return []
    agreements = {one.agreement_id: one.agreement for one in first}.values()
    rows = Promise.objects.filter(pk__in=[one.pk for one in first])
    told = {duty.promise.pk: duty.sums_say for duty in duties_on(rows, agreements, today)}
    return [(one, told[one.pk]) for one in first]


def _due(one: Promise, beside: str, today: date) -> Due:
    agreement = one.agreement
    address = reverse("agreements:agreement", args=[agreement.pk])
    whose = agreement.ours if one.side == Promise.Side.OURS else agreement.theirs
    says = f"{one.says}（{beside}）" if beside else one.says
    return Due(one.due or today, _KIND, agreement.project.name, says, whose, address)
