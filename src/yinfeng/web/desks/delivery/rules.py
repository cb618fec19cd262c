"""The rules of delivery that hold for a unit on a day: the house's, with those of its line."""

from datetime import date
from functools import lru_cache

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.delivery import Money, Permits, ProblemRules, money, permits, problem_rules
from yinfeng.lexicon.lights import Ladder, Scheme, ladder, scheme
from yinfeng.lexicon.watches import Watches, watches
from yinfeng.web.desks.delivery.models import DeliveryRule
from yinfeng.web.desks.leads.rules import rules_of
from yinfeng.web.people.models import OrgUnit

Kind = DeliveryRule.Kind


def problems_on(unit: OrgUnit, day: date) -> ProblemRules:
    """Terms, levels and words of problems."""
    return _problems(_text(unit, Kind.PROBLEMS, day))


def money_on(unit: OrgUnit, day: date) -> Money:
    """Rules of investment, statistics and photos."""
    return _money(_text(unit, Kind.MONEY, day))


def permits_on(unit: OrgUnit, day: date) -> Permits:
    """Which permits projects need."""
    return _permits(_text(unit, Kind.PERMITS, day))


def watches_on(unit: OrgUnit, day: date) -> Watches:
    """When a signed project stands still."""
    return _watches(_text(unit, Kind.WATCHES, day))


def scheme_on(unit: OrgUnit, day: date) -> Scheme:
    """The scheme of lights, and what the office changed in it."""
    row = DeliveryRule.objects.holding(unit, day, kind=Kind.LIGHTS).last()
    return _scheme(row.scheme or "default", row.text) if row else scheme()


def ladder_on(unit: OrgUnit, day: date) -> Ladder:
    """The ladder of notices."""
    return _ladder(_text(unit, Kind.LADDER, day))


def days_of(unit: OrgUnit, day: date) -> Calendar:
    """The working days of the office."""
    return rules_of(unit, day).days


def _text(unit: OrgUnit, kind: str, day: date) -> str:
    return DeliveryRule.objects.text(unit, day, kind=kind)


@lru_cache(maxsize=64)
def _problems(text: str) -> ProblemRules:
    return problem_rules(text)


@lru_cache(maxsize=64)
def _money(text: str) -> Money:
    return money(text)


@lru_cache(maxsize=64)
def _permits(text: str) -> Permits:
    return permits(text)


@lru_cache(maxsize=64)
def _watches(text: str) -> Watches:
    return watches(text)


@lru_cache(maxsize=64)
def _scheme(name: str, text: str) -> Scheme:
    return scheme(name, text)


@lru_cache(maxsize=64)
def _ladder(text: str) -> Ladder:
    return ladder(text)
