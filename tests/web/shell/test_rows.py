"""Rows written many at once are what the mapper writes one by one."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from yinfeng.web.people.models import OrgUnit, Post, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.events import record_many
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.rows import insert

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_days_stand_as_they_were_given_each_in_its_row(clerk: User, town: OrgUnit) -> None:
    first = date(2026, 3, 1)
    days = [(first, first + DAY), (first, None), (first + DAY, first + DAY), (first, first)]
    insert(Post, (Post(user=clerk, unit=town, role=Role.HEAD, since=a, until=b) for a, b in days))
    written = Post.objects.filter(user=clerk, role=Role.HEAD).order_by("pk")
    assert list(written.values_list("since", "until")) == days


def test_a_moment_is_the_same_in_every_zone(town: OrgUnit, clerk: User) -> None:
    moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    same = moment.astimezone(timezone(timedelta(hours=8)))
    record_many(clerk, "leads.tell", [(town, town, {}), (town, town, {})])
    first, second = Event.objects.order_by("-number")[:2]
    made = [
        Event(**{f.attname: getattr(one, f.attname) for f in Event._meta.concrete_fields[1:]})
        for one in (first, second)
    ]
    for number, (one, at) in enumerate(zip(made, (moment, same), strict=True), 1):
        one.number, one.at = first.number + number, at
    insert(Event, made)
    later = Event.objects.filter(number__gt=first.number).values_list("at", flat=True)
    assert list(later) == [moment, moment]
