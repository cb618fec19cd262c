"""Records of any kind are added, changed and removed by one form each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.forms import KeptForm, ReasonForm
from yinfeng.web.desks.renewal.kinds import Kind, kind_of, kind_of_thing
from yinfeng.web.desks.renewal.models import HardCase, Kept, Lessee, Owner, RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@require_http_methods(["GET", "POST"])
@desk_view("renewal.keep")
def add(request: DeskRequest, key: str) -> HttpResponse:
    """A new record of one's own unit."""
    kind, unit = _kind(key), request.user.unit
    if request.method == "GET":
        first = {name: request.GET[name] for name in kind.names if name in request.GET}
        return _form(request, kind, kind.form(unit=unit, initial=first))
    form = kind.form(request.POST, unit=unit)
    if form.is_valid():
        try:
            thing = actions.keep(kind.model, by=request.user, unit=unit, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{thing}。")
            return redirect(at(thing))
    return _form(request, kind, form, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("renewal.change")
def edit(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record with other values; whoever changed it meanwhile is named."""
    kind = _kind(key)
    thing = _found(request, kind, pk)
    if request.method == "GET":
        return _form(request, kind, kind.form(unit=thing.unit, instance=thing), thing)
    form = kind.form(request.POST, unit=thing.unit, instance=_found(request, kind, pk))
    if form.is_valid():
        try:
            actions.change(thing, by=request.user, version=form.shown_version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{thing}。")
            return redirect(at(thing))
    return _form(request, kind, form, thing, status=422)


@require_POST
@desk_view("renewal.remove")
def remove(request: DeskRequest, key: str, pk: int) -> HttpResponse:
    """A record off every list, for a reason."""
    kind = _kind(key)
    thing = _found(request, kind, pk)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove(thing, by=request.user, reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(at(thing))
    messages.success(request, f"已删除：{thing}。")
    return redirect(_above(thing))


@require_GET
@desk_view("renewal.read")
def hard_case(request: DeskRequest, pk: int) -> HttpResponse:
    """One hard case."""
    rows = HardCase.objects.visible_to(request.user)
    case = get_object_or_404(rows.select_related("unit", "block", "owner", "lessee"), pk=pk)
    reasons = rules_of(case.unit, case.opened).hard_cases.reasons
    context = {
        "case": case,
        "reason": reasons.get(case.reason, case.reason),
        "may_change": may(request.user, "renewal.change", case.unit),
        "may_remove": may(request.user, "renewal.remove", case.unit),
    }
    return render(request, "renewal/hard_case.html", context)


def at(thing: Kept) -> str:
    """The page of a record, or that of the block where it stands."""
    if isinstance(thing, RenewalBlock):
        return reverse("renewal:block", args=[thing.pk])
    if isinstance(thing, Owner):
        return reverse("renewal:owner", args=[thing.pk])
    if isinstance(thing, Lessee):
        return reverse("renewal:lessee", args=[thing.pk])
    if isinstance(thing, HardCase):
        return reverse("renewal:hard-case", args=[thing.pk])
    return _above(thing)


def _above(thing: Kept) -> str:
    block = getattr(thing, "block_id", None)
    return reverse("renewal:block", args=[block]) if block else reverse("renewal:index")


def _kind(key: str) -> Kind:
    kind = kind_of(key)
    if kind is None:
        raise Http404
    return kind


def _found(request: DeskRequest, kind: Kind, pk: int) -> Any:
    seen: Any = kind.model.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("unit"), pk=pk)


def _form(
    request: DeskRequest,
    kind: Kind,
    form: KeptForm,
    thing: Kept | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "kind": kind_of_thing(thing) if thing else kind,
        "form": form,
        "thing": thing,
        "back": at(thing) if thing else reverse("renewal:index"),
    }
    return render(request, "renewal/form.html", context, status=status)
