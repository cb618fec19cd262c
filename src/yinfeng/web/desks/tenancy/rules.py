"""The rules of occupancy of a unit on a day: the house's, with its office's over them."""

from datetime import date
from functools import lru_cache

from yinfeng.lexicon.occupancy import OccupancyRules, occupancy_rules
from yinfeng.web.desks.tenancy.models import TenancyRule
from yinfeng.web.people.models import OrgUnit


def rules_of(unit: OrgUnit, day: date) -> OccupancyRules:
    """The rules of a unit on a day."""
    return made_of(TenancyRule.objects.text(unit, day))


@lru_cache(maxsize=64)
def made_of(text: str) -> OccupancyRules:
    """The rules that a file makes."""
    return occupancy_rules(text)
