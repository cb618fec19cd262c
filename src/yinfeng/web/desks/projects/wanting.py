"""Which projects want something on a day: a post is empty, a visit is owed, a day has come.

All hold for projects and for their versions alike, so that the list of a past day filters by them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.db.models import Count, Q
from django.utils import timezone

from yinfeng.web.desks.projects.endings_told import with_ending_told
from yinfeng.web.desks.projects.models import Correction, Passage, Project, Review, Seat, Visit
from yinfeng.web.lists.filters import Filter, Given
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import User

_OPEN = Q(state__in=(Project.State.OPEN, Project.State.PAUSED))


def with_empty_post(day: date, known: datetime | None = None) -> Q:
    """Open projects of which at least one of the five posts is empty."""
    held = Seat.objects.on(day, known).order_by().values("project")
    full = held.annotate(posts=Count("post", distinct=True)).filter(posts__gte=len(Seat.Post))
    return _OPEN & ~Q(id__in=full.values("project"))


def without_leader(day: date, known: datetime | None = None) -> Q:
    """Open projects that no leader is linked to."""
    leaders = Seat.objects.on(day, known).filter(post=Seat.Post.LEADER)
    return _OPEN & ~Q(id__in=leaders.values("project"))


def not_visited(day: date, known: datetime | None = None) -> Q:
    """Open projects that their linked leader has not visited in the month of that day."""
    first = day.replace(day=1)
    seen = Visit.objects.filter(day__gte=first, day__lte=day, seat__isnull=False)
    seen = seen.filter(at__lt=known) if known else seen
    return _OPEN & ~Q(id__in=seen.values("project"))


def self_reported(day: date, known: datetime | None = None) -> Q:
    """Projects with a gate that nobody but its reporter vouches for."""
    told = Passage.objects.filter(at__date__lte=day)
    spoken, corrected = Review.objects.all(), Correction.objects.all()
    if known is not None:
        spoken, corrected = spoken.filter(at__lt=known), corrected.filter(at__lt=known)
    told = told.exclude(pk__in=spoken.values("passage"))
    told = told.exclude(pk__in=corrected.values("passage"))
    return _OPEN & Q(id__in=told.values("project"))


def due_again(day: date, known: datetime | None = None) -> Q:  # noqa: ARG001
    """Paused, lost and ended projects whose day to be looked at again has come."""
    return Q(revisit__lte=day)


def _ending_told(day: date, known: datetime | None = None) -> Q:  # noqa: ARG001
    return with_ending_told(day)


def held_on(
    projects: Iterable[int], day: date, known: datetime | None = None
) -> dict[int, dict[str, Seat]]:
    """Who holds which post of each project on a day, as it was known just before a moment."""
    found: dict[int, dict[str, Seat]] = {}
    for seat in Seat.objects.on(day, known).filter(project__in=list(projects)).order_by("pk"):
        found.setdefault(seat.project_id, {})[seat.post] = seat
    return found


def empty_of(held: dict[str, Seat]) -> list[str]:
    """The posts that nobody holds, in words."""
    return [post.label for post in Seat.Post if post.value not in held]


_WANTS = {
    "seat": ("岗位有空缺", with_empty_post),
    "leader": ("没有挂钩领导", without_leader),
    "visit": ("本月领导未走访", not_visited),
    "told": ("有自报待确认", self_reported),
    "again": ("到了再看日期", due_again),
    "ending": ("材料说已流失或终止", _ending_told),
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
        day = given.get("as_of")
        known = end_of(day) if day else None
        return _WANTS[given[self.key]][1](day or timezone.localdate(), known)

    def says(self, given: Given) -> str:
        """What is wanted."""
        return _WANTS[given[self.key]][0] if given[self.key] else ""
