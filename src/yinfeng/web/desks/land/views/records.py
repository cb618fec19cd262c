"""The pages of a record of any kind: seen, added, changed, removed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.columns import LONG
from yinfeng.web.desks.land.forms import KeptForm, ReasonForm
from yinfeng.web.desks.land.kinds import KINDS, Kind, kind_of
from yinfeng.web.desks.land.models import Kept, Parcel, Zone
from yinfeng.web.desks.land.pages import at, record_page, stood
from yinfeng.web.desks.land.panels import shown_on
from yinfeng.web.desks.land.touches import things_in, zones_of
from yinfeng.web.desks.land.views.touches import TouchForm
from yinfeng.web.desks.land.worded import open_for, open_in
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@require_GET
@desk_view("land.read")
def record(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """One record, as it stands or as it stood on a day."""
    kind = _kind(key)
    day = _past_day(request)
    thing = _stood(request, kind, pk, day) if day else found(request, kind, pk)
    return show(request, kind, thing, as_of=day)


@require_http_methods(["GET", "POST"])
@desk_view("land.keep")
def add(request: DeskRequest, key: str) -> HttpResponse:
    """A new record of one's own unit."""
    kind, unit = _kind(key), request.user.unit
    above = _above(request, kind)
    if kind.needs and above is None:
        messages.info(request, kind.about)
        return redirect(f"land:{kind_of_field(kind.needs[0]).key}")
    if request.method == "GET":
        first = {name: request.GET[name] for name in kind.names if name in request.GET}
        return _form(request, kind, kind.form(unit=unit, initial=first), above=above)
    form = kind.form(request.POST, unit=unit)
    if form.is_valid():
        try:
            thing = actions.keep(kind.model, by=request.user, unit=unit, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{thing}。")
            return redirect(at(thing))
    return _form(request, kind, form, above=above, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("land.change")
def edit(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record with other values; whoever changed it meanwhile is named."""
    kind = _kind(key)
    thing = found(request, kind, pk)
    if request.method == "GET":
        return _form(request, kind, kind.form(unit=thing.unit, instance=thing), thing=thing)
    form = kind.form(request.POST, unit=thing.unit, instance=thing)
    if form.is_valid():
        version = form.cleaned_data["version"] or -1
        try:
            thing = found(request, kind, pk)
            actions.change(thing, by=request.user, version=version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{thing}。")
            return redirect(at(thing))
    return _form(request, kind, form, thing=thing, status=422)


@require_POST
@desk_view("land.remove")
def remove(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record off every list, for a reason."""
    kind = _kind(key)
    thing = found(request, kind, pk)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove(thing, by=request.user, reason=reason)
    except Refused as refusal:
        return show(request, kind, thing, refusal=str(refusal))
    messages.success(request, f"已删除：{thing}。")
    return redirect(f"land:{'index' if kind.key == 'parks' else kind.key}")


def show(
    request: DeskRequest,
    kind: Kind,
    thing: Kept,
    *,
    as_of: date | None = None,
    refusal: str = "",
) -> HttpResponse:
    """The page of a record, with what this person may do."""
    is_live = as_of is None
    context: dict[str, Any] = {
        "page": record_page(kind, thing, as_of),
        "kind": kind,
        "kinds": KINDS,
        "thing": thing,
        "as_of": as_of,
        "refusal": refusal,
        "may_change": is_live and may(request.user, "land.change", thing.unit),
        "may_remove": is_live and may(request.user, "land.remove", thing.unit),
        "may_keep": is_live and may(request.user, "land.keep", thing.unit),
        "journal_at": f"land:{'index' if kind.key == 'parks' else kind.key}",
    }
    context |= _of_zones(request, thing, as_of)
    if isinstance(thing, Parcel):
        context["panels"] = list(shown_on(thing, request, as_of))
    return render(request, "land/record.html", context, status=422 if refusal else 200)


def _of_zones(request: DeskRequest, thing: Kept, as_of: date | None) -> dict[str, object]:
    """What the page of a parcel shows of zones, and that of a zone of what lies in it."""
    if isinstance(thing, Parcel):
        may_touch = as_of is None and may(request.user, "land.touch", thing.unit)
        return {
            "touches": zones_of(thing, as_of),
            "may_touch": may_touch,
            "open_zones": () if as_of else open_for(thing),
            "touch_form": TouchForm(unit=thing.unit, today=timezone.localdate())
            if may_touch
            else None,
        }
    if not isinstance(thing, Zone):
        return {}
    return {
        "lying": things_in(thing, as_of),
        "open_parcels": () if as_of else open_in(thing),
        "may_answer": as_of is None and may(request.user, "land.touch", thing.unit),
    }


def found(request: DeskRequest, kind: Kind, pk: int) -> Any:
    """The record in the person's scope, or 404."""
    seen = kind.model.objects.visible_to(request.user)
    rows = seen.select_related("unit", "created_by", "fact__reading__document").defer(*LONG)
    return get_object_or_404(rows, pk=pk)


def kind_of_field(name: str) -> Kind:
    """The kind of what a field of a record names."""
    kind = kind_of(f"{name}s")
    assert kind is not None
    return kind


def _above(request: DeskRequest, kind: Kind) -> Kept | None:
    """The thing on whose page the person stands, of the own unit."""
    for name in kind.parents:
        key = request.POST.get(name) or request.GET.get(name, "")
        if key.isdecimal() and len(key) < 18:
            own = kind_of_field(name).model.objects.visible_to(request.user)
            above: Kept = get_object_or_404(own, pk=int(key))
            return above
    return None


def _form(
    request: DeskRequest,
    kind: Kind,
    form: KeptForm,
    *,
    thing: Kept | None = None,
    above: Kept | None = None,
    status: int = 200,
) -> HttpResponse:
    of, lists = thing or above, "index" if kind.key == "parks" else kind.key
    back = at(of) if of else reverse(f"land:{lists}")
    context = {
        "kind": kind,
        "kinds": KINDS,
        "form": form,
        "thing": thing,
        "above": above,
        "back": back,
    }
    return render(request, "land/form.html", context, status=status)


def _kind(key: str) -> Kind:
    kind = kind_of(key)
    if kind is None:
        raise Http404
    return kind


def _stood(request: DeskRequest, kind: Kind, pk: int, day: date) -> Kept:
    seen = kind.model._default_manager.filter(in_scope(request.user, "land.read"))
    thing = stood(kind, pk, day) if seen.filter(pk=pk).exists() else None
    if thing is None:
        raise Http404
    return thing


def _past_day(request: DeskRequest) -> date | None:
    try:
        day = date.fromisoformat(request.GET.get("as_of", ""))
    except ValueError:
        return None
    return day if day < timezone.localdate() else None
