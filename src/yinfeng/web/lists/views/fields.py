"""The fields that an office adds to the records of a list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from yinfeng.web.lists import actions
from yinfeng.web.lists.forms import FieldForm, ReasonForm
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.models import CustomField
from yinfeng.web.lists.places import Places
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest
from yinfeng.web.shell.refusals import Refused


def fields(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """The fields, and the form that adds one."""
    return _fields(request, listing, places, FieldForm(label_suffix=""))


def add(request: DeskRequest, listing: Listing, places: Places) -> HttpResponse:
    """Add a field."""
    form = FieldForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            field = actions.add_field(listing, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已增加字段“{field}”，{field.unit}及下级都可使用。")
            return redirect(places.fields)
    return _fields(request, listing, places, form, status=422)


def end(request: DeskRequest, listing: Listing, places: Places, pk: int) -> HttpResponse:
    """Take a field off."""
    seen = CustomField.objects.of(listing.model, request.user)
    field = get_object_or_404(seen, pk=pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        actions.end_field(field, by=request.user, now=timezone.now(), reason=reason)
        messages.success(request, f"已停用字段“{field}”，原来填的内容仍保存在记录里。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(places.fields)


def _fields(
    request: DeskRequest, listing: Listing, places: Places, form: FieldForm, status: int = 200
) -> HttpResponse:
    found = list(CustomField.objects.of(listing.model, request.user))
    context = {
        "listing": listing,
        "places": places,
        "form": form,
        "lines": [(one, may(request.user, "lists.define", one.unit)) for one in found],
    }
    return render(request, "lists/fields.html", context, status=status)
