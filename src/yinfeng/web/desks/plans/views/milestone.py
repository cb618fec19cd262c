"""The page of one milestone: its terms and grounds, what really happened, whose it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.forms import (
    AssignForm,
    BeginForm,
    FinishForm,
    ProveForm,
    ReopenForm,
    RowForm,
    refusal_of,
)
from yinfeng.web.desks.plans.models import Milestone, Proof
from yinfeng.web.desks.plans.outlooks import standing
from yinfeng.web.desks.plans.snapshots import read
from yinfeng.web.desks.plans.words import float_says, float_tone, stands, tone_of
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that may be done on the page: its right, its form, the action, what is told."""

    right: str
    form: type[RowForm]
    do: Callable[[Milestone, User, Values, date], object]
    told: str


DOINGS: Mapping[str, Doing] = {
    "begin": Doing(
        "plans.mark",
        BeginForm,
        lambda row, by, v, day: actions.begin(row, by=by, today=day, **v),
        "已登记开始，余量从这一天重算。",
    ),
    "finish": Doing(
        "plans.mark",
        FinishForm,
        lambda row, by, v, day: actions.finish(row, by=by, today=day, **v),
        "已登记完成。",
    ),
    "prove": Doing(
        "plans.mark",
        ProveForm,
        lambda row, by, v, day: actions.prove(row, by=by, today=day, **v),
        "佐证已存。",
    ),
    "reopen": Doing(
        "plans.reopen",
        ReopenForm,
        lambda row, by, v, day: actions.reopen(row, by=by, today=day, **v),
        "已撤回，原来的登记留在日志里。",
    ),
    "assign": Doing(
        "plans.assign",
        AssignForm,
        lambda row, by, v, _: actions.assign(row, by=by, **v),
        "已更新。",
    ),
}


@require_GET
@desk_view("plans.read")
def milestone(request: DeskRequest, pk: int) -> HttpResponse:
    """One milestone."""
    return _page(request, _found(request, pk))


def doing(name: str) -> Callable[..., HttpResponse]:
    """The view behind which one thing is done."""
    what = DOINGS[name]

    @require_POST
    @desk_view(what.right)
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        found = _found(request, pk)
        form = what.form(request.POST, request.FILES, row=found, ids=f"{name}_%s")
        if form.is_valid():
            try:
                what.do(found, request.user, form.values, timezone.localdate())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _answer(request, found, what.told)
        return _page(request, found, {name: form}, status=422)

    return view


@require_GET
@desk_view("plans.read")
def proof(request: DeskRequest, pk: int) -> HttpResponse:
    """The bytes of a file that proves something of a milestone."""
    seen = Milestone.objects.visible_to(request.user)
    found = get_object_or_404(Proof.objects.filter(milestone__in=seen).exclude(sha256=""), pk=pk)
    response = HttpResponse(vault.get(found.sha256), "application/octet-stream")
    told = content_disposition_header(as_attachment=True, filename=found.name)
    response.headers["Content-Disposition"] = told or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _found(request: DeskRequest, pk: int) -> Milestone:
    rows = Milestone.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("project", "unit", "plan__unit"), pk=pk)


def _answer(request: DeskRequest, found: Milestone, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, found.pk), told=told)
    messages.success(request, told)
    return redirect("plans:milestone", found.pk)


def _page(
    request: DeskRequest,
    found: Milestone,
    bound: Mapping[str, RowForm] | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    today = timezone.localdate()
    stand = standing(found.plan, today)
    kinds = {one.key: one for one in read(stand.edition)}
    ahead = stand.ahead.row(found.key)
    kind = kinds[found.key]
    offered = {name: one.form(row=found, ids=f"{name}_%s") for name, one in DOINGS.items()}
    context = {
        "row": found,
        "kind": kind,
        "ahead": ahead,
        "needs": [(need, kinds[need.of]) for need in kind.needs],
        "stands": stands(found, today),
        "proofs": found.proofs.select_related("document", "by").order_by("pk"),
        "tone": tone_of(found, today),
        "float_says": float_says(ahead.float if ahead else None),
        "float_tone": float_tone(ahead.float if ahead else None),
        "forms": {**offered, **(bound or {})},
        "opened": next(iter(bound or ()), ""),
        "refusal": refusal_of(bound),
        "rights": {name: may(request.user, one.right, found.unit) for name, one in DOINGS.items()},
        **more,
    }
    template = "plans/_milestone.html" if request.htmx else "plans/milestone.html"
    return render(request, template, context, status=status)
