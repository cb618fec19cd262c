"""Problems on their way: terms, one extension, proof, the firm, a verifier from outside."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.web.conftest import Hire
from tests.web.desks.delivery.made import FILE, TODAY, a_problem
from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.delivery.actions import closing, problem_turns, problems
from yinfeng.web.desks.delivery.models import APPEND_ONLY, Problem, ProblemStep
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

State = Problem.State


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town."""
    return a_project(town, clerk)


@pytest.fixture
def judge(hire: Hire, county: OrgUnit) -> User:
    """Who may verify, from the county."""
    return hire("judge", county, Role.COUNTY)


def _assigned(project: Project, clerk: User, head: User, **values: Any) -> Problem:
    problem = a_problem(project, clerk, **values)
    return problems.assign(problem, by=head, today=TODAY, version=1, owner="供电所", handler=clerk)


def _checking(problem: Problem, clerk: User) -> Problem:
    problem = closing.ask_to_close(
        problem, by=clerk, today=TODAY, version=problem.version, says="方案已批", file=FILE
    )
    return closing.firm_says(
        problem, by=clerk, today=TODAY, version=problem.version, agrees=True, who="王经理"
    )


def _closed(problem: Problem, clerk: User, judge: User, today: date = TODAY) -> Problem:
    problem = _checking(problem, clerk)
    return closing.verify(
        problem, by=judge, today=today, version=problem.version, solved=True, says="到场看过"
    )


def test_a_problem_goes_its_whole_way(
    project: Project, clerk: User, head: User, judge: User
) -> None:
    problem = a_problem(project, clerk)
    assert (problem.number, problem.state) == ("WT2026-0001", State.REGISTERED)
    assert problem.dispatch_due == date(2026, 3, 19)
    problem = problems.assign(problem, by=head, today=TODAY, version=1, owner="供电所")
    assert (problem.feedback_due, problem.due) == (date(2026, 3, 23), date(2026, 4, 1))
    problem = problems.feed_back(
        problem, by=clerk, today=TODAY, version=problem.version, says="已约设计单位"
    )
    assert problem.state == State.WORKING
    problem = _closed(problem, clerk, judge)
    assert (problem.state, problem.closed, problem.verifier) == (State.CLOSED, TODAY, judge)
    kinds = list(problem.steps.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["register", "assign", "feedback", "ask_close", "firm", "close"]
    assert Event.objects.filter(action="delivery.verify", key=str(problem.pk)).exists()


@pytest.mark.parametrize(
    ("severity", "due", "report"),
    [
        ("ordinary", date(2026, 4, 1), None),
        ("hard", date(2026, 4, 16), None),
        ("historic", date(2026, 6, 15), date(2026, 4, 18)),
    ],
)
def test_the_term_is_as_hard_as_the_problem(
    project: Project, clerk: User, head: User, severity: str, due: date, report: date | None
) -> None:
    problem = _assigned(project, clerk, head, severity=severity)
    assert (problem.due, problem.report_due) == (due, report)


def test_a_promise_may_be_earlier_than_the_term_and_never_later(
    project: Project, clerk: User, head: User
) -> None:
    problem = a_problem(project, clerk)
    late = date(2026, 4, 2)
    with pytest.raises(Refused, match="最迟2026-04-01"):
        problems.assign(problem, by=head, today=TODAY, version=1, owner="x", promised=late)
    early = date(2026, 3, 25)
    problem = problems.assign(problem, by=head, today=TODAY, version=1, owner="x", promised=early)
    assert problem.due == problem.first_due == early


def test_a_later_day_is_granted_once_by_another_before_the_day(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    problem = _assigned(project, clerk, head)
    later = date(2026, 4, 20)

    def ask(today: date, by: User = clerk) -> Problem:
        return problem_turns.ask_for_later(
            problem, by=by, today=today, version=problem.version, until=later, why="等批复"
        )

    with pytest.raises(Refused, match="到期前申请"):
        ask(date(2026, 4, 2))
    problem = ask(TODAY, by=head)
    with pytest.raises(Refused, match="另一人"):
        problem_turns.rule_on_later(
            problem, by=head, today=TODAY, version=problem.version, granted=True
        )
    leader = hire("leader", town, Role.LEADER)
    problem = problem_turns.rule_on_later(
        problem, by=leader, today=TODAY, version=problem.version, granted=True
    )
    assert (problem.state, problem.due, problem.first_due) == (
        State.PUT_OFF,
        later,
        date(2026, 4, 1),
    )
    with pytest.raises(Refused, match="只能延期1次"):
        ask(TODAY)


def test_closing_wants_proof_the_firm_and_a_person_from_outside(
    project: Project, clerk: User, head: User, hire: Hire, county: OrgUnit, town: OrgUnit
) -> None:
    problem = a_problem(project, clerk)
    problem = problems.assign(
        problem, by=head, today=TODAY, version=1, owner="云泽镇", owner_unit=town, handler=clerk
    )
    with pytest.raises(Refused, match="要有佐证"):
        closing.ask_to_close(problem, by=clerk, today=TODAY, version=problem.version, says="好了")
    judge = hire("judge", county, Role.COUNTY)
    with pytest.raises(Refused, match="企业确认"):
        closing.verify(
            problem, by=judge, today=TODAY, version=problem.version, solved=True, says="好"
        )
    problem = _checking(problem, clerk)
    with pytest.raises(Refused, match="在责任单位云泽镇任职"):
        closing.verify(
            problem, by=head, today=TODAY, version=problem.version, solved=True, says="好"
        )
    assert closing.not_outside(problem, judge, TODAY) == ""
    problem = closing.verify(
        problem, by=judge, today=TODAY, version=problem.version, solved=False, says="没有通电"
    )
    assert problem.state == State.RETURNED
    problem = _closed(problem, clerk, judge)
    assert problem.state == State.CLOSED


def test_an_owner_that_is_only_a_name_is_known_by_it(
    project: Project, clerk: User, head: User
) -> None:
    problem = a_problem(project, clerk)
    problem = problems.assign(problem, by=head, today=TODAY, version=1, owner="云泽镇")
    problem = _checking(problem, clerk)
    assert "云泽镇" in closing.not_outside(problem, head, TODAY)


@pytest.mark.parametrize(
    "owner",
    [
        *(
            "云泽镇人民政府",
            "云泽镇招商办",
            "云泽镇 经济发展办公室",
            "云泽镇党委政府",
            "云泽镇城建办",
        ),
        *("镇政府", "本镇招商办", "镇", "招商办", "云泽", "云泽镇柳湾村"),
    ],
)
def test_a_body_is_its_owner_however_it_is_written(
    project: Project, clerk: User, head: User, judge: User, owner: str
) -> None:
    problem = a_problem(project, clerk)
    problem = problems.assign(problem, by=head, today=TODAY, version=1, owner=owner, handler=clerk)
    problem = _checking(problem, clerk)
    assert "责任单位云泽镇" in closing.not_outside(problem, head, TODAY)
    with pytest.raises(Refused, match="以外的人核验"):
        closing.verify(
            problem, by=head, today=TODAY, version=problem.version, solved=True, says="看过"
        )
    assert closing.not_outside(problem, judge, TODAY) == ""


def test_of_an_owner_that_is_no_unit_who_named_it_does_not_verify(
    project: Project, clerk: User, head: User, judge: User, hire: Hire, town: OrgUnit
) -> None:
    problem = _checking(_assigned(project, clerk, head), clerk)
    assert "不在单位目录里" in closing.not_outside(problem, head, TODAY)
    other = hire("other", town, Role.HEAD)
    assert closing.not_outside(problem, other, TODAY) == ""
    assert closing.not_outside(problem, judge, TODAY) == ""


def test_who_had_a_hand_in_it_does_not_verify_it(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit, county: OrgUnit
) -> None:
    worker = hire("worker", town, Role.DELIVERY)
    problem = _assigned(project, clerk, head)
    problem = problems.feed_back(
        problem, by=worker, today=TODAY, version=problem.version, says="在办"
    )
    problem = _checking(problem, clerk)
    assert "经手" in closing.not_outside(problem, worker, TODAY)
    judge = hire("judge", county, Role.COUNTY)
    assert closing.not_outside(problem, judge, TODAY) == ""


def test_a_problem_that_comes_back_soon_is_opened_again_and_counted(
    project: Project, clerk: User, head: User, judge: User
) -> None:
    problem = _closed(_assigned(project, clerk, head), clerk, judge)
    much_later = TODAY + timedelta(days=31)
    with pytest.raises(Refused, match="登记为新问题"):
        problem_turns.reopen(
            problem, by=clerk, today=much_later, version=problem.version, why="又停电"
        )
    problem = problem_turns.reopen(
        problem, by=clerk, today=TODAY + timedelta(days=30), version=problem.version, why="又停电"
    )
    assert (problem.state, problem.reopened, problem.closed) == (State.ASSIGNED, 1, None)
    assert problem.first_due == date(2026, 4, 1)


def test_a_problem_is_raised_level_by_level_and_handed_out_anew(
    project: Project, clerk: User, head: User
) -> None:
    problem = _assigned(project, clerk, head)
    for level in ("deputy", "chief", "county"):
        problem = problem_turns.escalate(
            problem, by=head, today=TODAY, version=problem.version, why="本级协调不了"
        )
        assert (problem.level, problem.state) == (level, State.ESCALATED)
    with pytest.raises(Refused, match="最高一级"):
        problem_turns.escalate(problem, by=head, today=TODAY, version=problem.version, why="再上报")
    problem = problems.assign(
        problem, by=head, today=TODAY, version=problem.version, owner="县供电公司"
    )
    assert problem.owner == "县供电公司"


def test_of_two_who_act_at_once_the_second_is_told(
    project: Project, clerk: User, head: User
) -> None:
    problem = _assigned(project, clerk, head)
    problems.feed_back(problem, by=clerk, today=TODAY, version=problem.version, says="一")
    with pytest.raises(Refused, match="请刷新"):
        problems.feed_back(problem, by=clerk, today=TODAY, version=problem.version, says="二")


def test_steps_and_proofs_are_never_changed(project: Project, clerk: User) -> None:
    a_problem(project, clerk)
    assert ProblemStep in APPEND_ONLY
    for change in (
        lambda: ProblemStep.objects.update(says="x"),
        lambda: ProblemStep.objects.all().delete(),
    ):
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            change()
