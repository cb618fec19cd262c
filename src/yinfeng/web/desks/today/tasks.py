"""What one person has to do: answers owed, clocks that run out, next steps, claims to confirm."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from yinfeng.web.desks.leads.models import Claim, Lead
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


def tasks(
    user: User, day: date, leads: Any, clocks: Any, dispatched: Any, *, is_live: bool
) -> list[Task]:
    """What the person has to do, the most urgent first."""
    found = [
        *_asked(user, day, dispatched),
        *_running(user, day, clocks),
        *_ahead(user, day, leads),
    ]
    if is_live:
        found += _to_confirm(user, day)
    found += _to_look_at(user, day, leads)
    return sorted(found, key=lambda task: (task.due, task.says))


def _asked(user: User, day: date, dispatched: Any) -> list[Task]:
    own = dispatched.filter(leader=user).select_related("lead").order_by("answer_due")
    return [_asked_of(one, day) for one in own[:_MOST]]


def _asked_of(one: Any, day: date) -> Task:
    is_answered = one.answered is not None and one.answered <= day
    due = one.result_due if is_answered else one.answer_due
    says = f"{'办结' if is_answered else '答复'}：{one.instruction}"
    return Task(due, says, one.lead.name, one.lead_id, due < day)


def _running(user: User, day: date, clocks: Any) -> list[Task]:
    # Begun with the person's leads: the clocks of a whole county are many.
    followed = Lead.objects.filter(owner=user).values("pk")
    own = clocks.filter(lead__in=followed, ends__lte=day + _WEEK).select_related("lead")
    return [
        Task(one.ends, one.says, one.lead.name, one.lead_id, one.ends < day)
        for one in own.order_by("ends", "pk")[:_MOST]
    ]


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
        for one in waiting.select_related("lead").order_by("complete", "pk")[:_MOST]
    ]


def _to_look_at(user: User, day: date, leads: Any) -> list[Task]:
    """The lost leads whose day has come."""
    own = Q(owner=user) | Q(owner=None)
    lost = leads.filter(own, state=Lead.State.LOST, revisit__lte=day)
    rows = lost.order_by("revisit", "id").values_list("revisit", "name", "id")
    return [Task(due, "流失线索到再看日期", name, pk, due < day) for due, name, pk in rows[:_MOST]]
