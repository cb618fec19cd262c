"""What one person has to do: answers owed, clocks that run out, next steps, claims to confirm."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from yinfeng.web.desks.leads.models import Claim, Clock, Lead
from yinfeng.web.desks.leads.wanting import clocks_running
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

_WEEK = timedelta(days=7)
_MOST = 30


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: by when, what, about which lead."""

    due: date
    says: str
    about: str
    lead: int
    is_late: bool


def tasks(user: User, day: date, leads: Any, dispatched: Any, *, is_live: bool) -> list[Task]:
    """What the person has to do, the most urgent first."""
    found = [
        *_asked(user, day, dispatched),
        *_running(user, day, is_live=is_live),
        *_ahead(user, day, leads),
    ]
    if is_live:
        found += _to_confirm(user, day)
    found += _to_look_at(user, day, leads)
    return sorted(found, key=lambda task: (task.due, task.says))


def _asked(user: User, day: date, dispatched: Any) -> list[Task]:
    own = _named(dispatched.filter(leader=user)).order_by("answer_due")
    return [_asked_of(one, day) for one in own[:_MOST]]


def _asked_of(one: Any, day: date) -> Task:
    is_answered = one.answered is not None and one.answered <= day
    due = one.result_due if is_answered else one.answer_due
    says = f"{'办结' if is_answered else '答复'}：{one.instruction}"
    return Task(due, says, one.lead.name, one.lead_id, due < day)


def _running(user: User, day: date, *, is_live: bool) -> list[Task]:
    # First their keys, which indexes alone give: who follows thousands of leads has many clocks.
    followed = Lead.objects.visible_to(user).filter(owner=user).values("pk")
    running = clocks_running(day, is_live=is_live)
    own = running.filter(lead__in=followed, ends__lte=day + _WEEK).order_by("ends", "pk")
    keys = list(own.values_list("pk", flat=True)[:_MOST])
    rows = _named(Clock.objects.filter(pk__in=keys)).order_by("ends", "pk") if keys else ()
    return [Task(one.ends, one.says, one.lead.name, one.lead_id, one.ends < day) for one in rows]


def _ahead(user: User, day: date, leads: Any) -> list[Task]:
    own = leads.filter(owner=user, state=Lead.State.OPEN, next_date__lte=day + _WEEK)
    rows = own.order_by("next_date", "id").values_list("next_date", "next_step", "name", "id")
    return [
        Task(due, f"下一步：{says or '未写明'}", name, pk, due < day)
        for due, says, name, pk in rows[:_MOST]
    ]


def _to_confirm(user: User, day: date) -> list[Task]:
    """The first reports that wait for this person's word."""
    waiting = Claim.objects.filter(
        in_scope(user, "leads.confirm_claim"),
        ended=None,
        confirmed=None,
        complete__isnull=False,
        lead__removed_at=None,
    ).exclude(by=user)
    return [
        Task(one.complete or day, "确认首报", one.lead.name, one.lead_id, False)
        for one in _named(waiting).order_by("complete", "pk")[:_MOST]
    ]


def _to_look_at(user: User, day: date, leads: Any) -> list[Task]:
    """The lost leads whose day has come."""
    own = Q(owner=user) | Q(owner=None)
    lost = leads.filter(own, state=Lead.State.LOST, revisit__lte=day)
    rows = lost.order_by("revisit", "id").values_list("revisit", "name", "id")
    return [Task(due, "流失线索到再看日期", name, pk, due < day) for due, name, pk in rows[:_MOST]]


def _named(rows: Any) -> Any:
    """The rows with the names of their leads; of the fifty columns of a lead no other is shown."""
    own = [field.name for field in rows.model._meta.concrete_fields]
    return rows.select_related("lead").only(*own, "lead__name")
