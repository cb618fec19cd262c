"""What the plan shows on the page of its project."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from yinfeng.web.desks.plans.models import Plan
from yinfeng.web.desks.plans.pages import sheet
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.projects.panels import Panel
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.people.may import may
from yinfeng.web.shell.doors import DeskRequest

_NEXT = 6


def _plan(project: Project, request: DeskRequest, day: date | None) -> Mapping[str, object] | None:
    moment = end_of(day) if day else None
    if moment is None:
        plan = Plan.objects.standing().filter(project=project).select_related("unit").first()
    else:
        versions = Plan.history.at(moment).filter(project=project).select_related("unit")
        version = versions.first()
        plan = standing_as(version) if version else None
    if plan is None:
        able = project.state == Project.State.OPEN and may(request.user, "plans.make", project.unit)
        return {"may_make": able and day is None}
    plan.project = project
    shown = sheet(plan, day or timezone.localdate(), moment)
    ahead = [line for line in shown.lines if line.row.ended is None]
    ahead.sort(key=lambda line: (line.row.ends, line.row.place))
    return {"sheet": shown, "lines": ahead[:_NEXT]}


PANELS = (Panel("plan", "计划", "plans.read", "plans/_panel.html", _plan, order=20),)
