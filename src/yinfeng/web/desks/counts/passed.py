"""The gates of projects as counting sees them: those that stand, and whether they count."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from yinfeng.judgement.counting import Gate
from yinfeng.web.desks.projects.models import Correction, Passage, Review


@dataclass(frozen=True, slots=True)
class Passed:
    """The gates that projects passed on a known day, and those that they passed on no known one."""

    gates: Mapping[int, list[Gate]]
    undated: Mapping[int, set[str]]


def passed_by(
    projects: Any, codes: Collection[str], stock: Mapping[int, date], moment: datetime | None
) -> Passed:
    """The gates that stand, in the order in which they were reported.

    What a paper tells, or the opening stock brought in, is not late.
    """
    words = Review.objects.filter(passage=OuterRef("pk"))
    words = words.filter(at__lt=moment) if moment else words
    rows = _standing(moment).filter(project__in=projects.values("id"), gate__in=codes)
    rows = rows.exclude(Exists(words.filter(is_confirmed=False)))
    told = rows.annotate(yes=Exists(words)).order_by("pk")
    columns = told.values_list("project", "gate", "day", "precision", "entry", "at", "yes")
    gates: defaultdict[int, list[Gate]] = defaultdict(list)
    undated: defaultdict[int, set[str]] = defaultdict(set)
    here = timezone.get_current_timezone()
    for project, code, day, precision, entry, at, is_confirmed in columns.iterator(10_000):
        # That a paper told of it by a day does not say when it was.
        if day is None or precision == Passage.Precision.PAPER:
            undated[project].add(code)
            continue
        reported = day if entry is not None else at.astimezone(here).date()
        is_opening = project in stock and stock[project] == reported
        gates[project].append(Gate(code, day, day if is_opening else reported, is_confirmed))
    return Passed(gates, undated)


def first_confirmed(
    projects: Any, codes: Collection[str], before: date, moment: datetime | None
) -> list[tuple[int, str, date]]:
    """The first day before another on which each project passed each gate, as confirmed."""
    rows = Passage.objects.confirmed(moment).exclude(precision=Passage.Precision.PAPER)
    rows = rows.filter(project__in=projects, gate__in=codes, day__lt=before)
    first = rows.order_by().values("project", "gate").annotate(first=Min("day"))
    return list(first.values_list("project", "gate", "first"))


def _standing(moment: datetime | None) -> Any:
    if moment is None:
        return Passage.objects.standing()
    put_right = Correction.objects.filter(passage=OuterRef("pk"), at__lt=moment)
    return Passage.objects.filter(at__lt=moment).exclude(Exists(put_right))
