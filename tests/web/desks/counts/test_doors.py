"""The doors of counting take words, not things: another office's projects are not in its counts."""

import pytest
from django.test import Client

from tests.web.desks.projects.made import a_project
from yinfeng.web.people.models import OrgUnit, User


@pytest.mark.parametrize(
    "address", ["/counts/of/nothing", "/counts/from/A2/to/Z9", "/counts/of/nothing/export.xlsx"]
)
def test_a_count_that_there_is_not_is_not_found(as_clerk: Client, address: str) -> None:
    assert as_clerk.get(address).status_code == 404


def test_a_cohort_shows_only_the_own_offices_projects(
    as_clerk: Client, clerk: User, neighbour: User, other_town: OrgUnit
) -> None:
    a_project(other_town, neighbour, "邻镇项目")
    assert "邻镇项目" not in as_clerk.get("/counts/from/A2/to/C1").content.decode()
    assert "邻镇项目" not in as_clerk.get("/counts/").content.decode()
