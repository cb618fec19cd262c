"""Today tells of projects, too: milestones and problems that are late or due within a week."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.web.desks.delivery.made import a_problem
from tests.web.desks.plans.made import FIXED, TODAY, a_plan
from yinfeng.web.desks.delivery.actions import problems
from yinfeng.web.desks.today.projects import due_of_projects
from yinfeng.web.people.models import OrgUnit, User

pytestmark = pytest.mark.django_db


def test_late_milestones_and_problems_stand_in_order_of_their_days(
    clerk: User, head: User, neighbour: User, town: OrgUnit
) -> None:
    plan = a_plan(town, clerk)
    problem = a_problem(plan.project, clerk, TODAY)
    problem = problems.assign(
        problem, by=head, today=TODAY, version=1, owner="供电所", handler=clerk
    )
    day = max(FIXED.values()) + timedelta(days=1)
    due = due_of_projects(clerk, day)
    assert due.count > len(due.shown) == 6
    assert [one.day for one in due.shown] == sorted(one.day for one in due.shown)
    assert all(one.is_late and one.about == plan.project.name for one in due.shown)
    assert problem.due is not None
    early = due_of_projects(clerk, problem.due)
    assert f"问题：{problem.text}" in [one.says for one in early.shown]
    assert due_of_projects(neighbour, day).count == 0


def test_the_page_shows_them_live_only(as_clerk: Client, clerk: User, town: OrgUnit) -> None:
    a_plan(town, clerk)
    page = as_clerk.get("/today/").content.decode()
    assert "项目节点和问题" in page
    past = as_clerk.get("/today/?as_of=2026-03-02").content.decode()
    assert "项目节点和问题" not in past
