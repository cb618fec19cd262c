"""How a problem is closed: proof, the firm's word, and a person outside the unit that owns it."""

from datetime import date

from django.db import transaction

from yinfeng.web.desks.delivery.actions.keeping import keep_file
from yinfeng.web.desks.delivery.actions.problems import File
from yinfeng.web.desks.delivery.actions.stepping import step
from yinfeng.web.desks.delivery.models import Problem, ProblemStep
from yinfeng.web.desks.delivery.outside import within
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Document

State, Step = Problem.State, ProblemStep.Kind


@transaction.atomic
def ask_to_close(
    problem: Problem,
    *,
    by: User,
    today: date,
    version: int,
    says: str,
    file: File | None = None,
    document: Document | None = None,
) -> Problem:
    """Say that a problem is solved, with the proof: a file, or a paper of the library."""
    require(by, "delivery.handle", problem.unit)
    problem = keeping.held(problem, version=version)
    if problem.state not in (State.ASSIGNED, State.WORKING, State.PUT_OFF, State.RETURNED):
        raise Refused(f"这个问题现为“{problem.get_state_display()}”，不能申请销号。")
    if not says.strip():
        raise Refused("请写明怎样解决的。")
    if file is None and document is None:
        raise Refused("申请销号要有佐证：上传现场照片、批文或会议纪要，或选一份资料。")
    proof = keep_file(*file, by=by, unit=problem.unit, project=problem.project) if file else None
    made = keeping.change(
        problem,
        by=by,
        state=State.ASKED,
        asked=today,
        asked_by=by,
        firm_confirmed=None,
        fed_back=problem.fed_back or today,
        wanted_due=None,
        heard=today,
    ).record
    step(made, Step.ASK_CLOSE, by=by, today=today, says=says, attachment=proof, document=document)
    record(by, "delivery.handle", made, unit=made.unit, says=says, asks_to_close=True)
    return made


@transaction.atomic
def firm_says(
    problem: Problem, *, by: User, today: date, version: int, agrees: bool, who: str, says: str = ""
) -> Problem:
    """What the firm says to it: solved, or not; who of the firm said so stands beside it."""
    require(by, "delivery.handle", problem.unit)
    problem = keeping.held(problem, version=version)
    if problem.state != State.ASKED:
        raise Refused("还没有申请销号，企业无从确认。")
    if not who.strip():
        raise Refused("请写明企业方由谁确认。")
    now = State.CHECKING if agrees else State.RETURNED
    made = keeping.change(
        problem, by=by, state=now, firm_confirmed=today if agrees else None, heard=today
    ).record
    kind = Step.FIRM if agrees else Step.FIRM_NOT
    step(made, kind, by=by, today=today, says=f"{who.strip()}：{says.strip()}".strip("："))
    record(by, "delivery.handle", made, unit=made.unit, firm_agrees=agrees, who=who)
    return made


@transaction.atomic
def verify(
    problem: Problem,
    *,
    by: User,
    today: date,
    version: int,
    solved: bool,
    says: str,
    file: File | None = None,
) -> Problem:
    """Close a problem that was seen solved, or return it; only from outside the owning unit."""
    require(by, "delivery.verify", problem.unit)
    problem = keeping.held(problem, version=version)
    if problem.state != State.CHECKING:
        raise Refused("要先申请销号并由企业确认，才能核验。")
    if why := not_outside(problem, by, today):
        raise Refused(why)
    if not says.strip():
        raise Refused("请写明核验看到的情况。")
    proof = keep_file(*file, by=by, unit=problem.unit, project=problem.project) if file else None
    made = keeping.change(
        problem,
        by=by,
        reason=says,
        state=State.CLOSED if solved else State.RETURNED,
        closed=today if solved else None,
        verifier=by if solved else None,
        heard=today,
    ).record
    kind = Step.CLOSE if solved else Step.RETURN
    step(made, kind, by=by, today=today, says=says, attachment=proof)
    record(by, "delivery.verify", made, unit=made.unit, solved=solved, reason=says)
    return made


def not_outside(problem: Problem, person: User, today: date) -> str:
    """Why the person may not verify this problem; empty for who may."""
    if not may(person, "delivery.verify", problem.unit):
        return "没有核验的权限。"
    hands = problem.steps.filter(kind__in=(Step.FEEDBACK, Step.ASK_CLOSE, Step.FIRM))
    mine = {problem.handler_id, problem.asked_by_id, *hands.values_list("by", flat=True)}
    if person.pk in mine:
        return "您经手过这个问题，要由责任单位以外的另一人核验。"
    return within(problem, person, today)
