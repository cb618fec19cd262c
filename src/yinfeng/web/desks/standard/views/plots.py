"""The page of a plot, and what is done on it: kept, changed, removed, indicators set."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.judgement.standard.values import total_of
from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.forms import GiveBackForm, PlotForm, ReasonForm, SetForm
from yinfeng.web.desks.standard.models import Commitment, IndicatorSet, StandardPlot
from yinfeng.web.desks.standard.models.joined import JoinedPlot, of_plots
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

State = StandardPlot.State


@require_GET
@desk_view("standard.read")
def plot(request: DeskRequest, pk: int) -> HttpResponse:
    """One plot, as it stands or as it stood on a day."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, found_plot(request.user, pk))


@require_http_methods(["GET", "POST"])
@desk_view("standard.keep")
def add(request: DeskRequest) -> HttpResponse:
    """A parcel of one's own unit becomes standard land."""
    unit = request.user.unit
    if request.method == "GET":
        asked = request.GET.get("parcel", "")
        known = Parcel.objects.standing().filter(unit=unit, number=asked).exists()
        first = {"parcel": asked if known else ""}
        return _form(request, PlotForm(unit=unit, initial=first))
    form = PlotForm(request.POST, unit=unit)
    if form.is_valid():
        try:
            made = actions.keep(by=request.user, unit=unit, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记：{made}。请设定控制指标。")
            return redirect("standard:plot", made.pk)
    return _form(request, form, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("standard.change")
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """A plot with other values."""
    thing = found_plot(request.user, pk)
    if request.method == "GET":
        return _form(request, PlotForm(unit=thing.unit, instance=thing), thing)
    form = PlotForm(request.POST, unit=thing.unit, instance=found_plot(request.user, pk))
    if form.is_valid():
        version = form.cleaned_data["version"] or -1
        try:
            actions.change(thing, by=request.user, version=version, **form.values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{thing}。")
            return redirect("standard:plot", pk)
    return _form(request, form, thing, status=422)


@require_POST
@desk_view("standard.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Off every list, for a reason."""
    thing, form = found_plot(request.user, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, thing, status=422, refusal="请写明删除的理由。")
    try:
        actions.remove(thing, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return _page(request, thing, status=422, refusal=str(refusal))
    messages.success(request, f"已删除：{thing}。")
    return redirect("standard:index")


@require_POST
@desk_view("standard.give_back")
def give_back(request: DeskRequest, pk: int) -> HttpResponse:
    """The parcel of what was taken back, as it stands in the register from now on."""
    thing, form = found_plot(request.user, pk), GiveBackForm(request.POST)
    if not form.is_valid():
        return _page(request, thing, status=422, refusal="请选宗地收回后的状态。")
    try:
        made = actions.give_back(thing, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return _page(request, thing, status=422, refusal=str(refusal))
    messages.success(request, f"宗地{made}的状态已改为“{made.get_state_display()}”。")
    return redirect("standard:plot", pk)


@require_http_methods(["GET", "POST"])
@desk_view("standard.set")
def set_indicators(request: DeskRequest, pk: int) -> HttpResponse:
    """The indicators of a plot from a day on."""
    thing = found_plot(request.user, pk)
    last = thing.sets.order_by("number").last()
    rules = rules_of(thing.unit, timezone.localdate()).indicators
    form = set_form(thing, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("version", "since", "paper", "reason")}
        try:
            made = actions.set_indicators(thing, by=request.user, limits=form.limits, **given)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已设定：{made}。")
            return redirect("standard:plot", pk)
    context = {"plot": thing, "form": form, "last": last, "rules": rules}
    return render(request, "standard/set.html", context, status=422 if form.errors else 200)


def set_form(thing: StandardPlot, data: Any = None) -> SetForm:
    """The form of the indicators of a plot, with those that stand."""
    today, last = timezone.localdate(), thing.sets.order_by("number").last()
    rules = rules_of(thing.unit, today).indicators
    first = {"version": thing.version, "since": today, "paper": thing.paper}
    form = SetForm(data, initial=first, label_suffix="")
    form.offer(
        rules.indicators.values(), last.limits if last else {}, mu=thing.mu, required=rules.required
    )
    return form


def found_plot(user: User, pk: int) -> StandardPlot:
    """The plot in the person's scope, or 404."""
    rows = StandardPlot.objects.visible_to(user)
    related = rows.select_related("unit", "parcel__park", "created_by")
    return get_object_or_404(related.defer("parcel__shape", "parcel__park__shape"), pk=pk)


def lines_of(one: IndicatorSet, rules: Any) -> list[dict[str, Any]]:
    """The limits of a set, and what those by the mu mean for the plot."""
    mu = mu_of(one.area)
    return [
        {
            "indicator": rules.indicators[key],
            "says": limits.says(rules.indicators[key].measure),
            "total": total_of(rules.indicators[key], limits, mu),
        }
        for key, limits in one.limits.items()
        if key in rules.indicators
    ]


def _page(
    request: DeskRequest, thing: StandardPlot, *, status: int = 200, **more: Any
) -> HttpResponse:
    user, today = request.user, timezone.localdate()
    sets = list(thing.sets.select_related("by").order_by("-number"))
    rows = Commitment.objects.standing()
    commitments = list(rows.filter(of_plots([thing.pk])).order_by("-pk"))
    is_free = thing.state in (State.SET, State.RECLAIMED)
    context = {
        **_context(thing, sets, commitments, today),
        "may_set": may(user, "standard.set", thing.unit)
        and thing.state in (State.PREPARING, State.SET, State.RECLAIMED),
        "may_commit": is_free and may(user, "standard.commit", thing.unit),
        "may_change": may(user, "standard.change", thing.unit),
        "returns": GiveBackForm(initial={"version": thing.version})
        if thing.state == State.RECLAIMED
        and thing.parcel.state in StandardPlot.TAKEN
        and may(user, "standard.give_back", thing.unit)
        else None,
        "may_remove": not commitments and may(user, "standard.remove", thing.unit),
        **more,
    }
    return render(request, "standard/plot.html", context, status=status)


def _context(
    thing: StandardPlot, sets: Sequence[IndicatorSet], commitments: Sequence[Commitment], day: date
) -> dict[str, Any]:
    holds = next((one for one in sets if one.since <= day), None)
    rules = rules_of(thing.unit, day).indicators
    return {
        "plot": thing,
        "sets": sets,
        "holds": holds,
        "lines": lines_of(holds, rules) if holds else [],
        "commitments": commitments,
        "rules": rules,
    }


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    moment = end_of(day)
    seen = StandardPlot.history.at(moment).filter(in_scope(request.user, "standard.read"), id=pk)
    version = seen.select_related("unit", "parcel").first()
    if version is None:
        raise Http404
    thing = standing_as(version)
    sets = list(thing.sets.filter(at__lt=moment).select_related("by").order_by("-number"))
    joined = JoinedPlot.objects.filter(plot=pk).values("commitment")
    rows = Commitment.history.at(moment).filter(Q(plot=pk) | Q(id__in=joined))
    then = rows.filter(removed_at=None).order_by("-id")
    context = _context(thing, sets, [standing_as(one) for one in then], day)
    return render(request, "standard/plot.html", {**context, "as_of": day})


def _form(
    request: DeskRequest, form: PlotForm, thing: StandardPlot | None = None, *, status: int = 200
) -> HttpResponse:
    any_parcel = thing or Parcel.objects.standing().filter(unit=request.user.unit).exists()
    context = {"form": form, "thing": thing, "any_parcel": any_parcel}
    return render(request, "standard/form.html", context, status=status)
