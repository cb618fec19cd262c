"""What one person has to do: answers owed, clocks that run out, next steps, claims to confirm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from yinfeng.web.desks.leads.models import Claim, Clock, Dispatch, Lead
from yinfeng.web.desks.leads.wanting import clocks_running
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.questions import keys_seen

Asked = Callable[[], Any]
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


def tasks(user: User, day: date, leads: Asked, dispatched: Asked, *, is_live: bool) -> list[Task]:
    """What the person has to do, the most urgent first; *leads* and *dispatched* are in scope."""
    found = [
        *_asked(user, day, dispatched, is_live=is_live),
        *_running(user, day, is_live=is_live),
        *_of_leads(user, day, leads, is_live=is_live),
    ]
    if is_live:
        found += _to_confirm(user, day)
    return sorted(found, key=lambda task: (task.due, task.says))


def _asked(user: User, day: date, dispatched: Asked, *, is_live: bool) -> list[Task]:
    keys = keys_seen(
        user,
        "leads.read",
        lambda: dispatched().filter(leader=user).order_by("answer_due", "pk")[:_MOST],
        *("asked of", user.pk, day, is_live),
    )
    rows = _named(Dispatch, keys, "answer_due")
    return [_asked_of(one, day) for one in rows]


def _asked_of(one: Any, day: date) -> Task:
    is_answered = one.answered is not None and one.answered <= day
    due = one.result_due if is_answered else one.answer_due
    says = f"{'办结' if is_answered else '答复'}：{one.instruction}"
    return Task(due, says, one.lead.name, one.lead_id, due < day)


def _running(user: User, day: date, *, is_live: bool) -> list[Task]:
    def own() -> Any:
        # Their keys, which indexes alone give: who follows thousands of leads has many clocks.
        followed = Lead.objects.visible_to(user).filter(owner=user).values("pk")
        running = clocks_running(day, is_live=is_live)
        near = running.filter(lead__in=followed, ends__lte=day + _WEEK)
        return near.order_by("ends", "pk")[:_MOST]

    keys = keys_seen(user, "leads.read", own, "clocks of", user.pk, day, is_live)
    rows = _named(Clock, keys, "ends")
    return [Task(one.ends, one.says, one.lead.name, one.lead_id, one.ends < day) for one in rows]


def _to_confirm(user: User, day: date) -> list[Task]:
    """The first reports that wait for this person's word."""

    def waiting() -> Any:
        there = Claim.objects.filter(
            in_scope(user, "leads.confirm_claim"),
            ended=None,
            confirmed=None,
            complete__isnull=False,
            lead__removed_at=None,
        )
        return there.exclude(by=user).order_by("complete", "pk")[:_MOST]

    keys = keys_seen(user, "leads.confirm_claim", waiting, "to confirm", user.pk)
    return [
        Task(one.complete or day, "确认首报", one.lead.name, one.lead_id, False)
        for one in _named(Claim, keys, "complete")
    ]


def _of_leads(user: User, day: date, leads: Asked, *, is_live: bool) -> list[Task]:
    """The next steps of one's own leads, and the lost ones whose day has come."""

    def ahead() -> Any:
        own = leads().filter(owner=user, state=Lead.State.OPEN, next_date__lte=day + _WEEK)
        return own.order_by("next_date", "pk")[:_MOST]

    def again() -> Any:
        own = Q(owner=user) | Q(owner=None)
        lost = leads().filter(own, state=Lead.State.LOST, revisit__lte=day)
        return lost.order_by("revisit", "pk")[:_MOST]

    asked = (user.pk, day, is_live)
    keys = keys_seen(user, "leads.read", ahead, "next steps of", *asked)
    keys += keys_seen(user, "leads.read", again, "lost by", *asked)
    if not keys:
        return []
    found = leads().filter(pk__in=keys).order_by("id")
    return [
        _of_lead(*row, day=day)
        for row in found.values_list("state", "next_date", "next_step", "revisit", "name", "id")
    ]


def _of_lead(
    state: str, step: date, says: str, revisit: date, name: str, pk: int, *, day: date
) -> Task:
    if state == Lead.State.LOST:
        return Task(revisit, "流失线索到再看日期", name, pk, revisit < day)
    return Task(step, f"下一步：{says or '未写明'}", name, pk, step < day)


def _named(model: Any, keys: Sequence[int], by: str) -> Any:
    """The rows with the names of their leads; of the fifty columns of a lead no other is shown."""
    if not keys:
        return ()
    own = [field.name for field in model._meta.concrete_fields]
    rows = model.objects.filter(pk__in=keys).select_related("lead").order_by(by, "pk")
    return rows.only(*own, "lead__name")
