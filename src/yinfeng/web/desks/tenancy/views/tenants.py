"""The page of one enterprise: what it is, what it holds and held."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.forms import ReasonForm, TenantForm
from yinfeng.web.desks.tenancy.models import Tenant
from yinfeng.web.people.may import may
from yinfeng.web.people.private import shown
from yinfeng.web.shell.actions import reveal
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@require_GET
@desk_view("tenancy.read")
def tenant(request: DeskRequest, pk: int) -> HttpResponse:
    """One enterprise."""
    return _page(request, _found(request, pk))


@require_http_methods(["GET", "POST"])
@desk_view("tenancy.keep")
def add(request: DeskRequest) -> HttpResponse:
    """A new enterprise in one's own unit."""
    form = TenantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.keep_tenant(by=request.user, unit=request.user.unit, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记企业：{made}。")
            return redirect("tenancy:tenant", made.pk)
    return _form(request, form)


@require_http_methods(["GET", "POST"])
@desk_view("tenancy.change")
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """An enterprise with other values."""
    found = _found(request, pk)
    form = TenantForm(request.POST or None, instance=_found(request, pk))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_tenant(found, by=request.user, version=form.shown_version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{found}。")
            return redirect("tenancy:tenant", pk)
    return _form(request, form, found)


@require_POST
@desk_view("tenancy.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Off the list, for a reason."""
    found, form = _found(request, pk), ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.remove_tenant(found, by=request.user, reason=reason)
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=422)
    messages.success(request, f"已删除：{found}。")
    return redirect("tenancy:tenants")


@never_cache
@require_POST
@desk_view("private.read")
def show_contact(request: DeskRequest, pk: int) -> HttpResponse:
    """The contact person in full, for a reason that stands on the trail; on this answer only."""
    found, form = _found(request, pk), ReasonForm(request.POST)
    try:
        why = form.cleaned_data["reason"] if form.is_valid() else ""
        told = [
            reveal(found, name, by=request.user, unit=found.unit, reason=why)
            for name in ("contact", "contact_phone")
            if getattr(found, name)
        ]
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=422)
    return _page(request, found, revealed="，".join(told))


def _found(request: DeskRequest, pk: int) -> Tenant:
    rows = Tenant.objects.visible_to(request.user).select_related("unit", "created_by")
    return get_object_or_404(rows, pk=pk)


def _page(request: DeskRequest, found: Tenant, *, status: int = 200, **more: Any) -> HttpResponse:
    stays = found.occupancies.filter(removed_at=None).order_by("-since", "-pk")
    context = {
        "tenant": found,
        "contact": shown(found, "contact"),
        "phone": shown(found, "contact_phone"),
        "stays": list(stays),
        "today": timezone.localdate(),
        "may_keep": may(request.user, "tenancy.keep", found.unit),
        "may_change": may(request.user, "tenancy.change", found.unit),
        "may_remove": may(request.user, "tenancy.remove", found.unit),
        "may_reveal": bool(found.contact or found.contact_phone)
        and may(request.user, "private.read", found.unit),
        **more,
    }
    return render(request, "tenancy/tenant.html", context, status=status)


def _form(request: DeskRequest, form: TenantForm, thing: Tenant | None = None) -> HttpResponse:
    context = {"form": form, "thing": thing, "what": "企业"}
    return render(request, "tenancy/form.html", context, status=422 if form.errors else 200)
