"""A template of an office, put down as a file that is checked before it holds."""

from datetime import date

from django.db import transaction

from yinfeng.lexicon.milestones import TEMPLATES
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.web.desks.plans.models import PlanRule
from yinfeng.web.desks.plans.rules import made
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def set_rules(
    unit: OrgUnit, *, by: User, template: str, text: str, since: date, reason: str, today: date
) -> PlanRule:
    """Lay a file over a template from a day on; an empty one takes the house's again.

    Plans that were made before stay as they are: an edition keeps its own milestones.
    """
    require(by, "plans.set_rules", unit)
    if since < today:
        raise Refused("模板从今天或以后起施行，已编的计划不受影响。")
    if template not in TEMPLATES:
        raise Refused("请选择要改的模板。")
    try:
        made(template, text.strip())
    except BadPolicy as error:
        raise Refused(f"这份模板不能用：{error}。") from error
    rule = PlanRule.objects.create(
        unit=unit, template=template, text=text.strip(), since=since, by=by, why=reason.strip()
    )
    record(
        by,
        "plans.set_rules",
        rule,
        unit=unit,
        reason=reason,
        template=template,
        since=since,
        text=text,
    )
    return rule
