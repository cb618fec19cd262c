"""Problems and decided tasks are found by number and words."""

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.delivery.models import Problem, Task
from yinfeng.web.search.findable import Card, Findable


def _problem(one: Problem) -> Card | None:
    if one.is_removed:
        return None
    told = (one.text, one.project.name, one.owner, one.measures)
    return Card(
        unit=one.unit,
        title=f"{one.number} {one.text[:40]}",
        text="\n".join(told),
        names=(),
        day=one.opened,
    )


def _problems() -> "QuerySet[Problem]":
    return Problem.objects.filter(removed_at=None).select_related("unit", "project")


def _task(one: Task) -> Card | None:
    if one.is_removed:
        return None
    told = (one.says, one.owner, one.result)
    return Card(unit=one.unit, title=one.says[:60], text="\n".join(told), names=(), day=one.due)


def _tasks() -> "QuerySet[Task]":
    return Task.objects.filter(removed_at=None).select_related("unit")


def _to_problem(key: str) -> str:
    return reverse("delivery:problem", args=[key])


def _to_task(key: str) -> str:
    return reverse("delivery:task", args=[key])


FINDABLE = (
    Findable(Problem, "问题", "delivery.read", _problem, _problems, _to_problem),
    Findable(Task, "议定事项", "delivery.read", _task, _tasks, _to_task),
)
