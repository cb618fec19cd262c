"""Placements of many projects: asked for, read, compared, taken over; the rules of the office."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.siting.words import area
from yinfeng.web.desks.siting import actions
from yinfeng.web.desks.siting.drawn import (
    box_of_seat,
    grounds,
    keys_of_seats,
    map_of_seats,
)
from yinfeng.web.desks.siting.forms import ReasonForm, RunForm
from yinfeng.web.desks.siting.models import LotPromise, Run, RunResult, SitingNeed, SitingRule
from yinfeng.web.desks.siting.rules import rules_of
from yinfeng.web.desks.siting.sealing import is_whole
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_pages import rules_page
from yinfeng.web.shell.ticked import keys_of

_SHOWN = 60
_MOST = 2_000


@require_GET
@desk_view("siting.read")
def runs(request: DeskRequest) -> HttpResponse:
    """The placements so far, and the form for a new one."""
    return _runs(request, RunForm(label_suffix="", initial={"title": _title()}))


@require_POST
@desk_view("siting.ask")
def ask(request: DeskRequest) -> HttpResponse:
    """Ask for the best placement of the ticked projects."""
    form = RunForm(request.POST, label_suffix="")
    ticked = keys_of(request.POST.getlist("need"))
    if form.is_valid():
        rows = SitingNeed.objects.in_scope_of(request.user, "siting.ask")
        needs = list(rows.filter(pk__in=ticked[:_MOST]))
        try:
            run = actions.ask(
                request.user.unit,
                needs,
                by=request.user,
                title=form.cleaned_data["title"],
                today=timezone.localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已交后台求解，算完后这里有结果。")
            return redirect("siting:run", run.pk)
    return _runs(request, form, status=422)


@require_GET
@desk_view("siting.read")
def run(request: DeskRequest, pk: int) -> HttpResponse:
    """One placement: who goes where, who is left out and why, and what is proven."""
    return _run(request, _found(request, pk))


@require_POST
@desk_view("siting.promise")
def adopt(request: DeskRequest, pk: int) -> HttpResponse:
    """Take ticked seats of the placement over as promises."""
    found = _found(request, pk)
    form = ReasonForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            made = actions.adopt(
                found,
                by=request.user,
                projects=request.POST.getlist("project"),
                reason=form.cleaned_data["reason"],
                today=timezone.localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已按这个方案作出{made}项承诺。")
            return redirect("siting:run", pk)
    return _run(request, found, form, status=422)


@require_GET
@desk_view("siting.read")
def compare(request: DeskRequest, pk: int, other: int) -> HttpResponse:
    """Two placements side by side: which projects stand elsewhere."""
    pair = [_found(request, pk), _found(request, other)]
    told = [_by_project(getattr(one, "result", None)) for one in pair]
    names = {**told[1], **told[0]}
    rows = [
        (names[key][0], told[0].get(key, ("", "不在内"))[1], told[1].get(key, ("", "不在内"))[1])
        for key in sorted(names, key=lambda key: names[key])
    ]
    context = {
        "one": pair[0],
        "other": pair[1],
        "changed": [row for row in rows if row[1] != row[2]],
        "same": sum(row[1] == row[2] for row in rows),
    }
    return render(request, "siting/compare.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("siting.read")
def rules(request: DeskRequest) -> HttpResponse:
    """How lots are weighed, and the office's own file over it."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "siting",
        SitingRule,
        actions.set_rules,
        rules=rules_of(unit, today),
    )


def _title() -> str:
    return f"{timezone.localdate():%Y-%m-%d}统筹落位"


def _found(request: DeskRequest, pk: int) -> Run:
    rows = Run.objects.visible_to(request.user).select_related("unit", "by", "result")
    return get_object_or_404(rows, pk=pk)


def _runs(request: DeskRequest, form: RunForm, status: int = 200) -> HttpResponse:
    asked = Run.objects.visible_to(request.user).select_related("unit", "by", "result")
    needs = SitingNeed.objects.in_scope_of(request.user, "siting.ask").select_related("project")
    context = {
        "runs": asked.order_by("-pk")[:_SHOWN],
        "needs": needs.order_by("-priority", "pk")[:_MOST],
        "form": form,
        "may_ask": may(request.user, "siting.ask", request.user.unit),
    }
    return render(request, "siting/runs.html", context, status=status)


def _run(
    request: DeskRequest, found: Run, form: ReasonForm | None = None, status: int = 200
) -> HttpResponse:
    result = getattr(found, "result", None)
    seats = [_seat(one) for one in result.plan["seats"]] if result else []
    known = grounds(keys_of_seats(seats))
    seats = [{**seat, "box": box_of_seat(seat, known)} for seat in seats]
    keys = [seat["project"] for seat in seats]
    promised = LotPromise.objects.standing().filter(need__in=keys)
    context = {
        "run": found,
        "result": result,
        "seats": seats,
        "scraps": _seat({"parts": result.plan.get("scraps", ())})["where"] if result else "",
        "map": map_of_seats(request.user, seats, known),
        "is_whole": result is None or is_whole(result),
        "promised": {str(one) for one in promised.values_list("need", flat=True)},
        "others": Run.objects.visible_to(request.user).exclude(pk=found.pk).order_by("-pk")[:10],
        "form": form or ReasonForm(label_suffix=""),
        "may_adopt": may(request.user, "siting.promise", found.unit),
    }
    return render(request, "siting/run.html", context, status=status)


def _seat(seat: Mapping[str, Any]) -> Mapping[str, Any]:
    parts = [
        f"{one['name']} {area(one['area'], 'land' if one['key'].startswith('p') else 'floor')}"
        for one in seat["parts"]
    ]
    return {**seat, "where": " ＋ ".join(parts)}


def _by_project(result: RunResult | None) -> dict[str, tuple[str, str]]:
    if result is None:
        return {}
    found = {one["project"]: (one["name"], "没有地") for one in result.plan["left_out"]}
    for seat in result.plan["seats"]:
        found[seat["project"]] = (seat["name"], _seat(seat)["where"])
    return found
