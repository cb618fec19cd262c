"""How one project moves on: money by month, permits, photos, its light, its problems."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from yinfeng.judgement.above_scale import Entry, Watch, entry_of, watch_of
from yinfeng.judgement.lights import Spending
from yinfeng.lexicon.delivery import Money
from yinfeng.web.desks.delivery.curves import Drawing, drawn
from yinfeng.web.desks.delivery.models import Delay, Filing, LightRow, Month, Permit, Photo, Problem
from yinfeng.web.desks.delivery.rules import money_on, scheme_on
from yinfeng.web.desks.delivery.standstill import Found, found_of
from yinfeng.web.desks.delivery.sums import spendings
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.lists.history import end_of, standing_as
from yinfeng.web.lists.records import Record

_STARTED, _PRODUCED = "C1", "O1"


@dataclass(frozen=True, slots=True)
class Progress:
    """What stands of one project on a day."""

    project: Project
    light: LightRow | None
    spending: Spending
    months: tuple[Month, ...]
    permits: tuple[Permit, ...]
    photos: tuple[Photo, ...]
    problems: tuple[Problem, ...]
    filing: Filing | None
    entry: Entry
    watch: Watch
    stills: tuple[Found, ...] = ()
    curve: Drawing | None = None
    delays: tuple[Delay, ...] = ()
    # That no investment is reported of this month or the last, and by which rule.
    silent: str = ""

    @property
    def granted(self) -> int:
        """How many permits are granted of those needed."""
        return sum(one.granted is not None for one in self.permits if one.is_needed)

    @property
    def needed(self) -> int:
        """How many permits are needed."""
        return sum(one.is_needed for one in self.permits)

    @property
    def open_problems(self) -> int:
        """How many problems are not closed."""
        return sum(one.is_open for one in self.problems)


def progress_of(project: Project, today: date, as_of: date | None = None) -> Progress:
    """How a project stands now, or stood at the end of a past day."""
    day = as_of or today
    rules = money_on(project.unit, day)
    months = _rows(Month, project, as_of)
    filing = next(iter(_rows(Filing, project, as_of)), None)
    revenue: dict[tuple[int, int], Decimal] = {
        (one.month.year, one.month.month): one.revenue for one in months if one.revenue is not None
    }
    sums = spendings([project.pk], scheme_on(project.unit, day), rules, day, as_of=as_of)
    stills = (
        () if as_of or project.state != Project.State.OPEN else found_of([project], day)[project.pk]
    )
    return Progress(
        project=project,
        stills=tuple(stills),
        curve=drawn(months, sums[project.pk].year, day),
        delays=tuple(_rows(Delay, project, as_of)),
        light=next(iter(_rows(LightRow, project, as_of)), None),
        spending=sums[project.pk],
        months=tuple(sorted(months, key=lambda one: one.month, reverse=True)),
        permits=tuple(_rows(Permit, project, as_of)),
        photos=tuple(sorted(_rows(Photo, project, as_of), key=lambda one: one.day, reverse=True)),
        problems=tuple(_rows(Problem, project, as_of)),
        filing=filing,
        entry=entry_of(
            project.yuan,
            _gate(project, _STARTED, day),
            filing.entered if filing else None,
            rules,
            day,
        ),
        silent=_silent(rules, day),
        watch=watch_of(
            _gate(project, _PRODUCED, day),
            filing.sector if filing else "",
            revenue,
            filing.scaled if filing else None,
            rules,
            day,
        ),
    )


def _silent(rules: Money, day: date) -> str:
    last = (day.month - 2) % 12 + 1
    found = [one for one in (last, day.month) if one in rules.silent_months]
    if not found:
        return ""
    months = "、".join(f"{one}月" for one in found)
    return f"{months}免报，不催报，也不因没有数而判滞后（{rules.statistics_basis}）"


def _rows(model: Any, project: Project, as_of: date | None) -> "list[Any]":
    if as_of is None:
        return list(model.objects.standing().filter(project=project).order_by("pk"))
    versions: QuerySet[Record] = model.history.at(end_of(as_of)).filter(project=project.pk)
    return [standing_as(one) for one in versions.order_by("id")]


def _gate(project: Project, gate: str, day: date) -> date | None:
    """The day on which a gate was passed, where a second person confirmed it."""
    rows = Passage.objects.confirmed().filter(project=project, gate=gate, day__lte=day)
    return rows.order_by("day").values_list("day", flat=True).first()
