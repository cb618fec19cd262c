"""The pages of counting: all counts of a period, one count with its projects, the rules."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.lexicon.counting import FiscalYear
from yinfeng.web.desks.counts import actions
from yinfeng.web.desks.counts.counting import (
    Question,
    counts_of,
    has_any,
    one_cohort,
    one_tally,
    rules_for,
)
from yinfeng.web.desks.counts.export import workbook
from yinfeng.web.desks.counts.forms import AskForm, RecogniseForm
from yinfeng.web.desks.counts.models import CountingRule
from yinfeng.web.desks.counts.rules import counting_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_pages import rules_page

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS = 100


@require_GET
@desk_view("counts.read")
def index(request: DeskRequest) -> HttpResponse:
    """Every count of the period that is asked."""
    asked, context = _asked(request)
    found = counts_of(request.user, asked, timezone.localdate())
    context["counts"] = found
    context["head"] = [band.says for band in found.rules.bands]
    context["has_any"] = has_any(request.user, asked)
    return render(request, "counts/index.html", context, status=_status(context))


@require_GET
@desk_view("counts.read")
def measure(request: DeskRequest, key: str) -> HttpResponse:
    """One count: the projects counted, and those left out with the rule that left them out."""
    return _measure(request, key)


@require_GET
@desk_view("counts.read")
def conversion(request: DeskRequest, start: str, end: str) -> HttpResponse:
    """One cohort: its projects, and which of them reached the second gate."""
    asked, context = _asked(request)
    cohort = one_cohort(request.user, asked, timezone.localdate(), (start, end))
    if cohort is None:
        raise Http404
    reached = {row.key for row in cohort.reached}
    ended = {row.key for row in cohort.ended}
    context["cohort"] = cohort
    context["page"] = _page(request, cohort.rows, "page")
    context["lines"] = [(row, row.key in reached, row.key in ended) for row in context["page"]]
    return render(request, "counts/conversion.html", context, status=_status(context))


@require_GET
@desk_view("counts.read")
def export(request: DeskRequest, key: str) -> HttpResponse:
    """One count as a workbook, counted and left out on sheets of their own."""
    asked, context = _asked(request)
    if context["form"].errors:
        return _measure(request, key)
    tally = one_tally(request.user, asked, timezone.localdate(), key)
    if tally is None:
        raise Http404
    now = f"{timezone.localtime():%Y-%m-%d %H:%M}"
    name = f"{tally.measure.says}_{asked.start}_{asked.last}.xlsx"
    with workbook(tally, asked, str(request.user), now) as file:
        answer = HttpResponse(file.read(), content_type=_XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@require_POST
@desk_view("counts.recognise")
def recognise(request: DeskRequest, key: str) -> HttpResponse:
    """Say that a project falls under a rule, or that it does not."""
    rules = counting_of(request.user.unit, timezone.localdate())
    form = RecogniseForm(request.POST, rules=rules)
    if form.is_valid():
        given = dict(form.cleaned_data)
        rows = Project.objects.visible_to(request.user)
        project = get_object_or_404(rows, pk=given.pop("project"))
        try:
            actions.recognise(project, by=request.user, **given)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已认定：{project.name}。")
            return redirect(f"{request.path.removesuffix('/recognise')}?{request.GET.urlencode()}")
    return _measure(request, key, form, status=422)


@require_http_methods(["GET", "POST"])
@desk_view("counts.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The rules of counting, and the office's own file over them."""
    held = counting_of(request.user.unit, timezone.localdate())
    return rules_page(request, "counts", CountingRule, actions.set_rules, rules=held)


def _measure(
    request: DeskRequest, key: str, form: RecogniseForm | None = None, status: int = 0
) -> HttpResponse:
    asked, context = _asked(request)
    tally = one_tally(request.user, asked, timezone.localdate(), key)
    if tally is None:
        raise Http404
    context["tally"] = tally
    context["counted"] = _page(request, tally.rows, "page")
    context["left"] = _page(request, tally.left_out, "left")
    band_of = tally.largest_classes()
    context["lines"] = [
        (row, tally.days[row.key], band_of.get(row.key, "不分档"), tally.exchanged.get(row.key))
        for row in context["counted"]
    ]
    context["recognise"] = form or RecogniseForm(rules=context["rules"])
    context["may_recognise"] = may(request.user, "counts.recognise") and not asked.as_of
    return render(request, "counts/measure.html", context, status=status or _status(context))


def _page(request: DeskRequest, rows: Sequence[Any], name: str) -> Page[Any]:
    """The page of a long list whose number the address holds under that name."""
    return Paginator(rows, _ROWS).get_page(request.GET.get(name))


def _status(context: dict[str, Any]) -> int:
    """That the question was refused, where a field of it cannot be reckoned with."""
    return 422 if context["form"].errors else 200


def _asked(request: DeskRequest) -> tuple[Question, dict[str, Any]]:
    today = timezone.localdate()
    rules = counting_of(request.user.unit, today)
    form = AskForm(request.GET, user=request.user, today=today, rules=rules)
    asked = form.question(today)
    query = {
        "start": asked.start.isoformat(),
        "last": asked.last.isoformat(),
        "unit": asked.unit.pk if asked.unit else "",
        "as_of": asked.as_of.isoformat() if asked.as_of else "",
    }
    told = {name: value for name, value in query.items() if value}
    context = {"asked": asked, "form": form, "query": urlencode(told)}
    context["rules"] = rules_for(request.user, asked, today)
    context["spans"] = list(_spans(rules.fiscal, today))
    return asked, context


def _spans(fiscal: FiscalYear, today: date) -> Iterator[tuple[str, str]]:
    """This month, this year and the last by the office's own closing day, as links."""
    year, month = fiscal.holds(today)
    spans = {
        "本月": fiscal.month(year, month),
        "本年": fiscal.year(year),
        "上年": fiscal.year(year - 1),
    }
    for says, (start, last) in spans.items():
        yield says, urlencode({"start": start.isoformat(), "last": last.isoformat()})
