"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from django.db import transaction

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.web.desks.standard.models import StandardRule
from yinfeng.web.desks.standard.rules import made_of
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> StandardRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    require(by, "standard.set_rules", unit)
    if since < today:
        raise Refused("办法从今天或以后起施行，不能改过去的结果。")
    try:
        made_of({StandardRule.Kind(kind): text.strip()})
    except BadPolicy as error:
        raise Refused(f"这份办法不能用：{error}。") from error
    rule = StandardRule.objects.create(
        unit=unit, kind=kind, text=text.strip(), since=since, by=by, why=reason.strip()
    )
    record(
        by, "standard.set_rules", rule, unit=unit, reason=reason, kind=kind, since=since, text=text
    )
    return rule
