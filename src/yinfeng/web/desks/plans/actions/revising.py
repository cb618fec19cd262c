"""A plan gets another edition: an end moved, a milestone moved, retimed, added or left out.

Every edition says why. `tried` makes the same edition without writing it (试算).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from yinfeng.judgement.schedule.editing import added, is_below_the_law, retimed, without
from yinfeng.judgement.schedule.outlook import Outlook, outlook
from yinfeng.lexicon.milestones import Length, Milestone, Need
from yinfeng.web.desks.plans.actions.editions import Draft, bring, drafted, write
from yinfeng.web.desks.plans.models import Edition, Plan
from yinfeng.web.desks.plans.models import Milestone as Row
from yinfeng.web.desks.plans.rules import calendar_of
from yinfeng.web.desks.plans.snapshots import actuals_of, bars_of, days, read
from yinfeng.web.desks.projects.following import follow_up
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_MOST = 60


@dataclass(frozen=True, slots=True)
class New:
    """A milestone that a project has and its template has not."""

    name: str
    owner: str
    takes: Length
    after: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What is other in the next edition; a day of None takes a fixed or chosen day away."""

    fixed: Mapping[str, date | None] = field(default_factory=dict)
    moved: Mapping[str, date | None] = field(default_factory=dict)
    takes: Mapping[str, Length] = field(default_factory=dict)
    new: New | None = None
    left_out: str = ""


@transaction.atomic
def revise(
    plan: Plan, *, by: User, change: Change, reason: str, today: date, version: int
) -> Edition:
    """Write the next edition of a plan, for a reason; the earlier ones stay as they were."""
    require(by, "plans.change", plan.unit)
    plan = keeping.held(plan, version=version)
    if plan.project.state not in (Project.State.OPEN, Project.State.PAUSED):
        raise Refused(f"项目现为“{plan.project.get_state_display()}”，计划只供查看。")
    draft = tried(plan, change, today)
    if not draft.says:
        raise Refused("没有改动，无需新出一版。")
    number = plan.edition + 1
    edition = write(plan, draft, by=by, why=reason, number=number, today=today)
    ends = max(draft.fixed.values())
    plan = keeping.change(plan, by=by, reason=reason, edition=number, ends=ends).record
    calendar = calendar_of(plan.unit, today)
    bring(plan, draft, by=by, why=reason, today=today, calendar=calendar)
    follow_up(plan.project, by=by, today=today, besides="plans")
    told = list(draft.says)
    record(by, "plans.change", plan, unit=plan.unit, reason=reason, edition=number, says=told)
    return edition


def tried(plan: Plan, change: Change, today: date) -> Draft:
    """The edition that a change would make."""
    edition = plan.editions.get(number=plan.edition)
    milestones = read(edition)
    rows = {row.key: row for row in Row.objects.standing().filter(plan=plan)}
    says: list[str] = []
    if change.left_out:
        milestones = _left_out(milestones, rows, change.left_out, says)
    if change.new:
        milestones = _grown(milestones, change.new, plan, says)
    milestones = _retimed(milestones, rows, change.takes, says)
    fixed = _dated(milestones, rows, days(edition.fixed), change.fixed, "固定日期", says)
    moved = _dated(milestones, rows, days(edition.moved), change.moved, "计划日期", says)
    named = edition.template, edition.template_version
    calendar = calendar_of(plan.unit, today)
    actuals = actuals_of(list(rows.values()))
    earlier = bars_of(edition)
    return drafted(named, milestones, fixed, moved, actuals, today, calendar, says, earlier)


def outcome_of(plan: Plan, draft: Draft, today: date) -> Outlook:
    """How the plan would stand with a draft."""
    actuals = actuals_of(list(Row.objects.standing().filter(plan=plan)))
    calendar = calendar_of(plan.unit, today)
    return outlook(draft.milestones, draft.fixed, actuals, today, calendar)


@transaction.atomic
def set_baseline(plan: Plan, *, by: User, edition: int, reason: str, version: int) -> Plan:
    """Choose the edition against which the plan is held from now on."""
    require(by, "plans.set_baseline", plan.unit)
    plan = keeping.held(plan, version=version)
    if not plan.editions.filter(number=edition).exists():
        raise Refused("没有这一版计划。")
    before = {"baseline": plan.baseline}
    plan = keeping.change(plan, by=by, reason=reason, baseline=edition).record
    record(
        by,
        "plans.set_baseline",
        plan,
        unit=plan.unit,
        before=before,
        reason=reason,
        baseline=edition,
    )
    return plan


def _one(milestones: tuple[Milestone, ...], key: str) -> Milestone:
    found = next((one for one in milestones if one.key == key), None)
    if found is None:
        raise Refused("计划里没有这个节点，请刷新后再改。")
    return found


def _left_out(
    milestones: tuple[Milestone, ...], rows: Mapping[str, Row], key: str, says: list[str]
) -> tuple[Milestone, ...]:
    gone = _one(milestones, key)
    if rows[key].ended:
        raise Refused(f"“{gone.name}”已经完成，不能删去。")
    if gone.gate:
        raise Refused(f"“{gone.name}”是项目的阶段节点，不能删去，可以改期。")
    says.append(f"删去“{gone.name}”")
    return without(milestones, key)


def _grown(
    milestones: tuple[Milestone, ...], new: New, plan: Plan, says: list[str]
) -> tuple[Milestone, ...]:
    if len(milestones) >= _MOST:
        raise Refused(f"一个计划最多{_MOST}个节点。")
    if any(one.name == new.name.strip() for one in milestones):
        raise Refused(f"计划里已有“{new.name.strip()}”。")
    after = _one(milestones, new.after)
    if new.before and new.before in _upstream(milestones, new.after):
        raise Refused("后续节点排在前置节点之前，不能这样加。")
    key = f"own-{plan.edition + 1}"
    made = Milestone(
        key=key,
        name=new.name.strip(),
        track=after.track,
        owner=new.owner.strip(),
        takes=new.takes,
        needs=(Need(after.key),),
    )
    says.append(f"增加“{made.name}”（{made.takes.says}，在“{after.name}”之后）")
    return added(milestones, made, (new.before,) if new.before else ())


def _upstream(milestones: tuple[Milestone, ...], key: str) -> set[str]:
    """A milestone and all that it waits for."""
    needs = {one.key: [need.of for need in one.needs] for one in milestones}
    found, left = set(), [key]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += needs.get(one, [])
    return found


def _retimed(
    milestones: tuple[Milestone, ...],
    rows: Mapping[str, Row],
    takes: Mapping[str, Length],
    says: list[str],
) -> tuple[Milestone, ...]:
    for key, length in takes.items():
        was = _one(milestones, key)
        if key in rows and rows[key].ended:
            raise Refused(f"“{was.name}”已经完成，不能再改。")
        if was.takes != length:
            says.append(f"“{was.name}”时长由{was.takes.says}改为{length.says}")
    made = retimed(milestones, takes)
    for key in takes:
        one = _one(made, key)
        if one.statutory and is_below_the_law(one):
            raise Refused(f"“{one.name}”法定不少于{one.statutory.says}（{one.basis}）。")
    return made


def _dated(
    milestones: tuple[Milestone, ...],
    rows: Mapping[str, Row],
    stand: dict[str, date],
    given: Mapping[str, date | None],
    what: str,
    says: list[str],
) -> dict[str, date]:
    made = dict(stand)
    for key, day in given.items():
        one = _one(milestones, key)
        if key in rows and rows[key].ended:
            raise Refused(f"“{one.name}”已经完成，不能再改。")
        was = made.pop(key, None)
        if day is not None:
            made[key] = day
        if was != day:
            says.append(f"“{one.name}”{what}由{was or '未定'}改为{day or '不定'}")
    return made
