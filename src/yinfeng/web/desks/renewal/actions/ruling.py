"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from yinfeng.web.desks.renewal.models import RenewalRule
from yinfeng.web.desks.renewal.rules import made_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.ruling import put_down


def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> RenewalRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""

    def check(file: str) -> None:
        made_of({RenewalRule.Kind(kind): file})

    return put_down(
        RenewalRule,
        "renewal.set_rules",
        check,
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
        kind=kind,
    )
