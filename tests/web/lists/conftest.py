"""Places of a town for the tests of lists, and their addresses."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import OrgUnit, User

Make = Callable[..., Place]
THEN = timezone.make_aware(datetime(2026, 3, 2, 9, 30))


@pytest.fixture(autouse=True)
def addresses(settings: Settings) -> None:
    """The workspace with the list of places."""
    settings.ROOT_URLCONF = "tests.web.lists.urls"


@pytest.fixture
def make(clerk: User, town: OrgUnit) -> Make:
    """A new place of the town."""

    def made(number: str, at: datetime = THEN, **values: Any) -> Place:
        values = {"unit": town, "name": f"场地{number}", **values}
        with transaction.atomic():
            return keeping.add(Place(number=number, **values), by=clerk, at=at)

    return made


@pytest.fixture
def places(make: Make) -> list[Place]:
    """Three places."""
    return [
        make("A1", name="河东仓库", area=Decimal("12.50"), is_fenced=True),
        make("A2", name="北门空地", area=Decimal(1200), state=Place.State.EMPTY),
        make("B1", name="老粮站", state=Place.State.SHUT),
    ]
