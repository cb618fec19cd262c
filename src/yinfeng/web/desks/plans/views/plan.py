"""The page of one plan: as it stands, tried out, in its next edition, as of a past day."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.forms import CHANGES, BaselineForm, ChangeForm, refusal_of
from yinfeng.web.desks.plans.models import Edition, Plan
from yinfeng.web.desks.plans.pages import Sheet, compared, sheet, tried_changes
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("project", "unit")


@require_GET
@desk_view("plans.read")
def plan(request: DeskRequest, pk: int) -> HttpResponse:
    """One plan; as of a past day with what was known by then."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, _found(request, pk))


def change(name: str) -> Callable[..., HttpResponse]:
    """The view behind which a plan gets its next edition."""

    @require_POST
    @desk_view("plans.change")
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, pk)
        shown = sheet(found, timezone.localdate())
        form = _form(name, shown, request.POST)
        if form.is_valid():
            given = form.cleaned_data
            try:
                edition = actions.revise(
                    found,
                    by=request.user,
                    change=form.change,
                    reason=given["reason"],
                    version=given["version"],
                    today=timezone.localdate(),
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, found, f"已存为第{edition.number}版。")
        return _page(request, found, {name: form}, status=422)

    return view


def attempt(name: str) -> Callable[..., HttpResponse]:
    """The view behind which a change is tried out (试算); nothing is written."""

    @require_POST
    @desk_view("plans.read")
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, pk)
        today = timezone.localdate()
        shown = sheet(found, today)
        form = _form(name, shown, request.POST, is_tried=True)
        if form.is_valid():
            try:
                draft = actions.tried(found, form.change, today)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                outcome = actions.outcome_of(found, draft, today)
                tried = {
                    "says": draft.says,
                    "changes": tried_changes(shown.standing, draft),
                    "outcome": outcome,
                    "names": {one.key: one.name for one in draft.milestones},
                }
                return _page(request, found, {name: form}, tried=tried)
        return _page(request, found, {name: form}, status=422)

    return view


@require_POST
@desk_view("plans.set_baseline")
def set_baseline(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose the edition against which the plan is held."""
    found = _found(request, pk)
    form = BaselineForm(request.POST, plan=found, editions=list(found.editions.all()))
    if form.is_valid():
        try:
            actions.set_baseline(found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answer(request, found, "基准已选定。")
    return _page(request, found, {"baseline": form}, status=422)


@require_GET
@desk_view("plans.read")
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Two editions of a plan side by side; by default the baseline and the one that holds."""
    found = _found(request, pk)
    editions = list(found.editions.select_related("by").order_by("-number"))
    by_number = {str(one.number): one for one in editions}
    first = by_number.get(request.GET.get("first", ""), by_number[str(found.baseline)])
    second = by_number.get(request.GET.get("second", ""), by_number[str(found.edition)])
    context = {
        "plan": found,
        "editions": editions,
        "first": first,
        "second": second,
        "changes": compared(first, second, sheet(found, timezone.localdate()).standing.calendar),
        "said": _said(editions, first, second),
    }
    return render(request, "plans/compare.html", context)


def _said(editions: list[Edition], first: Edition, second: Edition) -> list[Edition]:
    """The editions that lie between, with what each said it changed and why."""
    low, high = sorted((first.number, second.number))
    return [one for one in editions if low < one.number <= high]


def _found(request: DeskRequest, pk: int) -> Plan:
    rows = Plan.objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows, pk=pk)


def _answer(request: DeskRequest, found: Plan, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, found.pk), told=told)
    messages.success(request, told)
    return redirect("plans:plan", found.pk)


def _page(
    request: DeskRequest,
    found: Plan,
    bound: Mapping[str, forms.Form] | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    shown = sheet(found, timezone.localdate())
    offered: dict[str, forms.Form] = {name: _form(name, shown) for name in CHANGES}
    offered["baseline"] = BaselineForm(plan=found, editions=shown.editions)
    context = {
        "plan": found,
        "sheet": shown,
        "today": timezone.localdate(),
        "forms": {**offered, **(bound or {})},
        "opened": next(iter(bound or ()), ""),
        "refusal": refusal_of(bound),
        "may_change": may(request.user, "plans.change", found.unit),
        "may_set_baseline": may(request.user, "plans.set_baseline", found.unit),
        "may_see_project": may(request.user, "projects.read", found.unit),
        **more,
    }
    template = "plans/_plan.html" if request.htmx else "plans/plan.html"
    return render(request, template, context, status=status)


def _form(name: str, shown: Sheet, data: Any = None, *, is_tried: bool = False) -> ChangeForm:
    rows = shown.standing.rows
    return CHANGES[name](data, plan=shown.plan, rows=rows, ids=f"{name}_%s", is_tried=is_tried)


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    moment = end_of(day)
    versions = Plan.history.at(moment).filter(in_scope(request.user, "plans.read"), id=pk)
    version = versions.filter(project__removed_at=None).select_related(*_RELATED).first()
    if version is None:
        raise Http404
    then: Plan = standing_as(version)
    context = {"plan": then, "sheet": sheet(then, day, moment), "as_of": day, "today": day}
    return render(request, "plans/plan.html", context)
