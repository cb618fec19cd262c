"""One page of counts: what was asked, every tally, every cohort, 履约率 beside 开工率."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from yinfeng.judgement.counting import Cohort, Register, Tally, cohort_of, tally_of
from yinfeng.judgement.counting.cohorts import STARTED, Beside, kept_beside_started
from yinfeng.lexicon.counting import Conversion, ProjectCounting
from yinfeng.web.desks.counts.rows import rows_of
from yinfeng.web.desks.counts.rules import counting_of
from yinfeng.web.desks.counts.scope import Scope, Window
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
    """The counts of one question."""

    asked: Question
    rules: ProjectCounting
    tallies: tuple[Tally, ...]
    cohorts: tuple[Cohort, ...]
    beside: Beside

    def tally(self, key: str) -> Tally | None:
        """The tally of a measure."""
        return next((one for one in self.tallies if one.measure.key == key), None)


def counts_of(user: User, asked: Question, today: date) -> Counts:
    """Count everything that was asked, by the rules of the day."""
    rules = rules_for(user, asked, today)
    register = _register(user, asked, rules, (STARTED,))
    span = (asked.start, asked.end)
    day = asked.as_of or today
    return Counts(
        asked=asked,
        rules=rules,
        tallies=tuple(tally_of(register, one, rules, *span) for one in rules.measures),
        cohorts=tuple(cohort_of(register, one, rules, *span, day) for one in rules.conversions),
        beside=kept_beside_started(register, rules, *span, day),
    )


def rules_for(user: User, asked: Question, today: date) -> ProjectCounting:
    """The rules by which the question is answered."""
    return counting_of(asked.unit or user.unit, asked.as_of or today)


def one_tally(user: User, asked: Question, today: date, key: str) -> Tally | None:
    """One count alone, of as few rows as it needs; None where no measure is called so."""
    rules = rules_for(user, asked, today)
    measures = tuple(one for one in rules.measures if one.key == key)
    if not measures:
        return None
    register = _register(user, asked, replace(rules, measures=measures, conversions=()))
    return tally_of(register, measures[0], rules, asked.start, asked.end)


def one_cohort(user: User, asked: Question, today: date, gates: tuple[str, str]) -> Cohort | None:
    """One conversion alone; None where none goes from the one gate to the other."""
    rules = rules_for(user, asked, today)
    wanted = tuple(one for one in rules.conversions if (one.start, one.end) == gates)
    if not wanted:
        return None
    register = _register(user, asked, replace(rules, measures=(), conversions=wanted))
    day = asked.as_of or today
    return cohort_of(register, wanted[0], rules, asked.start, asked.end, day)


def has_any(user: User, asked: Question) -> bool:
    """Whether there is any project at all where one asks."""
    return bool(_scope(user, asked).everyone().exists())


def _register(
    user: User, asked: Question, rules: ProjectCounting, also: tuple[Conversion, ...] = ()
) -> Register:
    window = Window.of(rules, asked.start, asked.end, also)
    return Register.of(rows_of(_scope(user, asked), window, rules))


def _scope(user: User, asked: Question) -> Scope:
    return Scope(user, asked.unit, end_of(asked.as_of) if asked.as_of else None)
