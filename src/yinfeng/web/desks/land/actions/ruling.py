"""How an office checks drawings, put down as a file that is checked before it holds."""

from datetime import date

from yinfeng.web.desks.land.models import LandRule
from yinfeng.web.desks.land.rules import made_of
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.ruling import put_down


def set_rules(
    unit: OrgUnit, *, by: User, text: str, since: date, reason: str, today: date
) -> LandRule:
    """Lay a file over the house's rules from a day on; an empty one takes the house's again."""
    return put_down(
        LandRule,
        "land.set_rules",
        made_of,
        unit,
        by=by,
        text=text,
        since=since,
        reason=reason,
        today=today,
    )
