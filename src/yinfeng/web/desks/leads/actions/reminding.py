"""Reminders, once a working day: what runs out today or tomorrow, what has run out since the last.

One notice a person for each of the two, not one a clock: who follows forty leads reads one line.
Of a lead that nobody follows the heads of its office are told; the group chat hears how many.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from django.db import transaction
from django.db.models import Q

from yinfeng.lexicon.calendar import Calendar, calendar
from yinfeng.web.desks.leads.models import Clock, Dispatch, Lead
from yinfeng.web.notices.actions import announce, tell
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role

SOON, LATE = "leads.soon", "leads.late"
_SAYS = {SOON: "时限将到", LATE: "时限已过"}
_NAMED = 3
_DAY = timedelta(days=1)
Items: TypeAlias = dict[User, list[str]]
# The first and the last day.
Span: TypeAlias = tuple[date, date]


@transaction.atomic
def remind(*, today: date) -> int:
    """Tell everybody what runs out and what has run out; how many notices are new."""
    days = calendar()
    ahead = today, days.after(today, 1)
    behind = _before(today, days), today - _DAY
    told = 0
    for kind, span in ((SOON, ahead), (LATE, behind)):
        clocks = list(_clocks(span))
        items = _by_person(clocks, today)
        _add_owed(items, _owed(span), kind)
        told += sum(_told(person, kind, says, today) for person, says in items.items())
        _announce(clocks, kind, today)
    return told


def _clocks(span: Span) -> Iterable[Clock]:
    running = Clock.objects.running().filter(ends__range=span, lead__removed_at=None)
    return (
        running.filter(lead__state=Lead.State.OPEN)
        .select_related("lead__unit", "lead__owner")
        .order_by("ends", "pk")
    )


def _by_person(clocks: Iterable[Clock], today: date) -> Items:
    heads = _heads({clock.lead.unit_id for clock in clocks if clock.lead.owner is None}, today)
    items: Items = {}
    for clock in clocks:
        owner = clock.lead.owner
        for person in [owner] if owner else heads.get(clock.lead.unit_id, []):
            items.setdefault(person, []).append(
                f"{_name(clock.lead)}{clock.says}{clock.ends:%m-%d}"
            )
    return items


def _heads(units: Iterable[int], today: date) -> Mapping[int, list[User]]:
    posts = Post.objects.on(today).filter(role=Role.HEAD, unit__in=units, user__is_active=True)
    heads: dict[int, list[User]] = {}
    for post in posts.select_related("user__unit").order_by("pk"):
        heads.setdefault(post.unit_id, []).append(post.user)
    return heads


def _owed(span: Span) -> Iterable[tuple[Dispatch, str, date]]:
    """What leaders owe within the span: an answer, or, once they answered, a result."""
    standing = Dispatch.objects.open().filter(lead__removed_at=None)
    for field, says, which in (
        ("answer_due", "待答复", Q(answered=None)),
        ("result_due", "待办结", Q(answered__isnull=False)),
    ):
        rows = standing.filter(which, **{f"{field}__range": span}).select_related(
            "lead", "leader__unit", "by__unit"
        )
        yield from ((row, says, getattr(row, field)) for row in rows.order_by(field, "pk"))


def _add_owed(items: Items, owed: Iterable[tuple[Dispatch, str, date]], kind: str) -> None:
    for row, says, day in owed:
        line = f"{_name(row.lead)}批示{says}{day:%m-%d}"
        # Who handed it over hears when it is late, not before.
        for person in {row.leader, row.by} if kind == LATE else {row.leader}:
            items.setdefault(person, []).append(line)


def _told(person: User, kind: str, says: list[str], today: date) -> int:
    more = f"等{len(says)}项" if len(says) > _NAMED else ""
    line = f"{_SAYS[kind]}：{'；'.join(says[:_NAMED])}{more}"
    key = today.isoformat()
    return tell([person], kind=kind, says=line, address="/today/", unit=person.unit, key=key)


def _announce(clocks: Iterable[Clock], kind: str, today: date) -> None:
    counts: dict[OrgUnit, int] = {}
    for clock in clocks:
        counts[clock.lead.unit] = counts.get(clock.lead.unit, 0) + 1
    for unit, count in counts.items():
        says = f"{unit}：{count}项线索{_SAYS[kind]}，请看“今日”。"
        announce(unit, kind=kind, says=says, address="/today/", key=today.isoformat())


def _name(lead: Lead) -> str:
    return f"“{lead.name}”"


def _before(today: date, days: Calendar) -> date:
    """The working day before today: what ran out since has not been told."""
    day = today - _DAY
    while not days.is_working_day(day):
        day -= _DAY
    return day
