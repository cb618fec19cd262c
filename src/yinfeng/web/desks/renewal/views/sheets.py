"""Compensation sheets: drawn up, approved, ruled on, paid."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.battles import named
from yinfeng.web.desks.renewal.cases import crossings_of, ruled
from yinfeng.web.desks.renewal.forms import PayForm, RulingForm, VersionForm
from yinfeng.web.desks.renewal.models import Lessee, Owner, Sheet
from yinfeng.web.desks.renewal.rules import rules_of
from yinfeng.web.desks.renewal.sheet_forms import SheetForm
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_RELATED = ("unit", "block", "owner__plot", "lessee__plot", "created_by", "drafted_by")


@require_GET
@desk_view("renewal.read")
def sheet(request: DeskRequest, pk: int) -> HttpResponse:
    """One sheet, with its red lines, approvals and payments."""
    return _page(request, _found(request, pk))


@require_http_methods(["GET", "POST"])
@desk_view("renewal.draft")
def draft_owner(request: DeskRequest, pk: int) -> HttpResponse:
    """The sheet of an owner, drawn up or computed anew."""
    rows = Owner.objects.visible_to(request.user).select_related("unit", "block", "plot")
    return _draft(request, get_object_or_404(rows, pk=pk))


@require_http_methods(["GET", "POST"])
@desk_view("renewal.draft")
def draft_lessee(request: DeskRequest, pk: int) -> HttpResponse:
    """The sheet of a tenant, drawn up or computed anew."""
    rows = Lessee.objects.visible_to(request.user).select_related("unit", "block", "plot")
    return _draft(request, get_object_or_404(rows, pk=pk))


@require_POST
@desk_view("renewal.approve")
def approve(request: DeskRequest, pk: int) -> HttpResponse:
    """An approval: the first or the second."""
    found, form = _found(request, pk), VersionForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else -1
    try:
        made = actions.approve(found, by=request.user, version=version, today=timezone.localdate())
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=422)
    is_done = made.state == Sheet.State.APPROVED
    return _answer(request, pk, "已审定。" if is_done else "已初审，等第二个人复审。")


@require_POST
@desk_view("renewal.rule")
def rule(request: DeskRequest, pk: int) -> HttpResponse:
    """What answers a red line."""
    found, form = _found(request, pk), RulingForm(request.POST)
    if not form.is_valid():
        return _page(request, found, refusal="请写明裁定文件和理由。", status=422)
    try:
        actions.rule(found, by=request.user, today=timezone.localdate(), **form.cleaned_data)
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=422)
    return _answer(request, pk, "裁定已登记。")


@require_POST
@desk_view("renewal.pay")
def pay(request: DeskRequest, pk: int) -> HttpResponse:
    """A payment."""
    found = _found(request, pk)
    form = PayForm(request.POST, label_suffix="", auto_id="pay_%s")
    if form.is_valid():
        try:
            actions.pay(found, by=request.user, today=timezone.localdate(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _answer(request, pk, "拨付已登记。")
    return _page(request, found, status=422, pay_form=form)


def _draft(request: DeskRequest, party: Owner | Lessee) -> HttpResponse:
    today = timezone.localdate()
    rules = rules_of(party.unit, party.signed_on or today)
    known: Any = party.sheets.filter(removed_at=None).first()
    form = SheetForm(request.POST or None, book=rules.book, sheet=known)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft(
                party,
                by=request.user,
                items=form.items(),
                today=today,
                version=form.cleaned_data.get("version") or (-1 if known else None),
                **form.values,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已计算：补偿总额{made.total}元。")
            return redirect("renewal:sheet", made.pk)
    context = {"form": form, "party": party, "book": rules.book, "sheet": known}
    return render(request, "renewal/draft.html", context, status=422 if form.errors else 200)


def _found(request: DeskRequest, pk: int) -> Sheet:
    rows = Sheet.objects.visible_to(request.user).select_related(*_RELATED)
    return get_object_or_404(rows, pk=pk)


def _answer(request: DeskRequest, pk: int, told: str) -> HttpResponse:
    if request.htmx:
        return _page(request, _found(request, pk), told=told)
    messages.success(request, told)
    return redirect("renewal:sheet", pk)


def _page(request: DeskRequest, found: Sheet, *, status: int = 200, **more: Any) -> HttpResponse:
    today, user = timezone.localdate(), request.user
    rulings = ruled(found)
    payments = list(found.payments.select_related("by").order_by("day", "pk"))
    party: Any = found.owner or found.lessee
    lines = [(one, rulings.get((one.line.key, one.about))) for one in crossings_of(found, today)]
    rights = ("approve", "rule", "pay", "draft")
    context = {
        "sheet": found,
        "holder": named(party),
        "party": party,
        "lines": lines,
        "approvals": list(found.approvals.select_related("by").order_by("pk")),
        "payments": payments,
        "paid": sum(one.amount for one in payments),
        "rights": {name: may(user, f"renewal.{name}", found.unit) for name in rights},
        "pay_form": PayForm(
            initial={"day": today, "payee": found.holder}, label_suffix="", auto_id="pay_%s"
        ),
        **more,
    }
    template = "renewal/_sheet.html" if request.htmx else "renewal/sheet.html"
    return render(request, template, context, status=status)
