"""Which projects want something on a day: a post is empty, a visit is owed, a day has come.

All hold for projects and for their versions alike, so that the list of a past day filters by them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django import forms
from django.db.models import Count, Q
from django.utils import timezone

from yinfeng.web.desks.projects.endings_told import with_ending_told
from yinfeng.web.desks.projects.models import Passage, Project, Review, Seat, Visit
from yinfeng.web.lists.filters import Filter, Given
from yinfeng.web.people.models import User

_OPEN = Q(state__in=(Project.State.OPEN, Project.State.PAUSED))


def with_empty_post(day: date) -> Q:
    """Open projects of which at least one of the five posts is empty."""
    held = Seat.objects.on(day).order_by().values("project")
    full = held.annotate(posts=Count("post", distinct=True)).filter(posts__gte=len(Seat.Post))
    return _OPEN & ~Q(id__in=full.values("project"))


def without_post(post: str, day: date) -> Q:
    """Open projects of which one post is empty."""
    return _OPEN & ~Q(id__in=Seat.objects.on(day).filter(post=post).values("project"))


def not_visited(day: date) -> Q:
    """Open projects that their linked leader has not visited in the month of that day."""
    first = day.replace(day=1)
    seen = Visit.objects.filter(day__gte=first, day__lte=day, seat__isnull=False)
    return _OPEN & ~Q(id__in=seen.values("project"))


def self_reported(day: date) -> Q:
    """Projects with a gate that nobody but its reporter vouches for."""
    told = Passage.objects.filter(correction=None, at__date__lte=day)
    spoken = Review.objects.values("passage")
    return _OPEN & Q(id__in=told.exclude(pk__in=spoken).values("project"))


def due_again(day: date) -> Q:
    """Paused, lost and ended projects whose day to be looked at again has come."""
    return Q(revisit__lte=day)


def held_on(projects: Iterable[int], day: date) -> dict[int, dict[str, Seat]]:
    """Who holds which post of each project on a day."""
    found: dict[int, dict[str, Seat]] = {}
    for seat in Seat.objects.on(day).filter(project__in=list(projects)).order_by("pk"):
        found.setdefault(seat.project_id, {})[seat.post] = seat
    return found


def empty_of(held: dict[str, Seat]) -> list[str]:
    """The posts that nobody holds, in words."""
    return [post.label for post in Seat.Post if post.value not in held]


_WANTS = {
    "seat": ("岗位有空缺", with_empty_post),
    "leader": ("没有挂钩领导", lambda day: without_post(Seat.Post.LEADER, day)),
    "visit": ("本月领导未走访", not_visited),
    "told": ("有自报待确认", self_reported),
    "again": ("到了再看日期", due_again),
    "ending": ("材料说已流失或终止", with_ending_told),
}


@dataclass(frozen=True, kw_only=True)
class Wanting(Filter):
    """What a project wants on the day that is asked."""

    key: str = "wants"
    label: str = "缺什么"

    def inputs(self, user: User) -> dict[str, forms.Field]:  # noqa: ARG002
        """Anything, or one of these."""
        choices = [("", "不限"), *((key, says) for key, (says, _) in _WANTS.items())]
        return {self.key: forms.ChoiceField(label=self.label, choices=choices)}

    def condition(self, given: Given) -> Q | None:
        """Those that want it."""
        if not given[self.key]:
            return None
        return _WANTS[given[self.key]][1](given.get("as_of") or timezone.localdate())

    def says(self, given: Given) -> str:
        """What is wanted."""
        return _WANTS[given[self.key]][0] if given[self.key] else ""
