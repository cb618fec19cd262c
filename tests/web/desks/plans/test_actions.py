"""What people do with plans: make, revise, mark, take back; what follows from gates and rules."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from tests.web.conftest import Hire
from tests.web.desks.plans.made import FIXED, TODAY, a_plan, milestone
from tests.web.desks.projects.made import a_project
from yinfeng.judgement.schedule.changes import What
from yinfeng.lexicon.milestones import Length, template
from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.actions import Change, New
from yinfeng.web.desks.plans.due import due_milestones
from yinfeng.web.desks.plans.models import APPEND_ONLY, Edition, Milestone, Plan
from yinfeng.web.desks.plans.outlooks import standing
from yinfeng.web.desks.plans.pages import compared, sheet
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

LATER = date(2026, 4, 20)


@pytest.fixture
def plan(town: OrgUnit, clerk: User) -> Plan:
    """A plan of the town."""
    return a_plan(town, clerk)


def _revise(plan: Plan, by: User, change: Change, reason: str = "业主要求") -> Edition:
    now = Plan.objects.get(pk=plan.pk)
    return actions.revise(
        now, by=by, change=change, reason=reason, today=LATER, version=now.version
    )


def test_a_plan_has_every_milestone_of_its_template_counted_back(plan: Plan) -> None:
    rows = list(Milestone.objects.filter(plan=plan).order_by("place"))
    assert [row.key for row in rows] == [one.key for one in template("new-land").milestones]
    start = milestone(plan, "start")
    assert start.fixed == start.latest == start.ends == FIXED["start"]
    permit = milestone(plan, "building-permit")
    assert permit.latest is not None
    assert permit.latest < FIXED["start"]
    assert milestone(plan, "statistics").latest is None
    assert standing(plan, TODAY).ahead.is_feasible
    assert (plan.edition, plan.baseline, plan.ends) == (1, 1, FIXED["production"])
    assert Event.objects.get(action="plans.make").after["template"] == "new-land"


def test_a_project_has_one_plan_and_one_fixed_day_at_least(
    plan: Plan, town: OrgUnit, clerk: User
) -> None:
    with pytest.raises(Refused, match="已经有计划"):
        actions.make(plan.project, by=clerk, template="new-land", fixed=FIXED, today=TODAY)
    other = a_project(town, clerk, "齿轮项目")
    with pytest.raises(Refused, match="至少固定一个"):
        actions.make(other, by=clerk, template="new-land", fixed={}, today=TODAY)
    far = {"start": date(2101, 1, 1)}
    with pytest.raises(Refused, match="核对年份"):
        actions.make(other, by=clerk, template="new-land", fixed=far, today=TODAY)
    with pytest.raises(Refused, match="写明理由"):
        actions.make(
            other, by=clerk, template="new-land", fixed=FIXED, today=TODAY, left_out=["water"]
        )


def test_what_does_not_apply_is_left_out_with_a_reason(town: OrgUnit, clerk: User) -> None:
    project = a_project(town, clerk)
    made = actions.make(
        project,
        by=clerk,
        template="new-land",
        fixed=FIXED,
        today=TODAY,
        left_out=["water", "energy"],
        reason="面积和能耗都在门槛以下",
    )
    keys = set(Milestone.objects.filter(plan=made).values_list("key", flat=True))
    assert not keys & {"water", "energy"}
    edition = made.editions.get()
    assert edition.says == ["不适用：节能审查、水土保持方案"]


def test_a_moved_end_is_a_new_edition_and_the_earlier_one_stays(plan: Plan, clerk: User) -> None:
    before = milestone(plan, "building-permit").ends
    edition = _revise(plan, clerk, Change(fixed={"start": date(2027, 3, 31)}))
    assert edition.number == 2
    assert edition.why == "业主要求"
    assert edition.says == ["“开工”固定日期由2026-12-30改为2027-03-31"]
    assert milestone(plan, "start").latest == date(2027, 3, 31)
    assert milestone(plan, "building-permit").ends > before
    first = plan.editions.get(number=1)
    assert first.fixed["start"] == "2026-12-30"
    event = Event.objects.filter(action="plans.change").latest("number")
    assert event.reason == "业主要求"
    stand = standing(Plan.objects.get(pk=plan.pk), LATER)
    moved = {one.key: one for one in compared(first, stand.edition, stand.calendar)}
    assert moved["start"].what is What.MOVED
    assert moved["start"].days == 91


def test_every_edition_wants_a_reason_and_the_version_that_was_shown(
    plan: Plan, clerk: User, head: User
) -> None:
    change = Change(fixed={"start": date(2027, 3, 31)})
    with pytest.raises(Refused, match="写明理由"):
        _revise(plan, clerk, change, reason="  ")
    assert plan.editions.count() == 1
    _revise(plan, head, change)
    with pytest.raises(Refused, match="您打开之后"):
        actions.revise(plan, by=clerk, change=change, reason="再改", today=LATER, version=1)
    with pytest.raises(Refused, match="没有改动"):
        _revise(plan, clerk, change)


def test_a_milestone_is_moved_retimed_added_and_left_out(plan: Plan, clerk: User) -> None:
    _revise(plan, clerk, Change(moved={"roof": date(2027, 9, 30)}))
    assert milestone(plan, "roof").ends == date(2027, 9, 30)
    _revise(plan, clerk, Change(moved={"roof": None}))
    assert milestone(plan, "roof").ends != date(2027, 9, 30)
    _revise(plan, clerk, Change(takes={"drawings": Length(5, "wd")}))
    new = New("桩基先行", "业主", Length(1, "m"), after="contract", before="start")
    _revise(plan, clerk, Change(new=new))
    pile = milestone(plan, "own-5")
    assert (pile.name, pile.owner, pile.track) == ("桩基先行", "业主", "土地")
    assert pile.latest is not None
    _revise(plan, clerk, Change(left_out="own-5"))
    assert milestone(plan, "own-5").is_removed
    stand = standing(Plan.objects.get(pk=plan.pk), LATER)
    assert "own-5" not in {row.key for row in stand.rows}


def test_the_law_and_the_order_of_things_bind_an_edition(plan: Plan, clerk: User) -> None:
    with pytest.raises(Refused, match="法定不少于30天"):
        _revise(plan, clerk, Change(takes={"notice": Length(20, "d")}))
    with pytest.raises(Refused, match="阶段节点"):
        _revise(plan, clerk, Change(left_out="start"))
    back = New("倒过来", "业主", Length(1, "wd"), after="start", before="contract")
    with pytest.raises(Refused, match="不能这样加"):
        _revise(plan, clerk, Change(new=back))
    with pytest.raises(Refused, match="没有这个节点"):
        _revise(plan, clerk, Change(left_out="moon"))


def test_a_trial_writes_nothing(plan: Plan) -> None:
    draft = actions.tried(plan, Change(fixed={"start": date(2026, 4, 30)}), LATER)
    outcome = actions.outcome_of(plan, draft, LATER)
    assert not outcome.is_feasible
    assert outcome.missed[0].key == "start"
    assert outcome.behind
    assert plan.editions.count() == 1
    assert milestone(plan, "start").fixed == FIXED["start"]


def test_a_milestone_is_done_with_its_day_and_its_proof(plan: Plan, clerk: User) -> None:
    eia = milestone(plan, "eia")
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.finish(
            eia, by=clerk, day=date(2026, 5, 1), proof="批复", today=LATER, version=eia.version
        )
    with pytest.raises(Refused, match="完成依据"):
        actions.finish(eia, by=clerk, day=LATER, proof=" ", today=LATER, version=eia.version)
    eia = actions.begin(eia, by=clerk, day=date(2026, 4, 1), today=LATER, version=eia.version)
    done = actions.finish(
        eia, by=clerk, day=date(2026, 4, 17), proof="云环建〔2026〕8号", today=LATER,
        version=eia.version,
    )  # fmt: skip
    assert (done.ended, done.proof) == (date(2026, 4, 17), "云环建〔2026〕8号")
    row = standing(plan, LATER).ahead.row("eia")
    assert row is not None
    assert row.is_done
    with pytest.raises(Refused, match="已于"):
        actions.begin(done, by=clerk, day=LATER, today=LATER, version=done.version)


def test_a_slip_is_not_planned_away(plan: Plan, clerk: User) -> None:
    energy = milestone(plan, "energy")
    was = energy.ends
    late = date(2027, 3, 1)
    actions.finish(energy, by=clerk, day=late, proof="能评意见", today=late, version=energy.version)
    now = Plan.objects.get(pk=plan.pk)
    change = Change(fixed={"start": date(2027, 6, 30)})
    actions.revise(now, by=clerk, change=change, reason="推迟", today=late, version=now.version)
    assert milestone(plan, "energy").ends == was
    moved = {one.key: one for one in sheet(Plan.objects.get(pk=plan.pk), late).changes}
    assert moved["energy"].days == (late - was).days


def test_progress_is_taken_back_for_a_reason_only(plan: Plan, clerk: User, head: User) -> None:
    eia = milestone(plan, "eia")
    eia = actions.finish(eia, by=clerk, day=LATER, proof="误填", today=LATER, version=eia.version)
    with pytest.raises(PermissionDenied):
        actions.reopen(eia, by=clerk, reason="误填", today=LATER, version=eia.version)
    with pytest.raises(Refused, match="理由"):
        actions.reopen(eia, by=head, reason="", today=LATER, version=eia.version)
    eia = actions.reopen(eia, by=head, reason="填错了项目", today=LATER, version=eia.version)
    assert eia.ended is None
    event = Event.objects.latest("number")
    assert event.before["proof"] == "误填"


def test_a_gate_that_is_passed_is_done_in_the_plan_and_taken_back_with_it(
    plan: Plan, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    start = milestone(plan, "agreement")
    with pytest.raises(Refused, match="阶段节点"):
        actions.finish(start, by=clerk, day=LATER, proof="协议", today=LATER, version=start.version)
    project = plan.project
    project.refresh_from_db()
    passage = projects.report_gate(
        project, by=clerk, gate="A2", day=date(2026, 4, 15), today=LATER, version=project.version
    )
    done = milestone(plan, "agreement")
    assert (done.ended, done.source) == (date(2026, 4, 15), "gate")
    assert "自报" in done.proof
    projects.correct_gate(passage, by=head, reason="协议尚未签", today=LATER)
    back = milestone(plan, "agreement")
    assert (back.ended, back.source, back.proof) == (None, "", "")


def test_a_plan_moves_with_its_project(
    plan: Plan, other_town: OrgUnit, clerk: User, neighbour: User
) -> None:
    type(plan.project)._base_manager.filter(pk=plan.project_id).update(unit=other_town)
    assert actions.reckon_again([plan.pk], today=LATER) > 0
    assert Plan.objects.visible_to(neighbour).filter(pk=plan.pk).exists()
    assert not Milestone.objects.visible_to(clerk).filter(plan=plan).exists()


def test_the_baseline_is_chosen_among_the_editions(plan: Plan, clerk: User, head: User) -> None:
    _revise(plan, clerk, Change(fixed={"start": date(2027, 3, 31)}))
    now = Plan.objects.get(pk=plan.pk)
    with pytest.raises(Refused, match="没有这一版"):
        actions.set_baseline(now, by=head, edition=7, reason="年度批复", version=now.version)
    chosen = actions.set_baseline(now, by=head, edition=2, reason="年度批复", version=now.version)
    assert chosen.baseline == 2


def test_an_office_lays_its_own_terms_over_a_template_from_a_day_on(
    plan: Plan, town: OrgUnit, clerk: User, head: User
) -> None:
    own = "version: 云泽2026\nmilestones:\n  drawings: {target: 3wd}\n"
    with pytest.raises(Refused, match="不认识的项目"):
        actions.set_rules(
            town, by=head, template="new-land", text="version: x\nspeed: 1", since=LATER,
            reason="试行", today=LATER,
        )  # fmt: skip
    actions.set_rules(
        town, by=head, template="new-land", text=own, since=LATER, reason="会议纪要", today=LATER
    )
    later = a_plan(town, clerk, "齿轮项目", LATER)
    assert later.editions.get().template_version == "2026.1+云泽2026"
    assert plan.editions.get().template_version == "2026.1"
    kept = {row["key"]: row["takes"] for row in later.editions.get().milestones}
    assert kept["drawings"] == "3wd"


def test_what_is_due_is_what_is_late_or_comes_within_a_week(
    plan: Plan, clerk: User, neighbour: User
) -> None:
    first = min(Milestone.objects.filter(plan=plan).values_list("ends", flat=True))
    found = list(due_milestones(clerk, first))
    assert first in {row.ends for row in found}
    assert not due_milestones(neighbour, first).exists()
    assert not due_milestones(clerk, TODAY).filter(key="production").exists()


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LEADER, Role.GRID])
def test_who_only_reads_changes_nothing(role: Role, plan: Plan, hire: Hire, town: OrgUnit) -> None:
    user = hire("reader", town, role)
    with pytest.raises(PermissionDenied):
        _revise(plan, user, Change(fixed={"start": date(2027, 3, 31)}))
    row = milestone(plan, "eia")
    with pytest.raises(PermissionDenied):
        actions.begin(row, by=user, day=LATER, today=LATER, version=row.version)


@pytest.mark.django_db
def test_the_database_keeps_every_edition(plan: Plan) -> None:
    assert Edition in APPEND_ONLY
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(plan=plan).update(why="另一个理由")
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(plan=plan).delete()
