"""Rules of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from django.db import transaction

from yinfeng.web.desks.leads.actions.clocks import reckon_again
from yinfeng.web.desks.leads.models import OfficeRule
from yinfeng.web.desks.leads.rules import check
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import LaidOf, put_down


@transaction.atomic
def set_rules(unit: OrgUnit, **given: Unpack[LaidOf]) -> OfficeRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    rule = put_down(OfficeRule, "leads.set_rules", check, unit, **given)
    if rule.kind == OfficeRule.Kind.CALENDAR:
        reckon_again(today=given["today"])
    return rule
