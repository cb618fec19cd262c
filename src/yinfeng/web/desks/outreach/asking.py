"""What is asked of the counts: whose, from when to when, as of which day, and of what part."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from yinfeng.lexicon.outreach import Counting, counting
from yinfeng.web.desks.outreach.models import Kept, OwnRules
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import after

K = TypeVar("K", bound=Kept)


@dataclass(frozen=True, slots=True)
class Question:
    """A unit with all below it, a time with both days included, and a part of the rows.

    `part` keeps to rows that tell the same: the channel, agent, team or place.
    """

    unit: OrgUnit
    first: date
    last: date
    as_of: date | None = None
    part: tuple[tuple[str, str | int], ...] = field(default=())

    def of(self, **part: str | int) -> "Question":
        """The same question of a part."""
        return replace(self, part=(*self.part, *part.items()))


def standing(model: type[Kept], question: Question) -> "QuerySet[Any]":
    """The rows of a model that the question is about: as they stand, or stood on the day."""
    scope = Q(unit__path__gte=question.unit.path, unit__path__lt=after(question.unit.path))
    if question.as_of is None:
        return model._default_manager.filter(scope, removed_at=None).order_by("id")
    versions = model.history.at(end_of(question.as_of))
    return versions.filter(scope).order_by("id")  # type: ignore[no-any-return]


def rules_of(question: Question) -> Counting:
    """The counting that held for the unit on the day: its own over the house's."""
    own = OwnRules.objects.filter(unit=question.unit)
    if question.as_of is not None:
        own = own.filter(at__lt=end_of(question.as_of))
    latest = own.order_by("pk").values_list("text", flat=True).last()
    return counting(latest or "")
