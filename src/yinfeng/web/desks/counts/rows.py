"""Projects as counting sees them: gates with their confirmation, money, marks, as of a moment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yinfeng.judgement.counting import Gate, ProjectRow
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.counts.models import Recognition
from yinfeng.web.desks.projects.models import Ending, Passage, Project
from yinfeng.web.lists.history import standing_as
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after

_GONE = {"merged": "merged", "split": "merged"}


def rows_of(user: User, unit: OrgUnit | None, moment: datetime | None) -> list[ProjectRow]:
    """Every project in the user's scope, or of one unit in it, now or just before a moment."""
    projects = _projects(user, unit, moment)
    keys = [one.pk for one in projects]
    gates, (marks, owners) = _gates(keys, moment), _marks(keys, moment)
    ended, signed = _ended(keys, moment), _contracts(keys, moment)
    created = {one.pk: timezone.localtime(one.created_at).date() for one in projects}
    return [
        ProjectRow(
            key=one.pk,
            name=one.name,
            gates=tuple(_dated(gates.get(one.pk, ()), created[one.pk])),
            undated=frozenset(row.gate for row, _ in gates.get(one.pk, ()) if not _has_day(row)),
            yuan=one.yuan,
            currency=one.currency or "CNY",
            money=one.money,
            part=one.part,
            has_own_contract=one.pk in signed,
            parent=one.parent_id,
            investor=one.investors,
            state=_GONE.get(one.state, one.state),
            ended=ended.get(one.pk),
            ceremony=one.ceremony,
            new_owner=owners.get(one.pk),
            marks=frozenset(marks.get(one.pk, set()) | _seen(one)),
        )
        for one in projects
    ]


def _projects(user: User, unit: OrgUnit | None, moment: datetime | None) -> list[Project]:
    if moment is None:
        rows: Any = Project.objects.visible_to(user)
        key = "pk"
    else:
        scope = in_scope(user, "projects.read")
        rows = Project.history.at(moment).filter(scope, removed_at=None)
        key = "id"
    if unit is not None:
        rows = rows.filter(unit__path__gte=unit.path, unit__path__lt=after(unit.path))
    found = list(rows.order_by(key))
    return found if moment is None else [standing_as(one) for one in found]


def _seen(project: Project) -> set[str]:
    """What the register itself tells."""
    return {"fiscal"} if project.kind == Project.Kind.GOVERNMENT else set()


def _gates(keys: Iterable[int], moment: datetime | None) -> dict[int, list[tuple[Passage, bool]]]:
    """The passages that stand, each with whether a second person confirmed it."""
    rows = Passage.objects.filter(project__in=list(keys))
    if moment is None:
        rows = rows.filter(correction=None)
    else:
        rows = rows.filter(at__lt=moment).exclude(correction__at__lt=moment)
    found: dict[int, list[tuple[Passage, bool]]] = {}
    for row in rows.prefetch_related("reviews").order_by("pk"):
        words = [one for one in row.reviews.all() if moment is None or one.at < moment]
        if any(not one.is_confirmed for one in words):
            continue
        found.setdefault(row.project_id, []).append((row, bool(words)))
    return found


def _has_day(row: Passage) -> bool:
    """Whether the day is known; that a paper told of it by a day does not say when it was."""
    return row.day is not None and row.precision != Passage.Precision.PAPER


def _dated(rows: Iterable[tuple[Passage, bool]], created: date) -> Iterator[Gate]:
    """The gates with a day; what came in with the register, or from a paper, is not late."""
    for row, is_confirmed in rows:
        if row.day is not None and _has_day(row):
            told = timezone.localtime(row.at).date()
            is_told_with_it = row.entry_id is not None or told == created
            yield Gate(row.gate, row.day, row.day if is_told_with_it else told, is_confirmed)


def _marks(
    keys: Iterable[int], moment: datetime | None
) -> tuple[dict[int, set[str]], dict[int, date]]:
    """What was recognised of each project, and the days on which projects changed hands."""
    rows = Recognition.objects.filter(project__in=list(keys))
    rows = rows.filter(at__lt=moment) if moment else rows
    latest = {(one.project_id, one.rule): one for one in rows.order_by("pk")}
    marks: dict[int, set[str]] = {}
    owners: dict[int, date] = {}
    for (project, rule), row in latest.items():
        if row.holds and row.day is not None:
            owners[project] = row.day
        elif row.holds:
            marks.setdefault(project, set()).add(rule)
    return marks, owners


def _ended(keys: Iterable[int], moment: datetime | None) -> dict[int, date]:
    rows = Ending.objects.filter(project__in=list(keys), state__in=("lost", "ended"))
    rows = rows.filter(at__lt=moment) if moment else rows
    return dict(rows.order_by("pk").values_list("project", "day"))


def _contracts(keys: Iterable[int], moment: datetime | None) -> set[int]:
    """The projects that have a signed agreement of their own, as was known by the moment."""
    rows: Any = Agreement.objects.standing() if moment is None else Agreement.history.at(moment)
    found = rows.filter(project__in=list(keys), removed_at=None).exclude(signed=None)
    return set(found.values_list("project", flat=True))
