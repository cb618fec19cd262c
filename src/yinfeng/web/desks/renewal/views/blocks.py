"""The page of one block: rates, stages with their papers, plots, who is in it, what is told."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.battles import battle_of, signings_by_day
from yinfeng.web.desks.renewal.counting import Held, held_of, short_of
from yinfeng.web.desks.renewal.forms import ProveForm
from yinfeng.web.desks.renewal.gates import stage_on, stage_states
from yinfeng.web.desks.renewal.models import GateProof, RenewalBlock
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.renewal.told import told_of
from yinfeng.web.lists.history import asked_day
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("unit", "programme", "land_block", "created_by")
_MAY = ("keep", "change", "remove", "prove", "confirm", "clear")


@require_GET
@desk_view("renewal.read")
def block(request: DeskRequest, pk: int) -> HttpResponse:
    """One block, with its figures of today or of an earlier day."""
    return _page(request, _found(request, pk))


@require_POST
@desk_view("renewal.prove")
def prove(request: DeskRequest, pk: int) -> HttpResponse:
    """A paper for a gate."""
    found, form = _found(request, pk), ProveForm(request.POST)
    if form.is_valid():
        try:
            actions.prove(found, by=request.user, today=timezone.localdate(), **form.cleaned_data)
        except Refused as refusal:
            return _page(request, found, refusal=str(refusal), status=422)
        return _answer(request, pk, "佐证已登记，等第二个人确认。")
    says = "；".join(str(error) for errors in form.errors.values() for error in errors)
    return _page(request, found, refusal=f"佐证没有登记：{says}", status=422)


@require_POST
@desk_view("renewal.confirm")
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    """A second person has seen the paper."""
    rows = GateProof.objects.filter(
        in_scope(request.user, "renewal.read", "block__unit"), block__removed_at=None
    )
    proof = get_object_or_404(rows.select_related("block__unit"), pk=pk)
    try:
        actions.confirm(proof, by=request.user, today=timezone.localdate())
    except Refused as refusal:
        found = _found(request, proof.block_id)
        return _page(request, found, refusal=str(refusal), status=422)
    return _answer(request, proof.block_id, "佐证已确认。")


def _found(request: DeskRequest, pk: int) -> RenewalBlock:
    rows = RenewalBlock.objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows.defer("land_block__shape"), pk=pk)


def _answer(request: DeskRequest, pk: int, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, pk), told=told)
    messages.success(request, told)
    return redirect("renewal:block", pk)


def _page(
    request: DeskRequest, found: RenewalBlock, *, status: int = 200, **more: Any
) -> HttpResponse:
    today = timezone.localdate()
    day = _day(request, today)
    rules, held = rules_of(found.unit, day), held_of([found])[found.pk]
    stages = stage_states(held, rules.stages, day)
    context = {
        "renewal_block": found,
        "today": today,
        "day": day,
        "area": mu_of(found.area) if found.area else None,
        "rules": rules,
        "held": held,
        "battle": battle_of(held, rules, day),
        "signings": signings_by_day(held)[-31:],
        "short": short_of(held),
        "stages": stages,
        "stage": rules.stages.stage(found.stage) if day == today else stage_on(stages),
        "plots": [
            (plot, mu_of(plot.area) if plot.area else None, _is_vacant(held, plot.pk, day))
            for plot in held.plots
        ],
        "supplies": [(one, mu_of(one.area)) for one in held.resupplies],
        "told_of": told_of(found, rules),
        "rights": {n: day == today and may(request.user, f"renewal.{n}", found.unit) for n in _MAY},
        **more,
    }
    template = "renewal/_block.html" if request.htmx else "renewal/block.html"
    return render(request, template, context, status=status)


def _day(request: DeskRequest, today: date) -> date:
    asked = asked_day(request.GET.get("day") or request.GET.get("as_of"))
    return asked if asked is not None and asked < today else today


def _is_vacant(held: Held, plot: int, day: date) -> bool:
    """Whether every owner of a plot has handed over."""
    left = [one.vacated_on for one in held.owners if one.plot_id == plot]
    return bool(left) and all(on is not None and on <= day for on in left)
