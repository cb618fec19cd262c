"""People and offices for the tests of the workspace: a county, two towns, and who works there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.web import houses
from tests.web.migrated import copy_from
from yinfeng.web.people import paths
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role

SINCE = date(2020, 1, 1)
Hire = Callable[[str, OrgUnit, Role], User]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The run on PostgreSQL leaves out what asks no database: it would be the same once more.

    Such a test cannot reach the database of the run: pytest-django refuses it. Whole houses are
    started on that database by tests.web.houses, without a fixture.
    """
    if connection.vendor == "sqlite":
        return
    here = Path(__file__).parent
    asks = {one: here not in one.path.parents or _asks_database(one) for one in items}
    config.hook.pytest_deselected(items=[one for one in items if not asks[one]])
    items[:] = [one for one in items if asks[one]]


def _asks_database(item: pytest.Item) -> bool:
    assert isinstance(item, pytest.Function)
    fixtures = {"db", "transactional_db"} & set(item.fixturenames)
    started = (
        getattr(one, "__module__", "") == houses.__name__ for one in vars(item.module).values()
    )
    return bool(fixtures) or item.get_closest_marker("django_db") is not None or any(started)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """The database of the tests is copied from one that was made before."""
    cache = getattr(request.config, "cache", None)
    if cache is not None:
        copy_from(cache.mkdir("migrated"))


@pytest.fixture
def county(db: None) -> OrgUnit:
    """清溪县."""
    return _unit("清溪县", OrgUnit.Kind.COUNTY, None, 1)


@pytest.fixture
def town(county: OrgUnit) -> OrgUnit:
    """云泽镇, of the county."""
    return _unit("云泽镇", OrgUnit.Kind.TOWN, county, 1)


@pytest.fixture
def other_town(county: OrgUnit) -> OrgUnit:
    """柳桥镇, its neighbour."""
    return _unit("柳桥镇", OrgUnit.Kind.TOWN, county, 2)


@pytest.fixture
def hire() -> Hire:
    """A person with a post."""

    def hired(username: str, unit: OrgUnit, role: Role) -> User:
        user = User(username=username, name=f"{username}同志", unit=unit, one_time=False)
        user.set_password("Right-Words-1")
        user.save()
        Post.objects.create(user=user, unit=unit, role=role, since=SINCE)
        return user

    return hired


@pytest.fixture
def clerk(hire: Hire, town: OrgUnit) -> User:
    """A field officer of the town."""
    return hire("clerk", town, Role.FIELD)


@pytest.fixture
def head(hire: Hire, town: OrgUnit) -> User:
    """The head of the town's office."""
    return hire("head", town, Role.HEAD)


@pytest.fixture
def viewer(hire: Hire, town: OrgUnit) -> User:
    """A supervisor of the town, who reads everything and changes nothing."""
    return hire("viewer", town, Role.SUPERVISOR)


@pytest.fixture
def neighbour(hire: Hire, other_town: OrgUnit) -> User:
    """A field officer of the other town."""
    return hire("neighbour", other_town, Role.FIELD)


@pytest.fixture
def as_clerk(clerk: User) -> Client:
    """The clerk's browser."""
    return browser_of(clerk)


def browser_of(user: User) -> Client:
    """A browser in which the user has signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _unit(name: str, kind: str, parent: OrgUnit | None, number: int) -> OrgUnit:
    path = paths.child(parent.path if parent else "", number)
    return OrgUnit.objects.create(name=name, kind=kind, parent=parent, path=path)
