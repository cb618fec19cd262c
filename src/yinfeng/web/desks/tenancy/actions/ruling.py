"""Rules of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from yinfeng.web.desks.tenancy.models import TenancyRule
from yinfeng.web.desks.tenancy.rules import made_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import Laid, put_down


def set_rules(unit: OrgUnit, **given: Unpack[Laid]) -> TenancyRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(
        TenancyRule, "tenancy.set_rules", lambda rule: made_of(rule.text), unit, **given
    )
