"""What changed since the last working day: grades, events, answers, losses, projects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef

from yinfeng.web.desks.leads.kinds import KINDS, says_of
from yinfeng.web.desks.leads.models import (
    Conversion,
    Dispatch,
    GradeChange,
    Lead,
    Loss,
    Statement,
)
from yinfeng.web.people.models import User
from yinfeng.web.shell.questions import keys_seen

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

    # Their keys alone are asked for first: on most days most kinds of change did not happen.
    def of(model: Any, field: str, rows: Callable[[], Any]) -> Any:
        latest = (f"-{field}", "-pk")

        def found() -> Any:
            # Of each its lead is looked up: begun with the leads of a county it would be slow.
            seen = Exists(Lead.objects.visible_to(user).filter(pk=OuterRef("lead")))
            within = {f"{field}__gt": since, f"{field}__lte": day}
            return rows().filter(seen, **within).order_by(*latest)[:_MOST]

        asked = ("moves", model._meta.label, since, day)
        keys = keys_seen(user, "leads.read", found, *asked)
        if not keys:
            return ()
        named = model.objects.filter(pk__in=keys).select_related("lead").order_by(*latest)
        return named.only(*_own(model), "lead__name")

    changes = [
        *_grades(of(GradeChange, "day", _regraded)),
        *_events(of(Statement, "day", lambda: Statement.objects.filter(kind__in=_EVENTS))),
        *_answers(of(Dispatch, "answered", Dispatch.objects.all)),
        *_losses(of(Loss, "day", Loss.objects.all)),
        *_projects(of(Conversion, "day", Conversion.objects.all)),
    ]
    return sorted(changes, key=lambda move: move.day, reverse=True)[:_MOST]


def _regraded() -> Any:
    return GradeChange.objects.exclude(was="").exclude(was=F("grade"))


def _own(model: Any) -> list[str]:
    """The columns of a change itself; of the fifty of its lead only the name is shown."""
    return [field.name for field in model._meta.concrete_fields]


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
