"""Registering a lead by hand, adopting one that papers tell of, taking one from the pool."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.judgement.claims import Right
from yinfeng.web.desks.leads import actions
from yinfeng.web.desks.leads.actions import Clashing
from yinfeng.web.desks.leads.actions.rights import right_state
from yinfeng.web.desks.leads.clashes import Like
from yinfeng.web.desks.leads.forms import RegisterForm
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.papers import fields_of, not_rejected, units_with_papers, with_papers
from yinfeng.web.desks.leads.proposals import fills_of, proposals_of
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.private import masked_words
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ticked import is_key, keys_of
from yinfeng.web.store.models import Fact

_ROWS = 50


@require_http_methods(["GET", "POST"])
@desk_view("leads.register")
def register(request: DeskRequest) -> HttpResponse:
    """The form of a new lead; like leads are shown before it is saved."""
    first = {"reporter": request.user.name}
    form = RegisterForm(request.POST or None, initial=first, label_suffix="")
    likes: list[Like] = []
    if request.method == "POST" and form.is_valid():
        try:
            lead = actions.register(
                form.form,
                by=request.user,
                unit=request.user.unit,
                today=timezone.localdate(),
                reason=form.cleaned_data["reason"],
            )
        except Refused as refusal:
            likes = refusal.likes if isinstance(refusal, Clashing) else []
            form.add_error(None, str(refusal))
        else:
            return _registered(request, lead)
    return _form_page(request, form, likes)


@require_GET
@desk_view("leads.read")
def proposed(request: DeskRequest) -> HttpResponse:
    """What papers of any unit in scope tell of and no lead has taken up."""
    user, units = request.user, units_with_papers(request.user, "leads.read")
    chosen = [unit for unit in units if str(unit.pk) == request.GET.get("unit")]
    found = proposals_of(chosen or units, timezone.localdate())
    page = Paginator(found, _ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "shown": [(one, may(user, "leads.adopt", one.unit)) for one in page.object_list],
        "units": units,
        "chosen": chosen[0] if chosen else None,
        "also": f"&unit={chosen[0].pk}" if chosen else "",
        "may_adopt": may(user, "leads.adopt"),
    }
    return render(request, "leads/proposals.html", context)


@require_POST
@desk_view("leads.adopt")
def hear(request: DeskRequest) -> HttpResponse:
    """Attach what was accepted since last time to the leads it tells of."""
    units = units_with_papers(request.user, "leads.adopt")
    changed = sum(actions.hear(unit, today=timezone.localdate()) for unit in units)
    messages.success(request, f"{changed}条线索按新核实的材料重新分级。")
    return redirect("leads:proposals")


@require_http_methods(["GET", "POST"])
@desk_view("leads.adopt")
def adopt(request: DeskRequest, facts: str) -> HttpResponse:
    """The form of a lead that papers tell of, filled in by what they say."""
    offered = _facts(request, facts)
    told_of = fields_of(offered)
    standing = {fact.pk: not_rejected(told_of.get(fact.pk, {})) for fact in offered}
    fills = fills_of(offered, standing)
    first = {name: fill.says for name, fill in fills.items()}
    first["reporter"] = request.user.name
    first["source"] = f"资料：{offered[0].reading.document.name}"[:200]
    form = RegisterForm(request.POST or None, initial=first, label_suffix="")
    likes: list[Like] = []
    if request.method == "POST" and form.is_valid():
        ticked = set(keys_of(request.POST.getlist("fact")))
        try:
            lead = actions.adopt(
                form.form,
                [fact for fact in offered if fact.pk in ticked],
                by=request.user,
                unit=offered[0].reading.document.unit,
                today=timezone.localdate(),
                reason=form.cleaned_data["reason"],
            )
        except Refused as refusal:
            likes = refusal.likes if isinstance(refusal, Clashing) else []
            form.add_error(None, str(refusal))
        else:
            return _registered(request, lead)
    return _form_page(request, form, likes, {"facts": offered, "fills": fills})


@require_GET
@desk_view("leads.read")
def pool(request: DeskRequest) -> HttpResponse:
    """The leads whose right has lapsed, for whoever takes them."""
    found = Lead.objects.in_pool_of(request.user).select_related("first_unit", "unit", "pool")
    page = Paginator(found.order_by("grade", "-pooled", "-pk"), _ROWS).get_page(
        request.GET.get("page")
    )
    # Who wrote the words did not write them for another office: numbers of persons are masked.
    rows = [(lead, masked_words(lead.content)) for lead in page.object_list]
    may_take = may(request.user, "leads.take", request.user.unit)
    return render(request, "leads/pool.html", {"page": page, "rows": rows, "may_take": may_take})


@require_POST
@desk_view("leads.take")
def take(request: DeskRequest, pk: int) -> HttpResponse:
    """Take one from the pool."""
    lead = get_object_or_404(Lead.objects.in_pool_of(request.user), pk=pk)
    version = request.POST.get("version", "")
    try:
        lead = actions.take(
            lead,
            by=request.user,
            today=timezone.localdate(),
            version=int(version) if is_key(version) else -1,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("leads:pool")
    messages.success(request, f"已认领“{lead}”，时限从今天起算。")
    return redirect("leads:lead", lead.pk)


def _facts(request: DeskRequest, keys: str) -> list[Fact]:
    """The facts of a proposal, all of one unit where the person may adopt."""
    asked = {int(key) for key in keys.split("-")}
    seen = in_scope(request.user, "leads.adopt", "reading__document__unit")
    found = list(with_papers(Fact.objects.filter(seen, pk__in=asked)).order_by("pk"))
    units = {fact.reading.document.unit_id for fact in found}
    if len(units) != 1 or len(found) != len(asked):
        raise Http404
    return found


def _registered(request: DeskRequest, lead: Lead) -> HttpResponse:
    messages.success(
        request, f"已登记线索{lead.number}，定为{lead.grade}级，理由见“为什么是{lead.grade}级”。"
    )
    return redirect("leads:lead", lead.pk)


def _form_page(
    request: DeskRequest,
    form: RegisterForm,
    likes: list[Like],
    more: Mapping[str, Any] | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "likes": [_shown(request, like) for like in likes],
        "facts": (),
        **(more or {}),
    }
    status = 422 if form.errors else 200
    return render(request, "leads/register.html", context, status=status)


def _shown(request: DeskRequest, like: Like) -> dict[str, Any]:
    """A like lead: one's own in full, another office's without what is secret."""
    lead, today = like.lead, timezone.localdate()
    is_ours = may(request.user, "leads.read", lead.unit)
    claim = lead.claims.filter(ended=None).select_related("lead", "unit").first()
    state = right_state(claim, rules_of(lead.unit, today), today) if claim else None
    protected = state is not None and state.right in (Right.PROTECTED, Right.QUIET)
    return {
        "lead": lead if is_ours else None,
        "unit": lead.unit,
        "reported": lead.reported,
        "state": lead.get_state_display(),
        "says": like.likeness.says if is_ours else like.says,
        "right": state.says if state else "",
        "is_protected": protected,
    }
