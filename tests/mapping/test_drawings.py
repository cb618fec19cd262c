"""Curves of drawings are within a millimetre of what they draw; holes go out and come in again."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mapping.shapes import EAST, NORTH, NUMBERED, PLAIN, kept, square
from yinfeng.mapping.figures import Point, Ring
from yinfeng.mapping.formats import read
from yinfeng.mapping.shapes import mended
from yinfeng.mapping.systems import System, in_degrees
from yinfeng.mapping.writing import Named, dxf

MILLIMETRE = 0.001
Pair = tuple[int, object]


def _drawing(*entities: list[Pair]) -> bytes:
    pairs: list[Pair] = [(0, "SECTION"), (2, "ENTITIES")]
    pairs += [pair for entity in entities for pair in entity]
    pairs += [(0, "ENDSEC"), (0, "EOF")]
    return "\n".join(f"{code}\n{said}" for code, said in pairs).encode()


def _ring(*entities: list[Pair]) -> Ring:
    (figure,) = read("x.dxf", _drawing(*entities)).figures
    ((ring,),) = figure.polygons
    return ring


def _circle(x: float, y: float, radius: float, *more: Pair) -> list[Pair]:
    return [(0, "CIRCLE"), (8, "宗地"), (10, EAST + x), (20, NORTH + y), (40, radius), *more]


def _line(one: Point, two: Point, layer: str = "宗地") -> list[Pair]:
    (x, y), (to_x, to_y) = one, two
    return [(0, "LINE"), (8, layer), (10, EAST + x), (20, NORTH + y),
            (11, EAST + to_x), (21, NORTH + to_y)]  # fmt: skip


def _off_circle(ring: Ring, centre: Point, radius: float) -> float:
    """How far the ring leaves a circle at most, at its points and half way between them."""
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(ring)]
    return max(abs(hypot(x - centre[0], y - centre[1]) - radius) for x, y in (*ring, *middles))


@given(radius=st.floats(0.5, 5000))
@settings(max_examples=30, deadline=None)
def test_a_circle_is_within_a_millimetre_of_its_points(radius: float) -> None:
    ring = _ring(_circle(0, 0, radius))
    assert ring[0] == ring[-1]
    assert _off_circle(ring, (EAST, NORTH), radius) < MILLIMETRE


@given(bulge=st.floats(0.01, 5), chord=st.floats(1, 3000))
@settings(max_examples=40, deadline=None)
def test_a_bulge_is_within_a_millimetre_of_its_arc(bulge: float, chord: float) -> None:
    lines: list[Pair] = [(0, "LWPOLYLINE"), (8, "宗地"), (70, 1)]
    lines += [(10, EAST), (20, NORTH), (42, bulge), (10, EAST + chord), (20, NORTH)]
    lines += [(10, EAST + chord / 2), (20, NORTH + 2 * chord * (1 + bulge))]
    ring = _ring(lines)
    radius = chord * (1 + bulge**2) / (4 * bulge)
    centre = (EAST + chord / 2, NORTH + chord * (1 - bulge**2) / (4 * bulge))
    arc = ring[: ring.index((EAST + chord, NORTH)) + 1]
    assert len(arc) > 3
    assert _off_circle(arc, centre, radius) < MILLIMETRE


@pytest.mark.parametrize("ratio", [1.0, 0.5, 0.05])
def test_an_ellipse_is_within_a_millimetre(ratio: float) -> None:
    major = 400.0
    ring = _ring(
        [(0, "ELLIPSE"), (8, "宗地"), (10, EAST), (20, NORTH), (11, major), (21, 0),
         (40, ratio), (41, 0), (42, 2 * pi)]
    )  # fmt: skip
    true = shapely.LinearRing(
        [(EAST + major * cos(t), NORTH + major * ratio * sin(t))
         for t in (2 * pi * step / 100_000 for step in range(100_000))]
    )  # fmt: skip
    shapely.prepare(true)
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(ring)]
    for told in (ring, middles):
        assert shapely.dwithin(true, shapely.points(told), MILLIMETRE).all()


def _round_spline(radius: float) -> list[Pair]:
    """A circle as the rational spline of second degree that it exactly is."""
    weight = cos(pi / 4)
    corners = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0)]
    made: list[Pair] = [(0, "SPLINE"), (8, "宗地"), (70, 5), (71, 2)]
    made += [(40, knot) for knot in (0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4)]
    made += [(41, weight if at % 2 else 1) for at in range(len(corners))]
    for x, y in corners:
        made += [(10, EAST + radius * x), (20, NORTH + radius * y)]
    return made


@pytest.mark.parametrize("radius", [2.0, 150.0, 2500.0])
def test_a_spline_is_within_a_millimetre_of_the_curve_that_it_is(radius: float) -> None:
    assert _off_circle(_ring(_round_spline(radius)), (EAST, NORTH), radius) < MILLIMETRE


_POINTS = st.tuples(st.floats(0, 900), st.floats(0, 900))


@given(st.integers(1, 6), st.lists(_POINTS, min_size=7, max_size=15))
@settings(max_examples=40, deadline=None)
def test_any_spline_is_read_or_told(degree: int, points: list[Point]) -> None:
    inner = len(points) - degree - 1
    knots = [0.0] * (degree + 1) + [1.0 + at for at in range(inner)] + [1.0 + inner] * (degree + 1)
    made: list[Pair] = [(0, "SPLINE"), (8, "0"), (70, 1), (71, degree)]
    made += [(40, knot) for knot in knots]
    for x, y in (*points[:-1], points[0]):
        made += [(10, EAST + x), (20, NORTH + y)]
    drawn = read("x.dxf", _drawing(made))
    assert drawn.figures or drawn.refused
    for figure in drawn.figures:
        (low_x, low_y), (high_x, high_y) = (0.0, 0.0), (900.0, 900.0)
        for x, y in figure.polygons[0][0]:
            assert low_x - 0.01 <= x - EAST <= high_x + 0.01
            assert low_y - 0.01 <= y - NORTH <= high_y + 0.01


def test_lines_and_arcs_that_meet_end_to_end_are_one_ring() -> None:
    arc: list[Pair] = [(0, "ARC"), (8, "宗地"), (10, EAST + 100), (20, NORTH + 50), (40, 50),
                       (50, 270), (51, 90)]  # fmt: skip
    pieces = [_line((0, 100), (100, 100)), _line((0, 0), (0, 100)), arc, _line((0, 0), (100, 0))]
    ring = _ring(*pieces)
    area = 100 * 100 + pi * 50**2 / 2
    assert shapely.Polygon(ring).area == pytest.approx(area, abs=0.15)


def test_lines_that_do_not_meet_and_forks_stay_lines_and_are_counted() -> None:
    open_ = [_line((0, 0), (100, 0)), _line((100, 0), (100, 100))]
    drawn = read("x.dxf", _drawing(_circle(0, 0, 10), *open_))
    assert len(drawn.figures) == 1
    assert drawn.problems == ("有2个没有闭合的线，已略过",)
    square_ = [((0, 0), (9, 0)), ((9, 0), (9, 9)), ((9, 9), (0, 9)), ((0, 9), (0, 0))]
    fork = [_line(one, two) for one, two in (*square_, ((0, 0), (9, 9)))]
    assert "没有读到面" in read("x.dxf", _drawing(*fork)).refused


def test_a_circle_drawn_on_the_back_of_the_plane_lies_where_it_is_seen() -> None:
    made: list[Pair] = [(0, "CIRCLE"), (8, "宗地"), (10, -EAST), (20, NORTH), (40, 30), (230, -1)]
    assert _off_circle(_ring(made), (EAST, NORTH), 30) < MILLIMETRE


def _ring_on(layer: str, ring: Ring) -> list[Pair]:
    made: list[Pair] = [(0, "LWPOLYLINE"), (8, layer), (70, 1)]
    for x, y in ring[:-1]:
        made += [(10, x), (20, y)]
    return made


def test_a_ring_on_a_layer_called_a_hole_is_one_of_the_smallest_ring_around_it() -> None:
    drawn = read(
        "x.dxf",
        _drawing(
            _ring_on("园区", square(-500, -500, 2000)), _ring_on("宗地", square(side=300)),
            _ring_on("宗地-洞", square(100, 100, 50)), _ring_on("宗地-洞", square(9000)),
        ),
    )  # fmt: skip
    assert [[len(polygon) for polygon in one.polygons] for one in drawn.figures] == [[1], [2]]
    assert drawn.problems == ("有1个洞不在任何图形里，已略过",)


def test_a_ring_within_another_on_a_layer_of_shapes_is_a_shape() -> None:
    made = [_ring_on("图", square(side=300)), _ring_on("图", square(100, 100, 50))]
    assert len(read("x.dxf", _drawing(*made)).figures) == 2


@pytest.mark.parametrize("one", [PLAIN, NUMBERED], ids=lambda one: one.key)
def test_holes_and_parts_go_out_and_come_in_again_to_the_millimetre(one: System) -> None:
    holed = kept(square(side=300), square(100, 100, 100), square(220, 220, 30))
    apart = kept(square(1000))
    parted = {
        "type": "MultiPolygon",
        "coordinates": [holed["coordinates"], apart["coordinates"]],
    }
    shapes = [Named(parted, {"宗地号": "G1"}), Named(kept(square(5000)), {"宗地号": "G2"})]
    drawn = read("x.dxf", dxf(shapes, one))
    assert [figure.words["文字"] for figure in drawn.figures] == ["G1", "G2"]
    for before, figure in zip(shapes, drawn.figures, strict=True):
        made = mended(in_degrees(figure, one))
        assert made.geometry is not None
        first, second = (
            shapely.geometry.shape(before.geometry),
            shapely.geometry.shape(made.geometry),
        )
        assert shapely.hausdorff_distance(first, second) < 1e-8
        assert shapely.symmetric_difference(first, second).area < 1e-13


@pytest.mark.parametrize("order", [1, -1])
def test_a_shape_that_fills_the_hole_of_another_keeps_its_number(order: int) -> None:
    around = Named(kept(square(side=300), square(100, 100, 100)), {"宗地号": "G1"})
    enclave = Named(kept(square(100, 100, 100)), {"宗地号": "G2"})
    drawn = read("x.dxf", dxf([around, enclave][::order], PLAIN))
    areas = {
        one.words["文字"]: sum(shapely.Polygon(part[0], part[1:]).area for part in one.polygons)
        for one in drawn.figures
    }
    assert areas == {"G1": pytest.approx(80_000, abs=1), "G2": pytest.approx(10_000, abs=1)}


def test_a_vertex_or_a_code_that_is_no_number_is_told() -> None:
    lines = ["0", "SECTION", "2", "ENTITIES", "--5", "x", "0", "EOF"]
    assert "应是编码" in read("x.dxf", "\n".join(lines).encode()).refused
    old: list[Pair] = [(0, "POLYLINE"), (8, "宗地"), (70, 1)]
    for x, y in square()[:-1]:
        old += [(0, "VERTEX"), (10, x), (20, y), (70, "abc")]
    assert len(read("x.dxf", _drawing([*old, (0, "SEQEND")])).figures) == 1


def test_a_ring_of_more_points_than_the_house_takes_is_refused() -> None:
    many = [_circle(0, at * 10_000, 4_900) for at in range(400)]
    assert "曲线太多" in read("x.dxf", _drawing(*many)).refused
