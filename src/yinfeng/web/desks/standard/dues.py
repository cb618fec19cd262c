"""Checks of standard land that are late or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime

from yinfeng.web.desks.dues import SOON, Due, Dues, first_of
from yinfeng.web.desks.standard.models import Check, StandardPlot
from yinfeng.web.people.models import User

_KIND, _MONEY = "标准地核查", "标准地违约金"
_BACK = "收回的标准地"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The checks in the user's scope that nobody has decided, and penalties not paid."""
    first, count = first_of(lambda: _near(user, today), _KIND, user, "standard.read", today)
    shown = tuple(_due(one, today) for one in first)
    listed = f"{reverse('standard:checks')}?due_to={today + SOON}"
    yield Dues(_KIND, shown, count, listed)
    first, count = first_of(lambda: _owing(user, today), _MONEY, user, "standard.read", today)
    listed = f"{reverse('standard:checks')}?money=unpaid&pay_by_to={today + SOON}"
    yield Dues(_MONEY, tuple(_owed(one) for one in first), count, listed)
    longest, count = first_of(lambda: _back(user), _BACK, user, "standard.give_back", today)
    shown = tuple(_returned(one) for one in longest)
    yield Dues(_BACK, shown, count, f"{reverse('standard:index')}?state=reclaimed")


def _near(user: User, today: date) -> "QuerySet[Check]":
    near = Check.objects.visible_to(user).due_by(today, SOON.days)
    return near.select_related("commitment__plot__parcel")


def _owing(user: User, today: date) -> "QuerySet[Check]":
    owed = Check.objects.visible_to(user).owing_by(today, SOON.days)
    return owed.select_related("commitment__plot__parcel")


def _back(user: User) -> "QuerySet[StandardPlot]":
    back = StandardPlot.objects.in_scope_of(user, "standard.give_back").waiting_to_return()
    return back.order_by("changed_at", "pk").select_related("parcel").defer("parcel__shape")


def _due(one: Check, today: date) -> Due:
    address = reverse("standard:check", args=[one.pk])
    again = f"（第{one.round}次）" if one.round > 1 else ""
    says = f"{one.label}{again}"
    return Due(one.due or today, _KIND, one.commitment.firm, says, one.owner, address)


def _owed(one: Check) -> Due:
    address = reverse("standard:check", args=[one.pk])
    says = f"{one.label}违约金还欠{one.unpaid}万元"
    assert one.pay_by is not None
    return Due(one.pay_by, _MONEY, one.commitment.firm, says, one.owner, address)


def _returned(one: StandardPlot) -> Due:
    address = reverse("standard:plot", args=[one.pk])
    day = localtime(one.changed_at).date()
    return Due(day, _BACK, str(one.parcel), "核对现场，更新登记簿里的宗地状态", "", address)
