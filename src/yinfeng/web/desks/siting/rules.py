"""The rules of siting of a unit on a day: the house's, with its office's over them."""

from datetime import date

from yinfeng.lexicon.siting import SitingRules, siting_rules
from yinfeng.web.desks.siting.models import SitingRule
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of


def rules_of(unit: OrgUnit, day: date) -> SitingRules:
    """The rules of a unit on a day."""
    found = SitingRule.objects.filter(unit__path__in=line_of(unit.path), since__lte=day)
    # The longest path comes last, and of one unit the latest: what is put down later holds.
    row = found.order_by("unit__path", "since", "pk").values_list("text", flat=True).last()
    return siting_rules(row or "")
