"""What a report is about: its kind, its unit, its days, and the day of which it is asked."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from yinfeng.web.desks.outreach.asking import Question
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import after

_ONE_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Term:
    """A unit with all below it, and the days of a report; as of a past day, or as all stands."""

    unit: OrgUnit
    first: date
    last: date
    as_of: date | None = None

    @property
    def moment(self) -> datetime | None:
        """The moment as of which it is asked."""
        return end_of(self.as_of) if self.as_of else None

    def scope(self, unit: str = "unit") -> Q:
        """Things of the unit or of one below it."""
        path = f"{unit}__path"
        return Q(**{f"{path}__gte": self.unit.path, f"{path}__lt": after(self.unit.path)})

    def question(self, first: date | None = None) -> Question:
        """The counts of these days, or of a longer time up to the last of them."""
        return Question(self.unit, first or self.first, self.last, self.as_of)


def rows_at(model: Any, term: Term) -> "QuerySet[Any]":
    """The records of a desk that the term is about: as they stand, or stood on the day."""
    if term.moment is None:
        return model._base_manager.filter(term.scope(), removed_at=None)  # type: ignore[no-any-return]
    return model.history.at(term.moment).filter(term.scope())  # type: ignore[no-any-return]


def days_of(kind: str, last: date, before: date | None) -> tuple[date, date]:
    """The first and last day of an issue: since the issue before, a week, or a month."""
    if kind == "weekly":
        monday = last - timedelta(days=last.weekday())
        return monday, last
    if kind == "monthly":
        return last.replace(day=1), last
    # A daily report takes up where the last one ended, over week-ends and holidays too.
    first = before + _ONE_DAY if before and before < last else last
    return max(first, last - timedelta(days=2 * _WEEK)), last
