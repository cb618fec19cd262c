"""A project gets its plan: a template, the fixed days, what does not apply to it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from yinfeng.judgement.schedule.editing import without
from yinfeng.judgement.schedule.outlook import Actual
from yinfeng.lexicon.milestones import TEMPLATES, Milestone
from yinfeng.web.desks.plans.actions.editions import bring, drafted, write
from yinfeng.web.desks.plans.actions.following import days_of_gates, take_gates
from yinfeng.web.desks.plans.models import Plan
from yinfeng.web.desks.plans.rules import calendar_of, template_of
from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def make(
    project: Project,
    *,
    by: User,
    template: str,
    fixed: Mapping[str, date],
    today: date,
    left_out: Sequence[str] = (),
    reason: str = "",
) -> Plan:
    """Make the first edition of a project's plan, which is also its baseline."""
    require(by, "plans.make", project.unit)
    project = keeping.held(project)
    if project.state != Project.State.OPEN:
        raise Refused(f"项目现为“{project.get_state_display()}”，不能编制计划。")
    if Plan.objects.filter(project=project).exists():
        raise Refused("这个项目已经有计划，请在计划页调整。")
    if template not in TEMPLATES:
        raise Refused("请选择计划模板。")
    made = template_of(project.unit, template, today)
    milestones = _applying(made.milestones, left_out, reason)
    calendar = calendar_of(project.unit, today)
    done = days_of_gates(project, milestones)
    actuals = {key: Actual(ended=day) for key, day in done.items()}
    says = [f"不适用：{'、'.join(_names(made.milestones, left_out))}"] if left_out else []
    named = made.key, made.version
    draft = drafted(named, milestones, fixed, {}, actuals, today, calendar, says)
    plan = Plan(
        project=project,
        unit=project.unit,
        template=made.key,
        title=made.title,
        ends=max(draft.fixed.values()),
    )
    keeping.add(plan, by=by)
    why = reason.strip() or f"按“{made.title}”模板编制"
    write(plan, draft, by=by, why=why, number=1, today=today)
    bring(plan, draft, by=by, why=why, today=today, calendar=calendar)
    take_gates(plan, by=by, today=today, calendar=calendar)
    follow_up(project, by=by, today=today, besides="plans")
    record(
        by,
        "plans.make",
        plan,
        unit=plan.unit,
        reason=reason,
        template=made.key,
        version=made.version,
        fixed=draft.fixed,
        left_out=list(left_out),
    )
    return plan


def _applying(
    milestones: tuple[Milestone, ...], left_out: Sequence[str], reason: str
) -> tuple[Milestone, ...]:
    known = {one.key for one in milestones}
    if left_out and not reason.strip():
        raise Refused("有不适用的节点时，请写明理由。")
    for key in left_out:
        if key not in known:
            raise Refused("模板里没有这个节点。")
        milestones = without(milestones, key)
    return milestones


def _names(milestones: Sequence[Milestone], keys: Sequence[str]) -> list[str]:
    return [one.name for one in milestones if one.key in keys]
