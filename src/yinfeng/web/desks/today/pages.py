"""What the page of today shows, for one person, on one day: a constant number of questions.

New is what came after the last working day before: on a Monday, since Friday. As of a past day the
leads are those of their versions, and of what runs only what ran then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.policies import GRADES
from yinfeng.web.desks.dues import Dues, dues_of
from yinfeng.web.desks.leads.models import Clock, Dispatch
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.desks.leads.tallies import conditions, counted, tally
from yinfeng.web.desks.today.moves import Move, moves
from yinfeng.web.desks.today.rows import SHOWN, NewLead, Rows
from yinfeng.web.desks.today.tasks import Task, tasks
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.may import few_units_of, posts_of
from yinfeng.web.people.models import User
from yinfeng.web.shell.questions import keys_seen
from yinfeng.web.shell.stamps import ByScope, Stamps, stamps_of
from yinfeng.web.store.models import Document

_DAY = timedelta(days=1)
_PAPERS = 4
_SOON = 2
_RUNNING = ("new", "overdue", "soon", "dispatches")
_SEEN: "ByScope[tuple[Sheet, list[Dues]]]" = ByScope()
_TO_DO: ByScope[list[Task]] = ByScope()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the top line, and the rows that it counts."""

    label: str
    value: int
    address: str
    tone: str = ""


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
    overdue: tuple[Clock, ...]
    overdue_count: int
    soon: tuple[Clock, ...]
    soon_count: int
    dispatches: tuple[Dispatch, ...]
    dispatch_count: int
    moves: tuple[Move, ...]
    mine: tuple[Task, ...] = ()
    mine_count: int = 0
    papers: tuple[Document, ...] = ()
    paper_count: int = 0


def today_of(user: User, today: date) -> tuple[Sheet, list[Dues]]:
    """The page of today and what is due in every room.

    People look at it again and again, so it is kept until something happens where the user may
    look: one part for all who hold the same posts, and apart from it what the person has to do. The
    papers are asked for each time, as a worker reads them on its own.
    """

    def of_scope() -> tuple[Sheet, list[Dues]]:
        return _of_scope(user, today, stamps, is_live=True), dues_of(user, today)

    def of_person() -> list[Task]:
        return _mine(user, today, is_live=True)

    units = few_units_of(user)
    stamps = None if units is None else stamps_of(units)
    if stamps is None:
        (page, dues), mine = of_scope(), of_person()
    else:
        asked = (posts_of(user), user.unit_id, today)
        page, dues = _SEEN.of(stamps, of_scope, *asked)
        mine = _TO_DO.of(stamps, of_person, user.pk, *asked)
    return _whole(user, page, mine), dues


def sheet(user: User, day: date, *, is_live: bool) -> Sheet:
    """The page of *day*."""
    page = _of_scope(user, day, None, is_live=is_live)
    return _whole(user, page, _mine(user, day, is_live=is_live))


def _whole(user: User, page: Sheet, mine: list[Task]) -> Sheet:
    """The page with what this person has to do, and with the papers."""
    own = tuple(mine[: SHOWN + 2])
    papers = _papers(user, page.since, page.day)
    return replace(page, mine=own, mine_count=len(mine), **papers)


def _of_scope(user: User, day: date, stamps: Stamps | None, *, is_live: bool) -> Sheet:
    """What all see who hold the user's posts."""
    days = rules_of(user.unit, day).days
    since, until = last_working_day(day, days), days.after(day, _SOON)
    there = Rows(user, day, since, until, is_live)
    if is_live:
        counts = tally(user, day, since, until, stamps)
    else:
        running = {key: getattr(there, key)().count() for key in _RUNNING}
        counts = {**counted(there.leads(), conditions(day, is_live=False)), **running}
    return Sheet(
        day=day,
        since=since,
        is_live=is_live,
        is_provisional=days.is_provisional(day),
        figures=tuple(_figures(counts, day, is_live=is_live)),
        new=tuple(there.first_new()),
        new_count=counts["new"],
        overdue=there.first(Clock, there.overdue, "ends"),
        overdue_count=counts["overdue"],
        soon=there.first(Clock, there.soon, "ends"),
        soon_count=counts["soon"],
        dispatches=there.first(Dispatch, there.dispatches, "result_due", "leader__name"),
        dispatch_count=counts["dispatches"],
        moves=tuple(moves(user, since, day)),
    )


def _mine(user: User, day: date, *, is_live: bool) -> list[Task]:
    there = Rows(user, day, day, day, is_live)
    return tasks(user, day, there.leads, there.dispatches, is_live=is_live)


def last_working_day(day: date, days: Calendar) -> date:
    """The working day before *day*."""
    day -= _DAY
    while not days.is_working_day(day):
        day -= _DAY
    return day


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


def _papers(user: User, since: date, day: date) -> dict[str, Any]:
    def came() -> Any:
        within = {"upload__at__gte": end_of(since), "upload__at__lt": end_of(day)}
        return Document.objects.visible_to(user).filter(current__isnull=False, **within).listed()

    keys = keys_seen(user, "library.read", lambda: came()[:_PAPERS], "papers", since, day)
    shown = tuple(came().filter(pk__in=keys)) if keys else ()
    return {"papers": shown, "paper_count": len(shown) if len(keys) < _PAPERS else came().count()}
