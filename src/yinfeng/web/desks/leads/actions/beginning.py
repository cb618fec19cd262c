"""Leads of a sheet: registered as by hand, each with form, clocks, claim and grade, all at once.

What a lead begins with follows from its form alone, so that it is worked out before anything is
written: every table then gets its rows in one go, and each lead has one version.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from yinfeng.judgement.grading import Grading, grading_of
from yinfeng.web.desks.leads.actions.clocks import follow_up_of, steps_of
from yinfeng.web.desks.leads.actions.forms import FIELDS, form_of, pieces_of
from yinfeng.web.desks.leads.actions.grading import change_of, graded_as
from yinfeng.web.desks.leads.actions.numbering import numbers
from yinfeng.web.desks.leads.actions.rights import missing_of
from yinfeng.web.desks.leads.kinds import REGISTER
from yinfeng.web.desks.leads.models import (
    Claim,
    Clock,
    GradeChange,
    Lead,
    LeadName,
    Statement,
    Telling,
)
from yinfeng.web.desks.leads.rules import Rules, rules_of
from yinfeng.web.desks.leads.stories import first_story
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record_many
from yinfeng.web.shell.rows import insert, insert_plain

_BECAUSE = "表格导入"
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Begun:
    """A lead with what it begins with, not yet written."""

    lead: Lead
    rules: Rules
    statement: Statement
    tellings: list[Telling]
    grading: Grading


def add_imported(leads: Sequence[Lead], *, by: User, today: date, at: datetime) -> None:
    """Write new leads with everything that a registered lead has."""
    assert connection.in_atomic_block, "an imported lead begins in the transaction of its sheet"
    units = {lead.unit_id: lead.unit for lead in leads}
    for unit in units.values():
        require(by, "leads.register", unit)
    rules = {key: rules_of(unit, today) for key, unit in units.items()}
    _number(leads)
    begun = [_begun(lead, rules[lead.unit_id], by, today) for lead in leads]
    keeping.add_many(leads, by=by, at=at)
    _write(begun, by, today)
    record_many(by, "leads.register", [(lead, lead.unit, _told(lead)) for lead in leads])


def _begun(lead: Lead, rules: Rules, by: User, today: date) -> _Begun:
    words = {name: getattr(lead, name) for name in FIELDS}
    statement, tellings = form_of(lead, REGISTER, words, by=by, why=_BECAUSE)
    story = first_story(lead, statement, tellings, today)
    grading = grading_of(story, rules.policy)
    for name, value in graded_as(story, grading).items():
        setattr(lead, name, value)
    return _Begun(lead, rules, statement, tellings, grading)


def _write(begun: Sequence[_Begun], by: User, today: date) -> None:
    Statement.objects.bulk_create((one.statement for one in begun), batch_size=_CHUNK)
    insert(Telling, (telling for one in begun for telling in _keyed(one)))
    insert(Clock, _clocks(begun))
    insert(Claim, (_claim(one, by, today) for one in begun))
    insert(GradeChange, (_grade(one, today) for one in begun))
    names = ((one.lead.pk, *piece) for one in begun for piece in pieces_of(one.lead))
    insert_plain(LeadName, ("lead", "kind", "gram"), names)


def _keyed(one: _Begun) -> Iterator[Telling]:
    """The figures, now that lead and form have their numbers."""
    for telling in one.tellings:
        telling.lead_id, telling.statement_id = one.lead.pk, one.statement.pk
        yield telling


def _clocks(begun: Sequence[_Begun]) -> Iterator[Clock]:
    for one in begun:
        yield from steps_of(one.lead, one.rules, one.lead.reported)
        yield follow_up_of(one.lead, one.rules)


def _claim(one: _Begun, by: User, today: date) -> Claim:
    complete = None if missing_of(one.lead, one.rules, today, is_new=True) else today
    return Claim(lead=one.lead, unit=one.lead.unit, by=by, since=today, complete=complete)


def _grade(one: _Begun, today: date) -> GradeChange:
    change = change_of(one.lead, one.grading, one.rules, today, _BECAUSE)
    # The form had no number of its own yet when the lead was graded, and is its only paper.
    for reason in change.reasons:
        for proof in reason["proofs"]:
            proof["paper"] = f"statement:{one.statement.pk}"
    return change


def _number(leads: Sequence[Lead]) -> None:
    series: dict[tuple[int, int], Iterator[str]] = {}
    for lead in leads:
        key = lead.first_unit_id, lead.reported.year
        if key not in series:
            series[key] = numbers(lead.first_unit, lead.reported.year)
        lead.number = next(series[key])


def _told(lead: Lead) -> dict[str, object]:
    return {"number": lead.number, "grade": lead.grade}
