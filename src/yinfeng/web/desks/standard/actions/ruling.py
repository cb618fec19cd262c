"""Rules of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from yinfeng.web.desks.standard.models import StandardRule
from yinfeng.web.desks.standard.rules import made_of
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import LaidOf, put_down


def set_rules(unit: OrgUnit, **given: Unpack[LaidOf]) -> StandardRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(StandardRule, "standard.set_rules", _check, unit, **given)


def _check(rule: StandardRule) -> None:
    made_of({rule.kind: rule.text})
