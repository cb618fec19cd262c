"""Shapes: their area by PROJ, what is mended, what is refused, what lies on what."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS, Transformer
from shapely.geometry import Polygon, shape

from tests.mapping.shapes import EAST, NORTH, PLAIN, figure, kept, square
from yinfeng.mapping.areas import mu_of
from yinfeng.mapping.figures import Figure, Ring
from yinfeng.mapping.shapes import area_of, holds_point, meetings, mended, outside, simplified
from yinfeng.mapping.systems import in_degrees, zoned

# The plane of zone 40 told in words of PROJ, and not by the number of its register.
REFERENCE = Transformer.from_crs(
    CRS.from_proj4("+proj=longlat +a=6378137 +rf=298.257222101"),
    CRS.from_proj4("+proj=tmerc +lon_0=120 +k=1 +x_0=500000 +a=6378137 +rf=298.257222101"),
    always_xy=True,
)
HUNDREDTH = Decimal("0.01")


@given(st.floats(0, 30_000), st.floats(0, 30_000), st.floats(5, 3000), st.floats(5, 3000))
@settings(max_examples=50)
def test_an_area_is_that_of_proj_to_a_hundredth_of_a_mu(
    east: float, north: float, width: float, height: float
) -> None:
    geometry = kept(square(east, north, width, height))
    outer = shape(geometry).exterior
    plane = Polygon(zip(*REFERENCE.transform(*outer.coords.xy), strict=True))
    assert abs(mu_of(area_of(geometry)) - mu_of(Decimal(plane.area))) < HUNDREDTH


def test_an_area_is_that_of_the_surveyor_s_sheet() -> None:
    assert area_of(kept(square(0, 0, 200, 150))) == 30_000
    beyond = zoned(41, numbered=False)
    ring = ((400_000, 3_400_000), (400_200, 3_400_000), (400_200, 3_400_150), (400_000, 3_400_150))
    made = mended(Figure(1, ((beyond.to_degrees(ring),),)))
    assert made.geometry is not None
    assert area_of(made.geometry) == made.area == 30_000


def test_the_neighbouring_zone_makes_no_difference_to_an_area() -> None:
    geometry = kept(square())
    (ring,) = [tuple(map(tuple, shape(geometry).exterior.coords))]
    beside = zoned(41, numbered=False)
    again = kept(beside.from_degrees(ring), system=beside)
    assert area_of(again) == area_of(geometry)


def test_a_hole_is_not_counted() -> None:
    whole, hole = square(side=300), square(100, 100, 100)
    with_hole = kept(whole, hole)
    assert abs(area_of(with_hole) - area_of(kept(whole)) + area_of(kept(hole))) <= HUNDREDTH


def test_a_bow_tie_is_mended_and_the_change_of_area_told() -> None:
    x, y = EAST, NORTH
    made = mended(
        in_degrees(figure(((x, y), (x + 100, y + 100), (x + 100, y), (x, y + 100), (x, y))), PLAIN)
    )
    assert made.geometry is not None
    assert made.area == pytest.approx(Decimal(5000), abs=3)
    assert any("自己交叉" in said and "面积由0.00㎡变为" in said for said in made.mended)


def test_a_double_point_and_an_open_ring_are_mended() -> None:
    ring = square()
    doubled = (ring[0], ring[0], *ring[1:-1])
    made = mended(in_degrees(figure(doubled), PLAIN))
    assert made.area == mended(in_degrees(figure(ring), PLAIN)).area
    assert "有重复的点，已合并" in made.mended
    assert mended(in_degrees(figure(ring), PLAIN)).mended == ()


@pytest.mark.parametrize(
    "ring",
    [
        (),
        ((EAST, NORTH),),
        ((EAST, NORTH), (EAST + 1, NORTH), (EAST, NORTH)),
        ((EAST, NORTH), (EAST + 100, NORTH), (EAST + 200, NORTH), (EAST, NORTH)),
        ((float("nan"), NORTH),) * 4,
    ],
)
def test_what_has_no_area_is_refused_with_a_reason(ring: Ring) -> None:
    made = mended(in_degrees(figure(ring), PLAIN))
    assert made.geometry is None
    assert made.refused


def test_slivers_beside_a_parcel_are_dropped_and_told() -> None:
    thin = square(200, 0, 0.05, 100)
    both = figure(square())
    made = mended(in_degrees(type(both)(1, ((square(),), (thin,))), PLAIN))
    assert any("碎片" in said for said in made.mended)
    assert made.area == area_of(kept(square()))


def test_overlaps_are_found_with_their_area_and_width() -> None:
    parcels = [kept(square()), kept(square(90)), kept(square(100.001)), kept(square(500))]
    found = list(meetings(parcels))
    first = found[0]
    assert (first.first, first.second) == (0, 1)
    assert first.area == pytest.approx(Decimal(1000), abs=1)
    assert first.share == pytest.approx(0.1, abs=0.001)
    assert first.width > 5
    # The neighbour at a millimetre lies on nothing of the first, and on nine tenths of the second.
    assert all({one.first, one.second} != {0, 2} for one in found)


def test_what_lies_outside_the_park_is_measured() -> None:
    park = kept(square(side=1000))
    within, _ = outside(kept(square(10, 10)), [park])
    assert within == 0
    left, width = outside(kept(square(950, 0)), [park])
    assert left == pytest.approx(Decimal(5000), abs=3)
    assert width > 20
    assert holds_point(park, 120.946, 30.527)
    assert not holds_point(park, 120.93, 30.527)


def test_a_simplified_shape_keeps_its_place() -> None:
    ring = square(side=1000)
    middle = tuple((x + 0.01, y) for x, y in ring[:2])
    made = kept((*ring[:1], *middle, *ring[1:]))
    few = simplified(made, 1e-5)
    assert len(shape(few).exterior.coords) <= len(shape(made).exterior.coords)
    assert area_of(few) == pytest.approx(area_of(made), abs=50)
