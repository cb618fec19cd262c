"""Linked leaders and what stays open with them (捆绑考核): a score is closed when nothing is.

不销号不收兵: as long as a problem of a project is not closed, the account of its linked leader is
open too. How many points that is worth, an office says in its own rules of appraisal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from yinfeng.lexicon.project_posts import Posts
from yinfeng.web.desks.delivery.models import LightRow, Problem
from yinfeng.web.desks.projects.models import Project, Seat, Visit
from yinfeng.web.desks.projects.rules import rules_of
from yinfeng.web.people.models import OrgUnit, User


@dataclass(frozen=True, slots=True)
class Account:
    """One linked leader: the projects, the visits of the month, what is open, what is red."""

    name: str
    projects: tuple[Project, ...]
    visits: int
    owed: int
    problems: tuple[Problem, ...]
    late: int
    reds: int

    @property
    def is_open(self) -> bool:
        """Whether a problem of any of the projects is not closed."""
        return bool(self.problems)


def accounts(user: User, today: date) -> list[Account]:
    """The linked leaders of the open projects in scope, those with most that is late first."""
    projects = {
        one.pk: one for one in Project.objects.visible_to(user).open().select_related("unit")
    }
    seats = Seat.objects.on(today).filter(post=Seat.Post.LEADER, project__in=projects)
    held: dict[tuple[int | None, str], list[Seat]] = {}
    for seat in seats.order_by("pk"):
        held.setdefault((seat.person_id, "" if seat.person_id else seat.name), []).append(seat)
    visits = _visits([seat.pk for rows in held.values() for seat in rows], today)
    problems = _problems(list(projects))
    alarms = LightRow.objects.standing().filter(is_alarm=True, project__in=projects)
    reds = set(alarms.values_list("project", flat=True))
    units = {seat.project_id: projects[seat.project_id].unit for r in held.values() for seat in r}
    rules = {unit: rules_of(unit, today).posts for unit in set(units.values())}
    found = [
        _account(rows, projects, visits, problems, reds, rules, today) for rows in held.values()
    ]
    return sorted(found, key=lambda one: (-one.late, -len(one.problems), one.name))


def _account(
    seats: Sequence[Seat],
    projects: dict[int, Project],
    visits: dict[int, int],
    problems: dict[int, list[Problem]],
    reds: set[int],
    rules: Mapping[OrgUnit, Posts],
    today: date,
) -> Account:
    own = [projects[seat.project_id] for seat in seats]
    open_ones = [problem for one in own for problem in problems.get(one.pk, ())]
    owed = sum(rules[one.unit].visits(one.level) for one in own)
    return Account(
        name=seats[-1].name,
        projects=tuple(own),
        visits=sum(visits.get(seat.pk, 0) for seat in seats),
        owed=owed,
        problems=tuple(open_ones),
        late=sum(one.due is not None and one.due < today for one in open_ones),
        reds=sum(one.pk in reds for one in own),
    )


def _visits(seats: Sequence[int], today: date) -> dict[int, int]:
    rows = Visit.objects.filter(seat__in=seats, day__gte=today.replace(day=1), day__lte=today)
    return dict(rows.order_by().values_list("seat").annotate(Count("pk")))


def _problems(projects: Sequence[int]) -> dict[int, list[Problem]]:
    found: dict[int, list[Problem]] = {}
    rows = Problem.objects.standing().filter(project__in=projects)
    for row in rows.exclude(state=Problem.State.CLOSED).order_by("due", "pk"):
        found.setdefault(row.project_id, []).append(row)
    return found
