"""Plans for tests of this desk and of those above it."""

from collections.abc import Mapping
from datetime import date, timedelta

from tests.web.desks.projects.made import a_project
from yinfeng.web.desks.plans import actions
from yinfeng.web.desks.plans.models import Milestone, Plan
from yinfeng.web.people.models import OrgUnit, User

TODAY = date(2026, 3, 2)
FIXED = {
    "start": date(2026, 12, 30),
    "acceptance": date(2028, 6, 30),
    "production": date(2028, 12, 29),
}


def a_plan(
    unit: OrgUnit,
    by: User,
    name: str = "轴承项目",
    today: date = TODAY,
    fixed: Mapping[str, date] = FIXED,
) -> Plan:
    """A plan of a new project on new land, which can be kept."""
    project = a_project(unit, by, name)
    return actions.make(project, by=by, template="new-land", fixed=fixed, today=today)


def in_days(today: date, start: int, acceptance: int, production: int) -> dict[str, date]:
    """Fixed days so many days from today."""
    gaps = {"start": start, "acceptance": acceptance, "production": production}
    return {key: today + timedelta(days=days) for key, days in gaps.items()}


def milestone(plan: Plan, key: str) -> Milestone:
    """A milestone of a plan as it stands."""
    return Milestone.objects.select_related("unit", "project").get(plan=plan, key=key)
