"""Who sees projects: the clerk of the town, not who has no right, not the neighbour."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.conftest import Hire, browser_of
from tests.web.desks.projects.made import a_project
from tests.web.test_matrix import DOORS
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role


@pytest.mark.django_db
def test_the_clerk_sees_the_project_and_its_list(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    project = a_project(town, clerk)
    assert "轴承项目" in as_clerk.get("/projects/").content.decode()
    assert "轴承项目" in as_clerk.get(f"/projects/{project.pk}").content.decode()


@pytest.mark.django_db
def test_a_project_of_another_office_is_not_there(
    hire: Hire, town: OrgUnit, other_town: OrgUnit, neighbour: User
) -> None:
    theirs = a_project(other_town, neighbour)
    own = [d for d in DOORS if d.name.startswith("projects:") and d.takes == ("pk",)]
    browsers = {role: browser_of(hire(f"own-{role}", town, role)) for role in Role}
    assert own
    for door in own:
        address = reverse(door.name, args=[theirs.pk])
        for role in sorted(MAY[door.action]):
            for answer in (browsers[role].get(address), browsers[role].post(address, {})):
                assert answer.status_code in (404, 405), (door.name, role)
