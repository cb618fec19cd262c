"""The rules of occupancy of a unit on a day: the house's, with its office's over them."""

from datetime import date
from functools import lru_cache

from yinfeng.lexicon.occupancy import OccupancyRules, occupancy_rules
from yinfeng.web.desks.tenancy.models import TenancyRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of


def rules_of(unit: OrgUnit, day: date) -> OccupancyRules:
    """The rules of a unit on a day."""
    found = TenancyRule.objects.filter(unit__path__in=line_of(unit.path), since__lte=day)
    # The longest path comes last, and of one unit the latest: what is put down later holds.
    row = found.order_by("unit__path", "since", "pk").values_list("text", flat=True).last()
    return made_of(row or "")


@lru_cache(maxsize=64)
def made_of(text: str) -> OccupancyRules:
    """The rules that a file makes."""
    return occupancy_rules(text)
