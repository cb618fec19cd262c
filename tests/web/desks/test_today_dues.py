"""Today tells in one list what is due in every room: overdue, or within a week."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.desks.delivery.made import a_problem
from tests.web.desks.plans.made import FIXED, TODAY, a_plan
from tests.web.desks.tenancy.grounds import park_of, stays
from yinfeng.web.desks.delivery.actions import problems
from yinfeng.web.desks.dues import dues_of, most_urgent
from yinfeng.web.people.models import OrgUnit, User

pytestmark = pytest.mark.django_db


def _counts(user: User, day: date) -> dict[str, int]:
    return {one.kind: one.count for one in dues_of(user, day)}


def test_late_milestones_and_problems_stand_in_order_of_their_days(
    clerk: User, head: User, neighbour: User, town: OrgUnit
) -> None:
    plan = a_plan(town, clerk)
    problem = a_problem(plan.project, clerk, TODAY)
    problem = problems.assign(
        problem, by=head, today=TODAY, version=problem.version, owner="供电所", handler=clerk
    )
    day = max(FIXED.values()) + timedelta(days=1)
    found = dues_of(clerk, day)
    shown = most_urgent(found)
    assert sum(one.count for one in found) > len(shown) == 8
    assert [one.day for one in shown] == sorted(one.day for one in shown)
    assert all(one.day < day and one.about == plan.project.name for one in shown)
    assert problem.due is not None
    early = most_urgent(dues_of(clerk, problem.due))
    assert problem.text in [one.says for one in early]
    assert dues_of(neighbour, day) == []


def test_a_lease_is_told_of_a_month_before_it_ends_and_not_after(
    head: User, neighbour: User, town: OrgUnit
) -> None:
    park_of(town, head)
    stay = stays(head, until=date(2026, 12, 31), area=Decimal(500))
    assert stay.until is not None
    assert _counts(head, stay.until - timedelta(days=31)) == {}
    assert _counts(head, stay.until - timedelta(days=30)) == {"入驻到期": 1}
    assert _counts(head, stay.until) == {"入驻到期": 1}
    assert _counts(head, stay.until + timedelta(days=1)) == {}
    assert _counts(neighbour, stay.until) == {}


def test_the_page_shows_them_live_only(as_clerk: Client, clerk: User, town: OrgUnit) -> None:
    assert "到期与逾期" not in as_clerk.get("/today/").content.decode()
    a_plan(town, clerk)
    page = as_clerk.get("/today/").content.decode()
    assert "到期与逾期" in page
    assert "计划节点" in page
    past = as_clerk.get("/today/?as_of=2026-03-02").content.decode()
    assert "到期与逾期" not in past


def test_the_number_of_queries_does_not_grow(clerk: User, town: OrgUnit) -> None:
    today = timezone.localdate()

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            dues_of(clerk, today)
        return len(queries)

    a_plan(town, clerk)
    asked()
    few = asked()
    for number in range(3):
        a_plan(town, clerk, f"轴承{number}期项目")
    assert asked() == few
