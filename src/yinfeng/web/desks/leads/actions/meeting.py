"""A row of outreach that names a lead: its grade, colour and clocks follow, and follow back.

When the row is corrected or removed the lead is graded anew by what stands, and a clock that only
that row had stopped runs on.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from yinfeng.web.desks.leads.actions.clocks import run_on, stop_steps
from yinfeng.web.desks.leads.actions.grading import regrade
from yinfeng.web.desks.leads.actions.rights import complete_claim
from yinfeng.web.desks.leads.kinds import kind_of
from yinfeng.web.desks.leads.meetings import MARK, NAMING, Meeting, lead_named, meetings_of
from yinfeng.web.desks.leads.models import Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

_BECAUSE = "招商往来有变"


def refuse_unknown(unit: int, number: str) -> None:
    """Refuse a number that no lead of the unit has."""
    if lead_named(unit, number) is None:
        raise Refused(
            f"本单位的线索台账里没有编号“{number}”。请到“线索”核对编号（如：2026-0001）；"
            "还没有登记的，先登记线索，或者把线索编号留空。"
        )


@transaction.atomic
def hear_of(named: Iterable[tuple[int, str]], *, by: User | None, today: date) -> int:
    """Grade the leads anew that rows of outreach name; how many changed."""
    found = {lead.pk: lead for lead in (lead_named(*one) for one in sorted(set(named))) if lead}
    return sum(meet(found[key], by=by, today=today) for key in sorted(found))


@transaction.atomic
def meet(lead: Lead, *, by: User | None, today: date) -> bool:
    """Let the lead follow what outreach keeps of it now; whether anything changed."""
    lead = keeping.held(lead)
    if lead.state != Lead.State.OPEN:
        return False
    rules, version = rules_of(lead.unit, today), lead.version
    met = meetings_of([lead], today)[lead.pk]
    moved = _clocks(lead, met, by)
    if met and by is not None:
        complete_claim(lead, by=by, rules=rules, today=today)
    lead = regrade(lead, rules=rules, by=by, today=today, because=_BECAUSE)
    if lead.version == version and not moved:
        return False
    last = met[-1].proof if met else ""
    record(by, "leads.meet", lead, unit=lead.unit, grade=lead.grade, met=len(met), last=last)
    return True


@transaction.atomic
def hear_again(*, today: date) -> int:
    """Grade anew the leads with a row whose day has come since they were graded; how many."""
    latest: dict[tuple[int, str], date] = {}
    for model in NAMING:
        rows = model._default_manager.filter(removed_at=None, on__lte=today).exclude(lead="")
        for unit, number, day in rows.order_by().values_list("unit", "lead").annotate(Max("on")):
            latest[unit, number] = max(day, latest.get((unit, number), day))
    leads = Lead.objects.standing().open().filter(number__in={number for _, number in latest})
    behind = [
        lead
        for lead in leads.order_by("pk")
        for day in [_latest(lead, latest)]
        if day and (lead.last_event is None or lead.last_event < day)
    ]
    return sum(meet(lead, by=None, today=today) for lead in behind)


def _latest(lead: Lead, latest: dict[tuple[int, str], date]) -> date | None:
    keys = {(lead.first_unit_id, lead.number), (lead.unit_id, lead.number)}
    return max((latest[key] for key in keys if key in latest), default=None)


def _clocks(lead: Lead, met: Sequence[Meeting], by: User | None) -> int:
    """Stop what the rows do, and let run on what a row had done that stands no longer."""
    moved = run_on(lead, MARK, {one.proof for one in met})
    for one in met:
        kind = kind_of(one.kind)
        if kind is not None and kind.stops:
            moved += stop_steps(lead, kind.stops, by=by, day=one.day, proof=one.proof)
    return moved
