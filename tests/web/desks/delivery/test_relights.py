"""Lights follow what changes: plan, milestone, problem, money; at once, with their notices."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.web.desks.delivery.made import a_problem
from tests.web.desks.plans.made import TODAY, a_plan
from yinfeng.web.desks.delivery.actions import lights, money
from yinfeng.web.desks.delivery.models import Call, LightRow, Turn
from yinfeng.web.desks.plans import actions as plans
from yinfeng.web.desks.plans.actions import Change
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User


@pytest.fixture
def plan(town: OrgUnit, clerk: User) -> Plan:
    """A plan that can be kept."""
    return a_plan(town, clerk)


def _light(plan: Plan) -> LightRow:
    return LightRow.objects.select_related("project", "unit").get(project=plan.project)


def _late_day(plan: Plan) -> date:
    first = Milestone.objects.filter(plan=plan, ended=None).order_by("ends").first()
    assert first is not None
    return first.ends + timedelta(days=22)


def test_a_plan_that_is_made_lights_its_project(plan: Plan) -> None:
    assert _light(plan).light in ("green", "yellow", "grey")
    assert Turn.objects.filter(project=plan.project).count() == 1


def test_a_problem_written_on_a_late_day_turns_the_light_and_issues_the_first_notice(
    plan: Plan, clerk: User
) -> None:
    day = _late_day(plan)
    a_problem(plan.project, clerk, day)
    row = _light(plan)
    assert (row.light, row.since) == ("red", day)
    turn = Turn.objects.order_by("-pk")[0]
    assert "滞后" in turn.why
    assert [call.rung for call in Call.objects.filter(turn=turn)] == ["notice"]


def test_milestones_that_are_made_up_for_let_a_red_light_wait_for_its_proof_at_once(
    plan: Plan, clerk: User
) -> None:
    day = _late_day(plan)
    a_problem(plan.project, clerk, day)
    late = Milestone.objects.filter(plan=plan, ended=None, ends__lte=day, gate="")
    for row in late:
        plans.finish(row, by=clerk, day=day, proof="批文", today=day, version=row.version)
    light = _light(plan)
    assert light.light == "red"
    assert light.waits


def test_an_edition_that_moves_the_end_earlier_is_reckoned_with_it(plan: Plan, clerk: User) -> None:
    assert _light(plan).light != "red"
    sooner = TODAY + timedelta(days=30)
    plans.revise(
        plan,
        by=clerk,
        change=Change(fixed={"start": sooner}),
        reason="镇里要求提前",
        today=TODAY,
        version=plan.version,
    )
    row = _light(plan)
    assert row.light == "red"
    assert any("固定日期要晚" in reason for reason in row.reasons)


def test_a_milestone_that_began_and_a_visit_are_heard_of(
    plan: Plan, clerk: User, head: User
) -> None:
    first = Milestone.objects.filter(plan=plan, gate="").order_by("place").first()
    assert first is not None
    plans.begin(first, by=clerk, day=TODAY, today=TODAY, version=first.version)
    quiet = TODAY + timedelta(days=15)
    before = _light(plan).version
    projects.visit(
        plan.project,
        by=head,
        day=quiet,
        who="沈立群",
        says="看了现场",
        today=quiet,
        is_leader=False,
    )
    assert _light(plan).light != "grey"
    assert _light(plan).version >= before


def test_the_money_light_follows_plan_and_report(plan: Plan, clerk: User) -> None:
    sums = dict.fromkeys(range(1, 13), Decimal(1_000_000))
    money.plan_year(plan.project, by=clerk, today=TODAY, year=2026, sums=sums)
    assert _light(plan).money == "red"
    assert "完成率0.0%" in _light(plan).money_says or "完成率0%" in _light(plan).money_says


def test_a_project_that_was_lost_is_urged_no_more(
    plan: Plan, clerk: User, head: User, town: OrgUnit
) -> None:
    day = _late_day(plan)
    lights.reckon_lights(town, today=day)
    assert Call.objects.count() == 1
    Project.objects.filter(pk=plan.project_id).update(state=Project.State.PAUSED)
    lights.reckon_lights(town, today=day + timedelta(days=40))
    assert Call.objects.count() == 1


def test_a_project_that_is_taken_up_again_is_lit_at_once(plan: Plan, head: User) -> None:
    project = Project.objects.get(pk=plan.project_id)
    project = projects.close(
        project, by=head, state="paused", code="R7", reason="资金困难", today=TODAY,
        version=project.version,
    )  # fmt: skip
    assert _light(plan).light != "red"
    day = _late_day(plan)
    projects.resume(project, by=head, reason="资金到位", today=day, version=project.version)
    assert (_light(plan).light, _light(plan).since) == ("red", day)
