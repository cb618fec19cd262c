"""What really happened to a milestone: begun, done with its proof, taken back; and whose it is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.web.desks.plans.actions.editions import reckon
from yinfeng.web.desks.plans.actions.proving import File, shown
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.plans.rules import calendar_of
from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.lists import keeping
from yinfeng.web.people.holding import hold_units
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

_LONGEST = 300


@transaction.atomic
def begin(milestone: Milestone, *, by: User, day: date, today: date, version: int) -> Milestone:
    """Write down that the work on a milestone began: its term counts from that day."""
    require(by, "plans.mark", milestone.unit)
    row = _open_one(milestone, version)
    _refuse_future(day, today)
    row = keeping.change(row, by=by, began=day).record
    return _marked(row, by, today, began=day)


@transaction.atomic
def finish(
    milestone: Milestone,
    *,
    by: User,
    day: date,
    today: date,
    version: int,
    proof: str = "",
    document: Document | None = None,
    file: File | None = None,
) -> Milestone:
    """Write down that a milestone is done, on which day, and what shows it: words, paper, file."""
    require(by, "plans.mark", milestone.unit)
    row = _open_one(milestone, version)
    if row.gate:
        raise Refused(
            f"“{row.name}”是项目的阶段节点，请在项目页登记这一节点并附依据，"
            "经第二人确认；计划会自动采用那一天。"
        )
    _refuse_future(day, today)
    shows = proof.strip() or (str(document) if document else "") or (file[0] if file else "")
    if not shows:
        raise Refused(
            "请写明完成依据，如证照名称和文号、批复文号、照片编号，或选一份资料、上传文件。"
        )
    if row.began and row.began > day:
        raise Refused(f"完成日期早于已登记的开始日期（{row.began}）。")
    told: dict[str, Any] = {
        "ended": day,
        "proof": shows[:_LONGEST],
        "source": Milestone.Source.MARK,
    }
    row = keeping.change(row, by=by, **told).record
    shown(row, by=by, today=today, says=proof, document=document, file=file)
    return _marked(row, by, today, **told)


@transaction.atomic
def reopen(milestone: Milestone, *, by: User, reason: str, today: date, version: int) -> Milestone:
    """Take back, for a reason, that a milestone began or was done."""
    require(by, "plans.reopen", milestone.unit)
    hold_plans([milestone.plan_id])
    row = keeping.held(milestone, version=version)
    if row.source == Milestone.Source.GATE:
        raise Refused("这一天来自项目的阶段节点，请在项目页更正那个节点。")
    if row.ended is None and row.began is None:
        raise Refused("这个节点还没有登记进度，无需撤回。")
    before: dict[str, Any] = {"began": row.began, "ended": row.ended, "proof": row.proof}
    # First the end, then the beginning: one step back at a time.
    back: dict[str, Any] = {"ended": None, "proof": "", "source": ""}
    if row.ended is None:
        back = {"began": None}
    row = keeping.change(row, by=by, reason=reason, **back).record
    _reckoned(row, by, today)
    record(by, "plans.reopen", row, unit=row.unit, before=before, reason=reason, **back)
    return row


@transaction.atomic
def assign(
    milestone: Milestone,
    *,
    by: User,
    owner: str,
    version: int,
    person: str = "",
    next_step: str = "",
    next_date: date | None = None,
) -> Milestone:
    """Say who answers for a milestone and what comes next."""
    require(by, "plans.assign", milestone.unit)
    if not owner.strip():
        raise Refused("请写明责任单位。")
    made = keeping.change(
        milestone,
        by=by,
        version=version,
        owner=owner.strip(),
        person=person.strip(),
        next_step=next_step.strip(),
        next_date=next_date,
    )
    row = made.record
    record(by, "plans.assign", row, unit=row.unit, before=made.before, reason="", **made.after)
    return row


def reckon_marked(rows: Sequence[Milestone], *, by: User, today: date) -> None:
    """Reckon the plans anew whose milestones many were marked of at once, in that transaction."""
    keys = {row.plan_id for row in rows}
    hold_plans(keys)
    plans = Plan.objects.filter(pk__in=keys).select_related("project__unit", "unit")
    # Lights that go red number their orders by the unit; every milestone is held before.
    list(Milestone.objects.select_for_update().filter(plan__in=keys).order_by("pk"))
    hold_units(plans.values_list("project__unit", flat=True))
    for plan in plans.order_by("pk"):
        calendar = calendar_of(plan.unit, today)
        reckon(plan, by=by, why="多个节点的进度有变", today=today, calendar=calendar)
        follow_up(plan.project, by=by, today=today, besides="plans")


def hold_plans(keys: Iterable[int]) -> None:
    """Hold the rows of plans, lowest first: a plan is held before its milestones, then the unit."""
    rows = Plan.objects.select_for_update(of=("self",)).filter(pk__in=set(keys))
    list(rows.order_by("pk").values_list("pk", flat=True))


def _open_one(milestone: Milestone, version: int) -> Milestone:
    hold_plans([milestone.plan_id])
    row = keeping.held(milestone, version=version)
    if row.ended is not None:
        raise Refused(f"“{row.name}”已于{row.ended}完成，要改先撤回。")
    return row


def _refuse_future(day: date, today: date) -> None:
    if day > today:
        raise Refused("实际日期不能晚于今天。")


def _marked(row: Milestone, by: User, today: date, **told: Any) -> Milestone:
    _reckoned(row, by, today)
    record(by, "plans.mark", row, unit=row.unit, project=row.project_id, **told)
    return row


def _reckoned(row: Milestone, by: User, today: date) -> None:
    plans = Plan.objects.select_related("project__unit")
    plan = plans.select_for_update(of=("self",)).get(pk=row.plan_id)
    calendar = calendar_of(row.unit, today)
    reckon(plan, by=by, why=f"“{row.name}”的进度有变", today=today, calendar=calendar)
    follow_up(plan.project, by=by, today=today, besides="plans")
