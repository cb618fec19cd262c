"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from django.db import transaction

from yinfeng.web.desks.leads.actions.clocks import reckon_again
from yinfeng.web.desks.leads.models import OfficeRule
from yinfeng.web.desks.leads.rules import check
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.ruling import put_down


@transaction.atomic
def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> OfficeRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    rule = put_down(
        OfficeRule,
        "leads.set_rules",
        lambda file: check(OfficeRule.Kind(kind), file),
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
        kind=kind,
    )
    if kind == OfficeRule.Kind.CALENDAR:
        reckon_again(today=today)
    return rule
