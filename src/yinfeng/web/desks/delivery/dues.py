"""Problems and agreed tasks that are late or due within a week."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.delivery.models import Problem, Task
from yinfeng.web.desks.dues import SOON, Due, Dues, first_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User

_PROBLEM, _TASK = "问题", "议定事项"


def dues(user: User, today: date) -> Iterable[Dues]:
    """The problems and tasks in the user's scope."""
    first, count = first_of(lambda: _problems(user, today), _PROBLEM, user, "delivery.read", today)
    shown = tuple(_problem(one, today) for one in first)
    yield Dues(_PROBLEM, shown, count, reverse("delivery:index"))
    earliest, count = first_of(lambda: _tasks(user, today), _TASK, user, "delivery.read", today)
    shown = tuple(_task(one, today) for one in earliest)
    yield Dues(_TASK, shown, count, reverse("delivery:tasks"))


def _problems(user: User, today: date) -> "QuerySet[Problem]":
    open_ones = Problem.objects.visible_to(user).exclude(state=Problem.State.CLOSED)
    near = open_ones.filter(due__lte=today + SOON, project__removed_at=None)
    return near.select_related("project").order_by("due", "pk")


def _tasks(user: User, today: date) -> "QuerySet[Task]":
    near = Task.objects.standing().filter(
        in_scope(user, "delivery.read"),
        due__lte=today + SOON,
        state__in=(Task.State.OPEN, Task.State.CLAIMED),
    )
    return near.select_related("project").order_by("due", "pk")


def _problem(one: Problem, today: date) -> Due:
    address = reverse("delivery:problem", args=[one.pk])
    return Due(one.due or today, _PROBLEM, one.project.name, one.text, one.owner, address)


def _task(one: Task, today: date) -> Due:
    address = reverse("delivery:task", args=[one.pk])
    about = one.project.name if one.project else str(one.meeting)
    return Due(one.due or today, _TASK, about, one.says, one.owner, address)
