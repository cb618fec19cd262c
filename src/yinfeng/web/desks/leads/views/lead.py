"""The page of one lead, and each thing that may be done on it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.doings import DOINGS
from yinfeng.web.desks.leads.forms import LeadForm, ReasonForm
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.pages import sheet
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import Post, User
from yinfeng.web.people.paths import line_of
from yinfeng.web.people.rights import MAY
from yinfeng.web.shell.actions import reveal
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("unit", "first_unit", "owner", "pool")
_OFFERED = (
    "tell",
    "correct",
    "contact",
    "hand-over",
    "dispatch",
    "lose",
    "look-again",
    "convert",
    "remove",
    "note",
)
_PEOPLE = {"hand-over": "leads.tell", "dispatch": "leads.answer"}


@require_GET
@desk_view("leads.read")
def lead(request: DeskRequest, pk: int) -> HttpResponse:
    """One lead with everything told of it; as of a past day only what was told by then."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, _found(request, pk))


def doing(name: str) -> Callable[..., HttpResponse]:
    """The view behind which one thing is done."""
    what = DOINGS[name]

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, pk)
        form = _form(name, found, _rules(found), request.POST)
        if form.is_valid():
            values = getattr(form, "values", form.cleaned_data)
            try:
                what.do(found, request.user, values, timezone.localdate())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, found, what.told)
        return _page(request, found, {name: form}, status=422)

    return view


@require_POST
@desk_view("leads.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the lead off the register."""
    found = _found(request, pk)
    form = _form("remove", found, _rules(found), request.POST)
    if form.is_valid():
        try:
            actions.remove(found, by=request.user, today=timezone.localdate(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"“{found}”已删除，过去某日的列表里仍能查到。")
            return redirect("leads:index")
    return _page(request, found, {"remove": form}, status=422)


@require_POST
@desk_view("private.read")
def show_contact(request: DeskRequest, pk: int) -> HttpResponse:
    """The person to talk to in full, for a reason that stands on the trail."""
    found = _found(request, pk)
    reason = request.POST.get("reason", "")
    try:
        told = [
            reveal(found, field, by=request.user, unit=found.unit, reason=reason)
            for field in ("contact", "contact_phone")
        ]
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=422)
    return _page(request, found, contact="，".join(one for one in told if one))


def _found(request: DeskRequest, pk: int) -> Lead:
    rows = Lead.objects.visible_to(request.user).select_related(*_RELATED, "conversion__by")
    return get_object_or_404(rows, pk=pk)


def _rules(found: Lead) -> Rules:
    return rules_of(found.unit, timezone.localdate())


def _answer(request: DeskRequest, found: Lead, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, found.pk), told=told)
    messages.success(request, told)
    if request.POST.get("back") == "board":
        return redirect("leads:board")
    return redirect("leads:lead", found.pk)


def _page(
    request: DeskRequest,
    found: Lead,
    bound: Mapping[str, forms.Form] | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    today, rules = timezone.localdate(), _rules(found)
    offered = {name.replace("-", "_"): _form(name, found, rules) for name in _OFFERED}
    refused = {name.replace("-", "_"): form for name, form in (bound or {}).items()}
    shown = sheet(found, rules, today)
    context = {
        "sheet": shown,
        "lead": found,
        "today": today,
        "rules": rules,
        "forms": {**offered, **refused},
        "refused": next(iter(refused), request.GET.get("do", "")),
        "refused_form": next(iter(refused.values()), None),
        "rights": _rights(request.user, found),
        "clashes": shown.clashes,
        **more,
    }
    template = "leads/_lead.html" if request.htmx else "leads/lead.html"
    return render(request, template, context, status=status)


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    """The lead as it stood at the end of a day, in the scope of then."""
    versions = Lead.history.at(end_of(day)).filter(in_scope(request.user, "leads.read"), id=pk)
    version = versions.select_related(*_RELATED).first()
    if version is None:
        raise Http404
    then: Lead = standing_as(version)
    shown = sheet(then, rules_of(then.unit, day), timezone.localdate(), day)
    context = {"sheet": shown, "lead": then, "as_of": day, "rights": {}, "forms": {}}
    return render(request, "leads/lead.html", context)


def _form(name: str, found: Lead, rules: Rules, data: Any = None) -> Any:
    kind: Any = ReasonForm if name == "remove" else DOINGS[name].form
    if not issubclass(kind, LeadForm):
        return kind(data, label_suffix="", auto_id=f"{name}_%s")
    people = _people(found, _PEOPLE[name]) if name in _PEOPLE else ()
    return kind(data, lead=found, rules=rules, people=people, ids=f"{name}_%s")


def _people(found: Lead, right: str) -> Any:
    """Who may do this in the lead's unit."""
    held = Post.objects.on(timezone.localdate()).filter(
        unit__path__in=line_of(found.unit.path), role__in=MAY[right]
    )
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


def _rights(user: User, found: Lead) -> dict[str, bool]:
    rights = {
        name.replace("-", "_"): may(user, one.right, found.unit) for name, one in DOINGS.items()
    }
    rights["remove"] = may(user, "leads.remove", found.unit)
    rights["show_contact"] = may(user, "private.read", found.unit)
    return rights
