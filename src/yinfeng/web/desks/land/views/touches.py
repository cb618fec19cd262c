"""A person says whether a parcel lies in a zone that has only words, and takes it back."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.forms import ReasonForm
from yinfeng.web.desks.land.models import Parcel, Touch, Zone
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.refusals import Refused


class TouchForm(forms.Form):
    """In which zone the parcel lies, since when, by what."""

    zone = forms.ModelChoiceField(Zone.objects.none(), label="管控区", empty_label="请选定")
    since = forms.DateField(label="起", widget=Day())
    reason = forms.CharField(label="依据", max_length=200)

    def __init__(self, data: Any = None, *, unit: OrgUnit, today: date) -> None:
        super().__init__(data, initial={"since": today}, label_suffix="", auto_id="touch_%s")
        field: Any = self.fields["zone"]
        over = Zone.objects.standing().filter(unit__path__in=line_of(unit.path))
        field.queryset = over.order_by("name")


@require_POST
@desk_view("land.touch")
def say(request: DeskRequest, pk: int) -> HttpResponse:
    """Say it."""
    parcel = get_object_or_404(
        Parcel.objects.visible_to(request.user).select_related("unit"), pk=pk
    )
    today = timezone.localdate()
    form = TouchForm(request.POST, unit=parcel.unit, today=today)
    if not form.is_valid():
        messages.error(request, "请选定管控区，写明起始日期和依据。")
    else:
        try:
            actions.say_touch(parcel, by=request.user, today=today, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "已认定。")
    return redirect("land:parcels-record", parcel.pk)


@require_POST
@desk_view("land.touch")
def answer(request: DeskRequest, pk: int, zone_pk: int) -> HttpResponse:
    """Say whether a parcel that may lie in a zone does; then the rest of the zone's."""
    seen = Parcel.objects.visible_to(request.user).select_related("unit")
    parcel = get_object_or_404(seen, pk=pk)
    over = Zone.objects.standing().filter(unit__path__in=line_of(parcel.unit.path))
    zone = get_object_or_404(over.select_related("unit"), pk=zone_pk)
    today, by = timezone.localdate(), request.user
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        if request.POST.get("lies") == "yes":
            there = max(zone.since, timezone.localtime(parcel.created_at).date())
            since = min(there, today)
            actions.say_touch(parcel, zone, by=by, reason=reason, since=since, today=today)
        else:
            actions.deny_touch(parcel, zone, by=by, reason=reason, today=today)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"已记下：{parcel}。")
    if request.POST.get("from") == "zone":
        return redirect("land:zones-record", zone.pk)
    return redirect("land:parcels-record", parcel.pk)


@require_POST
@desk_view("land.touch")
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """Take it back."""
    own = Touch.objects.filter(in_scope(request.user, "land.read")).select_related("unit")
    touch = get_object_or_404(own, pk=pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        actions.end_touch(touch, by=request.user, reason=reason, today=timezone.localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("land:parcels-record", touch.key)
