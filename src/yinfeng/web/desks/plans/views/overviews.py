"""Pages over many plans: the drawing of all projects, the plan of a month or week, templates."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.charts import A_SHEET, portfolio
from yinfeng.web.desks.plans.forms import MakeForm, TemplateForm
from yinfeng.web.desks.plans.listings import PLANS
from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.plans.months import Stretch, month_of, part_of, week_of
from yinfeng.web.desks.plans.outlooks import standings
from yinfeng.web.desks.plans.rules import fitting, templates_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists.fitting import asked_of
from yinfeng.web.lists.history import asked_day
from yinfeng.web.people.may import in_scope
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rule_numbers import Numbers
from yinfeng.web.shell.rule_pages import rules_page

_MOST = 6 * A_SHEET


@require_GET
@desk_view("plans.read")
def drawn(request: DeskRequest) -> HttpResponse:
    """All plans asked for, a line a project, on sheets that print on A3."""
    today = timezone.localdate()
    asked = asked_of(PLANS, request.user, request.GET, today)
    # The drawing is of today; a past day is asked of the list.
    asked.form.fields.pop("as_of")
    rows = list(asked.rows[: _MOST + 1]) if asked.is_clear else []
    found = standings(rows[:_MOST], today)
    shown = [found[row.pk] for row in rows[:_MOST]]
    context = {
        "asked": asked,
        "sheets": list(portfolio(shown, today)) if shown else [],
        "count": len(shown),
        "has_more": len(rows) > _MOST,
        "most": _MOST,
        "today": today,
    }
    return render(request, "plans/portfolio.html", context)


@require_GET
@desk_view("plans.read")
def month(request: DeskRequest) -> HttpResponse:
    """What a month or a week has to bring, what it takes over, what it brought."""
    today = timezone.localdate()
    stretch = _stretch(request, today)
    context = {"stretch": stretch, "part": part_of(request.user, stretch, today), "today": today}
    return render(request, "plans/month.html", context)


def _stretch(request: DeskRequest, today: date) -> Stretch:
    if request.GET.get("week"):
        return week_of(_day(request.GET["week"]) or today)
    day = _day(f"{request.GET.get('month', '')}-01")
    return month_of(day or today)


def _day(says: str) -> date | None:
    """The day that the address names; none where it names none that a plan can hold."""
    day = asked_day(says)
    return day if day and date(2005, 1, 1) <= day <= date(2058, 1, 1) else None


@require_http_methods(["GET", "POST"])
@desk_view("plans.make")
def make(request: DeskRequest, pk: int) -> HttpResponse:
    """The form of a new plan of a project, and its making."""
    projects = Project.objects.visible_to(request.user).filter(in_scope(request.user, "plans.make"))
    project = get_object_or_404(projects.select_related("unit"), pk=pk)
    today = timezone.localdate()
    plan = getattr(project, "plan", None)
    if plan is not None:
        return redirect("plans:plan", plan.pk)
    kinds = list(templates_of(project.unit, today))
    asked = request.POST.get("template") or request.GET.get("template") or fitting(project)
    template = next((one for one in kinds if one.key == asked), kinds[0])
    form = MakeForm(request.POST if request.method == "POST" else None, template=template)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            plan = actions.make(
                project,
                by=request.user,
                template=template.key,
                fixed=form.fixed,
                left_out=given["left_out"],
                reason=given["reason"],
                today=today,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "计划已编制，第1版同时作为基准。")
            return redirect("plans:plan", plan.pk)
    context = {"project": project, "templates": kinds, "template": template, "form": form}
    return render(request, "plans/make.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_view("plans.read")
def templates(request: DeskRequest) -> HttpResponse:
    """The templates that hold, each milestone with its terms, and the office's own files."""
    kinds = list(templates_of(request.user.unit, timezone.localdate()))
    wanted = request.GET.get("template", "")
    shown = next((one for one in kinds if one.key == wanted), kinds[0])
    return rules_page(
        request,
        "plans",
        PlanRule,
        actions.set_rules,
        page="templates",
        form_of=TemplateForm,
        numbers=(Numbers("plan", "template", shown.key),),
        templates=kinds,
        template=shown,
        names={one.key: one.name for one in shown.milestones},
    )
