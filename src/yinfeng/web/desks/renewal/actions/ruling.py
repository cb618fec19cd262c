"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from django.db import transaction

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.web.desks.renewal.models import RenewalRule
from yinfeng.web.desks.renewal.rules import made_of
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> RenewalRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    require(by, "renewal.set_rules", unit)
    if since < today:
        raise Refused("办法从今天或以后起施行，不能改过去的结果。")
    try:
        made_of({RenewalRule.Kind(kind): text.strip()})
    except BadPolicy as error:
        raise Refused(f"这份办法不能用：{error}。") from error
    rule = RenewalRule.objects.create(
        unit=unit, kind=kind, text=text.strip(), since=since, by=by, why=reason.strip()
    )
    record(
        by, "renewal.set_rules", rule, unit=unit, reason=reason, kind=kind, since=since, text=text
    )
    return rule
