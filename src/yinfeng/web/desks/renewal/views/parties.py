"""The page of an owner or a tenant: signing, moving out, the sheet; plots that are cleared."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.forms import DayForm, ReasonForm, SignForm, TenantSignForm
from yinfeng.web.desks.renewal.models import Lessee, Owner, Plot
from yinfeng.web.people.may import may
from yinfeng.web.people.private import shown
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_MODELS: dict[str, Any] = {"owners": Owner, "lessees": Lessee}
_DONE = {"sign": "签约已登记。", "unsign": "签约已撤销。", "vacate": "腾空已登记。"}
_RELATED = ("unit", "block", "plot", "created_by")


@require_GET
@desk_view("renewal.read")
def owner(request: DeskRequest, pk: int) -> HttpResponse:
    """One owner."""
    return _page(request, "owners", _found(request, "owners", pk))


@require_GET
@desk_view("renewal.read")
def lessee(request: DeskRequest, pk: int) -> HttpResponse:
    """One tenant."""
    return _page(request, "lessees", _found(request, "lessees", pk))


def doing(key: str, name: str) -> Callable[..., HttpResponse]:
    """The view behind which a party signs, takes it back, or moves out."""

    @require_POST
    @desk_view(f"renewal.{name}")
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        party = _found(request, key, pk)
        form = _forms(key, party)[name](request.POST, label_suffix="", auto_id=f"{name}_%s")
        if form.is_valid():
            given: dict[str, Any] = dict(form.cleaned_data)
            if name != "unsign":
                given["today"] = timezone.localdate()
            try:
                getattr(actions, name)(party, by=request.user, **given)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, key, pk, _DONE[name])
        return _page(request, key, party, status=422, **{f"{name}_form": form})

    return view


@require_POST
@desk_view("renewal.clear")
def demolish(request: DeskRequest, pk: int) -> HttpResponse:
    """The buildings of a plot are down."""
    return _on_plot(request, pk, actions.demolish, "拆除已登记。")


@require_POST
@desk_view("renewal.clear")
def clear(request: DeskRequest, pk: int) -> HttpResponse:
    """A plot is net land."""
    return _on_plot(request, pk, actions.clear, "净地已登记。")


def _on_plot(request: DeskRequest, pk: int, do: Callable[..., Plot], told: str) -> HttpResponse:
    rows = Plot.objects.visible_to(request.user).select_related("unit", "block")
    plot = get_object_or_404(rows, pk=pk)
    form = DayForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused("请填日期。")
        do(plot, by=request.user, today=timezone.localdate(), **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, told)
    return redirect("renewal:block", plot.block_id)


def _found(request: DeskRequest, key: str, pk: int) -> Any:
    rows = _MODELS[key].objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows, pk=pk)


def _forms(key: str, party: Any) -> dict[str, type[forms.Form]]:
    del party
    signing: type[forms.Form] = SignForm if key == "owners" else TenantSignForm
    return {"sign": signing, "unsign": ReasonForm, "vacate": DayForm}


def _answer(request: DeskRequest, key: str, pk: int, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, key, _found(request, key, pk), told=told)
    messages.success(request, told)
    return redirect(f"renewal:{'owner' if key == 'owners' else 'lessee'}", pk)


def _page(
    request: DeskRequest, key: str, party: Any, *, status: int = 200, **more: Any
) -> HttpResponse:
    today, user = timezone.localdate(), request.user
    first = {"version": party.version, "day": today}
    offered = {
        f"{name}_form": form(initial=first, label_suffix="", auto_id=f"{name}_%s")
        for name, form in _forms(key, party).items()
    }
    rights = ("change", "remove", "sign", "unsign", "vacate", "draft", "keep")
    context = {
        "party": party,
        "key": key,
        "is_owner": key == "owners",
        "what": "产权户" if key == "owners" else "租户",
        "contact": shown(party, "contact"),
        "phone": shown(party, "contact_phone"),
        "sheet": party.sheets.filter(removed_at=None).first(),
        "hard": list(party.hard_cases.filter(removed_at=None).order_by("pk")),
        "rights": {name: may(user, f"renewal.{name}", party.unit) for name in rights},
        **offered,
        **more,
    }
    template = "renewal/_party.html" if request.htmx else "renewal/party.html"
    return render(request, template, context, status=status)
