"""What is due of projects: milestones of plans and problems, late or due within a week."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from yinfeng.web.desks.delivery.models import Problem
from yinfeng.web.desks.plans.due import SOON, due_milestones
from yinfeng.web.desks.plans.models import Milestone
from yinfeng.web.people.models import User

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: the day, of which project, what, whose it is, where it stands."""

    day: date
    about: str
    says: str
    owner: str
    address: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class DueOfProjects:
    """The most urgent of them, and how many there are."""

    shown: tuple[Due, ...]
    count: int


def due_of_projects(user: User, today: date) -> DueOfProjects:
    """What of the projects in the user's scope is late or due within a week."""
    milestones = due_milestones(user, today)
    problems = Problem.objects.visible_to(user).filter(
        due__lte=today + SOON, project__removed_at=None
    )
    problems = problems.exclude(state=Problem.State.CLOSED)
    first = problems.select_related("project").order_by("due", "pk")[:_SHOWN]
    found = [*_milestones(milestones[:_SHOWN], today), *_problems(first, today)]
    shown = sorted(found, key=lambda due: (due.day, due.says))[:_SHOWN]
    return DueOfProjects(tuple(shown), milestones.count() + problems.count())


def _milestones(rows: Iterable[Milestone], today: date) -> Iterator[Due]:
    for one in rows:
        days = (one.ends, one.latest, one.next_date)
        day = min(day for day in days if day is not None)
        address = reverse("plans:milestone", args=[one.pk])
        yield Due(day, one.project.name, f"节点：{one.name}", one.owner, address, day < today)


def _problems(rows: Iterable[Problem], today: date) -> Iterator[Due]:
    for one in rows:
        address = reverse("delivery:problem", args=[one.pk])
        day = one.due or today
        yield Due(day, one.project.name, f"问题：{one.text}", one.owner, address, day < today)
