"""Files of shapes: what goes out comes in again, Chinese words survive, hostile files are told."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from shapely.geometry import shape

from tests.mapping.shapes import EAST, NORTH, NUMBERED, PLAIN, kept, square
from yinfeng.mapping.figures import Drawn, Figure
from yinfeng.mapping.formats import read
from yinfeng.mapping.shapes import Geometry, mended
from yinfeng.mapping.systems import CGCS2000, System, in_degrees
from yinfeng.mapping.writing import Named, dxf, geojson, kml, shapefile

MILLIMETRE = 0.001
HOLED = kept(square(side=300), square(100, 100, 100))
TWO = [
    Named(kept(square()), {"宗地号": "G2024-01", "权利人": "云泽精密机械有限公司"}),
    Named(HOLED, {"宗地号": "G2024-02", "权利人": "柳岸轴承厂"}),
]
WRITERS: dict[str, Callable[[System], bytes]] = {
    "x.geojson": lambda one: geojson(TWO, one),
    "x.zip": lambda one: shapefile(TWO, one),
    "x.dxf": lambda one: dxf(TWO, one),
    "x.kml": lambda one: kml(TWO),
}


def _again(drawn: Drawn, one: System) -> list[Geometry]:
    found = []
    for figure in drawn.figures:
        made = mended(in_degrees(figure, one))
        assert made.geometry is not None
        found.append(made.geometry)
    return found


def _metres_apart(first: Geometry, second: Geometry) -> float:
    """How far two shapes are apart at most, in metres of the zone."""
    plain = []
    for geometry in (first, second):
        made = shape(geometry)
        plain.append(
            shape(
                {
                    "type": "Polygon",
                    "coordinates": [
                        PLAIN.from_degrees([(x, y) for x, y in ring.coords])
                        for ring in (made.exterior, *made.interiors)
                    ],
                }
            )
        )
    return float(plain[0].hausdorff_distance(plain[1]))


@pytest.mark.parametrize("one", [CGCS2000, PLAIN, NUMBERED], ids=lambda one: one.key)
@pytest.mark.parametrize("name", ["x.geojson", "x.zip", "x.kml"])
def test_what_goes_out_comes_in_again_to_the_millimetre(name: str, one: System) -> None:
    drawn = read(name, WRITERS[name](one))
    assert not drawn.refused
    there = CGCS2000 if name == "x.kml" else one
    for before, after in zip(TWO, _again(drawn, there), strict=True):
        assert _metres_apart(before.geometry, after) < MILLIMETRE
    assert [one.words["宗地号"] for one in drawn.figures] == ["G2024-01", "G2024-02"]
    assert drawn.figures[0].words["权利人"] == "云泽精密机械有限公司"


@pytest.mark.parametrize("one", [PLAIN, NUMBERED, CGCS2000], ids=lambda one: one.key)
def test_a_drawing_comes_in_again_to_the_millimetre(one: System) -> None:
    drawn = read("x.dxf", dxf([TWO[0]], one))
    (figure,) = drawn.figures
    (again,) = _again(drawn, one)
    assert _metres_apart(TWO[0].geometry, again) < MILLIMETRE
    assert figure.words["文字"] == "G2024-01"


def test_a_shapefile_declares_its_system() -> None:
    for one in (CGCS2000, PLAIN, NUMBERED):
        assert read("x.zip", shapefile(TWO, one)).declared == one.key
        assert read("x.geojson", geojson(TWO, one)).declared == one.key


def test_words_without_a_code_page_are_read_as_gb18030() -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(shapefile(TWO, PLAIN))) as made,
        zipfile.ZipFile(packed, "w") as again,
    ):
        for ending in ("shp", "shx", "prj"):
            again.writestr(f"宗地/图.{ending}", made.read(f"land.{ending}"))
        again.writestr("宗地/图.dbf", _gbk_table())
    drawn = read("宗地.zip", packed.getvalue())
    assert [dict(one.words) for one in drawn.figures] == [{"名称": "柳岸"}, {"名称": "云泽"}]


def _gbk_table() -> bytes:
    import struct

    head = struct.pack("<4B I 2H 20x", 3, 80, 1, 1, 2, 65, 11)
    field = struct.pack("<11s c 4x 2B 14x", "名称".encode("gbk"), b"C", 10, 0)
    rows = b"".join(b" " + words.encode("gbk").ljust(10) for words in ("柳岸", "云泽"))
    return head + field + b"\r" + rows + b"\x1a"


def _sheet(*rows: tuple[str | float, ...]) -> bytes:
    book = Workbook()
    sheet = book.create_sheet("坐标", 0)
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_list_of_coordinates_with_north_first_is_read() -> None:
    rows: list[tuple[str | float, ...]] = [
        ("宗地号", "点号", "X坐标", "Y坐标", "面积（亩）", "权利人")
    ]
    for number, at in (("G1", 0.0), ("G2", 500.0)):
        for place, (x, y) in enumerate(square(at)[:-1], 1):
            first = (number, f"J{place}", y, x, "15", "柳岸轴承厂")
            rows.append(first if place == 1 else ("", f"J{place}", y, x, "", ""))
    drawn = read("坐标.xlsx", _sheet(*rows))
    assert [one.words["宗地号"] for one in drawn.figures] == ["G1", "G2"]
    assert drawn.figures[0].words["面积（亩）"] == "15"
    ring = drawn.figures[0].polygons[0][0]
    assert ring[0] == pytest.approx((NORTH, EAST))
    assert len(ring) == 5


def test_a_ring_number_makes_holes_and_islands() -> None:
    rings = {"1": square(side=300), "2": square(100, 100, 50), "3": square(1000)}
    lines = ["圈号,点号,X,Y"]
    for number, ring in rings.items():
        lines += [f"{number},{place},{x!r},{y!r}" for place, (x, y) in enumerate(ring)]
    (figure,) = read("坐标.csv", "\n".join(lines).encode("gb18030")).figures
    assert [len(polygon) for polygon in figure.polygons] == [2, 1]


def test_a_line_that_is_no_figure_is_told_by_its_number() -> None:
    lines = ["点号,X,Y", "1,10,20", "2,abc,20", "3,30,20", "4,30,40"]
    drawn = read("坐标.csv", "\n".join(lines).encode())
    assert drawn.problems == ("第3行的坐标不是数字，已略过",)
    assert drawn.figures[0].points == 4


def test_a_kmz_and_its_holes_are_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("doc.kml", kml(TWO))
    drawn = read("x.kmz", packed.getvalue())
    assert [len(one.polygons[0]) for one in drawn.figures] == [1, 2]
    assert drawn.declared == "wgs84"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("x.dwg", b"AC1027" + b"\0" * 50, "另存为DXF"),
        ("x.shp", b"\0\0\x27\x0a", "压缩成一个zip"),
        ("x.docx", b"PK\x03\x04", "不认识"),
        ("x.geojson", b"", "空的"),
        ("x.geojson", b"{", "不是完整"),
        ("x.geojson", b"[1]", "最外层"),
        ("x.geojson", b"\xff\xfe\x00", "UTF-8"),
        ("x.geojson", b'{"type":"FeatureCollection","features":[]}', "没有读到面"),
        ("x.zip", b"PK\x03\x04broken", "损坏"),
        ("x.kml", b"<kml><Document>", "不完整"),
        ("x.dxf", b"AutoCAD Binary DXF\r\n\x1a\0", "二进制"),
        ("x.dxf", b"hello", "不是DXF"),
        ("x.dxf", b"0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", "没有读到面"),
        ("x.xlsx", b"PK\x03\x04broken", "打不开"),
        ("x.csv", "名称,备注\n1,2\n".encode(), "没有找到坐标列"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, content: bytes, says: str) -> None:
    drawn = read(name, content)
    assert drawn.figures == ()
    assert says in drawn.refused


def test_an_entity_of_xml_from_elsewhere_is_not_fetched() -> None:
    hostile = (
        b'<?xml version="1.0"?><!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b"<kml><Placemark><name>&x;</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        b"1,1 2,1 2,2 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>"
    )
    drawn = read("x.kml", hostile)
    assert all(not figure.words.get("name") for figure in drawn.figures)


def test_a_bomb_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("x.shp", b"\0" * (401 << 20))
    assert "过大" in read("x.zip", packed.getvalue()).refused


@pytest.mark.parametrize("name", sorted(WRITERS))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_cut_or_scratched_never_breaks_the_reader(name: str, data: st.DataObject) -> None:
    content = bytearray(WRITERS[name](PLAIN))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    drawn = read(name, bytes(content[:cut] if data.draw(st.booleans()) else content))
    for figure in drawn.figures:
        assert mended(figure) is not None
    assert drawn.figures or drawn.refused


@given(
    st.recursive(
        st.none() | st.floats() | st.text(max_size=3),
        lambda c: (
            st.lists(c, max_size=4)
            | st.dictionaries(
                st.sampled_from(["type", "coordinates", "features", "geometry", "properties"]),
                c,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
@settings(max_examples=80)
def test_any_json_is_read_or_refused(value: object) -> None:
    drawn = read(
        "x.geojson", json.dumps({"type": "FeatureCollection", "features": [value]}).encode()
    )
    assert isinstance(drawn, Drawn)


def test_an_arc_of_a_drawing_is_drawn_out() -> None:
    lines = ["0", "SECTION", "2", "ENTITIES", "0", "LWPOLYLINE", "8", "宗地", "70", "1"]
    for x, y, bulge in ((0, 0, 1), (100, 0, 0), (50, 200, 0)):
        lines += ["10", str(EAST + x), "20", str(NORTH + y), "42", str(bulge)]
    lines += ["0", "ENDSEC", "0", "EOF"]
    (figure,) = read("x.dxf", "\n".join(lines).encode()).figures
    assert figure.points > 60
    assert figure.words == {"图层": "宗地"}
    assert min(y - NORTH for _, y in figure.polygons[0][0]) == pytest.approx(-50, abs=0.1)


def test_an_empty_figure_has_no_points() -> None:
    assert Figure(1, ()).points == 0


@pytest.mark.parametrize("point", [[10**400, 30], {"x": 1, "y": 2}], ids=["huge", "named"])
def test_a_point_that_cannot_be_one_is_told(point: object) -> None:
    shapes = [[[120, 30], [121, 30], [121, 31], [120, 30]], [[120, 30], point, [121, 31]]]
    features = [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for ring in shapes
    ]
    drawn = read("x.json", json.dumps({"type": "FeatureCollection", "features": features}).encode())
    assert [one.place for one in drawn.figures] == [1]
    assert drawn.problems == ("第2个图形的坐标写得不对，已略过",)


@pytest.mark.parametrize("word", ["NaN", "Infinity", "1e999"])
def test_points_that_are_no_numbers_are_left_out_and_told(word: str) -> None:
    ring = f"[[120,30],[121,30],[{word},31],[121,31],[120,30]]"
    drawn = read("x.json", f'{{"type":"Polygon","coordinates":[{ring}]}}'.encode())
    assert drawn.figures[0].polygons[0][0][2] == (121, 31)
    assert drawn.problems == ("第1个图形有坐标不是数字的点，已去掉",)
    rows = ["宗地号,X,Y", "G1,120,30", f"G1,{word},30", "G1,121,30", "G1,121,31"]
    drawn = read("x.csv", "\n".join(rows).encode())
    assert drawn.figures[0].points == 4
    assert drawn.problems == ("第3行的坐标不是数字，已略过",)
