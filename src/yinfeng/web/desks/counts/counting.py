"""One page of counts: what was asked, every tally, every cohort, 履约率 beside 开工率."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from yinfeng.judgement.counting import Cohort, ProjectRow, Tally, cohort_of, tally_of
from yinfeng.judgement.counting.cohorts import Beside, kept_beside_started
from yinfeng.lexicon.counting import ProjectCounting
from yinfeng.web.desks.counts.rows import rows_of
from yinfeng.web.desks.counts.rules import counting_of
from yinfeng.web.lists.history import end_of
from yinfeng.web.people.models import OrgUnit, User

YI = Decimal(100_000_000)


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted: which days, of which unit, as of which day."""

    start: date
    last: date
    unit: OrgUnit | None
    as_of: date | None

    @property
    def end(self) -> date:
        """The first day after the period."""
        return self.last + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counts:
    """All counts of one question."""

    asked: Question
    rules: ProjectCounting
    rows: tuple[ProjectRow, ...]
    tallies: tuple[Tally, ...]
    cohorts: tuple[Cohort, ...]
    beside: Beside

    def tally(self, key: str) -> Tally | None:
        """The tally of a measure."""
        return next((one for one in self.tallies if one.measure.key == key), None)


def counts_of(user: User, asked: Question, today: date) -> Counts:
    """Count everything that was asked, by the rules of the day."""
    day = asked.as_of or today
    rules = counting_of(asked.unit or user.unit, day)
    moment = end_of(asked.as_of) if asked.as_of else None
    every = rows_of(user, asked.unit, moment, rules)
    # What stands in another unit's list is shared in the counts; its course is told there.
    rows = [one for one in every if not one.is_elsewhere]
    return Counts(
        asked=asked,
        rules=rules,
        rows=tuple(rows),
        tallies=tuple(
            tally_of(every, one, rules, asked.start, asked.end) for one in rules.measures
        ),
        cohorts=tuple(
            cohort_of(rows, one, asked.start, asked.end, day) for one in rules.conversions
        ),
        beside=kept_beside_started(rows, asked.start, asked.end, day),
    )
