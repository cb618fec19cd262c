from yinfeng.siting.edges import neighbours


def _square(west: float, south: float, side: float = 0.001) -> dict[str, object]:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_parcels_with_a_common_edge_are_neighbours_and_those_at_a_corner_are_not() -> None:
    shapes = {
        1: _square(120.0, 33.0),
        2: _square(120.001, 33.0),
        3: _square(120.001, 33.001),
        4: _square(120.01, 33.0),
    }
    assert neighbours(shapes) == {1: {2}, 2: {1, 3}, 3: {2}}


def test_a_gap_of_a_drawing_is_no_road() -> None:
    near, road = {1: _square(120.0, 33.0), 2: _square(120.001003, 33.0)}, _square(120.00102, 33.0)
    assert neighbours(near) == {1: {2}, 2: {1}}
    assert neighbours({1: near[1], 2: road}) == {}


def test_nothing_drawn_has_no_neighbours() -> None:
    assert neighbours({}) == {}
