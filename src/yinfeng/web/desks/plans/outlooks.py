"""How plans stand today, reckoned for one plan or for the rows of a page at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from yinfeng.judgement.schedule.outlook import Outlook, outlook
from yinfeng.lexicon.calendar import Calendar
from yinfeng.web.desks.plans.models import Edition, Milestone, Plan
from yinfeng.web.desks.plans.rules import calendar_of
from yinfeng.web.desks.plans.snapshots import actuals_of, days, read
from yinfeng.web.lists.history import standing_as


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan with its edition, its milestones as they stand, and what they come to on a day."""

    plan: Plan
    edition: Edition
    rows: tuple[Milestone, ...]
    ahead: Outlook
    calendar: Calendar

    @property
    def next_fixed(self) -> Milestone | None:
        """The next milestone with a fixed day that is not done."""
        open_ones = [row for row in self.rows if row.fixed and not row.ended]
        return min(open_ones, key=lambda row: (row.fixed, row.place), default=None)

    @property
    def done(self) -> int:
        """How many milestones are done."""
        return sum(row.ended is not None for row in self.rows)

    @property
    def least_float(self) -> int | None:
        """The smallest float of all milestones that are not done."""
        floats = [row.float for row in self.ahead.rows if row.float is not None]
        return min(floats, default=None)


def standing(plan: Plan, day: date, moment: datetime | None = None) -> Standing:
    """How one plan stands on a day; as of a moment with what was known by then."""
    return standings([plan], day, moment)[plan.pk]


def standings(
    plans: Sequence[Plan], day: date, moment: datetime | None = None
) -> dict[int, Standing]:
    """How these plans stand on a day, by their keys."""
    editions = _editions(plans)
    rows = _rows([plan.pk for plan in plans], moment)
    calendars: dict[int, Calendar] = {}
    found = {}
    for plan in plans:
        if plan.unit_id not in calendars:
            calendars[plan.unit_id] = calendar_of(plan.unit, day)
        calendar, edition = calendars[plan.unit_id], editions[plan.pk]
        own = rows.get(plan.pk, ())
        ahead = outlook(read(edition), days(edition.fixed), actuals_of(own), day, calendar)
        found[plan.pk] = Standing(plan, edition, tuple(own), ahead, calendar)
    return found


def _editions(plans: Iterable[Plan]) -> Mapping[int, Edition]:
    wanted = {plan.pk: plan.edition for plan in plans}
    rows = Edition.objects.filter(plan__in=wanted, number__in=set(wanted.values()))
    return {row.plan_id: row for row in rows if wanted[row.plan_id] == row.number}


def _rows(plans: Sequence[int], moment: datetime | None) -> Mapping[int, Sequence[Milestone]]:
    if moment is None:
        found = list(Milestone.objects.standing().filter(plan__in=plans))
    else:
        versions = Milestone.history.at(moment).filter(plan__in=plans)
        found = [standing_as(one) for one in versions]
    by_plan: dict[int, list[Milestone]] = {}
    for row in sorted(found, key=lambda one: one.place):
        by_plan.setdefault(row.plan_id, []).append(row)
    return by_plan
