"""A question is put together once; its answer is asked for each time."""

import pytest
from django.db.models import QuerySet

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.questions import keys_seen

pytestmark = pytest.mark.django_db


def test_what_happens_between_two_askings_is_in_the_second_answer(
    clerk: User, town: OrgUnit
) -> None:
    made = []

    def rows() -> "QuerySet[Event]":
        made.append(1)
        return Event.objects.filter(unit=town, action="leads.tell").order_by("-number")

    def asked() -> list[int]:
        return keys_seen(clerk, "leads.read", rows, "what was told")

    before = asked()
    first = record(clerk, "leads.tell", town, unit=town)
    assert asked() == [first.pk, *before]
    second = record(clerk, "leads.tell", town, unit=town)
    assert asked() == [second.pk, first.pk, *before]
    assert len(made) == 1


def test_another_scope_asks_a_question_of_its_own(
    clerk: User, neighbour: User, other_town: OrgUnit
) -> None:
    def units_of(user: User) -> list[int]:
        def rows() -> "QuerySet[OrgUnit]":
            return OrgUnit.objects.filter(pk=user.unit_id)

        return keys_seen(user, "leads.read", rows, "own unit")

    assert units_of(clerk) == [clerk.unit_id]
    assert units_of(neighbour) == [other_town.pk]


def test_what_no_row_can_answer_is_not_asked(
    clerk: User, django_assert_num_queries: "pytest.FixtureRequest"
) -> None:
    def none() -> "QuerySet[Event]":
        return Event.objects.filter(pk__in=())

    assert keys_seen(clerk, "leads.read", none, "none") == []
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert keys_seen(clerk, "leads.read", none, "none") == []
