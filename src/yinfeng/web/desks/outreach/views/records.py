"""The pages of a record of any kind: seen, added, changed, removed, with what belongs to it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.outreach import actions
from yinfeng.web.desks.outreach.forms import (
    KeptForm,
    ReasonForm,
    VersionForm,
)
from yinfeng.web.desks.outreach.kinds import KINDS, Kind, Part, kind_of
from yinfeng.web.desks.outreach.models import Kept, Trip
from yinfeng.web.desks.outreach.pages import part_table, record_page, stood
from yinfeng.web.desks.outreach.ways import trip_forms
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.private import private_fields
from yinfeng.web.shell.actions import reveal
from yinfeng.web.shell.doors import DeskRequest, desk_view, go_to
from yinfeng.web.shell.refusals import Refused

_LONG = tuple(f"fact__reading__{name}" for name in ("source", "restored", "segments", "parts"))


@require_GET
@desk_view("outreach.read")
def record(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """One record, as it stands or as it stood on a day."""
    kind = kind_at(key)
    day = _past_day(request)
    thing = _stood(request, kind, pk, day) if day else found_record(request, kind, pk)
    return show(request, kind, thing, as_of=day)


@require_http_methods(["GET", "POST"])
@desk_view("outreach.keep")
def add(request: DeskRequest, key: str) -> HttpResponse:
    """A new record of one's own unit."""
    kind, unit = kind_at(key), request.user.unit
    if request.method == "GET":
        first = {name: request.GET[name] for name in kind.names if name in request.GET}
        return _form(request, kind, kind.adding(unit=unit, initial=first))
    form = kind.adding(request.POST, unit=unit)
    if form.is_valid():
        try:
            thing = _kept(request, kind, unit, form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{thing}。")
            return redirect(address_of(kind, thing))
    return _form(request, kind, form, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("outreach.change")
def edit(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record with other values; whoever changed it meanwhile is named."""
    kind = kind_at(key)
    thing = found_record(request, kind, pk)
    if request.method == "GET":
        return _form(request, kind, kind.form(unit=thing.unit, instance=thing), thing=thing)
    shown = VersionForm(request.POST)
    form = kind.form(request.POST, unit=thing.unit, instance=thing)
    if form.is_valid() and shown.is_valid():
        version = shown.cleaned_data["version"]
        try:
            thing = found_record(request, kind, pk)
            actions.change(thing, by=request.user, version=version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{thing}。")
            return redirect(address_of(kind, thing))
    return _form(request, kind, form, thing=thing, status=422)


@require_POST
@desk_view("outreach.remove")
def remove(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record off every list, for a reason."""
    kind = kind_at(key)
    thing = found_record(request, kind, pk)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove(thing, by=request.user, reason=reason)
    except Refused as refusal:
        return show(request, kind, thing, refusal=str(refusal))
    messages.success(request, f"已删除：{thing}。")
    return redirect(f"outreach:{kind.key}")


@never_cache
@require_POST
@desk_view("private.read")
def reveal_person(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """The person met, in full, for a reason that stands on the trail; shown on this answer only."""
    kind = kind_at(key)
    thing = found_record(request, kind, pk)
    form = ReasonForm(request.POST)
    fields = [name for name in private_fields(type(thing)) if getattr(thing, name)]
    try:
        why = form.cleaned_data["reason"] if form.is_valid() else ""
        told = [
            reveal(thing, name, by=request.user, unit=thing.unit, reason=why) for name in fields
        ]
    except Refused as refusal:
        return show(request, kind, thing, refusal=str(refusal))
    return show(request, kind, thing, revealed="　".join(told))


@require_POST
@desk_view("outreach.keep")
def add_part(request: DeskRequest, key: str, pk: int, part_key: str) -> HttpResponse:
    """What belongs to a record, added on its page."""
    kind = kind_at(key)
    thing, part = found_record(request, kind, pk), part_at(kind, part_key)
    form = part.form(request.POST, unit=thing.unit)
    if form.is_valid():
        try:
            actions.keep(
                part.model, by=request.user, unit=thing.unit, **{part.of: thing, **form.values}
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _part_answer(request, kind, thing, part)
    return _part_answer(request, kind, thing, part, form)


@require_POST
@desk_view("outreach.remove")
def remove_part(request: DeskRequest, key: str, pk: int, part_key: str, row: int) -> HttpResponse:
    """What belongs to a record, taken off it, for a reason."""
    kind = kind_at(key)
    thing, part = found_record(request, kind, pk), part_at(kind, part_key)
    own = part.model._default_manager.filter(**{part.of: thing.pk}, removed_at=None)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove(get_object_or_404(own, pk=row), by=request.user, reason=reason)
    except Refused as refusal:
        return _part_answer(request, kind, thing, part, refusal=str(refusal))
    return _part_answer(request, kind, thing, part)


def show(
    request: DeskRequest,
    kind: Kind,
    thing: Kept,
    *,
    as_of: date | None = None,
    refusal: str = "",
    revealed: str = "",
    **bound: Any,
) -> HttpResponse:
    """The page of a record, with the forms that this person may use."""
    may_keep = as_of is None and may(request.user, "outreach.keep", thing.unit)
    context: dict[str, Any] = {
        "page": record_page(kind, thing, as_of),
        "kind": kind,
        "kinds": KINDS,
        "thing": thing,
        "as_of": as_of,
        "refusal": refusal,
        "may_keep": may_keep,
        "revealed": revealed,
        "may_reveal": as_of is None
        and any(getattr(thing, name) for name in private_fields(type(thing)))
        and may(request.user, "private.read", thing.unit),
        "part_forms": {part.key: part.form(unit=thing.unit) for part in kind.parts},
    }
    if isinstance(thing, Trip):
        context |= trip_forms(request.user, thing, as_of)
    context |= bound
    return render(request, "outreach/record.html", context, status=422 if refusal or bound else 200)


def _part_answer(
    request: DeskRequest,
    kind: Kind,
    thing: Kept,
    part: Part,
    form: KeptForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    """The table of the part for htmx, the page of the record for anyone else."""
    wrong = bool(refusal) or form is not None
    if not request.htmx:
        if not wrong:
            return go_to(request, f"{address_of(kind, thing)}#{part.key}")
        forms = {one.key: one.form(unit=thing.unit) for one in kind.parts}
        bound: dict[str, Any] = {"part_forms": {**forms, part.key: form}} if form else {}
        return show(request, kind, thing, refusal=refusal, **bound)
    context = {
        "kind": kind,
        "thing": thing,
        "table": part_table(part, thing, None),
        "form": form or part.form(unit=thing.unit),
        "may_keep": True,
        "refusal": refusal,
    }
    return render(request, "outreach/_part.html", context, status=422 if wrong else 200)


def _kept(request: DeskRequest, kind: Kind, unit: OrgUnit, values: dict[str, Any]) -> Kept:
    if kind.model is Trip:
        return actions.ask_for_trip(by=request.user, unit=unit, **values)
    return actions.keep(kind.model, by=request.user, unit=unit, **values)


def _form(
    request: DeskRequest,
    kind: Kind,
    form: KeptForm,
    *,
    thing: Kept | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "kind": kind,
        "kinds": KINDS,
        "form": form,
        "thing": thing,
        "version": request.POST.get("version") or (thing.version if thing else ""),
    }
    return render(request, "outreach/form.html", context, status=status)


def address_of(kind: Kind, thing: Kept) -> str:
    """Where the page of a record is."""
    return reverse(f"outreach:{kind.key}-record", args=[thing.pk])


def kind_at(key: str) -> Kind:
    """The kind that an address names, or 404."""
    kind = kind_of(key)
    if kind is None:
        raise Http404
    return kind


def part_at(kind: Kind, key: str) -> Part:
    """The part of a kind that an address names, or 404."""
    part = kind.part(key)
    if part is None:
        raise Http404
    return part


def found_record(request: DeskRequest, kind: Kind, pk: int) -> Any:
    """The record in the person\'s scope, or 404."""
    seen = kind.model.objects.visible_to(request.user)
    found = seen.select_related("unit", "created_by", "fact__reading__document").defer(*_LONG)
    return get_object_or_404(found, pk=pk)


def _stood(request: DeskRequest, kind: Kind, pk: int, day: date) -> Kept:
    seen = kind.model._default_manager.filter(in_scope(request.user, "outreach.read"))
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
