"""Overviews: the daily battle report, what papers tell, the rules of the office."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.battles import battles_of
from yinfeng.web.desks.renewal.forms import AdoptForm
from yinfeng.web.desks.renewal.models import RenewalBlock, RenewalRule
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.renewal.told import told_in_scope
from yinfeng.web.lists.history import asked_day
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_pages import rules_page
from yinfeng.web.store.models import Fact

_MOST = 200


@require_GET
@desk_view("renewal.read")
def battle(request: DeskRequest) -> HttpResponse:
    """The battle report of a day: every block that is being signed."""
    today = timezone.localdate()
    day = _day(request, today)
    blocks = RenewalBlock.objects.visible_to(request.user).select_related("unit")
    found = battles_of(blocks.order_by("unit__path", "name", "pk")[:_MOST], day)
    running = [one for one in found if one.is_running]
    context = {
        "battles": running,
        "waiting": [one.block for one in found if one not in running],
        "day": day,
        "today": today,
        "owners": sum(len(one.owners_today) for one in running),
        "tenants": sum(len(one.tenants_today) for one in running),
        "hard": sum(len(one.hard) for one in running),
        "rules": rules_of(request.user.unit, day),
    }
    return render(request, "renewal/battle.html", context)


@require_GET
@desk_view("renewal.read")
def told(request: DeskRequest) -> HttpResponse:
    """What papers tell of renewal, and whether a text mixes its rates."""
    return _told_page(request)


@require_POST
@desk_view("renewal.adopt")
def adopt(request: DeskRequest, pk: int) -> HttpResponse:
    """A fact becomes a block, or tells of one."""
    rows = Fact.objects.filter(in_scope(request.user, "library.read", "reading__document__unit"))
    fact = get_object_or_404(
        rows.select_related("reading__document__unit", "reading__document__current"), pk=pk
    )
    form = AdoptForm(request.POST)
    own = RenewalBlock.objects.visible_to(request.user)
    form.fields["block"].queryset = own  # type: ignore[attr-defined]
    try:
        if not form.is_valid():
            raise Refused("请从列出的区块里选。")
        block = actions.adopt(fact, by=request.user, block=form.cleaned_data["block"])
    except Refused as refusal:
        return _told_page(request, refusal=str(refusal), status=422)
    messages.success(request, f"已归入“{block}”。")
    return redirect("renewal:block", block.pk)


@require_http_methods(["GET", "POST"])
@desk_view("renewal.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules of renewal, and the office's own files over them."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "renewal",
        RenewalRule,
        actions.set_rules,
        rules=rules_of(unit, today),
    )


def _told_page(request: DeskRequest, *, refusal: str = "", status: int = 200) -> HttpResponse:
    unit = request.user.unit
    found = told_in_scope(request.user, rules_of(unit, timezone.localdate()))
    blocks = RenewalBlock.objects.visible_to(request.user).filter(unit=unit).order_by("name")
    context = {
        "found": found,
        "blocks": blocks,
        "refusal": refusal,
        "may_adopt": may(request.user, "renewal.adopt", unit),
        "mixed": sum(one.mixing.is_mixed for one in found),
    }
    return render(request, "renewal/told.html", context, status=status)


def _day(request: DeskRequest, today: date) -> date:
    asked = asked_day(request.GET.get("day"))
    return asked if asked is not None and asked < today else today
