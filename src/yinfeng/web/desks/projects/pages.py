"""What the page of one project shows: how far it has got, what is told, who answers, its turns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yinfeng.judgement.gates import Step, steps_of
from yinfeng.lexicon.project_stages import Stages
from yinfeng.web.desks.leads.papers import LONG
from yinfeng.web.desks.projects.actions import MEASURES, days_in_stage
from yinfeng.web.desks.projects.endings_told import EndingTold, endings_told
from yinfeng.web.desks.projects.gates import Told, passed_in, told_gates
from yinfeng.web.desks.projects.holding import bare, holds_on
from yinfeng.web.desks.projects.models import (
    Enclave,
    Ending,
    Joining,
    Project,
    ProjectFact,
    Seat,
)
from yinfeng.web.desks.projects.rules import Rules
from yinfeng.web.desks.projects.sharing import Sharing, sharings_of
from yinfeng.web.desks.projects.sources import Side, sides_of
from yinfeng.web.desks.projects.timeline import Moment, timeline
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.private import Private, masked


@dataclass(frozen=True, slots=True)
class Chair:
    """One of the five posts: who holds it, or that nobody does."""

    key: str
    says: str
    duty: str
    seat: Seat | None
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits of the linked leader in a month, and how many are owed."""

    done: int
    owed: int
    last: date | None

    @property
    def is_short(self) -> bool:
        """Whether the month is short of visits."""
        return self.done < self.owed


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a project that lands elsewhere, measure by measure."""

    enclave: Enclave
    lines: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a project, now or as of a past day."""

    project: Project
    stage: str
    days: int
    steps: tuple[Step, ...]
    gates: tuple[Told, ...]
    sides: tuple[Side, ...]
    chairs: tuple[Chair, ...]
    visits: Visits
    parts: tuple[Project, ...]
    ending: Ending | None
    handovers: tuple[Sharing, ...]
    terms: Terms | None
    joinings: tuple[Joining, ...]
    facts: tuple[ProjectFact, ...]
    moments: tuple[Moment, ...]
    endings_told: tuple[EndingTold, ...] = ()

    @property
    def empty_posts(self) -> list[str]:
        """The posts that nobody holds."""
        return [chair.says for chair in self.chairs if chair.seat is None]

    @property
    def disputes(self) -> list[Side]:
        """The figures of which a person has to choose a source."""
        return [side for side in self.sides if side.is_disputed]

    @property
    def stands_proved(self) -> bool:
        """Whether the stage that is told is the one that was confirmed."""
        return bool(self.project.stage) and self.project.stage == self.project.proved


def page_of(project: Project, rules: Rules, today: date, as_of: date | None = None) -> Page:
    """The page of a project, now or as of a past day."""
    moment = end_of(as_of) if as_of else None
    day = as_of or today
    stages = rules.stages
    gates = told_gates(project, stages, moment)
    return Page(
        project=project,
        stage=stages.says(project.stage),
        days=days_in_stage(project, day),
        steps=steps_of(passed_in(gates), stages, project.kind),
        gates=tuple(gates if as_of else (_held(project, one, stages, today) for one in gates)),
        sides=tuple(sides_of(project, moment)),
        chairs=tuple(_chairs(project, rules, day, as_of)),
        visits=_visits(project, rules, day, as_of),
        parts=tuple(_until(project.parts.order_by("pk"), "created_at", as_of)),
        ending=next(iter(_until(project.endings.order_by("-pk"), "at", as_of)), None),
        handovers=tuple(
            sharings_of(
                _until(
                    project.handovers.select_related("giver", "taker").order_by("pk"), "at", as_of
                )
            )
        ),
        terms=_terms(project, day),
        joinings=tuple(_joinings(project, as_of)),
        facts=tuple(_facts(project, as_of)),
        moments=tuple(timeline(project, gates, stages, as_of)),
        endings_told=() if as_of else tuple(endings_told(project, stages, rules.endings.from_gate)),
    )


def _held(project: Project, told: Told, stages: Stages, today: date) -> Told:
    """A gate that waits for a second person, with what other rooms hold against it."""
    if not told.is_open:
        return told
    passage = told.passage
    holds = tuple(holds_on(project, passage.gate, passage.day or today, today))
    poor = bare(one.row for one in told.proofs) if any(one.mark for one in holds) else set()
    wants = stages.wants(passage.gate, project.kind, passage.definition)
    lacking = (*told.lacking, *(one for one in wants if one.key in poor))
    return replace(told, holds=holds, lacking=lacking)


def _until(rows: Any, field: str, as_of: date | None) -> Sequence[Any]:
    return list(rows.filter(**{f"{field}__lt": end_of(as_of)}) if as_of else rows)


def _chairs(project: Project, rules: Rules, day: date, as_of: date | None) -> list[Chair]:
    known = project.seats.on(day, end_of(as_of) if as_of else None).order_by("pk")
    held: Mapping[str, Seat] = {seat.post: seat for seat in known}
    found = []
    for post in rules.posts.posts:
        seat = held.get(post.key)
        name = seat.name if seat else ""
        phone = masked(seat.phone, Private.PHONE) if seat else ""
        if seat and post.key == Seat.Post.OWNER:
            name = masked(name, Private.NAME)
        found.append(Chair(post.key, post.says, post.duty, seat, name, phone))
    return found


def _visits(project: Project, rules: Rules, day: date, as_of: date | None) -> Visits:
    counted = project.visits.filter(seat__isnull=False, day__lte=day)
    if as_of is not None:
        counted = counted.filter(at__lt=end_of(as_of))
    last = counted.order_by("-day").first()
    done = counted.filter(day__gte=day.replace(day=1)).count()
    return Visits(done, rules.posts.visits(project.level), last.day if last else None)


def _terms(project: Project, day: date) -> Terms | None:
    row = project.enclaves.filter(since__lte=day).order_by("-since", "-pk").first()
    if row is None:
        return None
    lines = tuple((MEASURES[key], *share) for key, share in row.shares.items())
    return Terms(row, lines)


def _joinings(project: Project, as_of: date | None) -> list[Joining]:
    rows = project.joinings.prefetch_related("pieces").select_related("by", "undone_by")
    return list(_until(rows.filter(undoes=None).order_by("pk"), "at", as_of))


def _facts(project: Project, as_of: date | None) -> list[ProjectFact]:
    rows = project.facts.filter(taken_off=None).select_related("fact__reading__document")
    rows = rows.defer(*(f"fact__reading__{name}" for name in LONG))
    return list(_until(rows.order_by("pk"), "at", as_of))
