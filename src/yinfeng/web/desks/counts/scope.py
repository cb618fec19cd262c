"""Whose projects are counted, and which of them can matter to the days that are asked for.

A register of 100,000 projects is asked once for those that passed a gate in the period; of the
rest nothing is fetched.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from yinfeng.lexicon.counting import Conversion, ProjectCounting
from yinfeng.web.desks.counts.models import Recognition
from yinfeng.web.desks.counts.shares import given_away
from yinfeng.web.desks.projects.models import Passage, Project
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """The projects of a user's units, or of one of them, as of a moment."""

    user: User
    unit: OrgUnit | None
    moment: datetime | None

    def own(self) -> Any:
        """The projects that stand in the list of the units."""
        rows = self._standing().filter(in_scope(self.user, "projects.read"))
        if self.unit is not None:
            rows = rows.filter(unit__path__gte=self.unit.path, unit__path__lt=after(self.unit.path))
        return rows

    def everyone(self) -> Any:
        """With those that the units handed over to others."""
        given = given_away(self.user, self.unit, self.moment)
        own = self.own().values("id")
        return self._standing().filter(Q(id__in=own) | Q(id__in=given.values("project")))

    def elsewhere(self) -> frozenset[int]:
        """The projects that the units handed over, and that stand in another unit's list now."""
        given = given_away(self.user, self.unit, self.moment).values("project")
        rows = self._standing().filter(id__in=given).exclude(id__in=self.own().values("id"))
        return frozenset(rows.values_list("id", flat=True))

    def _standing(self) -> Any:
        if self.moment is None:
            return Project.objects.standing()
        return Project.history.at(self.moment).filter(removed_at=None)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are asked for, and the gates by which projects count in them."""

    start: date
    end: date
    gates: frozenset[str]
    begins: frozenset[str]
    seen: frozenset[str]
    once: frozenset[str]
    back: date

    @classmethod
    def of(
        cls, rules: ProjectCounting, start: date, end: date, also: Collection[Conversion] = ()
    ) -> "Window":
        """What the measures and conversions of these rules need to see, and others beside."""
        conversions = (*rules.conversions, *also)
        counted = frozenset(code for one in rules.measures for code in one.gates)
        begins = frozenset(one.start for one in conversions)
        looks_back = (one for one in rules.measures if rules.is_on("once", one))
        return cls(
            start=start,
            end=end,
            gates=counted,
            begins=begins,
            seen=counted | begins | {one.end for one in conversions},
            once=frozenset(one.gates[0] for one in looks_back),
            back=_months_before(start, rules.twice_months),
        )

    def narrow(self, rows: Any) -> Any:
        """Those of the projects that count in these days, or that a rule leaves out."""
        asked = Q(gate__in=self.gates | self.begins, day__gte=self.start, day__lt=self.end)
        undated = Q(day=None) | Q(precision=Passage.Precision.PAPER)
        passed = Passage.objects.filter(asked | (Q(gate__in=self.gates) & undated))
        owners = Recognition.objects.filter(holds=True, day__gte=self.start, day__lt=self.end)
        return rows.filter(
            Q(id__in=passed.values("project"))
            | Q(id__in=owners.values("project"))
            | Q(ceremony__gte=self.start, ceremony__lt=self.end)
        )


def _months_before(day: date, months: int) -> date:
    """The first of the month so many months before, or the first day of the calendar."""
    at = day.year * _MONTHS + day.month - 1 - months
    return date(at // _MONTHS, at % _MONTHS + 1, 1) if at >= _MONTHS else date.min
