"""A house filled in bulk: a county of twenty towns, their people, leads and papers.

Rows stand as the actions would have written them, in the form that pages, search and history read;
only the trail is spared: it gets one event a town. Run by `bench.workspace` in a process of
its own, which settings of the house need. A filling that was broken off goes on where it stopped.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeVar

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.workspace import leads, papers  # noqa: E402
from bench.workspace.words import PASSWORD  # noqa: E402
from yinfeng.web.desks.leads.models import Lead  # noqa: E402
from yinfeng.web.people.models import OrgUnit, Post, User  # noqa: E402
from yinfeng.web.people.roles import Role  # noqa: E402
from yinfeng.web.shell.actions.tree import planted  # noqa: E402
from yinfeng.web.shell.events import record  # noqa: E402
from yinfeng.web.store.models import Document  # noqa: E402

TOWNS = 20
_CHUNK = 2000
_POSTS = (*(Role.FIELD,) * 5, Role.HEAD, Role.HEAD, Role.LEADER, Role.STATISTICS, Role.COUNTY)
T = TypeVar("T")


def fill(count: int, documents: int, entries: int, people: int) -> None:
    """Fill the house of this process, from where it stands to so many rows."""
    _hurry()
    today = timezone.localdate()
    with transaction.atomic():
        towns, staff = _known() if OrgUnit.objects.exists() else _people(people, today)
    moment = timezone.now() - timedelta(days=1)
    for some in _chunks(range(Lead.objects.count(), count)):
        with transaction.atomic():
            leads.add(some, towns, staff, random.Random(f"leads {some[0]}"), today, moment)
        _tell("leads", some[-1] + 1, count)
    each = max(entries // max(documents, 1), 1)
    for some in _chunks(range(Document.objects.count(), documents)):
        dice = random.Random(f"papers {some[0]}")
        with transaction.atomic():
            papers.add(some, towns, staff, dice, today, moment, each)
        _tell("papers", some[-1] + 1, documents)
    with transaction.atomic():
        for town in towns:
            record(None, "people.found", town, unit=town, leads=count, documents=documents)
    _settle()


def _known() -> tuple[list[OrgUnit], dict[int, User]]:
    """The towns and their people, where an earlier filling has made them."""
    towns = list(OrgUnit.objects.filter(kind=OrgUnit.Kind.TOWN).order_by("pk"))
    staff: dict[int, User] = {}
    for user in User.objects.order_by("pk"):
        staff.setdefault(user.unit_id, user)
    return towns, staff


def _people(count: int, today: date) -> tuple[list[OrgUnit], dict[int, User]]:
    """The towns, and of each the person who follows its leads."""
    county = planted("清溪县", OrgUnit.Kind.COUNTY, None)
    towns = [planted(f"第{n + 1}镇", OrgUnit.Kind.TOWN, county) for n in range(TOWNS)]
    password = make_password(PASSWORD)
    staff: dict[int, User] = {}
    for number in range(max(count, TOWNS + len(_POSTS))):
        role = Role.FIELD if number < TOWNS else _POSTS[number % len(_POSTS)]
        unit = county if role is Role.COUNTY else towns[number % TOWNS]
        user = User(username=f"person{number}", name=f"同志{number}", unit=unit, one_time=False)
        user.password = password
        user.save(force_insert=True)
        Post.objects.create(user=user, unit=unit, role=role, since=today)
        staff.setdefault(unit.pk, user)
    return towns, staff


def _hurry() -> None:
    # A house that is lost with its folder need not reach the disk at every chunk.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")


def _settle() -> None:
    """What every installation does by night: statistics for the planner."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _chunks(numbers: range) -> Iterator[list[int]]:
    rest = iter(numbers)
    while some := list(islice(rest, _CHUNK)):
        yield some


def _tell(what: str, done: int, of: int) -> None:
    print(f"  {what} {done:,} of {of:,} at {datetime.now():%H:%M:%S}", file=sys.stderr)


if __name__ == "__main__":
    fill(*map(int, sys.argv[1:5]))
