"""The milestones of projects as lights see them, taken from the plans that stand.

A term of the law counts from the day on which the work on a milestone began. When something was
last heard of a project is the latest day that anybody wrote down: a milestone, a gate, a visit, a
photo, a step of a problem.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Max

from yinfeng.judgement.lights import Step
from yinfeng.judgement.schedule.outlook import Row as Ahead
from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.milestones import Length
from yinfeng.lexicon.milestones import Milestone as Planned
from yinfeng.web.desks.delivery.models import Photo, ProblemStep
from yinfeng.web.desks.delivery.terms import months_later
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.desks.plans.outlooks import Standing, standings
from yinfeng.web.desks.plans.snapshots import read
from yinfeng.web.desks.projects.models import Passage, Project, Visit

# Nothing fixed hangs on the milestone: no float is too small for it.
_FREE = 10_000


def steps_of(projects: Sequence[Project], today: date) -> Mapping[int, tuple[Step, ...]]:
    """The milestones of each project by its key; a project without a plan has none."""
    keys = [project.pk for project in projects]
    plans = list(Plan.objects.standing().filter(project__in=keys).select_related("unit"))
    told = heard_of(keys, today)
    found: dict[int, tuple[Step, ...]] = dict.fromkeys(keys, ())
    stood = standings(plans, today)
    for plan in plans:
        found[plan.project_id] = _steps(stood[plan.pk], told.get(plan.project_id))
    return found


def heard_of(projects: Sequence[int], today: date) -> Mapping[int, date]:
    """The last day on which something was told of each project, up to today."""
    sources = (
        ("project", Passage.objects.filter(project__in=projects, day__lte=today), "day"),
        ("project", Visit.objects.filter(project__in=projects, day__lte=today), "day"),
        ("project", Photo.objects.filter(project__in=projects, day__lte=today), "day"),
        ("project", Milestone.objects.filter(project__in=projects, began__lte=today), "began"),
        ("project", Milestone.objects.filter(project__in=projects, ended__lte=today), "ended"),
        (
            "problem__project",
            ProblemStep.objects.filter(problem__project__in=projects, day__lte=today),
            "day",
        ),
    )
    found: dict[int, date] = {}
    for path, rows, field in sources:
        for key, day in rows.order_by().values_list(path).annotate(Max(field)):
            found[key] = max(day, found.get(key, day))
    return found


def _steps(stood: Standing, heard: date | None) -> tuple[Step, ...]:
    planned = {one.key: one for one in read(stood.edition)}
    return tuple(
        _step(row, stood.ahead.row(row.key), planned.get(row.key), stood.calendar, heard)
        for row in stood.rows
    )


def _step(
    row: Milestone,
    ahead: Ahead | None,
    planned: Planned | None,
    calendar: Calendar,
    heard: date | None,
) -> Step:
    law = None
    if planned and planned.statutory and not planned.least and row.began:
        law = _end(planned.statutory, row.began, calendar)
    return Step(
        key=row.key,
        name=row.name,
        due=row.ends,
        starts=row.began or row.begins,
        done=row.ended,
        float_days=_float(ahead),
        is_critical=ahead.is_critical if ahead else None,
        law=law,
        heard=max((day for day in (row.began, heard) if day), default=None),
    )


def _float(ahead: Ahead | None) -> int | None:
    if ahead is None:
        return None
    return _FREE if ahead.float is None and ahead.latest is None else ahead.float


def _end(length: Length, start: date, calendar: Calendar) -> date:
    if length.unit == "wd":
        return calendar.after(start, length.count)
    if length.unit == "d":
        return start + timedelta(days=length.count)
    return months_later(start, length.count)
