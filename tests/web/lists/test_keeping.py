"""How records are written: versions from when until when, two editors, removal, many at once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from tests.web.lists.conftest import THEN, Make
from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.lists.tampering import altered
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.refusals import Refused

LATER = THEN + timedelta(hours=1)


def test_each_change_leaves_a_version_that_ends_where_the_next_begins(
    make: Make, clerk: User, head: User
) -> None:
    place = make("A1")
    with transaction.atomic():
        made = keeping.change(place, by=head, at=LATER, reason="更名", name="新名")
    assert made.before == {"name": "场地A1"}
    assert made.after == {"name": "新名"}
    new, old = Place.history.filter(id=place.pk).order_by("-version")
    assert (old.history_date, old.history_until, old.history_user) == (THEN, LATER, clerk)
    assert (new.history_date, new.history_until, new.history_user) == (LATER, None, head)
    assert new.history_change_reason == "更名"
    assert (new.version, made.record.version, made.record.changed_by) == (2, 2, head)


def test_the_second_of_two_editors_is_told_who_changed_what(
    make: Make, clerk: User, head: User
) -> None:
    place = make("A1", area=Decimal("12.50"))
    with transaction.atomic():
        keeping.change(place, by=head, version=1, at=LATER, state=Place.State.SHUT, area=None)
    with pytest.raises(Refused) as told, transaction.atomic():
        keeping.change(place, by=clerk, version=1, name="别名")
    says = str(told.value)
    assert "head同志于03月02日 10:30改过“场地A1”" in says
    assert "状况由“在用”改为“停用”" in says
    assert "面积由“12.5”改为“空”" in says
    assert Place.objects.get().name == "场地A1"


def test_what_stays_as_it_is_leaves_no_version(make: Make, clerk: User) -> None:
    place = make("A1")
    with transaction.atomic():
        made = keeping.change(place, by=clerk, name="场地A1")
    assert not made.is_other
    assert Place.history.count() == 1


def test_a_record_is_removed_for_a_reason_and_brought_back(make: Make, clerk: User) -> None:
    place = make("A1")
    with pytest.raises(Refused, match="理由"), transaction.atomic():
        keeping.remove(place, by=clerk, reason=" ")
    with transaction.atomic():
        keeping.remove(place, by=clerk, reason="重复登记", at=LATER)
    assert not Place.objects.standing().exists()
    with pytest.raises(Refused, match="已删除（重复登记）"), transaction.atomic():
        keeping.change(place, by=clerk, name="别名")
    with transaction.atomic():
        keeping.bring_back(place, by=clerk, reason="删错了")
    assert Place.objects.standing().get().removed_why == ""
    assert Place.history.count() == 3


def test_many_are_written_at_once_with_their_versions(clerk: User, town: OrgUnit) -> None:
    new = [Place(unit=town, number=f"M{n}", name=f"场地{n}") for n in range(30)]
    with transaction.atomic():
        keeping.add_many(new, by=clerk, at=THEN)
    places = list(Place.objects.order_by("pk"))
    changes = [(place, {"area": Decimal(n), "unit": town}) for n, place in enumerate(places)]
    with transaction.atomic():
        done = keeping.change_many(changes, by=clerk, reason="补录面积", at=LATER)
    assert len(done) == 30
    assert Place.objects.get(number="M7").area == 7
    assert Place.history.count() == 60
    assert Place.history.filter(history_until=LATER, version=1).count() == 30
    assert Place.history.filter(history_until=None, version=2).count() == 30
    assert {v.history_change_reason for v in Place.history.filter(version=2)} == {"补录面积"}


def test_an_earlier_version_can_be_had_again(make: Make, clerk: User) -> None:
    place = make("A1", area=Decimal(5))
    with transaction.atomic():
        now = keeping.change(place, by=clerk, area=Decimal(6)).record
    assert keeping.as_it_was(now, 1).area == 5


def _past_the_software(town: OrgUnit, version: int = 1) -> Place:
    """A place of which nobody kept a version."""
    place = Place(unit=town, number="X1", name="外来场地", version=version)
    place.created_at = place.changed_at = THEN
    Place._base_manager.bulk_create([place])
    return place


def test_an_earlier_version_that_nobody_kept_is_refused_with_a_sentence(
    town: OrgUnit, clerk: User
) -> None:
    place = _past_the_software(town)
    with transaction.atomic():
        now = keeping.change(place, by=clerk, area=Decimal(6)).record
    with pytest.raises(Refused, match="第1版的内容没有留下记录"):
        keeping.as_it_was(now, 1)


def test_the_second_editor_is_told_also_where_the_first_version_is_missing(
    town: OrgUnit, clerk: User, head: User
) -> None:
    place = _past_the_software(town)
    with transaction.atomic():
        keeping.change(place, by=head, version=1, at=LATER, name="新名")
    with pytest.raises(Refused) as told, transaction.atomic():
        keeping.change(place, by=clerk, version=1, name="别名")
    says = str(told.value)
    assert "head同志于03月02日 10:30改过“新名”" in says
    assert "第1版没有留下记录" in says
    assert Place.objects.get().name == "新名"


def test_the_check_names_records_of_which_versions_are_missing(
    make: Make, town: OrgUnit, clerk: User
) -> None:
    whole, bare = make("A1"), _past_the_software(town)
    with transaction.atomic():
        keeping.change(whole, by=clerk, name="新名")
    assert list(altered()) == [f"place第{bare.pk}号没有登记它的版本，是绕过系统加进去的。"]
    with transaction.atomic():
        keeping.change(bare, by=clerk, name="别名")
    assert list(altered()) == [
        f"place第{bare.pk}号已改到第2版，只留下1版的登记，此前的内容被绕过系统删除。"
    ]
