"""Problems that are late or raised: who is told, rung by rung; and what goes with a transfer."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.web.conftest import Hire, browser_of
from tests.web.desks.delivery.made import FILE, TODAY, a_problem
from tests.web.desks.plans.made import a_plan
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.agreements import actions as agreements
from yinfeng.web.desks.delivery.actions import closing, problem_turns, problems
from yinfeng.web.desks.delivery.actions.keeping import next_order
from yinfeng.web.desks.delivery.actions.urging import issue_urges
from yinfeng.web.desks.delivery.models import LightRow, Problem, ProblemCall
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.desks.projects import actions as projects
from yinfeng.web.desks.projects.models import Project, Seat
from yinfeng.web.notices.models import Notice
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.worker import work_off


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town."""
    return a_project(town, clerk)


def _assigned(project: Project, clerk: User, head: User) -> Problem:
    problem = a_problem(project, clerk)
    return problems.assign(problem, by=head, today=TODAY, version=1, owner="供电所", handler=clerk)


def _urged(unit: OrgUnit, day: date) -> int:
    with transaction.atomic():
        return issue_urges(unit, today=day)


def _calls(problem: Problem) -> list[tuple[str, str]]:
    return list(problem.calls.order_by("pk").values_list("term", "rung"))


def test_a_problem_that_nobody_handed_out_is_told_to_the_head_once(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    problem = a_problem(project, clerk)
    assert _urged(town, problem.dispatch_due) == 0, "the day itself is not late"
    late = problem.dispatch_due + timedelta(days=1)
    assert _urged(town, late) == 1
    assert _urged(town, late + timedelta(days=5)) == 0
    assert _calls(problem) == [("dispatch", "dispatch")]
    (notice,) = Notice.objects.filter(to=head, kind="delivery.call")
    assert "逾期未交办" in notice.says
    assert notice.address == f"/delivery/{problem.pk}"


def test_an_overdue_problem_climbs_the_ladder_and_names_the_empty_post(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    problem = _assigned(project, clerk, head)
    problem = problems.feed_back(
        problem, by=clerk, today=TODAY, version=problem.version, says="已约"
    )
    assert problem.due is not None
    assert _urged(town, problem.due) == 0
    assert _urged(town, problem.due + timedelta(days=1)) == 1
    _urged(town, problem.due + timedelta(days=40))
    assert _calls(problem) == [("due", key) for key in ("notice", "leader", "order", "talk")]
    calls = {one.rung: one for one in problem.calls.all()}
    assert calls["notice"].to == [clerk.name]
    assert calls["leader"].untold == ["挂钩领导"]
    assert calls["order"].number.startswith("DB2026-")
    page = browser_of(clerk).get(f"/delivery/{problem.pk}").content.decode()
    assert "催办与督办" in page
    assert calls["order"].number in page


def test_a_problem_whose_owner_has_answered_is_not_urged(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    problem = _assigned(project, clerk, head)
    problem = closing.ask_to_close(
        problem, by=clerk, today=TODAY, version=problem.version, says="已办", file=FILE
    )
    assert _urged(town, TODAY + timedelta(days=60)) == 0


def test_a_raise_is_told_at_once_at_its_level(
    project: Project, clerk: User, head: User, town: OrgUnit, county: OrgUnit, hire: Hire
) -> None:
    boss = hire("boss", town, Role.LEADER)
    officer = hire("officer", county, Role.COUNTY)
    problem = a_problem(project, clerk)
    problem = problem_turns.escalate(
        problem, by=head, today=TODAY, version=problem.version, why="超出权限"
    )
    call = ProblemCall.objects.get()
    assert (call.term, call.rung) == ("raised", "deputy")
    assert boss.name in call.to
    assert officer.name not in call.to
    problem_turns.escalate(
        problem, by=head, today=TODAY, version=problem.version, why="要县里定", to="county"
    )
    assert officer.name in ProblemCall.objects.order_by("-pk")[0].to
    assert Notice.objects.filter(to=officer, kind="delivery.call").exists()


def test_what_is_late_is_urged_by_the_nightly_job(
    project: Project, clerk: User, head: User
) -> None:
    problem = a_problem(project, clerk)
    enqueue("delivery.reckon")
    work_off()
    assert _calls(problem) == [("dispatch", "dispatch")]


def test_a_transfer_takes_open_problems_plan_light_and_agreement_along_with_their_history(
    clerk: User, head: User, town: OrgUnit, other_town: OrgUnit, neighbour: User, hire: Hire
) -> None:
    chief = hire("chief", other_town, Role.HEAD)
    plan = a_plan(town, clerk)
    project = plan.project
    theirs = a_project(other_town, neighbour, "别的项目")
    taken = a_problem(theirs, neighbour)
    problem = _assigned(project, clerk, head)
    agreement = agreements.draft(
        project, by=clerk,
        values={"kind": "binding", "title": "投资协议", "ours": "云泽镇", "theirs": "甲公司",
                "amount": "5000万元"},
    )  # fmt: skip
    project.refresh_from_db()
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=40, reason="厂房更合适", today=TODAY,
        version=project.version,
    )  # fmt: skip
    problem.refresh_from_db()
    assert problem.unit == other_town
    assert problem.number != taken.number
    assert problem.handler is None, "who has no post there is named anew"
    assert Notice.objects.filter(to=chief, kind="delivery.carried").count() == 1
    last = problem.steps.order_by("-pk")[0]
    assert last.kind == "transfer"
    assert "原编号WT2026-0001" in last.says
    assert problem.due is not None
    assert LightRow.objects.get(project=project).unit == other_town
    assert set(Milestone.objects.filter(plan=plan).values_list("unit", flat=True)) == {
        other_town.pk
    }
    agreement.refresh_from_db()
    assert agreement.unit == other_town
    assert browser_of(neighbour).get(f"/delivery/{problem.pk}").status_code == 200
    assert browser_of(clerk).get(f"/delivery/{problem.pk}").status_code == 404
    then = browser_of(clerk).get("/delivery/?as_of=2026-03-18")
    assert then.status_code == 200


def test_numbers_of_what_was_handed_over_are_not_given_again(
    project: Project, clerk: User, head: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    problem = _assigned(project, clerk, head)
    assert problem.due is not None
    day = problem.due + timedelta(days=40)
    _urged(town, day)
    order = problem.calls.get(rung="order").number
    project.refresh_from_db()
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=0, reason="调整", today=day,
        version=project.version,
    )  # fmt: skip
    assert Problem.objects.get(pk=problem.pk).unit == other_town
    other = a_project(town, clerk, "另一个项目")
    assert a_problem(other, clerk).number == "WT2026-0002"
    with transaction.atomic():
        assert next_order(town, day) > order


def test_a_closed_problem_stays_with_the_unit_that_answered_for_it(
    project: Project, clerk: User, head: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    problem = a_problem(project, clerk)
    Problem.objects.filter(pk=problem.pk).update(state=Problem.State.CLOSED, closed=TODAY)
    project.refresh_from_db()
    projects.hand_over(
        project, by=head, taker=other_town, giver_share=0, reason="调整", today=TODAY,
        version=project.version,
    )  # fmt: skip
    problem.refresh_from_db()
    assert problem.unit == town


def test_the_linked_leader_is_told_where_the_post_is_held(
    project: Project, clerk: User, head: User, town: OrgUnit, hire: Hire
) -> None:
    leader = hire("leader", town, Role.LEADER)
    projects.seat(project, by=head, post=Seat.Post.LEADER, since=date(2026, 1, 5), person=leader)
    problem = _assigned(project, clerk, head)
    assert problem.due is not None
    _urged(town, problem.due + timedelta(days=10))
    call = problem.calls.get(rung="leader")
    assert (call.to, call.untold) == ([leader.name], [])
