"""The board of projects, the map, what papers count, and the rules of the office."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from yinfeng.web.desks.leads.papers import units_with_papers
from yinfeng.web.desks.projects import actions
from yinfeng.web.desks.projects.counts_told import counts_told
from yinfeng.web.desks.projects.listings import PROJECTS
from yinfeng.web.desks.projects.models import Project, ProjectRule
from yinfeng.web.desks.projects.overview import POINTS, lanes_of, map_of, prepare
from yinfeng.web.desks.projects.rules import rules_of, stages_of, texts_of
from yinfeng.web.lists.history import asked_day
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.rule_pages import rules_page


@require_GET
@desk_view("projects.read")
def board(request: DeskRequest) -> HttpResponse:
    """The open projects by stage, those that stand longest first."""
    today = timezone.localdate()
    stages = stages_of(request.user.unit, today)
    rows = Project.objects.visible_to(request.user).open().listed()
    context = {
        "lanes": lanes_of(rows, stages, today),
        "stages": stages.stages,
        "today": today,
        "may_report": may(request.user, "projects.report"),
    }
    return render(request, "projects/board.html", context)


@require_GET
@desk_view("projects.read")
def map_(request: DeskRequest) -> HttpResponse:
    """The projects that have a point, on a plain map with a table beside it."""
    today = timezone.localdate()
    day = asked_day(request.GET.get("as_of"))
    as_of = day if day is not None and day < today else None
    stages = stages_of(request.user.unit, as_of or today)
    lane = request.GET.get("lane", "")
    rows = PROJECTS.rows(request.user, as_of).filter(state__in=("open", "paused"))
    if lane in stages.lanes:
        rows = rows.filter(stage__in=[one.code for one in stages.stages if one.lane == lane])
    placed = list(rows.filter(lng__isnull=False).order_by("id")[:POINTS])
    prepare(placed, stages, as_of or today)
    context = {
        "map": map_of(placed, stages),
        "lanes": stages.lanes,
        "lane": lane,
        "unplaced": rows.filter(lng=None).count(),
        "as_of": as_of,
        "today": today,
    }
    return render(request, "projects/map.html", context)


@require_GET
@desk_view("projects.read")
def told(request: DeskRequest) -> HttpResponse:
    """The counts of projects that papers give, beside the projects that they name."""
    counts = counts_told(units_with_papers(request.user, "projects.read"), request.user)
    context = {"counts": counts, "bodies": len({one.body for one in counts})}
    return render(request, "projects/told.html", context)


@require_http_methods(["GET", "POST"])
@desk_view("projects.read")
def rules(request: DeskRequest) -> HttpResponse:
    """The stages, gates and posts of the office, and the form that lays its own over them."""
    unit, today = request.user.unit, timezone.localdate()
    return rules_page(
        request,
        "projects",
        ProjectRule,
        actions.set_rules,
        rules=rules_of(unit, today),
        texts=texts_of(unit, today),
    )
