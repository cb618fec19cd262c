"""The tree, its names over time, and what a post opens."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from tests.web.conftest import Hire
from yinfeng.web.desks import DESKS
from yinfeng.web.people import paths
from yinfeng.web.people.may import in_scope, may, require
from yinfeng.web.people.models import Alias, OrgUnit, Post, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.roles import ADMINISTRATORS, Role
from yinfeng.web.store.models import Document, Upload

DAY = date(2026, 6, 1)


def _paper(by: User) -> Document:
    sha = f"{Upload.objects.count():064}"
    upload = Upload.objects.create(unit=by.unit, sha256=sha, name=f"{by}.txt", size=1, by=by)
    return Document.objects.create(
        unit=by.unit, upload=upload, sha256=sha, ordinal=1, name=upload.name, media="text/plain"
    )


def test_paths_of_the_units_below_one_are_a_range() -> None:
    town = paths.child("0001", 3)
    assert (town, paths.after(town)) == ("00010003", "00010004")
    below = paths.child(town, 9999)
    assert town <= below < paths.after(town)
    assert not town <= paths.child("0001", 30) < paths.after(town)
    assert paths.after(paths.child("0001", 9999)) == "00020000"


def test_the_county_sees_its_towns_and_a_town_itself(
    county: OrgUnit, clerk: User, neighbour: User, hire: Hire
) -> None:
    ours, theirs = _paper(clerk), _paper(neighbour)
    county_clerk = hire("county", county, Role.COUNTY)
    assert set(Document.objects.visible_to(county_clerk)) == {ours, theirs}
    assert set(Document.objects.visible_to(clerk)) == {ours}
    assert set(Document.objects.visible_to(neighbour)) == {theirs}


def test_a_right_holds_in_its_unit_and_below_and_nowhere_else(
    clerk: User, town: OrgUnit, other_town: OrgUnit, county: OrgUnit
) -> None:
    assert may(clerk, "library.decide", town)
    assert not may(clerk, "library.decide", other_town)
    assert not may(clerk, "library.decide", county)
    with pytest.raises(PermissionDenied):
        require(clerk, "library.decide", other_town)


def test_the_county_reads_a_towns_papers_and_does_not_decide_on_them(
    county: OrgUnit, town: OrgUnit, hire: Hire
) -> None:
    county_clerk = hire("county", county, Role.COUNTY)
    assert may(county_clerk, "library.read", town)
    assert not may(county_clerk, "library.decide", town)


def test_an_administrator_sees_no_papers(town: OrgUnit, clerk: User, hire: Hire) -> None:
    _paper(clerk)
    for role in sorted(ADMINISTRATORS):
        assert not Document.objects.visible_to(hire(role, town, role)).exists()


def test_a_post_that_has_ended_or_a_person_who_has_left_opens_nothing(
    clerk: User, viewer: User
) -> None:
    Post.objects.filter(user=clerk).update(until=date(2020, 2, 1))
    assert not may(clerk, "library.read")
    viewer.is_active = False
    assert not may(viewer, "library.read")


def test_who_holds_two_posts_sees_both_units(clerk: User, other_town: OrgUnit) -> None:
    Post.objects.create(user=clerk, unit=other_town, role=Role.LEADER, since=date(2020, 1, 1))
    assert may(clerk, "library.read", other_town)
    assert not may(clerk, "library.decide", other_town)


def test_scope_takes_the_same_queries_for_one_unit_and_for_many(
    clerk: User, django_assert_num_queries: object
) -> None:
    for _ in range(5):
        _paper(clerk)
    with django_assert_num_queries(3):  # type: ignore[operator]
        assert Document.objects.filter(in_scope(clerk, "library.read")).count() == 5


def test_one_body_with_two_names_is_one_unit(town: OrgUnit) -> None:
    Alias.objects.create(unit=town, name="云泽经济开发区", since=date(2024, 1, 1))
    assert OrgUnit.objects.called("云泽经济开发区", DAY).get() == town
    assert OrgUnit.objects.called("云泽镇", DAY).get() == town
    assert not OrgUnit.objects.called("云泽经济开发区", date(2023, 1, 1)).exists()


def test_units_under_one_are_itself_and_all_below(
    county: OrgUnit, town: OrgUnit, other_town: OrgUnit
) -> None:
    assert set(OrgUnit.objects.under(county)) == {county, town, other_town}
    assert set(OrgUnit.objects.under(town)) == {town}


def test_every_role_may_do_something_and_no_administrator_does_business() -> None:
    assert {role for roles in MAY.values() for role in roles} >= set(Role) - {Role.AUDIT}
    business = {desk.name for desk in DESKS} - {"staff", "audit", "hooks", "jobs", "system"}
    for action, roles in MAY.items():
        is_business = action.partition(".")[0] in business | {"identity", "private", "search"}
        assert not (is_business and roles & ADMINISTRATORS), action
