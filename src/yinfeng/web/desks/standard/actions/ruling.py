"""Rules of an office, put down as a file that is checked before it holds."""

from datetime import date

from yinfeng.web.desks.standard.models import StandardRule
from yinfeng.web.desks.standard.rules import made_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.ruling import put_down


def set_rules(
    unit: OrgUnit, *, by: User, kind: str, text: str, since: date, reason: str, today: date
) -> StandardRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""

    def check(file: str) -> None:
        made_of({StandardRule.Kind(kind): file})

    return put_down(
        StandardRule,
        "standard.set_rules",
        check,
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
        kind=kind,
    )
