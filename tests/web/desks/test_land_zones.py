"""Control zones: what lies in them, since when, until when; parcels, points and words."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from tests.mapping.shapes import kept, square
from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import Parcel, Park, Touch, TouchEnd, Zone
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.worker import work_off

RULE: dict[str, Any] = {"layer": "reserve", "rule": "forbidden", "basis": "云泽镇国土空间规划"}
LONG_AGO = date(2024, 1, 1)


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def as_planner(planner: User) -> Client:
    return browser_of(planner)


def _zone(by: User, unit: OrgUnit, name: str, **more: Any) -> Zone:
    told = {"since": LONG_AGO, **RULE, **more}
    return actions.keep(Zone, by=by, unit=unit, fact=None, name=name, **told)


def _parcel(by: User, unit: OrgUnit, number: str, east: float) -> Parcel:
    made = actions.keep(Parcel, by=by, unit=unit, number=number)
    return actions.draw(made, by=by, version=1, geometry=kept(square(east)), source="x")


def _drawn_zone(by: User, unit: OrgUnit, east: float, side: float) -> Zone:
    zone = _zone(by, unit, "预控一区")
    return actions.draw(zone, by=by, version=1, geometry=kept(square(east, -100, side)), source="x")


def test_a_parcel_knows_the_zone_that_comes_over_it_and_since_when(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    today = timezone.localdate()
    inside = _parcel(planner, town, "G1", 0)
    half = _parcel(planner, town, "G2", 250)
    beside = _parcel(planner, town, "G3", 300.2)
    zone = _drawn_zone(planner, town, 0, 300)
    work_off()
    touches = {one.key: one for one in Touch.objects.all()}
    assert set(touches) == {inside.pk, half.pk}
    assert touches[inside.pk].since == today
    assert touches[inside.pk].share == 1
    assert touches[half.pk].share == pytest.approx(Decimal("0.5"), abs=Decimal("0.001"))
    page = as_planner.get(f"/land/parcels/{half.pk}").content.decode()
    assert "预控一区" in page
    assert "禁止布点" in page
    assert "G1" in as_planner.get(f"/land/zones/{zone.pk}").content.decode()
    assert "没有压占" in as_planner.get(f"/land/parcels/{beside.pk}").content.decode()


def test_a_parcel_drawn_later_knows_at_once(planner: User, town: OrgUnit) -> None:
    _drawn_zone(planner, town, 0, 300)
    parcel = _parcel(planner, town, "G1", 0)
    assert Touch.objects.of(parcel).standing().count() == 1


def test_a_touch_ends_with_the_zone_and_both_days_are_kept(planner: User, town: OrgUnit) -> None:
    today = timezone.localdate()
    zone = _drawn_zone(planner, town, 0, 300)
    parcel = _parcel(planner, town, "G1", 0)
    zone = actions.change(zone, by=planner, version=2, until=today + timedelta(days=10))
    expired = today + timedelta(days=10)
    assert actions.touch_zone(zone, today=expired - timedelta(days=1)) == 0
    assert actions.touch_zone(zone, today=expired) == 1
    assert actions.touch_zone(zone, today=expired) == 0
    touch = Touch.objects.of(parcel).get()
    assert touch.end.on == expired
    assert Touch.objects.on(expired - timedelta(days=1)).count() == 1
    assert Touch.objects.on(expired).count() == 0


def test_a_parcel_that_is_drawn_anew_lies_there_on_as_much_as_it_does_now(
    planner: User, town: OrgUnit
) -> None:
    today = timezone.localdate()
    zone = _drawn_zone(planner, town, 0, 300)
    parcel = _parcel(planner, town, "G1", 0)
    Touch.objects.of(parcel).get()
    parcel.refresh_from_db()
    half = kept(square(250))
    actions.draw(parcel, by=planner, version=parcel.version, geometry=half, source="复测")
    now = Touch.objects.of(parcel).standing().get()
    assert now.share == pytest.approx(Decimal("0.5"), abs=Decimal("0.001"))
    assert now.since == today
    was = Touch.objects.of(parcel).exclude(end=None).get()
    assert was.share == 1
    assert was.end.on == today
    assert actions.touch_zone(zone, today=today) == 0


def test_a_parcel_that_moves_out_and_in_again_lies_there_from_that_day(
    planner: User, town: OrgUnit
) -> None:
    today = timezone.localdate()
    _drawn_zone(planner, town, 0, 300)
    parcel = _parcel(planner, town, "G1", 0)
    away = kept(square(5000))
    parcel = actions.draw(parcel, by=planner, version=2, geometry=away, source="x")
    assert Touch.objects.of(parcel).standing().count() == 0
    parcel = actions.draw(parcel, by=planner, version=3, geometry=kept(square()), source="x")
    assert Touch.objects.of(parcel).count() == 2
    assert Touch.objects.of(parcel).standing().get().since == today


def test_a_zone_of_words_is_said_by_a_person_and_taken_back(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    zone = _zone(planner, town, "锦绣路以东预控区")
    parcel = actions.keep(Parcel, by=planner, unit=town, number="G1", boundary="东至锦绣路")
    told = {"zone": zone.pk, "since": "2024-03-01", "reason": "对照四至"}
    page = as_planner.post(f"/land/parcels/{parcel.pk}/touch", told, follow=True)
    assert "锦绣路以东预控区" in page.content.decode()
    again = as_planner.post(f"/land/parcels/{parcel.pk}/touch", told, follow=True)
    assert "已经认定" in again.content.decode()
    work_off()
    touch = Touch.objects.get()
    assert touch.since == date(2024, 3, 1)
    as_planner.post(f"/land/touches/{touch.pk}/end", {"reason": "四至写错"})
    assert Touch.objects.standing().count() == 0


def test_what_is_drawn_is_not_said(planner: User, town: OrgUnit) -> None:
    zone = _drawn_zone(planner, town, 5000, 300)
    parcel = _parcel(planner, town, "G1", 0)
    with pytest.raises(Refused, match="由图形判定"):
        actions.say_touch(
            parcel, zone, by=planner, reason="x", since=LONG_AGO, today=timezone.localdate()
        )


@pytest.mark.parametrize("model", [Touch, TouchEnd])
def test_the_database_refuses_to_change_a_touch(
    model: type[Touch | TouchEnd], planner: User, town: OrgUnit
) -> None:
    zone = _drawn_zone(planner, town, 0, 300)
    _parcel(planner, town, "G1", 0)
    actions.touch_zone(
        actions.change(zone, by=planner, version=2, until=date(2024, 6, 1)),
        today=timezone.localdate(),
    )
    assert model._default_manager.count() == 1
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {model._meta.db_table} SET why = 'x'")


def test_a_rule_with_conditions_wants_them_written(planner: User, town: OrgUnit) -> None:
    told = {**RULE, "rule": "conditional"}
    with pytest.raises(Refused, match="请写明条件"):
        actions.keep(Zone, by=planner, unit=town, fact=None, name="x", since=LONG_AGO, **told)


def test_another_office_says_nothing_of_our_parcels(
    hire: Hire, planner: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    parcel = actions.keep(Parcel, by=planner, unit=town, number="G1")
    theirs = browser_of(hire("theirs", other_town, Role.LAND))
    assert theirs.post(f"/land/parcels/{parcel.pk}/touch", {}).status_code == 404
    assert theirs.post("/land/touches/1/end", {}).status_code == 404


QUOTED = "东至云泽大道，西至善水公路，南至白水塘路，北至云泽塘"
BOUNDS = "东至云泽大道,西至善水公路,南至白水塘路,北至云泽塘"


def test_a_zone_of_the_same_four_bounds_as_a_park_lies_over_its_parcels_at_once(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    park = actions.keep(
        Park, by=planner, unit=town, name="云泽智造园", kind="zone", boundary=BOUNDS
    )
    inside = actions.keep(Parcel, by=planner, unit=town, number="G1", park=park)
    actions.keep(Parcel, by=planner, unit=town, number="G2")
    zone = _zone(
        planner, town, "预控一区", boundary="北到云泽塘，南到白水塘路，东到云泽大道，西到善水公路"
    )
    work_off()
    touch = Touch.objects.get()
    assert (touch.key, touch.since) == (inside.pk, timezone.localdate())
    assert touch.why == "四至与园区“云泽智造园”的相同"
    later = actions.keep(Parcel, by=planner, unit=town, number="G3", park=park)
    assert Touch.objects.of(later).standing().count() == 1
    actions.change(later, by=planner, version=1, park=None)
    assert Touch.objects.of(later).standing().count() == 0
    assert "可能涉及" not in as_planner.get(f"/land/zones/{zone.pk}").content.decode()


def test_what_a_zone_may_touch_is_shown_and_a_person_says_whether_it_does(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    park = actions.keep(Park, by=planner, unit=town, name="云泽智造园", kind="zone")
    one = actions.keep(Parcel, by=planner, unit=town, number="G1", park=park)
    two = actions.keep(Parcel, by=planner, unit=town, number="G2", boundary="东至云泽大道")
    beyond = actions.keep(Parcel, by=planner, unit=town, number="G9", boundary="西至云泽大道")
    zone = _zone(planner, town, "大交通预控", boundary="云泽智造园内部分区域，东至云泽大道")
    page = as_planner.get(f"/land/zones/{zone.pk}").content.decode()
    assert "可能涉及（2）" in page
    assert "管控区的文字里写到园区“云泽智造园”" in page
    assert "宗地与管控区同为东至云泽大道" in page
    assert "G9" not in page
    assert "可能涉及" in as_planner.get(f"/land/parcels/{two.pk}").content.decode()
    assert "可能涉及" not in as_planner.get(f"/land/parcels/{beyond.pk}").content.decode()
    at = f"/land/parcels/{{}}/zones/{zone.pk}"
    said = {"reason": "对照控规图", "from": "zone"}
    as_planner.post(at.format(one.pk), {**said, "lies": "yes"})
    page = as_planner.post(at.format(two.pk), {**said, "lies": "no"}, follow=True).content.decode()
    assert "可能涉及" not in page
    assert Touch.objects.standing().get().key == one.pk
    assert not Touch.objects.of(two).on(timezone.localdate()).exists()
    assert "不涉及：对照控规图" in as_planner.get(f"/land/parcels/{two.pk}").content.decode()
    work_off()
    assert Touch.objects.standing().get().key == one.pk


def test_a_parcel_that_lay_in_a_zone_of_words_did_so_as_of_a_past_day_only(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    today = timezone.localdate()
    zone = _zone(planner, town, "预控一区", boundary=BOUNDS)
    parcel = actions.keep(Parcel, by=planner, unit=town, number="G1", boundary=BOUNDS)
    zone = actions.change(zone, by=planner, version=1, until=today + timedelta(days=5))
    actions.touch_zone(zone, today=today + timedelta(days=5))
    touch = Touch.objects.of(parcel).get()
    assert Touch.objects.on(today + timedelta(days=4)).get() == touch
    assert not Touch.objects.on(today + timedelta(days=5)).exists()


def test_nobody_answers_for_another_office(
    viewer: User, hire: Hire, planner: User, town: OrgUnit, other_town: OrgUnit
) -> None:
    parcel = actions.keep(Parcel, by=planner, unit=town, number="G1", boundary=BOUNDS)
    zone = _zone(planner, town, "预控", boundary="东至云泽大道")
    at = f"/land/parcels/{parcel.pk}/zones/{zone.pk}"
    theirs = browser_of(hire("theirs", other_town, Role.LAND))
    assert theirs.post(at, {"reason": "x", "lies": "yes"}).status_code == 404
    assert browser_of(viewer).post(at, {"reason": "x", "lies": "yes"}).status_code == 403
    assert not Touch.objects.exists()


def test_zones_and_parcels_of_a_sheet_are_looked_at_by_the_queue(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    def taken(key: str, words: str) -> None:
        sheet = SimpleUploadedFile(f"{key}.csv", words.encode("utf-8-sig"))
        sent = as_planner.post(f"/land/{key}/import/take", {"sheet": sheet, "unit": town.pk})
        page = as_planner.get(sent["Location"]).content.decode()
        seal = page.partition('name="seal" value="')[2].partition('"')[0]
        as_planner.post(f"{sent['Location']}/run", {"seal": seal})

    zones = (
        f"名称,图层,规则,依据,施行日期,四至\n预控一区,预控区,禁止布点,规划,2024-01-01,{QUOTED}\n"
    )
    taken("zones", zones)
    taken("parcels", f"宗地号,四至\nG1,{QUOTED}\n")
    assert not Touch.objects.exists()
    work_off()
    assert Touch.objects.standing().get().why == "四至与宗地的相同"
