"""The rules of siting of a unit on a day: the house's, with its office's over them."""

from datetime import date

from yinfeng.lexicon.siting import SitingRules, siting_rules
from yinfeng.web.desks.siting.models import SitingRule
from yinfeng.web.people.models import OrgUnit


def rules_of(unit: OrgUnit, day: date) -> SitingRules:
    """The rules of a unit on a day."""
    return siting_rules(SitingRule.objects.text(unit, day))
