"""A house in which a year has happened, and an address of it behind every door.

It is filled once for all tests here, by the actions of the workspace; each test undoes what it did.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from scripts.town import whole_town
from tests.web.conftest import SINCE, browser_of
from tests.web.papers import NAME, PAPER
from tests.web.test_matrix import DOORS, NOWHERE, WORDS, Door
from yinfeng.web.people import paths
from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import Role
from yinfeng.web.store.actions import take_in
from yinfeng.web.work.job import jobs
from yinfeng.web.work.models import State, Task

PROJECTS = 3
SPACES = sorted({door.name.rpartition(":")[0] for door in DOORS})
# Whose rows a door may take beside those of its own room.
_SHARED = (
    "projects.Project", "leads.Lead", "land.Park", "land.Parcel", "store.Document", "work.Task",
)  # fmt: skip
_WORDS = {"reports": "daily", "outreach": "trips", "land": "parcels"}
_GIVEN = {
    "form": "csv",
    "start": "A2",
    "end": "C1",
    "layer": "parcels",
    "facts": "1",
}


@dataclass(frozen=True)
class House:
    """Who works in the house, one of each role, and the day."""

    people: dict[Role, User]
    today: date
    known: dict[str, int] = field(default_factory=dict)
    """By the address before its key, a thing that was found there."""
    keys: dict[str, list[int]] = field(default_factory=dict)
    """By room, the things that its doors may lead to."""

    def browser(self, door: Door) -> Client:
        """The browser of somebody who may pass the door; the head where he may."""
        roles = MAY[door.action]
        return self.browser_of(Role.HEAD if Role.HEAD in roles else min(roles))

    def browser_of(self, role: Role) -> Client:
        """The browser of somebody of that role."""
        browser = browser_of(self.people[role])
        browser.raise_request_exception = False
        return browser

    def found(self, address: str) -> None:
        """Remember that a thing stands there: other doors with its address lead to it too."""
        place, key = _parted(address)
        if key:
            self.known[place] = int(key)


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """The house, gone when the last test here is over."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _house()
        transaction.set_rollback(True)


def _house() -> House:
    county = _unit("清溪县", OrgUnit.Kind.COUNTY, None)
    town = _unit("云泽镇", OrgUnit.Kind.TOWN, county)
    people = {role: _hired(role, town) for role in Role}
    today = timezone.localdate()
    whole_town(people[Role.HEAD], today=today, projects=PROJECTS)
    take_in(PAPER, NAME, by=people[Role.FIELD])
    now = timezone.now()
    Task.objects.create(job=min(jobs()), state=State.FAILED, due=now, asked=now, says="磁盘已满")
    return House(people, today)


def addresses_of(house: House, door: Door) -> Iterator[str]:
    """Where the door may lead to something: by the first and last thing of each kind.

    What was found behind a door with the same beginning stands first.
    """
    space = door.name.partition(":")[0]
    told = {**_GIVEN, "key": _WORDS.get(space, "signed")}

    def at(key: int) -> str:
        return reverse(door.name, kwargs={one: told.get(one, key) for one in door.takes})

    try:
        if not set(door.takes) - set(WORDS):
            yield at(0)
            return
        first = house.known.get(_parted(at(NOWHERE))[0])
        if space not in house.keys:
            house.keys[space] = _keys(space)
        keys = house.keys[space] if first is None else [first, *house.keys[space]]
        yield from (at(key) for key in dict.fromkeys(keys))
    except NoReverseMatch:
        return


def _parted(address: str) -> tuple[str, str]:
    """An address before the key of its thing, and the key."""
    match = re.search(r"/(\d+)(?=/|$)", address)
    return (address[: match.start(1)], match[1]) if match else (address, "")


def _keys(space: str) -> list[int]:
    kinds = (
        [*apps.get_models()]
        if space not in {one.label for one in apps.get_app_configs()}
        else [
            *apps.get_app_config(space).get_models(),
            *(apps.get_model(one) for one in _SHARED),
        ]
    )
    found: dict[int, None] = {}
    for kind in kinds:
        if isinstance(kind._meta.pk, models.AutoField | models.BigAutoField):
            keys = kind._default_manager.order_by("pk").values_list("pk", flat=True)
            found |= dict.fromkeys([*keys[:1], *keys.reverse()[:1]])
    return list(found)


def _hired(role: Role, unit: OrgUnit) -> User:
    user = User.objects.create(username=f"one-{role}", name="赵启明", unit=unit, one_time=False)
    Post.objects.create(user=user, unit=unit, role=role, since=SINCE)
    return user


def _unit(name: str, kind: str, parent: OrgUnit | None) -> OrgUnit:
    path = paths.child(parent.path if parent else "", 1)
    return OrgUnit.objects.create(name=name, kind=kind, parent=parent, path=path)
