"""Rules of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from yinfeng.web.desks.renewal.models import RenewalRule
from yinfeng.web.desks.renewal.rules import made_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import LaidOf, put_down


def set_rules(unit: OrgUnit, **given: Unpack[LaidOf]) -> RenewalRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(RenewalRule, "renewal.set_rules", _check, unit, **given)


def _check(rule: RenewalRule) -> None:
    made_of({rule.kind: rule.text})
