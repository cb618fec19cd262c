"""Figures of units are kept until something happens in the unit, and no longer."""

from collections.abc import Collection

import pytest

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.stamps import ByScope, ByUnit, stamps_of

pytestmark = pytest.mark.django_db


def test_only_the_unit_where_something_happened_is_reckoned_again(
    town: OrgUnit, other_town: OrgUnit, clerk: User
) -> None:
    asked: list[set[int]] = []

    def reckon(units: Collection[int], day: str) -> dict[int, str]:
        asked.append(set(units))
        return {unit: f"{unit} {day} {len(asked)}" for unit in units}

    kept = ByUnit(reckon)
    units = [town.pk, other_town.pk]
    record(clerk, "leads.tell", town, unit=town)
    record(clerk, "leads.tell", other_town, unit=other_town)
    first = kept.of(units, "monday")
    assert kept.of(units, "monday") == first
    assert len(asked) == 1
    record(clerk, "leads.tell", town, unit=town)
    second = kept.of(units, "monday")
    assert asked[1] == {town.pk}
    assert second[other_town.pk] == first[other_town.pk]
    assert second[town.pk] != first[town.pk]
    kept.of(units, "tuesday")
    assert asked[2] == set(units)


def test_where_nothing_ever_happened_nothing_is_kept(town: OrgUnit) -> None:
    asked = []

    def reckon(units: Collection[int]) -> dict[int, int]:
        asked.append(units)
        return dict.fromkeys(units, len(asked))

    kept = ByUnit(reckon)
    assert [kept.of([town.pk])[town.pk] for _ in range(2)] == [1, 2]


def test_what_a_person_sees_is_kept_until_something_happens_in_any_of_the_units(
    town: OrgUnit, other_town: OrgUnit, clerk: User
) -> None:
    made: list[int] = []

    def reckon() -> int:
        made.append(len(made))
        return made[-1]

    kept: ByScope[int] = ByScope()
    units = [town.pk, other_town.pk]
    record(clerk, "leads.tell", town, unit=town)
    assert [kept.of(stamps_of(units), reckon, "clerk") for _ in range(2)] == [0, 0]
    assert kept.of(stamps_of(units), reckon, "head") == 1
    record(clerk, "leads.tell", other_town, unit=other_town)
    assert kept.of(stamps_of(units), reckon, "clerk") == 2


def test_of_a_part_where_nothing_ever_happened_nothing_is_kept(town: OrgUnit) -> None:
    made = iter(range(2))
    kept: ByScope[int] = ByScope()
    assert [kept.of(stamps_of([town.pk]), lambda: next(made)) for _ in range(2)] == [0, 1]
