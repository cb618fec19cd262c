"""Rules of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from yinfeng.web.desks.agreements.models import AgreementRule
from yinfeng.web.desks.agreements.rules import check
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import LaidOf, put_down


def set_rules(unit: OrgUnit, **given: Unpack[LaidOf]) -> AgreementRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(AgreementRule, "agreements.set_rules", check, unit, **given)
