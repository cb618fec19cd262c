"""What the page of today shows, for one person, on one day: a constant number of questions.

New is what came after the last working day before: on a Monday, since Friday. As of a past day the
leads are those of their versions, and of what runs only what ran then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import GRADES
from yinfeng.web.desks.dues import Dues, dues_of
from yinfeng.web.desks.leads.models import Clock, Dispatch, GradeChange, Lead
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.leads.tallies import conditions, counted, tally
from yinfeng.web.desks.leads.wanting import (
    clocks_overdue,
    clocks_running,
    dispatches_open,
)
from yinfeng.web.desks.today.moves import Move, moves
from yinfeng.web.desks.today.tasks import Task, tasks
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.may import few_units_of, in_scope, posts_of
from yinfeng.web.people.models import User
from yinfeng.web.shell.stamps import ByScope
from yinfeng.web.store.models import Document

_DAY = timedelta(days=1)
_SHOWN = 6
_PAPERS = 4
_SOON = 2
_KEPT: "ByScope[tuple[Sheet, list[Dues]]]" = ByScope()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the top line, and the rows that it counts."""

    label: str
    value: int
    address: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class NewLead:
    """A lead that is new, and why it has its grade."""

    lead: Any
    reasons: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page."""

    day: date
    since: date
    is_live: bool
    is_provisional: bool
    figures: tuple[Figure, ...]
    new: tuple[NewLead, ...]
    new_count: int
    mine: tuple[Task, ...]
    mine_count: int
    overdue: tuple[Clock, ...]
    overdue_count: int
    soon: tuple[Clock, ...]
    soon_count: int
    dispatches: tuple[Dispatch, ...]
    dispatch_count: int
    moves: tuple[Move, ...]
    papers: tuple[Document, ...] = ()
    paper_count: int = 0


def today_of(user: User, today: date) -> tuple[Sheet, list[Dues]]:
    """The page of today and what is due in every room.

    People look at it again and again, so it is kept until something happens where the user may
    look; the papers are asked for each time, as a worker reads them on its own.
    """

    def made() -> tuple[Sheet, list[Dues]]:
        return _without_papers(user, today, is_live=True), dues_of(user, today)

    units = few_units_of(user)
    asked = (user.pk, posts_of(user), today)
    page, dues = made() if units is None else _KEPT.of(units, made, *asked)
    return replace(page, **_papers(user, page.since, today)), dues


def sheet(user: User, day: date, *, is_live: bool) -> Sheet:
    """The page of *day*."""
    page = _without_papers(user, day, is_live=is_live)
    return replace(page, **_papers(user, page.since, day))


def _without_papers(user: User, day: date, *, is_live: bool) -> Sheet:
    days = rules_of(user.unit, day).days
    since = last_working_day(day, days)
    leads, clocks = _leads(user, day, is_live=is_live), _clocks(user, day, is_live=is_live)
    dispatched = _seen(dispatches_open(day, is_live=is_live), user)
    overdue = _seen(clocks_overdue(day, is_live=is_live), user)
    until = days.after(day, _SOON)
    soon = clocks.filter(ends__gte=day, ends__lte=until)
    mine = tasks(user, day, leads, dispatched, is_live=is_live)
    new = leads.filter(reported__gt=since, reported__lte=day).order_by(
        "grade", "-score", "-reported"
    )
    if is_live:
        counts = tally(user, day, since, until)
    else:
        running = {"new": new, "overdue": overdue, "soon": soon, "dispatches": dispatched}
        there = {key: rows.count() for key, rows in running.items()}
        counts = {**counted(leads, conditions(day, is_live=False)), **there}
    return Sheet(
        day=day,
        since=since,
        is_live=is_live,
        is_provisional=days.is_provisional(day),
        figures=tuple(_figures(counts, day, is_live=is_live)),
        new=tuple(_with_reasons(new[:_SHOWN], day)),
        new_count=counts["new"],
        mine=tuple(mine[: _SHOWN + 2]),
        mine_count=len(mine),
        overdue=tuple(_named(overdue, "ends")[:_SHOWN]),
        overdue_count=counts["overdue"],
        soon=tuple(_named(soon, "ends")[:_SHOWN]),
        soon_count=counts["soon"],
        dispatches=tuple(_named(dispatched, "result_due", "leader__name")[:_SHOWN]),
        dispatch_count=counts["dispatches"],
        moves=tuple(moves(user, since, day)),
    )


def last_working_day(day: date, days: Calendar) -> date:
    """The working day before *day*."""
    day -= _DAY
    while not days.is_working_day(day):
        day -= _DAY
    return day


def _leads(user: User, day: date, *, is_live: bool) -> QuerySet[Any]:
    if is_live:
        return Lead.objects.visible_to(user).select_related("unit", "owner")
    versions: QuerySet[Any] = Lead.history.at(end_of(day))
    return versions.filter(in_scope(user, "leads.read")).select_related("unit", "owner")


def _clocks(user: User, day: date, *, is_live: bool) -> Any:
    return _seen(clocks_running(day, is_live=is_live), user)


def _seen(rows: Any, user: User) -> Any:
    """Those about leads in the user's scope that were not removed."""
    return rows.filter(in_scope(user, "leads.read", "lead__unit"), lead__removed_at=None)


def _figures(counts: Mapping[str, int], day: date, *, is_live: bool) -> list[Figure]:
    past = "" if is_live else f"&as_of={day}"

    def figure(label: str, key: str, query: str, tone: str = "") -> Figure:
        return Figure(label, counts[key], f"/leads/?{query}{past}", tone if counts[key] else "")

    return [
        *(figure(f"{grade}级线索", grade, f"grade={grade}&state=open") for grade in GRADES),
        figure("A级缺领导或日期", "adrift", "adrift=yes", "bad"),
        figure("时限超期", "late", "late=yes", "bad"),
        figure("批示超期", "dispatch_late", "dispatch_late=yes", "bad"),
        figure("黄牌", "yellow", "colour=yellow&state=open", "warn"),
        figure("红牌", "red", "colour=red&state=open", "bad"),
        figure("出库待核实", "removed", "colour=removed&state=open", "bad"),
        figure("公海", "pool", "state=pool"),
    ]


def _named(rows: Any, by: str, *also: str) -> Any:
    """The rows as the page shows them, the most urgent first: of a lead its name and who has it."""
    own = [field.name for field in rows.model._meta.concrete_fields]
    beside = {name.partition("__")[0] for name in also}
    named = rows.select_related("lead__owner", *beside)
    return named.only(*own, *also, "lead__name", "lead__owner__name").order_by(by, "pk")


def _with_reasons(leads: QuerySet[Any], day: date) -> list[NewLead]:
    rows = list(leads.select_related(None).only("id", "grade", "name", "amount"))
    grades = GradeChange.objects.filter(lead__in=[row.id for row in rows], day__lte=day)
    latest = {change.lead_id: change for change in grades.order_by("pk")}
    return [NewLead(row, _reasons(latest.get(row.id))) for row in rows]


def _reasons(change: GradeChange | None) -> str:
    return "；".join(reason["says"] for reason in change.reasons) if change else ""


def _papers(user: User, since: date, day: date) -> dict[str, Any]:
    found = Document.objects.visible_to(user).filter(
        upload__at__gte=end_of(since), upload__at__lt=end_of(day), current__isnull=False
    )
    rows = found.listed()
    shown = tuple(rows[:_PAPERS])
    return {"papers": shown, "paper_count": len(shown) if len(shown) < _PAPERS else rows.count()}
