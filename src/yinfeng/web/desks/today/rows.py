"""The rows of the page of today, or as of a past day; of each list the first, and its names.

The keys are asked for first: on most days some lists are empty, and what is named is few.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yinfeng.web.desks.leads.models import GradeChange, Lead
from yinfeng.web.desks.leads.wanting import clocks_overdue, clocks_running, dispatches_open
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import User
from yinfeng.web.shell.questions import keys_seen

SHOWN = 6


@dataclass(frozen=True, slots=True)
class NewLead:
    """A lead that is new, and why it has its grade."""

    lead: Any
    reasons: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the page, all in the user's scope and none of a removed lead."""

    user: User
    day: date
    since: date
    until: date
    is_live: bool

    def leads(self) -> "QuerySet[Any]":
        """The leads of the day."""
        if self.is_live:
            return Lead.objects.visible_to(self.user)
        versions: QuerySet[Any] = Lead.history.at(end_of(self.day))
        return versions.filter(in_scope(self.user, "leads.read"))

    def new(self) -> "QuerySet[Any]":
        """Those that are new, the best first."""
        came = self.leads().filter(reported__gt=self.since, reported__lte=self.day)
        return came.order_by("grade", "-score", "-reported", "pk")

    def overdue(self) -> Any:
        """The clocks that have run out."""
        return self._seen(clocks_overdue(self.day, is_live=self.is_live))

    def soon(self) -> Any:
        """The clocks that run out next."""
        running = self._seen(clocks_running(self.day, is_live=self.is_live))
        return running.filter(ends__gte=self.day, ends__lte=self.until)

    def dispatches(self) -> Any:
        """What leaders were handed and have not done."""
        return self._seen(dispatches_open(self.day, is_live=self.is_live))

    def first(self, model: Any, rows: Callable[[], Any], by: str, *also: str) -> Any:
        """The most urgent rows as the page shows them: of a lead its name and who has it."""
        keys = self._keys(lambda: rows().order_by(by, "pk"), rows.__name__)
        if not keys:
            return ()
        own = [field.name for field in model._meta.concrete_fields]
        beside = {name.partition("__")[0] for name in also}
        found = model.objects.filter(pk__in=keys).order_by(by, "pk")
        named = found.select_related("lead__owner", *beside)
        return tuple(named.only(*own, *also, "lead__name", "lead__owner__name"))

    def first_new(self) -> list[NewLead]:
        """The first of the new leads, each with the reasons of its grade."""
        keys = self._keys(self.new, "new")
        if not keys:
            return []
        rows = list(self.new().filter(pk__in=keys).only("id", "grade", "name", "amount"))
        grades = GradeChange.objects.filter(lead__in=[row.id for row in rows], day__lte=self.day)
        latest = {change.lead_id: change for change in grades.order_by("pk")}
        return [NewLead(row, _reasons(latest.get(row.id))) for row in rows]

    def _seen(self, rows: Any) -> Any:
        return rows.filter(in_scope(self.user, "leads.read", "lead__unit"), lead__removed_at=None)

    def _keys(self, rows: Callable[[], Any], name: str) -> list[int]:
        asked = (name, self.day, self.since, self.until, self.is_live)
        return keys_seen(self.user, "leads.read", lambda: rows()[:SHOWN], "today", *asked)


def _reasons(change: GradeChange | None) -> str:
    return "；".join(reason["says"] for reason in change.reasons) if change else ""
