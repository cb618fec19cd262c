"""A problem that takes a turn: its day is put off, it is raised to a higher level, opened again."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.judgement.problems import is_reopening
from yinfeng.web.desks.delivery.actions.problems import WORKED_ON, refuse_unless
from yinfeng.web.desks.delivery.actions.stepping import step
from yinfeng.web.desks.delivery.actions.urging import tell_of_raise
from yinfeng.web.desks.delivery.models import Problem, ProblemStep
from yinfeng.web.desks.delivery.rules import days_of, problems_on
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State, Step = Problem.State, ProblemStep.Kind


@transaction.atomic
def ask_for_later(
    problem: Problem, *, by: User, today: date, version: int, until: date, why: str
) -> Problem:
    """Ask for a later day, once and before the day has come."""
    require(by, "delivery.handle", problem.unit)
    problem = keeping.held(problem, version=version)
    refuse_unless(problem, WORKED_ON)
    rules = problems_on(problem.unit, today)
    if problem.extended >= rules.extensions:
        raise Refused(f"只能延期{rules.extensions}次，已经延过。办不了的请提级。")
    if problem.due and today > problem.due:
        raise Refused(f"{problem.due}已到期，延期要在到期前申请。")
    if problem.due and until <= problem.due:
        raise Refused(f"延期日期应在{problem.due}之后。")
    if not why.strip():
        raise Refused("请写明延期的理由。")
    made = keeping.change(problem, by=by, wanted_due=until, heard=today).record
    step(made, Step.ASK_LATER, by=by, today=today, says=why, due=until)
    record(by, "delivery.handle", made, unit=made.unit, until=until, why=why)
    return made


@transaction.atomic
def rule_on_later(
    problem: Problem, *, by: User, today: date, version: int, granted: bool, says: str = ""
) -> Problem:
    """Grant the later day that was asked for, or not; never by who asked."""
    require(by, "delivery.extend", problem.unit)
    problem = keeping.held(problem, version=version)
    if problem.wanted_due is None:
        raise Refused("没有待批的延期申请。")
    asked = problem.steps.filter(kind=Step.ASK_LATER).order_by("-pk").first()
    if asked and asked.by_id == by.pk:
        raise Refused("延期要由另一人批准。")
    if not granted and not says.strip():
        raise Refused("不同意的，请写明理由。")
    later = problem.wanted_due
    values: dict[str, Any] = {"wanted_due": None}
    if granted:
        days = days_of(problem.unit, today)
        values |= {"state": State.PUT_OFF, "due": later, "extended": problem.extended + 1}
        values["is_provisional"] = days.is_provisional(later)
    made = keeping.change(problem, by=by, reason=says, **values).record
    kind = Step.EXTEND if granted else Step.REFUSE
    step(made, kind, by=by, today=today, says=says, due=later)
    record(by, "delivery.extend", made, unit=made.unit, granted=granted, until=later, reason=says)
    return made


@transaction.atomic
def escalate(
    problem: Problem, *, by: User, today: date, version: int, why: str, to: str = ""
) -> Problem:
    """Raise a problem to the next level, or to a higher one; it is handed out there anew."""
    require(by, "delivery.escalate", problem.unit)
    problem = keeping.held(problem, version=version)
    refuse_unless(problem, (State.REGISTERED, State.ESCALATED, *WORKED_ON))
    if not why.strip():
        raise Refused("请写明提级的理由。")
    rules = problems_on(problem.unit, today)
    keys = [level.key for level in rules.levels]
    above = rules.level(to) if to else rules.above(problem.level)
    if above is None:
        raise Refused("已经是最高一级。")
    if keys.index(above.key) <= keys.index(rules.level(problem.level).key):
        raise Refused("只能提到更高的一级。")
    days = days_of(problem.unit, today)
    made = keeping.change(
        problem,
        by=by,
        reason=why,
        level=above.key,
        state=State.ESCALATED,
        wanted_due=None,
        dispatch_due=end_of(rules.dispatch, today, days),
        heard=today,
    ).record
    step(made, Step.ESCALATE, by=by, today=today, says=f"提至{above.says}。{why}")
    tell_of_raise(made, why=why, today=today)
    record(by, "delivery.escalate", made, unit=made.unit, level=above.key, reason=why)
    return made


@transaction.atomic
def reopen(problem: Problem, *, by: User, today: date, version: int, why: str) -> Problem:
    """Open a closed problem again that came back; later than the rules say it is a new one."""
    require(by, "delivery.reopen", problem.unit)
    problem = keeping.held(problem, version=version)
    refuse_unless(problem, (State.CLOSED,))
    rules, days = problems_on(problem.unit, today), days_of(problem.unit, today)
    assert problem.closed is not None
    within = rules.reopen_within.days
    if not is_reopening(problem.closed, today, within):
        raise Refused(f"销号已超过{within}天，请登记为新问题，并在问题里写明原编号。")
    if not why.strip():
        raise Refused("请写明问题怎样又出现了。")
    due = end_of(rules.severities[problem.severity].term, today, days)
    made = keeping.change(
        problem,
        by=by,
        reason=why,
        state=State.ASSIGNED,
        closed=None,
        verifier=None,
        asked=None,
        asked_by=None,
        firm_confirmed=None,
        reopened=problem.reopened + 1,
        due=due,
        is_provisional=days.is_provisional(due),
        feedback_due=end_of(rules.feedback, today, days),
        fed_back=None,
        heard=today,
    ).record
    step(made, Step.REOPEN, by=by, today=today, says=why, due=due)
    record(by, "delivery.reopen", made, unit=made.unit, reason=why)
    return made
