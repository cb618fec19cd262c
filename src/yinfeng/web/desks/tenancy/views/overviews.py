"""Overviews: parks with what is let, one park as a cluster, what ends and what is late, land."""

from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.mapping.areas import mu_of
from yinfeng.web.desks.land.models import Park
from yinfeng.web.desks.tenancy import actions
from yinfeng.web.desks.tenancy.accounts import late_rents
from yinfeng.web.desks.tenancy.clusters import cluster_of, park_lines
from yinfeng.web.desks.tenancy.forms import SpanForm
from yinfeng.web.desks.tenancy.land_use import land_uses
from yinfeng.web.desks.tenancy.models import Occupancy, TenancyRule
from yinfeng.web.desks.tenancy.rules import rules_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.rule_pages import rules_page

_MOST = 200


@require_GET
@desk_view("tenancy.read")
def parks(request: DeskRequest) -> HttpResponse:
    """Every park with how many enterprises it has and what stands empty today."""
    today = timezone.localdate()
    found = Park.objects.in_scope_of(request.user, "tenancy.read").defer("shape")
    rows = park_lines(list(found.order_by("name", "pk")[:_MOST]), today)
    return render(request, "tenancy/parks.html", {"rows": rows, "today": today})


@require_GET
@desk_view("tenancy.read")
def park(request: DeskRequest, pk: int) -> HttpResponse:
    """One park on a day: its enterprises by chain and industry, who came and went."""
    rows = Park.objects.in_scope_of(request.user, "tenancy.read").select_related("unit")
    found = get_object_or_404(rows, pk=pk)
    form, first, last = _span(request)
    cluster = cluster_of(found, first, last)
    land, land_free = (mu_of(one) for one in cluster.land)
    floor, floor_free = cluster.floor
    context = {
        "park": found,
        "form": form,
        "first": first,
        "last": last,
        "cluster": cluster,
        "land": land,
        "land_free": land_free,
        "floor": floor,
        "floor_free": floor_free,
    }
    return render(request, "tenancy/park.html", context, status=422 if form.errors else 200)


@require_GET
@desk_view("tenancy.read")
def ahead(request: DeskRequest) -> HttpResponse:
    """What ends soon and which rent is late."""
    today = timezone.localdate()
    rules = rules_of(request.user.unit, today)
    stays = Occupancy.objects.visible_to(request.user).select_related("unit", "parcel")
    stays = stays.defer("parcel__shape")
    ending = [
        (stay, (stay.until - today).days, _step(rules.ahead, (stay.until - today).days))
        for stay in stays.ending(today, max(rules.ahead))[:_MOST]
        if stay.until is not None
    ]
    late = late_rents(stays.filter(since__lte=today, rent__gt=0).order_by("pk"), today)
    context = {
        "ending": ending,
        "late": late[:_MOST],
        "more": max(len(late) - _MOST, 0),
        "arrears": sum((one.account.arrears for one in late), Decimal(0)),
        "today": today,
        "rules": rules,
    }
    return render(request, "tenancy/ahead.html", context)


@require_GET
@desk_view("tenancy.read")
def land(request: DeskRequest) -> HttpResponse:
    """Land that each enterprise used between two days, weighed by days, part by part."""
    form, first, last = _span(request)
    units = OrgUnit.objects.filter(in_scope(request.user, "tenancy.read", ""))
    found = land_uses(units, first, last)
    rows = [(one, mu_of(one.land.area)) for one in found]
    context = {
        "form": form,
        "first": first,
        "last": last,
        "rows": rows,
        "total": sum((mu for _, mu in rows), Decimal(0)),
        "rules": rules_of(request.user.unit, last),
    }
    return render(request, "tenancy/land.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_view("tenancy.read")
def rules(request: DeskRequest) -> HttpResponse:
    """How occupancy is counted, and the office's own file over it."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "tenancy",
        TenancyRule,
        actions.set_rules,
        rules=rules_of(unit, today),
    )


def _span(request: DeskRequest) -> tuple[SpanForm, date, date]:
    """The days that are asked for: this year so far, unless others are."""
    today = timezone.localdate()
    usual = {"first": today.replace(month=1, day=1), "last": today}
    given = {name: request.GET.get(name) or day for name, day in usual.items()}
    form = SpanForm(given, label_suffix="")
    if form.is_valid():
        return form, form.cleaned_data["first"], form.cleaned_data["last"]
    return form, usual["first"], usual["last"]


def _step(steps: tuple[int, ...], days: int) -> int:
    return next(step for step in steps if days <= step)
