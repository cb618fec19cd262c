"""Who is told that a project stands still: its officer and the head, once for each finding."""

from datetime import date, timedelta

from yinfeng.web.desks.delivery.actions.receivers import receivers
from yinfeng.web.desks.delivery.standstill import found_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.notices.actions import tell
from yinfeng.web.people.models import OrgUnit

_TO = ("owner", "head")


def tell_of_stills(unit: OrgUnit, *, today: date) -> int:
    """Tell of every project of a unit that stands still, in the caller's transaction."""
    rows = Project.objects.standing().open().filter(unit=unit).select_related("unit")
    told = 0
    for found in found_of(list(rows.order_by("pk")), today).values():
        for one in found:
            people, _ = receivers(one.project, _TO, today)
            # A delay that still runs puts the day off each day; it is the same finding.
            since = one.since - timedelta(days=one.excused)
            told += tell(
                people,
                kind="delivery.still",
                says=f"{one.project.name}：{one.says}。{one.asks}。",
                address=f"/delivery/projects/{one.project.pk}#still",
                unit=unit,
                key=f"{one.key}-{one.project.pk}-{since}",
            )
    return told
