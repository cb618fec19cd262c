"""The doors of plans: what belongs to another office is not there, whoever asks."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.plans.made import a_plan, in_days, milestone
from tests.web.desks.projects.made import a_project
from tests.web.test_matrix import DOORS
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def today() -> date:
    """The day on which the pages are asked."""
    return timezone.localdate()


def test_a_plan_of_another_office_is_not_there(
    hire: Hire, town: OrgUnit, other_town: OrgUnit, neighbour: User, today: date
) -> None:
    theirs = a_plan(other_town, neighbour, today=today, fixed=in_days(today, 300, 800, 1000))
    row = milestone(theirs, "eia")
    bare = a_project(other_town, neighbour, "齿轮项目")
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    own = [d for d in DOORS if d.name.startswith("plans:") and d.takes == ("pk",)]
    lists = re.compile(r".*-(drop|journal|end-field)")
    checked = 0
    for door in own:
        if lists.fullmatch(door.name):
            continue
        address = reverse(door.name, args=[0])
        key = bare.pk if door.name == "plans:make" else theirs.pk
        key = row.pk if "/milestone/" in address else key
        for role in sorted(MAY[door.action]):
            where = reverse(door.name, args=[key])
            for answer in (browsers[role].get(where), browsers[role].post(where, {})):
                assert answer.status_code in (404, 405), (door.name, role)
                checked += 1
    assert checked > 50
    for address in ("/plans/", "/plans/milestones/", "/plans/drawn", "/plans/month"):
        assert "轴承项目" not in browsers[Role.HEAD].get(address).content.decode()
