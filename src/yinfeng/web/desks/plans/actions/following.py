"""A plan follows its project: gates that were passed are milestones done, a transfer moves it.

The day is that of the passage; whether a second person confirmed it stands with the milestone. A
passage that was taken back takes the milestone back too.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.gates import Passed
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Milestone as Kind
from yinfeng.web.desks.plans.actions.editions import reckon
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.plans.rules import calendar_of
from yinfeng.web.desks.projects.gates import passed_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record

_WHY = "按项目的阶段节点更新"


@transaction.atomic
def follow(project: Project, *, by: User | None, today: date) -> int:
    """Bring the plan to the project's gates and unit; how many milestones changed."""
    plan = Plan.objects.standing().select_for_update(of=("self",)).filter(project=project).first()
    if plan is None:
        return 0
    changed = 0
    if plan.unit_id != project.unit_id:
        changed += _hand_on(plan, project, by)
    calendar = calendar_of(project.unit, today)
    changed += take_gates(plan, by=by, today=today, calendar=calendar)
    if changed:
        record(by, "plans.follow", plan, unit=project.unit, milestones=changed)
    return changed


@transaction.atomic
def reckon_again(plans: Sequence[int], *, today: date) -> int:
    """Bring these plans to their projects and to the calendar of now; how many rows changed."""
    rows = Plan.objects.standing().select_for_update(of=("self",)).filter(pk__in=plans)
    changed = 0
    for plan in rows.select_related("project__unit").order_by("pk"):
        changed += follow(plan.project, by=None, today=today)
        calendar = calendar_of(plan.project.unit, today)
        why = "按现行工作日历重算"
        changed += reckon(plan, by=None, why=why, today=today, calendar=calendar)
    return changed


def take_gates(plan: Plan, *, by: User | None, today: date, calendar: Calendar) -> int:
    """Take the days of the gates that stand as the actual days; how many milestones changed."""
    rows = list(Milestone.objects.select_for_update().standing().filter(plan=plan).exclude(gate=""))
    passed = _dated(plan.project)
    changes = [(row, _ended(row, passed.get(row.gate))) for row in rows]
    done = keeping.change_many([c for c in changes if c[1]], by=by, reason=_WHY)
    if done:
        reckon(plan, by=by, why=_WHY, today=today, calendar=calendar)
    return len(done)


def days_of_gates(project: Project, milestones: Sequence[Kind]) -> Mapping[str, date]:
    """The gates that stand for a project, by the key of their milestone."""
    passed = _dated(project)
    return {one.key: passed[one.gate][1] for one in milestones if one.gate in passed}


def _dated(project: Project) -> dict[str, tuple[Passed, date]]:
    """The gates that stand, with their days; one whose day nobody knows is not taken."""
    return {one.gate: (one, one.day) for one in passed_of(project) if one.day}


def _ended(row: Milestone, found: tuple[Passed, date] | None) -> dict[str, Any]:
    """What the passage makes of the milestone; nothing where a person said it and no gate does."""
    if found is None:
        if row.source != Milestone.Source.GATE:
            return {}
        return {"ended": None, "proof": "", "source": ""}
    passed, day = found
    proof = "阶段节点（已确认）" if passed.is_confirmed else "阶段节点（自报，待确认）"
    began = row.began if row.began and row.began <= day else None
    told: dict[str, Any] = {"ended": day, "began": began, "proof": proof}
    return {**told, "source": Milestone.Source.GATE}


def _hand_on(plan: Plan, project: Project, by: User | None) -> int:
    rows = list(Milestone.objects.select_for_update().filter(plan=plan))
    moved: dict[str, Any] = {"unit": project.unit}
    keeping.change(plan, by=by, reason="项目流转", **moved)
    return len(keeping.change_many([(row, moved) for row in rows], by=by, reason="项目流转"))
