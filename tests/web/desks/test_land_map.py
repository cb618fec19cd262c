"""The map of land: its page, its layers by the box in view, areas measured."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.mapping.shapes import kept, square
from tests.web.conftest import Hire, browser_of
from yinfeng.mapping.shapes import area_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import Parcel
from yinfeng.web.desks.land.viewport import MOST
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

BOX = "120.9,30.5,121.0,30.6"


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def as_planner(planner: User) -> Client:
    return browser_of(planner)


def parcel(by: User, unit: OrgUnit, number: str, east: float = 0, **values: Any) -> Parcel:
    """A drawn square parcel of the tests."""
    made = actions.keep(Parcel, by=by, unit=unit, number=number, **values)
    return actions.draw(made, by=by, version=1, geometry=kept(square(east)), source="测试")


def test_a_parcel_is_drawn_with_its_box_and_its_area(planner: User, town: OrgUnit) -> None:
    made = parcel(planner, town, "G1")
    assert made.shape
    assert made.measured == area_of(made.shape)
    assert made.west is not None
    assert 120.9 < made.west < 121
    assert made.area == made.measured


def test_an_area_that_was_typed_is_left_when_the_shape_comes(planner: User, town: OrgUnit) -> None:
    made = parcel(planner, town, "G1", area=Decimal("9990"))
    assert made.area == Decimal("9990")


def test_a_layer_shows_what_lies_in_the_box_and_by_the_filters_of_the_list(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    parcel(planner, town, "G1", state="clear")
    parcel(planner, town, "G2", east=200)
    address = f"/land/map/parcels?box={BOX}&zoom=16"
    every = as_planner.get(address).json()["features"]
    assert [one["properties"]["label"] for one in every] == ["G1", "G2"]
    assert every[0]["properties"]["says"] == "净地待供"
    (one,) = as_planner.get(f"{address}&state=clear").json()["features"]
    assert one["properties"]["label"] == "G1"
    assert one["geometry"]["type"] == "Polygon"
    elsewhere = as_planner.get("/land/map/parcels?box=110,30,111,31&zoom=12").json()
    assert elsewhere["features"] == []


def test_a_shape_of_a_past_day_leads_to_its_record(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    made = parcel(planner, town, "G1")
    then = timezone.now() - timedelta(days=3)
    Parcel.history.filter(history_until=None).update(history_date=then)
    day = timezone.localdate() - timedelta(days=1)
    found = as_planner.get(f"/land/map/parcels?box={BOX}&zoom=16&as_of={day}").json()
    (one,) = found["features"]
    assert one["properties"]["at"] == f"/land/parcels/{made.pk}"
    assert one["geometry"]["type"] == "Polygon"


def test_another_office_sees_none_of_it(neighbour: User, planner: User, town: OrgUnit) -> None:
    parcel(planner, town, "G1")
    found = browser_of(neighbour).get(f"/land/map/parcels?box={BOX}&zoom=16").json()
    assert found["features"] == []


def test_very_many_parcels_are_shown_as_cells_with_their_count(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    geometry = kept(square())
    rows = [Parcel(unit=town, number=f"G{one}", area=Decimal(1000)) for one in range(MOST + 5)]
    actions.keep_drawn(rows, [geometry] * len(rows), by=planner, unit=town, source="测试")
    answer = as_planner.get(f"/land/map/parcels?box={BOX}&zoom=10").json()
    assert sum(one["properties"]["count"] for one in answer["features"]) == MOST + 5


def test_the_map_has_the_same_rows_in_a_table_and_a_plain_form(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    parcel(planner, town, "G1", state="clear")
    parcel(planner, town, "G2", east=200)
    page = as_planner.get("/land/map?state=clear").content.decode()
    table = page[page.index("<tbody") :]
    assert "G1" in table
    assert "G2" not in table
    assert "state=clear" in page
    assert as_planner.get("/land/map?area_from=abc").status_code == 422


def test_an_area_is_measured_in_mu_from_typed_points(as_planner: Client) -> None:
    typed = "120.945,30.526 120.946,30.526 120.946,30.527 120.945,30.527"
    told = as_planner.get("/land/map/measure", {"points": typed}).json()
    assert told["mu"] == "15.96"
    assert "15.96亩" in as_planner.get("/land/map", {"points": typed}).content.decode()
    for wrong in ("120.9", "a,b c,d e,f", "1,1 2,2 3,3", "120.9,30.5 120.9,30.5 120.9,30.5"):
        assert as_planner.get("/land/map/measure", {"points": wrong}).status_code == 422


@pytest.mark.parametrize("box", ["", "1,2,3", "a,b,c,d", "3,3,1,1", "nan,nan,nan,nan"])
def test_a_box_that_is_none_is_not_there(box: str, as_planner: Client) -> None:
    assert as_planner.get("/land/map/parcels", {"box": box}).status_code == 404


def test_a_layer_of_no_name_is_not_there(as_planner: Client) -> None:
    assert as_planner.get(f"/land/map/nothing?box={BOX}").status_code == 404
    assert as_planner.get(f"/land/map/points/nothing?box={BOX}").status_code == 404
