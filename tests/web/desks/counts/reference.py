"""Projects as counting first fetched them: every one, as a whole object. Slow, and easy to read.

What is fetched narrowly is held against it on small registers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yinfeng.judgement.counting import Gate, ProjectRow
from yinfeng.lexicon.counting import ProjectCounting
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.counts.lines import Line
from yinfeng.web.desks.counts.models import Recognition
from yinfeng.web.desks.counts.opening import opening_of
from yinfeng.web.desks.counts.shares import Shared, given_away, shares_of
from yinfeng.web.desks.leads import figures
from yinfeng.web.desks.projects.models import Ending, Passage, Project
from yinfeng.web.lists.history import standing_as
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after

_FIELDS = {"parent": "parent_id", "first_unit": "first_unit_id"}
_GONE = {"merged": "merged", "split": "merged"}


def rows_of(
    user: User, unit: OrgUnit | None, moment: datetime | None, rules: ProjectCounting
) -> list[ProjectRow]:
    """Every project that the user's scope, or one unit in it, has or shares, as of a moment."""
    own = _projects(user, unit, moment)
    keys = {one.pk for one in own}
    given = set(given_away(user, unit, moment).values_list("project", flat=True))
    projects = [*own, *_at(given - keys, moment)]
    lines = [Line(*(getattr(one, _FIELDS.get(f, f)) for f in Line._fields)) for one in projects]
    stock = opening_of(lines, rules.opening_days)
    shares = shares_of([one.pk for one in projects], user, unit, moment, rules.share_years)
    return list(_rows(projects, keys, shares, stock, moment))


def _rows(
    projects: Sequence[Project],
    own: Collection[int],
    shares: Mapping[int, Shared],
    stock: Mapping[int, date],
    moment: datetime | None,
) -> Iterator[ProjectRow]:
    every = [one.pk for one in projects]
    gates, (marks, owners) = _gates(every, moment), _marks(every, moment)
    ended, signed = _ended(every, moment), _contracts(every, moment)
    for one in projects:
        yield ProjectRow(
            key=one.pk,
            name=one.name,
            gates=tuple(_dated(gates.get(one.pk, ()), stock.get(one.pk))),
            undated=frozenset(row.gate for row, _ in gates.get(one.pk, ()) if not _has_day(row)),
            yuan=one.yuan,
            currency=one.currency or "CNY",
            money=one.money,
            short_of=one.amount if figures.falls_short(one.amount) else "",
            part=one.part,
            has_own_contract=one.pk in signed,
            parent=one.parent_id,
            investor=one.investors,
            state=_GONE.get(one.state, one.state),
            ended=ended.get(one.pk),
            ceremony=one.ceremony,
            new_owner=owners.get(one.pk),
            marks=frozenset(marks.get(one.pk, set()) | _seen(one)),
            is_elsewhere=one.pk not in own,
            **_part(shares.get(one.pk)),
        )


def _part(shared: Shared | None) -> dict[str, Any]:
    if shared is None:
        return {}
    return {"share": shared.share, "share_until": shared.until, "shared": shared.says}


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


def _at(keys: set[int], moment: datetime | None) -> list[Project]:
    """Projects that stand elsewhere now, as of a moment."""
    if not keys:
        return []
    if moment is None:
        return list(Project.objects.standing().filter(pk__in=keys).order_by("pk"))
    then = Project.history.at(moment).filter(id__in=keys, removed_at=None)
    return [standing_as(one) for one in then.order_by("id")]


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


def _dated(rows: Iterable[tuple[Passage, bool]], opening: date | None) -> Iterator[Gate]:
    """The gates with a day; what a paper tells, or the opening stock brought in, is not late."""
    for row, is_confirmed in rows:
        if row.day is not None and _has_day(row):
            told = timezone.localtime(row.at).date()
            is_opening = opening is not None and told == opening
            is_in_time = row.entry_id is not None or is_opening
            yield Gate(row.gate, row.day, row.day if is_in_time else told, is_confirmed)


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
