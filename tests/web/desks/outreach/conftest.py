"""The office of a year, and a trip of it."""

import pytest

from tests.web.desks.outreach.made import DAY
from tests.web.desks.outreach_year import Town
from yinfeng.web.desks.outreach.models import (
    Trip,
)
from yinfeng.web.people.models import OrgUnit, User


@pytest.fixture
def office(town: OrgUnit, clerk: User, head: User) -> Town:
    """The town in the year 2026."""
    return Town(town, clerk, head, 2026)


@pytest.fixture
def trip(office: Town) -> Trip:
    """A trip that waits for approval."""
    return office.trip(DAY, 3, "上海")
