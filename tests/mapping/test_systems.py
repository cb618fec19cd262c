"""Coordinate systems: the known point, there and back, what is declared, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

from tests.mapping.shapes import EAST, NUMBERED, PLAIN, REGION, figure, square
from yinfeng.mapping.figures import Figure
from yinfeng.mapping.guesses import candidates
from yinfeng.mapping.systems import (
    BD09,
    CGCS2000,
    GCJ02,
    System,
    declared_system,
    swapped,
    system,
    zone_at,
    zoned,
)

POINT = (120.945, 30.526)
NEAR = 1e-8
PLACES = st.tuples(st.floats(75, 134), st.floats(18, 53))


def test_the_known_point_of_the_zone_of_120_degrees() -> None:
    ((x, y),) = PLAIN.from_degrees([POINT])
    assert (round(x, 3), round(y, 3)) == (EAST, 3_378_804.049)
    ((x, y),) = NUMBERED.from_degrees([POINT])
    assert round(x, 3) == EAST + 40_000_000
    assert (PLAIN.epsg, NUMBERED.epsg, PLAIN.zone, NUMBERED.zone) == (4549, 4528, 40, 40)


@pytest.mark.parametrize("zone", range(25, 46))
def test_every_zone_goes_back_to_where_it_came_from(zone: int) -> None:
    here = (zone * 3 + 1.2, 35.0)
    assert zone_at(here[0]) == zone
    for numbered in (True, False):
        one = zoned(zone, numbered=numbered)
        back = one.to_degrees(one.from_degrees([here]))[0]
        assert back == pytest.approx(here, abs=1e-9)
        assert system(one.key) == one
        assert system(swapped(one).key) == swapped(one)


@given(PLACES)
@settings(max_examples=60)
def test_a_shift_is_undone_to_less_than_a_millimetre(place: tuple[float, float]) -> None:
    for one in (GCJ02, BD09):
        (moved,) = one.from_degrees([place])
        assert one.to_degrees([moved])[0] == pytest.approx(place, abs=NEAR)


def test_the_shift_of_a_web_map_is_that_of_the_trade() -> None:
    assert GCJ02.from_degrees([(116.404, 39.915)])[0] == pytest.approx(
        (116.410244, 39.916404), abs=1e-6
    )
    (bd,) = BD09.from_degrees([(116.404, 39.915)])
    assert bd == pytest.approx((116.416627, 39.922699), abs=2e-5)


@pytest.mark.parametrize(
    ("epsg", "key"), [(4490, "cgcs2000"), (4326, "wgs84"), (4528, "zone40n"), (4549, "zone40")]
)
def test_a_declared_system_is_known_by_its_words(epsg: int, key: str) -> None:
    for version in ("WKT1_ESRI", "WKT2_2019", "WKT1_GDAL"):
        assert declared_system(CRS(epsg).to_wkt(version)) == (key, "")
    assert declared_system(f"EPSG:{epsg}") == (key, "")


@pytest.mark.parametrize("epsg", [2334, 2366, 4610, 2414, 2436, 4214, 4555])
def test_older_systems_are_refused_with_a_sentence(epsg: int) -> None:
    key, why = declared_system(CRS(epsg).to_wkt("WKT1_ESRI"))
    assert key == ""
    assert "转换" in why
    assert declared_system(f"EPSG:{epsg}") == (key, why)


def test_a_meridian_of_a_county_of_its_own_is_refused() -> None:
    own = CRS.from_proj4("+proj=tmerc +lon_0=120.75 +x_0=500000 +ellps=GRS80 +units=m").to_wkt()
    own = own.replace('"unknown"', '"CGCS2000 county"', 1)
    key, why = declared_system(own)
    assert key == ""
    assert why


def _as_written(one: System) -> Figure:
    degrees = PLAIN.to_degrees(square())
    return figure(one.from_degrees(degrees))


@pytest.mark.parametrize(
    "one", [PLAIN, NUMBERED, swapped(PLAIN), swapped(NUMBERED), CGCS2000, swapped(CGCS2000)]
)
def test_the_system_of_a_file_is_recognised_by_where_it_falls(one: System) -> None:
    found = candidates([_as_written(one)], region=REGION)
    assert found[0].system == one
    assert "落在本单位所在区域" in found[0].reasons
    assert found[0].centre == pytest.approx(POINT, abs=0.01)


def test_with_a_number_before_it_a_zone_needs_no_region() -> None:
    assert candidates([_as_written(NUMBERED)])[0].system == NUMBERED
    assert candidates([_as_written(swapped(NUMBERED))])[0].system == swapped(NUMBERED)


def test_without_number_and_region_every_meridian_is_offered_and_none_preferred() -> None:
    found = candidates([_as_written(PLAIN)])
    assert len(found) > 10
    assert found[0].score == found[1].score


def test_the_meridian_of_the_office_decides_between_neighbours() -> None:
    assert candidates([_as_written(PLAIN)], meridian=120)[0].system == PLAIN


def test_shifted_systems_are_offered_below_and_say_when_they_are_meant() -> None:
    keys = [one.system.key for one in candidates([_as_written(CGCS2000)], region=REGION)]
    assert keys == ["cgcs2000", "wgs84", "gcj02", "bd09"]


def test_figures_of_no_place_in_china_have_no_system() -> None:
    assert candidates([figure(((1.0, 2.0), (3.0, 2.0), (3.0, 4.0), (1.0, 2.0)))]) == ()
    assert candidates([]) == ()
