"""The board of lights, the rates of problems, new problems, new meetings, forms, rules, files."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.judgement.problems import Case, rates_of
from yinfeng.lexicon.lights import SCHEMES, scheme
from yinfeng.web.desks.delivery import forms as own
from yinfeng.web.desks.delivery import paper_forms
from yinfeng.web.desks.delivery.actions import meetings, problems, sheets
from yinfeng.web.desks.delivery.actions.copies import plain_copy
from yinfeng.web.desks.delivery.actions.ruling import set_rules
from yinfeng.web.desks.delivery.models import (
    Attachment,
    DeliveryRule,
    FilledSheet,
    LightRow,
    Photo,
    Problem,
    SheetTemplate,
)
from yinfeng.web.desks.delivery.rules import (
    ladder_on,
    money_on,
    permits_on,
    problems_on,
    scheme_on,
    watches_on,
)
from yinfeng.web.desks.delivery.views.downloads import attached
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_pages import rules_page
from yinfeng.web.store import vault

_CARDS = 10
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEASURES = (
    ("closed", "销号率", "已销号 ÷ 全部"),
    ("on_time", "按期率", "按首次承诺的日期办结 ÷ 已销号或已到期"),
    ("on_time_as_put_off", "按期率（含延期）", "按延期后的日期办结 ÷ 已销号或已到期"),
    ("overdue", "超期", "超期未销号 ÷ 在办"),
    ("claimed", "自报办结", "已申请、未核验 ÷ 在办；不算销号"),
    ("reopened", "重开率", "销号后又重开 ÷ 曾经销号"),
)


@require_GET
@desk_view("delivery.read")
def board(request: DeskRequest) -> HttpResponse:
    """The projects by light, the worst first."""
    rows = LightRow.objects.visible_to(request.user).select_related("project", "unit")
    shown = scheme_on(request.user.unit, timezone.localdate())
    lanes = []
    for lamp in sorted(shown.lamps, key=lambda one: -one.rank):
        lane = rows.filter(light=lamp.key)
        cards = list(lane.order_by("since", "pk")[:_CARDS])
        lanes.append({"lamp": lamp, "count": lane.count(), "cards": cards})
    other = rows.exclude(light__in=[lamp.key for lamp in shown.lamps]).count()
    context = {"lanes": lanes, "scheme": shown, "other": other, "today": timezone.localdate()}
    return render(request, "delivery/board.html", context)


@require_GET
@desk_view("delivery.read")
def rates(request: DeskRequest) -> HttpResponse:
    """The rates of problems, each open to the problems that it counts."""
    rows = list(Problem.objects.visible_to(request.user).select_related("project"))
    today = timezone.localdate()
    found = rates_of((case_of(row) for row in rows), today)
    known = {str(row.pk): row for row in rows}
    asked = request.GET.get("of", "")
    context = {
        "measures": [
            {"key": key, "title": title, "says": says, "share": getattr(found, key)}
            for key, title, says in _MEASURES
        ],
        "asked": next((title for key, title, _ in _MEASURES if key == asked), ""),
        "rows": [known[key] for key in getattr(found, asked).part] if asked in _KEYS else [],
        "today": today,
    }
    return render(request, "delivery/rates.html", context)


_KEYS = frozenset(key for key, _, _ in _MEASURES)


def case_of(row: Problem) -> Case:
    """A problem as its rates see it."""
    claimed = row.asked if row.state in (Problem.State.ASKED, Problem.State.CHECKING) else None
    return Case(str(row.pk), row.opened, row.first_due, row.due, row.closed, claimed, row.reopened)


@require_http_methods(["GET", "POST"])
@desk_view("delivery.register")
def register(request: DeskRequest) -> HttpResponse:
    """The form of a new problem."""
    today = timezone.localdate()
    given = request.POST or None
    form = own.RegisterForm(
        given, user=request.user, today=today, project=request.GET.get("project", "")
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            made = problems.register(values.pop("project"), by=request.user, today=today, **values)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记{made.number}，{made.dispatch_due}前交办。")
            return redirect("delivery:problem", made.pk)
    title = "登记问题"
    return _form_page(request, form, title, "delivery:index", "问题", "登记")


@require_http_methods(["GET", "POST"])
@desk_view("delivery.meet")
def call(request: DeskRequest) -> HttpResponse:
    """The form of a new meeting."""
    first = {"day": timezone.localdate()}
    form = paper_forms.CallForm(request.POST or None, initial=first, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            made = meetings.call_meeting(request.user.unit, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已召集，材料已汇总。")
            return redirect("delivery:meeting", made.pk)
    return _form_page(request, form, "召集例会", "delivery:meetings", "例会", "召集")


@require_GET
@desk_view("delivery.read")
def forms_of_superior(request: DeskRequest) -> HttpResponse:
    """The superior's forms that the office keeps."""
    rows = SheetTemplate.objects.visible_to(request.user).in_force().select_related("unit", "by")
    may_set = may(request.user, "delivery.set_form", request.user.unit)
    context = {"rows": rows.order_by("name", "pk"), "may_set": may_set}
    return render(request, "delivery/sheets.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("delivery.set_form")
def add_sheet(request: DeskRequest) -> HttpResponse:
    """The form by which a superior's form is kept, new or in place of another."""
    rows = SheetTemplate.objects.visible_to(request.user).in_force()
    key = request.GET.get("replaces", "")
    old = get_object_or_404(rows, pk=int(key)) if key.isdecimal() and len(key) < 10 else None
    first = {"name": old.name, "cells": old.cells} if old else {}
    form = paper_forms.SheetForm(
        request.POST or None, request.FILES or None, initial=first, label_suffix=""
    )
    form.fields["file"].required = old is None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = sheets.keep_form(
                old.unit if old else request.user.unit,
                by=request.user,
                name=form.cleaned_data["name"],
                file=file.name if file else "",
                content=file.read() if file else b"",
                cells=form.cleaned_data["cells"],
                replaces=old,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已存，每一格都核对过。")
            return redirect("delivery:sheet", made.pk)
    return _form_page(
        request, form, "存上级报表", "delivery:sheets", "上级报表", "存入", has_help=True
    )


@require_http_methods(["GET", "POST"])
@desk_view("delivery.read")
def office_rules(request: DeskRequest) -> HttpResponse:
    """The rules that hold in the office, and the form that lays its own over them."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "delivery",
        DeliveryRule,
        set_rules,
        form_of=own.DeliveryRulesForm,
        scheme=scheme_on(unit, today),
        schemes=[scheme(key) for key in SCHEMES],
        ladder=ladder_on(unit, today),
        problems=problems_on(unit, today),
        money=money_on(unit, today),
        watches=watches_on(unit, today),
        permits=permits_on(unit, today),
    )


@require_GET
@desk_view("delivery.read")
def file(request: DeskRequest, pk: int) -> HttpResponse:
    """The bytes of a file that proves something; a photo only as a copy without place and time."""
    found = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    content = vault.get(found.sha256)
    if Photo._base_manager.filter(attachment=found).exists():
        return attached(plain_copy(content), f"{found.name}.jpg", "image/jpeg")
    return attached(content, found.name, "application/octet-stream")


@require_GET
@desk_view("delivery.read")
def image(request: DeskRequest, pk: int) -> HttpResponse:
    """A photo to look at, without what its file tells of place, time and telephone."""
    rows = Photo.objects.visible_to(request.user).select_related("attachment")
    found = get_object_or_404(rows, pk=pk)
    response = HttpResponse(plain_copy(vault.get(found.attachment.sha256)), "image/jpeg")
    response["Cache-Control"] = "private, max-age=86400"
    return response


@require_GET
@desk_view("delivery.read")
def sheet_file(request: DeskRequest, pk: int) -> HttpResponse:
    """The empty form of the superior."""
    found = get_object_or_404(SheetTemplate.objects.visible_to(request.user), pk=pk)
    return attached(vault.get(found.sha256), found.file, _XLSX)


@require_GET
@desk_view("delivery.read")
def filled_file(request: DeskRequest, pk: int) -> HttpResponse:
    """A filled form."""
    rows: Any = FilledSheet.objects.select_related("template")
    found = get_object_or_404(rows, pk=pk)
    if not may(request.user, "delivery.read", found.unit):
        raise Http404
    ending = "xlsm" if found.template.file.lower().endswith(".xlsm") else "xlsx"
    return attached(vault.get(found.sha256), f"{found.template.name}{found.last}.{ending}", _XLSX)


def _form_page(
    request: DeskRequest,
    form: Any,
    title: str,
    crumb: str,
    crumb_title: str,
    button: str,
    *,
    has_help: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "crumb": crumb,
        "crumb_title": crumb_title,
        "button": button,
        "has_help": has_help,
    }
    status = 422 if form.errors else 200
    return render(request, "delivery/form.html", context, status=status)
