"""A problem on its way: registered, handed out, worked on, taken off."""

from datetime import date
from typing import Any

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.lexicon.delivery import ProblemRules
from yinfeng.web.desks.delivery.actions.keeping import keep_file, next_number
from yinfeng.web.desks.delivery.actions.stepping import step
from yinfeng.web.desks.delivery.models import Attachment, Problem, ProblemStep
from yinfeng.web.desks.delivery.rules import days_of, problems_on
from yinfeng.web.desks.delivery.terms import months_later
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

State, Step = Problem.State, ProblemStep.Kind
File = tuple[str, bytes]
WORKED_ON = (State.ASSIGNED, State.WORKING, State.PUT_OFF, State.RETURNED)


@transaction.atomic
def register(
    project: Project,
    *,
    by: User,
    today: date,
    kind: str,
    severity: str,
    text: str,
    found_on: date | None = None,
    found_by: str = "",
    found_at: str = "",
    batch: int | None = None,
) -> Problem:
    """Write a problem of a project into the ledger; it is to be handed out by a day."""
    require(by, "delivery.register", project.unit)
    rules = problems_on(project.unit, today)
    found = found_on or today
    _refuse_unknown(rules, kind, severity)
    if not text.strip():
        raise Refused("请写明问题。")
    if found > today:
        raise Refused("发现日期不能晚于今天。")
    made = keeping.add(
        Problem(
            unit=project.unit,
            project=project,
            number=next_number(Problem, project.unit, "WT", today),
            batch=batch,
            kind=kind,
            severity=severity,
            text=text.strip(),
            found_by=found_by.strip() or by.name,
            found_on=found,
            found_at=found_at.strip(),
            level=rules.begins,
            opened=today,
            dispatch_due=end_of(rules.dispatch, today, days_of(project.unit, today)),
            heard=today,
        ),
        by=by,
    )
    step(made, Step.REGISTER, by=by, today=today, says=text)
    record(by, "delivery.register", made, unit=made.unit, project=project.pk, kind=kind)
    return made


@transaction.atomic
def correct(
    problem: Problem, *, by: User, today: date, version: int, reason: str, **values: Any
) -> Problem:
    """Put right what is written of a problem; neither its terms nor where it has got to."""
    require(by, "delivery.correct", problem.unit)
    rules = problems_on(problem.unit, today)
    allowed = {"kind", "text", "found_by", "found_on", "found_at", "co_owners", "batch"}
    assert set(values) <= allowed, values
    _refuse_unknown(rules, values.get("kind", problem.kind), problem.severity)
    made = keeping.change(problem, by=by, version=version, reason=reason, **values)
    record(
        by,
        "delivery.correct",
        made.record,
        unit=problem.unit,
        before=made.before,
        reason=reason,
        changed=made.after,
    )
    return made.record


@transaction.atomic
def assign(
    problem: Problem,
    *,
    by: User,
    today: date,
    version: int,
    owner: str,
    owner_unit: OrgUnit | None = None,
    handler: User | None = None,
    promised: date | None = None,
    measures: str = "",
    co_owners: str = "",
    batch: int | None = None,
) -> Problem:
    """Hand a problem to who has to solve it; the day is the term, or an earlier promise."""
    require(by, "delivery.assign", problem.unit)
    problem = keeping.held(problem, version=version)
    if problem.state not in (State.REGISTERED, State.ESCALATED, State.ASSIGNED):
        raise Refused(f"这个问题现为“{problem.get_state_display()}”，不能再交办。")
    if not owner.strip():
        raise Refused("请写明责任单位。")
    if handler and not may(handler, "delivery.handle", problem.unit):
        raise Refused(f"{handler}在本单位没有办理问题的岗位。")
    if promised and promised < today:
        raise Refused("承诺日期不能早于今天。")
    values = handed_out(problem, problem.unit, today, promised)
    made = keeping.change(
        problem,
        by=by,
        owner=owner.strip(),
        owner_unit=owner_unit,
        handler=handler,
        co_owners=co_owners.strip() or problem.co_owners,
        measures=measures.strip() or problem.measures,
        batch=batch or problem.batch,
        **values,
    ).record
    says = f"{owner}：{measures}".strip("：")
    step(made, Step.ASSIGN, by=by, today=today, says=says, due=made.due)
    record(by, "delivery.assign", made, unit=made.unit, owner=owner, due=made.due)
    return made


def handed_out(
    problem: Problem, unit: OrgUnit, today: date, promised: date | None
) -> dict[str, Any]:
    """What a problem is once it was handed out: its terms by severity, or an earlier promise."""
    rules, days = problems_on(unit, today), days_of(unit, today)
    hard = rules.severities[problem.severity]
    latest = end_of(hard.term, today, days)
    if promised and promised > latest:
        raise Refused(f"{hard.says}问题最迟{latest}办结，承诺日期不能更晚；确需更长的走延期。")
    due = promised or latest
    return {
        "state": State.ASSIGNED,
        "assigned": today,
        "feedback_due": end_of(rules.feedback, today, days),
        "fed_back": None,
        "report_due": _month_on(today, hard.report_every),
        "first_due": problem.first_due or due,
        "due": due,
        "is_provisional": days.is_provisional(due),
        "heard": today,
    }


@transaction.atomic
def feed_back(
    problem: Problem, *, by: User, today: date, version: int, says: str, file: File | None = None
) -> Problem:
    """What was done about a problem; the first time within the term, then as it goes."""
    require(by, "delivery.handle", problem.unit)
    problem = keeping.held(problem, version=version)
    refuse_unless(problem, WORKED_ON)
    if not says.strip():
        raise Refused("请写明办理情况。")
    rules = problems_on(problem.unit, today)
    every = rules.severities[problem.severity].report_every
    now = State.PUT_OFF if problem.state == State.PUT_OFF else State.WORKING
    made = keeping.change(
        problem,
        by=by,
        state=now,
        fed_back=problem.fed_back or today,
        report_due=_month_on(today, every),
        heard=today,
    ).record
    proof = _kept(problem, file, by)
    step(made, Step.FEEDBACK, by=by, today=today, says=says, attachment=proof)
    record(by, "delivery.handle", made, unit=made.unit, says=says)
    return made


@transaction.atomic
def remove(problem: Problem, *, by: User, reason: str, version: int) -> Problem:
    """Take a problem off the ledger that should not be there; past days still show it."""
    require(by, "delivery.remove", problem.unit)
    gone = keeping.remove(problem, by=by, reason=reason, version=version)
    record(by, "delivery.remove", gone, unit=gone.unit, reason=reason)
    return gone


def _kept(problem: Problem, file: File | None, by: User) -> Attachment | None:
    if file is None:
        return None
    return keep_file(*file, by=by, unit=problem.unit, project=problem.project)


def refuse_unless(problem: Problem, states: tuple[str, ...]) -> None:
    """Refuse a step that a problem in its state does not take."""
    if problem.state not in states:
        raise Refused(f"这个问题现为“{problem.get_state_display()}”，这一步现在不能办。")


def _refuse_unknown(rules: ProblemRules, kind: str, severity: str) -> None:
    if kind not in rules.kinds:
        raise Refused("请选择问题类型。")
    if severity not in rules.severities:
        raise Refused("请选择难易程度。")


def _month_on(day: date, every: int) -> date | None:
    return months_later(day, every) if every else None
