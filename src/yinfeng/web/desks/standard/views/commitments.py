"""The page of a commitment, and what is done on it: made, amended, removed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.judgement.standard.values import strictest, total_of
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.commitment_forms import CommitForm
from yinfeng.web.desks.standard.forms import ReasonForm
from yinfeng.web.desks.standard.models import Check, Commitment, StandardPlot
from yinfeng.web.desks.standard.models.joined import plots_of, sets_of
from yinfeng.web.desks.standard.rules import rules_of
from yinfeng.web.desks.standard.standing import mu_of_land, own_formulas, rules_at
from yinfeng.web.desks.standard.views.plots import found_plot
from yinfeng.web.lists.history import asked_day, end_of, standing_as
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = (
    "unit", "plot__unit", "plot__parcel", "indicators", "project", "agreement", "document",
    "created_by",
)  # fmt: skip


@require_GET
@desk_view("standard.read")
def commitment(request: DeskRequest, pk: int) -> HttpResponse:
    """One commitment, as it stands or as it stood on a day."""
    day = asked_day(request.GET.get("as_of"))
    if day is not None and day < timezone.localdate():
        return _past(request, pk, day)
    return _page(request, found_commitment(request.user, pk))


@require_http_methods(["GET", "POST"])
@desk_view("standard.commit")
def commit(request: DeskRequest, pk: int) -> HttpResponse:
    """What an enterprise promises for a plot."""
    plot, today = found_plot(request.user, pk), timezone.localdate()
    form = commit_form(request.user, plot, None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.commit(
                plot, by=request.user, today=today, limits=form.limits, agreed=form.agreed,
                formulas=form.formulas, **form.values,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记承诺：{made}。核查时点已排好。")
            return redirect("standard:commitment", made.pk)
    return _form(request, form, plot)


@require_http_methods(["GET", "POST"])
@desk_view("standard.amend")
def amend(request: DeskRequest, pk: int) -> HttpResponse:
    """A commitment with other values, as a supplement of its contract says."""
    thing, today = found_commitment(request.user, pk), timezone.localdate()
    form = commit_form(request.user, thing.plot, thing, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend(
                thing, by=request.user, version=form.cleaned_data["version"] or -1, today=today,
                reason=form.cleaned_data["reason"], limits=form.limits, agreed=form.agreed,
                formulas=form.formulas, **form.values,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已保存：{thing}。核查日期已重算。")
            return redirect("standard:commitment", pk)
    return _form(request, form, thing.plot, thing)


@require_POST
@desk_view("standard.remove")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Off every list, for a reason."""
    thing, form = found_commitment(request.user, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, thing, status=422, refusal="请写明删除的理由。")
    try:
        actions.remove_commitment(thing, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        return _page(request, thing, status=422, refusal=str(refusal))
    messages.success(request, f"已删除：{thing}。")
    return redirect("standard:plot", thing.plot_id)


def found_commitment(user: User, pk: int) -> Commitment:
    """The commitment in the person's scope, or 404."""
    rows = Commitment.objects.visible_to(user).select_related(*_RELATED)
    return get_object_or_404(rows.defer("plot__parcel__shape"), pk=pk)


def commit_form(
    user: User, plot: StandardPlot, made: Commitment | None, data: Any = None
) -> CommitForm:
    """The form of what is promised for a plot, or promised otherwise."""
    today = timezone.localdate()
    rules = rules_of(plot.unit, made.signed if made else today)
    last = made.indicators if made else plot.sets.filter(since__lte=today).order_by("number").last()
    asked = last.limits if last else {}
    if made is not None:
        asked = strictest([one.limits for one in sets_of(made)])
    form = CommitForm(data, label_suffix="", initial={"signed": today})
    keys = list(rules.indicators.indicators.values())
    form.offer(keys, made.limits if made else asked, asked=asked, mu=plot.mu)
    form.fit(plot, user, rules, made)
    return form


def _form(
    request: DeskRequest, form: CommitForm, plot: StandardPlot, made: Commitment | None = None
) -> HttpResponse:
    context = {"form": form, "plot": plot, "made": made}
    return render(request, "standard/commit.html", context, status=422 if form.errors else 200)


def _page(
    request: DeskRequest, thing: Commitment, *, status: int = 200, **more: Any
) -> HttpResponse:
    user = request.user
    is_running = thing.state == Commitment.State.RUNNING
    context = {
        **_context(thing, list(thing.checks.standing().order_by("pk")), timezone.localdate()),
        "may_amend": is_running and may(user, "standard.amend", thing.unit),
        "may_remove": is_running and may(user, "standard.remove", thing.unit),
        **more,
    }
    return render(request, "standard/commitment.html", context, status=status)


def _context(thing: Commitment, checks: list[Check], day: date) -> dict[str, Any]:
    rules = rules_at(thing)
    indicators, mu = rules.indicators.indicators, mu_of_land(thing)
    asked = strictest([one.limits for one in sets_of(thing)])
    own = own_formulas(thing, rules.penalties, rules.checks)
    labels = {**{k: one.label for k, one in rules.checks.points.items()},
              **{k: one.label for k, one in indicators.items()}}  # fmt: skip
    return {
        "made": thing,
        "plots": plots_of(thing),
        "mu": mu,
        "today": day,
        "checks": checks,
        "lines": [
            {
                "indicator": indicators[key],
                "says": limits.says(indicators[key].measure),
                "asked": asked[key].says(indicators[key].measure) if key in asked else "",
                "total": total_of(indicators[key], limits, mu),
            }
            for key, limits in thing.limits.items()
            if key in indicators
        ],
        "formulas": [(labels.get(key, key), one.formula) for key, one in own.items()],
    }


def _past(request: DeskRequest, pk: int, day: date) -> HttpResponse:
    moment = end_of(day)
    seen = Commitment.history.at(moment).filter(in_scope(request.user, "standard.read"), id=pk)
    version = seen.select_related("unit", "plot__parcel", "indicators", "project").first()
    if version is None:
        raise Http404
    then = Check.history.at(moment).filter(commitment=pk).order_by("id")
    checks = [standing_as(one) for one in then]
    context = {**_context(standing_as(version), checks, day), "as_of": day}
    return render(request, "standard/commitment.html", context)
