"""The way of a trip: approved, refused, cancelled, reported, sent back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.forms import ApprovalForm, ReasonForm, ReportForm
from yinfeng.web.desks.outreach.kinds import kind_of
from yinfeng.web.desks.outreach.models import Trip
from yinfeng.web.desks.outreach.views.records import show
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@require_POST
@desk_view("outreach.approve")
def approve(request: DeskRequest, pk: int) -> HttpResponse:
    """Let the trip go."""
    trip, form = _found(request, pk), ApprovalForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _shown(request, trip, approval_form=form)
    given = form.cleaned_data
    try:
        actions.approve(
            trip, by=request.user, today=timezone.localdate(), on=given["on"], paper=given["paper"]
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, trip, approval_form=form)
    return _done(request, trip, "已批准")


@require_POST
@desk_view("outreach.approve")
def refuse(request: DeskRequest, pk: int) -> HttpResponse:
    """Do not let the trip go, for a reason."""
    return _with_reason(request, pk, actions.refuse, "未批准")


@require_POST
@desk_view("outreach.reopen")
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Send the trip back, so that it waits for approval again."""
    return _with_reason(request, pk, actions.reopen, "已退回，待重新批准")


@require_POST
@desk_view("outreach.change")
def cancel(request: DeskRequest, pk: int) -> HttpResponse:
    """Say that the trip did not take place."""
    return _with_reason(request, pk, actions.cancel, "已取消")


@require_POST
@desk_view("outreach.report")
def report(request: DeskRequest, pk: int) -> HttpResponse:
    """Say what came of the trip."""
    trip, form = _found(request, pk), ReportForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            actions.report(trip, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _done(request, trip, "已报告")
    return _shown(request, trip, report_form=form)


def _with_reason(
    request: DeskRequest, pk: int, action: Callable[..., Trip], says: str
) -> HttpResponse:
    trip, form = _found(request, pk), ReasonForm(request.POST)
    try:
        action(trip, by=request.user, reason=form.cleaned_data["reason"] if form.is_valid() else "")
    except Refused as refusal:
        return _shown(request, trip, refusal=str(refusal))
    return _done(request, trip, says)


def _done(request: DeskRequest, trip: Trip, says: str) -> HttpResponse:
    messages.success(request, f"{trip}：{says}。")
    return redirect(reverse("outreach:trips-record", args=[trip.pk]))


def _found(request: DeskRequest, pk: int) -> Trip:
    seen: Trip = get_object_or_404(
        Trip.objects.visible_to(request.user).select_related("unit", "created_by"), pk=pk
    )
    return seen


def _shown(request: DeskRequest, trip: Trip, refusal: str = "", **forms: Any) -> HttpResponse:
    kind = kind_of("trips")
    assert kind is not None
    return show(request, kind, trip, refusal=refusal, **forms)
