"""What changed since the last working day: grades, events, answers, losses, projects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from yinfeng.web.desks.leads.kinds import KINDS, says_of
from yinfeng.web.desks.leads.models import Conversion, Dispatch, GradeChange, Loss, Statement
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

_MOST = 8
_EVENTS = tuple(kind.key for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that changed."""

    day: date
    sort: str
    says: str
    about: str
    lead: int
    tone: str = ""


def moves(user: User, since: date, day: date) -> list[Move]:
    """What changed after *since* up to *day*, the latest first."""
    scope = in_scope(user, "leads.read", "lead__unit")

    def of(model: Any, field: str, *told: str) -> Any:
        within = {f"{field}__gt": since, f"{field}__lte": day}
        rows = model.objects.filter(scope, lead__removed_at=None, **within)
        # What is shown and no more: a lead has fifty columns.
        named = rows.select_related("lead").only(field, *told, "lead__name")
        return named.order_by(f"-{field}", "-pk")

    grades = of(GradeChange, "day", "was", "grade", "because")
    found = [
        *_grades(grades.exclude(was="").exclude(was=F("grade"))[:_MOST]),
        *_events(of(Statement, "day", "kind", "text", "places").filter(kind__in=_EVENTS)[:_MOST]),
        *_answers(of(Dispatch, "answered", "answer")[:_MOST]),
        *_losses(of(Loss, "day", "reason")[:_MOST]),
        *_projects(of(Conversion, "day", "number")[:_MOST]),
    ]
    return sorted(found, key=lambda move: move.day, reverse=True)[:_MOST]


def _grades(rows: Any) -> Iterator[Move]:
    for one in rows:
        tone = "good" if one.grade < one.was else "bad"
        says = f"{one.was}级 → {one.grade}级，因{one.because}"
        yield Move(one.day, "分级", says, one.lead.name, one.lead_id, tone)


def _events(rows: Any) -> Iterator[Move]:
    for one in rows:
        start, end = one.places["says"]
        says = one.text[start:end]
        yield Move(one.day, says_of(one.kind), says, one.lead.name, one.lead_id)


def _answers(rows: Any) -> Iterator[Move]:
    for one in rows:
        yield Move(one.answered, "领导答复", one.answer, one.lead.name, one.lead_id)


def _losses(rows: Any) -> Iterator[Move]:
    for one in rows:
        yield Move(one.day, "流失", one.reason, one.lead.name, one.lead_id, "bad")


def _projects(rows: Any) -> Iterator[Move]:
    for one in rows:
        yield Move(one.day, "转项目", one.number, one.lead.name, one.lead_id, "good")
