"""The map in a page: what is vendored is as listed, and what a page tells is safe in it."""

import hashlib
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from yinfeng.web import maps
from yinfeng.web.maps.drawing import Layer, around, drawing, feature

VENDORED = Path(maps.__file__).parent / "static/maps/maplibre"
# maplibre-gl 5.24.1 of npm, BSD-3-Clause; the lines that name its source maps are taken out.
SHA256 = {
    "maplibre-gl-csp.js": "84987c504d47a61a9576bb7b9f16b6006327b0c49f02500e85bfb1f2dc306194",
    "maplibre-gl-csp-worker.js": "9d8ef67b8256bc25aa88b5b8c631900b9888e96f0234f8931cf8c379892693c3",
    "LICENSE.txt": "ee5fc05a0677eaf69601d2c7db0d9ecd6cc27c3abc1d0733bc9ed34707cf8ef2",
}
POINT = {"type": "Point", "coordinates": [120.0, 30.0]}


@pytest.mark.parametrize("name", sorted(SHA256))
def test_what_is_vendored_is_what_is_listed(name: str) -> None:
    content = (VENDORED / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256[name]
    assert b"sourceMappingURL" not in content


def test_a_name_on_the_map_cannot_end_the_script_in_which_it_stands() -> None:
    shapes = [feature(POINT, label="</script><script>alert(1)</script>")]
    told = drawing([Layer("fits", "能放的", shapes=shapes)], (119.0, 29.0, 121.0, 31.0))
    says = render_to_string("maps/_map.html", {"map": told})
    assert says.count("<script") == 1
    assert says.count("</script>") == 1


def test_areas_are_measured_only_where_a_page_says_how() -> None:
    told = drawing([Layer("zones", "管控区", "/land/map/zones")], (119.0, 29.0, 121.0, 31.0))
    assert "量面积" not in render_to_string("maps/_map.html", {"map": told})
    measuring = {"map": {**told, "measure": "/land/map/measure"}}
    assert "量面积" in render_to_string("maps/_map.html", measuring)


def test_the_box_around_boxes_holds_them_all() -> None:
    assert around([(1, 2, 3, 4), (0, 3, 2, 9)]) == (0, 2, 3, 9)
    assert around([]) is None
