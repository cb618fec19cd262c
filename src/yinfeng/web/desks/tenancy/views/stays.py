"""The page of one occupancy, and what is done on it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.accounts import account_of, dues_of
from yinfeng.web.desks.tenancy.forms import LeaveForm, OccupancyForm, ReasonForm, ReceiveForm
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("unit", "tenant", "parcel", "building", "floor", "room", "created_by")


@require_GET
@desk_view("tenancy.read")
def occupancy(request: DeskRequest, pk: int) -> HttpResponse:
    """One occupancy, as it stands or as it stood on a day."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, _found(request, pk))


@require_http_methods(["GET", "POST"])
@desk_view("tenancy.keep")
def add(request: DeskRequest) -> HttpResponse:
    """A new occupancy in one's own unit."""
    if request.method == "GET":
        first = {name: request.GET[name] for name in ("firm", "place") if name in request.GET}
        return _form(request, OccupancyForm(initial={**first, "since": timezone.localdate()}))
    form = OccupancyForm(request.POST)
    if form.is_valid():
        try:
            stay = actions.keep(
                by=request.user, unit=request.user.unit, today=timezone.localdate(), **form.values
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记入驻：{stay}。")
            return redirect("tenancy:occupancy", stay.pk)
    return _form(request, form, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("tenancy.change")
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """An occupancy with other values; whoever changed it meanwhile is named."""
    stay = _found(request, pk)
    if request.method == "GET":
        return _form(request, OccupancyForm(instance=stay), stay)
    form = OccupancyForm(request.POST, instance=_found(request, pk))
    if form.is_valid():
        try:
            stay = actions.change(
                stay,
                by=request.user,
                version=form.shown_version,
                today=timezone.localdate(),
                **form.values,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{stay}。")
            return redirect("tenancy:occupancy", stay.pk)
    return _form(request, form, stay, status=422)


@require_POST
@desk_view("tenancy.leave")
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    """On which day it ends, and why."""
    stay, form = _found(request, pk), LeaveForm(request.POST, label_suffix="", auto_id="leave_%s")
    if form.is_valid():
        today = timezone.localdate()
        try:
            actions.leave(stay, by=request.user, today=today, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answer(request, pk, "已登记退出。")
    return _page(request, stay, status=422, leave_form=form)


@require_POST
@desk_view("tenancy.receive")
def receive(request: DeskRequest, pk: int) -> HttpResponse:
    """Rent that came in."""
    stay = _found(request, pk)
    form = ReceiveForm(request.POST, label_suffix="", auto_id="receive_%s")
    if form.is_valid():
        today = timezone.localdate()
        try:
            actions.receive(stay, by=request.user, today=today, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answer(request, pk, "租金已登记。")
    return _page(request, stay, status=422, receive_form=form)


@require_POST
@desk_view("tenancy.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Off every list, for a reason: it was put down by mistake."""
    stay, form = _found(request, pk), ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove(stay, by=request.user, reason=reason, today=timezone.localdate())
    except Refused as refusal:
        return _page(request, stay, status=422, refusal=str(refusal))
    messages.success(request, f"已删除：{stay}。")
    return redirect("tenancy:index")


def _found(request: DeskRequest, pk: int) -> Occupancy:
    rows = Occupancy.objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows.defer("parcel__shape", "building__shape"), pk=pk)


def _answer(request: DeskRequest, pk: int, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, pk), told=told)
    messages.success(request, told)
    return redirect("tenancy:occupancy", pk)


def _page(request: DeskRequest, stay: Occupancy, *, status: int = 200, **more: Any) -> HttpResponse:
    today, user = timezone.localdate(), request.user
    receipts = list(stay.receipts.select_related("by").order_by("-day", "-pk"))
    context = {
        "stay": stay,
        "today": today,
        "account": account_of(stay, receipts, today),
        "dues": dues_of(stay, today)[:12],
        "receipts": receipts[:24],
        "may_change": may(user, "tenancy.change", stay.unit),
        "may_leave": may(user, "tenancy.leave", stay.unit),
        "may_receive": may(user, "tenancy.receive", stay.unit),
        "may_remove": may(user, "tenancy.remove", stay.unit),
        "leave_form": LeaveForm(
            initial={"version": stay.version, "day": stay.until or today},
            label_suffix="",
            auto_id="leave_%s",
        ),
        "receive_form": ReceiveForm(initial={"day": today}, label_suffix="", auto_id="receive_%s"),
        **more,
    }
    template = "tenancy/_occupancy.html" if request.htmx else "tenancy/occupancy.html"
    return render(request, template, context, status=status)


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    seen = Occupancy.objects.filter(in_scope(request.user, "tenancy.read"), pk=pk)
    version = Occupancy.history.at(end_of(day)).filter(id=pk).first()
    if version is None or not seen.exists():
        raise Http404
    stay = standing_as(version)
    receipts = list(stay.receipts.filter(at__lt=end_of(day)).select_related("by").order_by("-day"))
    context = {
        "stay": stay,
        "as_of": day,
        "today": day,
        "account": account_of(stay, receipts, day),
        "dues": dues_of(stay, day)[:12],
        "receipts": receipts[:24],
    }
    return render(request, "tenancy/occupancy.html", context)


def _form(
    request: DeskRequest, form: OccupancyForm, stay: Occupancy | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "thing": stay, "what": "入驻"}
    return render(request, "tenancy/form.html", context, status=status)
