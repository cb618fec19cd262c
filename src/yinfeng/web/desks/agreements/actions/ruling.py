"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from yinfeng.web.desks.agreements.models import AgreementRule
from yinfeng.web.desks.agreements.rules import check
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.ruling import put_down


def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> AgreementRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(
        AgreementRule,
        "agreements.set_rules",
        lambda file: check(AgreementRule.Kind(kind), file),
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
        kind=kind,
    )
