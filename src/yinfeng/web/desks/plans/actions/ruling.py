"""A template of an office, put down as a file that is checked before it holds."""

from datetime import date

from yinfeng.lexicon.milestones import TEMPLATES
from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.plans.rules import check
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ruling import put_down


def set_rules(
    unit: OrgUnit, *, by: User, template: str, text: str, since: date, reason: str, today: date
) -> PlanRule:
    """Lay a file over a template from a day on; an empty one takes the house's again.

    Plans that were made before stay as they are: an edition keeps its own milestones.
    """
    if template not in TEMPLATES:
        raise Refused("请选择要改的模板。")
    return put_down(
        PlanRule,
        "plans.set_rules",
        lambda file: check(unit, template, file, since),
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
        template=template,
    )
