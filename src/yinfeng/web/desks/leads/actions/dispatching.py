"""A lead handed to a leader: the instruction, the answer, the result, each by its day."""

from datetime import date

from django.db import transaction

from yinfeng.judgement.due import end_of
from yinfeng.web.desks.leads.actions.clocks import stop_steps
from yinfeng.web.desks.leads.models import Dispatch, Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import may, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def dispatch(
    lead: Lead,
    *,
    by: User,
    leader: User,
    instruction: str,
    today: date,
    result_due: date | None = None,
    version: int | None = None,
) -> Dispatch:
    """Ask a leader to act on the lead; without a day the terms of the rules hold."""
    require(by, "leads.dispatch", lead.unit)
    lead = keeping.held(lead, version=version)
    if lead.state != Lead.State.OPEN:
        raise Refused(f"这条线索现为“{lead.get_state_display()}”，不能派单。")
    if not may(leader, "leads.answer", lead.unit):
        raise Refused(f"{leader}不是本单位的领导岗位，不能向其派单。")
    if not instruction.strip():
        raise Refused("请写明请领导出面做什么。")
    if lead.dispatches.open().filter(leader=leader).exists():
        raise Refused(f"{leader}手上已有这条线索的派单，还没有办结。")
    rules = rules_of(lead.unit, today)
    terms = rules.policy.clocks
    answer_due = end_of(terms.leader_answer, today, rules.days)
    due = result_due or end_of(terms.leader_result, today, rules.days)
    if due < today:
        raise Refused("办结日期不能早于今天。")
    made = Dispatch.objects.create(
        lead=lead,
        leader=leader,
        instruction=instruction.strip(),
        by=by,
        sent=today,
        answer_due=min(answer_due, due),
        result_due=due,
    )
    stop_steps(lead, ("dispatch",), by=by, day=today, proof=f"派单给{leader}")
    record(by, "leads.dispatch", made, unit=lead.unit, leader=leader.pk, due=due)
    return made


@transaction.atomic
def answer(dispatched: Dispatch, *, by: User, says: str, today: date) -> Dispatch:
    """What the leader says to it; only the one who was asked answers."""
    require(by, "leads.answer", dispatched.lead.unit)
    dispatched = _held(dispatched)
    if dispatched.leader != by:
        raise Refused(f"这件事派给了{dispatched.leader}，要由其本人答复。")
    if dispatched.answered is not None:
        raise Refused(f"已于{dispatched.answered}答复。")
    if not says.strip():
        raise Refused("请写明答复。")
    dispatched.answer, dispatched.answered = says.strip(), today
    dispatched.save(update_fields=["answer", "answered"])
    record(by, "leads.answer", dispatched, unit=dispatched.lead.unit, answered=today)
    return dispatched


@transaction.atomic
def report_result(dispatched: Dispatch, *, by: User, says: str, today: date) -> Dispatch:
    """What came of it, told by the leader or by who works for the leader."""
    require(by, "leads.report_result", dispatched.lead.unit)
    dispatched = _held(dispatched)
    if dispatched.answered is None:
        raise Refused("领导还没有答复，先由领导答复，再报结果。")
    if not says.strip():
        raise Refused("请写明办理结果。")
    dispatched.result, dispatched.resulted, dispatched.resulted_by = says.strip(), today, by
    dispatched.save(update_fields=["result", "resulted", "resulted_by"])
    record(by, "leads.report_result", dispatched, unit=dispatched.lead.unit, resulted=today)
    return dispatched


@transaction.atomic
def withdraw(dispatched: Dispatch, *, by: User, reason: str, today: date) -> Dispatch:
    """Take a dispatch back, for a reason; it stays on the lead's page."""
    require(by, "leads.dispatch", dispatched.lead.unit)
    dispatched = _held(dispatched)
    if not reason.strip():
        raise Refused("请写明撤回的理由。")
    dispatched.withdrawn, dispatched.why = today, reason.strip()
    dispatched.save(update_fields=["withdrawn", "why"])
    record(by, "leads.withdraw", dispatched, unit=dispatched.lead.unit, reason=reason)
    return dispatched


def _held(dispatched: Dispatch) -> Dispatch:
    rows = Dispatch.objects.select_for_update(of=("self",)).select_related("lead__unit", "leader")
    dispatched = rows.get(pk=dispatched.pk)
    if dispatched.resulted is not None:
        raise Refused(f"这件事已于{dispatched.resulted}办结。")
    if dispatched.withdrawn is not None:
        raise Refused(f"这件事已于{dispatched.withdrawn}撤回。")
    return dispatched
