"""What belongs to a project goes with it when the project goes to another unit (流转).

Its light, money, permits and photos go as they are. A problem that is open goes with its terms and
its history: it gets a number of the new unit, and a handler who has no post there is named anew.
Problems that were closed, and what a meeting decided, stay with the unit that answered for them.
"""

from datetime import date
from typing import Any

from django.db.models import F

from yinfeng.web.desks.delivery.actions.keeping import next_number
from yinfeng.web.desks.delivery.actions.receivers import receivers
from yinfeng.web.desks.delivery.actions.stepping import step
from yinfeng.web.desks.delivery.models import (
    Delay,
    Filing,
    LightRow,
    Month,
    Permit,
    Photo,
    Problem,
    ProblemStep,
)
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.holding import hold_units
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User

_GOING = (Month, Filing, Permit, Photo, Delay)
_WHY = "随项目流转"


def strayed() -> list[Project]:
    """The projects of which something of delivery has another unit than they have."""
    away: set[int] = set()
    for model in (*_GOING, LightRow, Problem):
        kind: Any = model
        rows = kind.objects.standing().exclude(unit=F("project__unit"))
        if model is Problem:
            rows = rows.exclude(state=Problem.State.CLOSED)
        away |= set(rows.values_list("project", flat=True))
    return list(Project.objects.filter(pk__in=away).select_related("unit").order_by("pk"))


def carry(project: Project, *, by: User | None, today: date) -> int:
    """Bring what belongs to a project to its unit, in the caller's transaction; how much went.

    Records are held first, then the unit for its numbers, the light last: as everywhere.
    """
    moved = sum(_moved(model, project, by) for model in _GOING)
    problems = 0
    open_ones = Problem.objects.standing().filter(project=project).exclude(unit=project.unit)
    open_ones = open_ones.exclude(state=Problem.State.CLOSED).select_related("unit", "handler")
    for problem in open_ones.select_for_update(of=("self",)).order_by("pk"):
        _hand_on(problem, project, by, today)
        problems += 1
    if problems:
        _tell_head(project, problems, today)
    hold_units([project.unit_id])
    return moved + problems + _moved(LightRow, project, by)


def _moved(kind: Any, project: Project, by: User | None) -> int:
    rows = kind.objects.standing().filter(project=project).exclude(unit=project.unit)
    held = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for row in held:
        keeping.change(row, by=by, reason=_WHY, unit=project.unit)
    return len(held)


def _tell_head(project: Project, problems: int, today: date) -> None:
    """Tell the head of the unit that took the project on what came with it."""
    people, _ = receivers(project, ("head",), today)
    says = f"{project.name}流转到{project.unit}，带来没有销号的问题{problems}个，请核对责任人。"
    tell(
        people,
        kind="delivery.carried",
        says=says,
        address=f"/delivery/projects/{project.pk}#problems",
        unit=project.unit,
        key=f"{project.pk}-{today}",
    )


def _hand_on(problem: Problem, project: Project, by: User | None, today: date) -> None:
    giver, number = problem.unit, problem.number
    values: dict[str, Any] = {
        "unit": project.unit,
        "number": next_number(Problem, project.unit, "WT", today),
    }
    if problem.owner_unit_id == giver.pk:
        values |= {"owner": project.unit.name, "owner_unit": project.unit}
    handler = problem.handler
    if handler is not None and not may(handler, "delivery.handle", project.unit):
        values["handler"] = None
    made = keeping.change(problem, by=by, reason=_WHY, **values).record
    last = project.handovers.select_related("by").order_by("-pk").first()
    signs = by or (last.by if last else problem.created_by)
    if signs is not None:
        says = f"随项目由{giver}转来，原编号{number}"
        step(made, ProblemStep.Kind.TRANSFER, by=signs, today=today, says=says, due=made.due)
