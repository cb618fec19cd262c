"""How drawings are checked against certificates: the house's rule, with its offices' over it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from yinfeng.lexicon.land_checking import Checking, checking
from yinfeng.web.desks.land.models import LandRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of


def rules_of(unit: OrgUnit, day: date) -> Checking:
    """The rules of a unit on a day."""
    return nearest(unit.path, own_rules(day))


def own_rules(day: date) -> Mapping[str, Checking]:
    """What offices have laid down for that day, by the path of the office."""
    rows = LandRule.objects.filter(since__lte=day).order_by("since", "pk")
    # Of one office the latest holds: what is put down later.
    return {path: made_of(text) for path, text in rows.values_list("unit__path", "text")}


def nearest(path: str, own: Mapping[str, Checking]) -> Checking:
    """The rules of the office itself, or of the nearest above it that has any, or the house's."""
    return next((own[one] for one in reversed(line_of(path)) if one in own), made_of(""))


@lru_cache(maxsize=64)
def made_of(text: str) -> Checking:
    """The rules that a file makes."""
    return checking(text)
