"""Lights of projects: turned by the plan, back by proof, with notices that climb the ladder."""

from datetime import date, timedelta

import pytest

from tests.web.conftest import Hire
from tests.web.desks.delivery.made import FILE
from tests.web.desks.plans.made import FIXED, TODAY, a_plan
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.delivery.actions import lights, notices
from yinfeng.web.desks.delivery.actions.ruling import set_rules
from yinfeng.web.desks.delivery.models import Call, LightRow, Turn
from yinfeng.web.desks.plans import actions as plans
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Seat
from yinfeng.web.notices.models import Notice
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused


@pytest.fixture
def plan(town: OrgUnit, clerk: User) -> Plan:
    """A plan that can be kept."""
    return a_plan(town, clerk)


def _row(plan: Plan) -> LightRow:
    return LightRow.objects.select_related("project", "unit").get(project=plan.project)


def _late_day(plan: Plan, by: int = 11) -> date:
    """A day on which the first milestone is late by so many working days and more."""
    first = Milestone.objects.filter(plan=plan, ended=None).order_by("ends").first()
    assert first is not None
    return first.ends + timedelta(days=by * 2)


def test_a_light_is_reckoned_from_the_plan_and_written_with_why(plan: Plan, town: OrgUnit) -> None:
    first = _row(plan)
    assert first.light in ("green", "yellow", "grey")
    assert lights.reckon_lights(town, today=TODAY) == 0, "it was reckoned with the plan"
    day = _late_day(plan)
    assert lights.reckon_lights(town, today=day) == 1
    row = _row(plan)
    assert (row.light, row.since, row.is_alarm) == ("red", day, True)
    turn = Turn.objects.order_by("-pk")[0]
    assert (turn.was, turn.now, turn.by) == (first.light, "red", None)
    assert "滞后" in turn.why


def _caught_up(plan: Plan, by: User, day: date) -> None:
    """Every milestone that was due by a day is done, so that the plan is kept again."""
    while True:
        late = Milestone.objects.filter(plan=plan, ended=None, ends__lte=day, gate="").first()
        if late is None:
            return
        plans.finish(late, by=by, day=day, proof="批文", today=day, version=late.version)


def test_a_red_light_goes_out_only_by_a_person_with_proof(
    plan: Plan, town: OrgUnit, clerk: User, head: User
) -> None:
    day = _late_day(plan)
    lights.reckon_lights(town, today=day)
    with pytest.raises(Refused, match="还没有转好"):
        lights.confirm_light(
            _row(plan), by=head, today=day, version=_row(plan).version, says="x", file=FILE
        )
    _caught_up(plan, clerk, day)
    lights.reckon_lights(town, today=day)
    row = _row(plan)
    assert row.waits
    assert row.light == "red", "the figures alone do not put it out"
    with pytest.raises(Refused, match="佐证"):
        lights.confirm_light(row, by=head, today=day, version=row.version, says="赶上", file=None)
    row = lights.confirm_light(
        row, by=head, today=day, version=row.version, says="节点已办完", file=FILE
    )
    assert row.light != "red"
    assert not row.waits
    assert Turn.objects.order_by("-pk")[0].by == head


def test_a_red_light_climbs_the_ladder_and_names_the_post_that_nobody_holds(
    plan: Plan, town: OrgUnit, clerk: User, head: User, hire: Hire
) -> None:
    leader = hire("leader", town, Role.LEADER)
    projects.seat(
        plan.project, by=head, post=Seat.Post.LEADER, since=date(2026, 1, 5), person=leader
    )
    day = _late_day(plan)
    lights.reckon_lights(town, today=day)
    call = Call.objects.get()
    assert (call.rung, call.to, call.untold) == ("notice", [], ["责任人"])
    lights.reckon_lights(town, today=day)
    assert Call.objects.count() == 1, "a rung is issued once"
    lights.reckon_lights(town, today=day + timedelta(days=40))
    rungs = list(Call.objects.order_by("pk").values_list("rung", "number"))
    assert [rung for rung, _ in rungs] == ["notice", "leader", "order", "talk"]
    assert dict(rungs)["order"].startswith("DB")
    assert Notice.objects.filter(to=leader, kind="delivery.call").count() == 3
    assert Notice.objects.filter(to=head, kind="delivery.call").count() == 2
    made = notices.reply(call, by=clerk, today=day, says="正在补办")
    assert made.call == call


def test_a_project_without_a_plan_has_a_light_of_its_own(town: OrgUnit, clerk: User) -> None:
    project = a_project(town, clerk)
    lights.reckon_lights(town, today=TODAY)
    row = LightRow.objects.get(project=project)
    assert (row.light, row.reasons) == ("unknown", ["没有倒排计划"])


def test_an_office_may_choose_another_scheme_from_a_day_on(
    plan: Plan, town: OrgUnit, head: User
) -> None:
    set_rules(
        town,
        by=head,
        today=TODAY,
        kind="lights",
        since=TODAY,
        reason="镇办文",
        text="",
        scheme="flags",
    )
    lights.reckon_lights(town, today=TODAY)
    assert _row(plan).light in ("none", "flag", "black")
    lights.reckon_lights(town, today=_late_day(plan))
    assert _row(plan).light == "black"
    assert FIXED["start"] > TODAY
    with pytest.raises(Refused, match="不能用"):
        set_rules(
            town,
            by=head,
            today=TODAY,
            kind="ladder",
            since=TODAY,
            reason="x",
            text="version: 1\nx: 2",
        )
