"""A template of an office, put down as a file that is checked before it holds."""

from typing import Unpack

from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.plans.rules import check
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.shell.ruling import Laid, put_down


def set_rules(unit: OrgUnit, *, template: str, **given: Unpack[Laid]) -> PlanRule:
    """Lay a file over a template from a day on; an empty one takes the house's again.

    Plans that were made before stay as they are: an edition keeps its own milestones.
    """
    return put_down(PlanRule, "plans.set_rules", check, unit, template=template, **given)
