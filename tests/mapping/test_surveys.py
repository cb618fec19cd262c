"""Files as surveyors hand them in: titles, heads of two rows, tables in a row, layers."""

import io
import json
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from tests.mapping.shapes import EAST, NORTH, square
from yinfeng.mapping.figures import Drawn, Ring
from yinfeng.mapping.formats import read

Cell = str | float | None
NAMES = ("云泽01", "云泽02", "云泽03")
# Neighbours: each shares two points with the next.
GROUND = {name: square(at * 100) for at, name in enumerate(NAMES)}


def _book(**sheets: Sequence[Sequence[Cell]]) -> bytes:
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _corners(ring: Ring) -> list[tuple[str, float, float]]:
    """J1 to J4 and J1 again, north first."""
    return [(f"J{at % 4 + 1}", y, x) for at, (x, y) in enumerate(ring)]


def _says(drawn: Drawn) -> dict[str, Ring]:
    """By number its one ring, which was north first."""
    assert drawn.refused == ""
    found = {}
    for one in drawn.figures:
        ((ring,),) = one.polygons
        key = one.words.get("宗地号") or one.words.get("地块编号") or one.words["序号"]
        found[key] = tuple((y, x) for x, y in ring)
    return found


def _same(found: dict[str, Ring], names: Sequence[str] = NAMES) -> None:
    assert list(found) == list(names)
    for ring, true in zip(found.values(), GROUND.values(), strict=True):
        assert len(ring) == len(true)
        for point, other in zip(ring, true, strict=True):
            assert point == pytest.approx(other, abs=1e-9)


def test_a_sheet_a_parcel_with_title_two_rows_of_heads_and_lengths_between() -> None:
    sheets: dict[str, list[list[Cell]]] = {}
    for name, ring in GROUND.items():
        rows: list[list[Cell]] = [
            ["界址点成果表"], [f"宗地号：{name}", None, "权利人：柳岸轴承厂"],
            ["宗地面积（平方米）：10000.00"],
            ["序号", "点号", "坐标", None, "边长"], [None, None, "X(m)", "Y(m)", None],
        ]  # fmt: skip
        for at, (label, north, east) in enumerate(_corners(ring)):
            rows += [[at + 1, label, north, east], [None, None, None, None, 100.0]]
        sheets[name] = [*rows, ["制表：测绘队", None, "日期：2026年3月5日"]]
    drawn = read("成果表.xlsx", _book(**sheets))
    assert drawn.problems == (), "lengths and signatures are no points"
    _same(_says(drawn))
    words = drawn.figures[0].words
    assert (words["权利人"], words["宗地面积（平方米）"]) == ("柳岸轴承厂", "10000.00")


def test_tables_one_below_another_each_with_its_head() -> None:
    rows: list[list[Cell]] = []
    for name, ring in GROUND.items():
        rows += [[f"宗地编号：{name}"], ["界址点号", "纵坐标（X）", "横坐标（Y）", "边长（m）"]]
        rows += [[*one] for one in _corners(ring)]
        rows.append([None])
    _same(_says(read("坐标.xlsx", _book(界址点=rows))))


def test_a_number_stands_only_beside_the_first_point_and_rings_stay_open() -> None:
    rows: list[list[Cell]] = [["云泽镇地块拐点坐标"], ["地块名称", "拐点编号", "X坐标", "Y坐标"]]
    for name, ring in GROUND.items():
        for at, (label, north, east) in enumerate(_corners(ring)[:-1]):
            rows.append([None if at else name, label, north, east])
    _same(_says(read("坐标.xlsx", _book(表=rows))))


def test_points_that_nothing_names_are_parted_where_they_come_round_again() -> None:
    lines = ["点名,X,Y,H"]
    for ring in GROUND.values():
        lines += [f"{label},{north!r},{east!r},3.2" for label, north, east in _corners(ring)]
    _same(_says(read("点.csv", "\n".join(lines).encode("gb18030"))), ("1", "2", "3"))


def test_open_rings_are_parted_where_the_first_label_stands_again() -> None:
    lines = ["点号 X Y"]
    for ring in GROUND.values():
        lines += [f"{label} {north!r} {east!r}" for label, north, east in _corners(ring)[:-1]]
    _same(_says(read("点.txt", "\n".join(lines).encode())), ("1", "2", "3"))


def test_open_rings_without_labels_are_parted_by_an_empty_line() -> None:
    lines = ["北坐标;东坐标"]
    for ring in GROUND.values():
        lines += [f"{north!r};{east!r}" for _, north, east in _corners(ring)[:-1]]
        lines.append("")
    _same(_says(read("点.csv", "\n".join(lines).encode())), ("1", "2", "3"))


def test_a_second_ring_of_a_parcel_is_a_hole_in_it_or_lies_beside_it() -> None:
    rows: list[list[Cell]] = [["宗地号", "界址点号", "X坐标", "Y坐标"]]
    for ring in (square(side=300), square(100, 100, 50), square(1000)):
        rows += [["云泽01", *one] for one in _corners(ring)]
    (figure,) = read("坐标.xlsx", _book(表=rows)).figures
    assert [len(polygon) for polygon in figure.polygons] == [2, 1]


@pytest.mark.parametrize(
    ("east", "north"),
    [
        ("120°56′42.00″", "30°31′33.60″"),
        ("120°56'42\"", "30°31'33.6\""),
        ("东经120度56分42秒", "北纬30度31分33.6秒"),
        ("120.945°E", "30.526°N"),
        ("120°56.7′", "30°31.56′"),
    ],
)
def test_angles_are_read_in_every_way_they_are_written(east: str, north: str) -> None:
    lines = ["地块,东经,北纬", f"云泽01,{east},{north}", "云泽01,120.946,30.526",
             "云泽01,120.946,30.527"]  # fmt: skip
    content = "\n".join(lines).encode()
    (figure,) = read("点.csv", content).figures
    assert figure.polygons[0][0][0] == pytest.approx((120.945, 30.526), abs=1e-9)


_HEAD = """[属性描述]
格式版本号=1.01版本
坐标系={system}
几度分带={width}
计量单位=米
带号=40
[地块坐标]
"""


def _exchange(system: str = "2000国家大地坐标系", width: int = 3, ahead: float = 0) -> bytes:
    lines = [_HEAD.format(system=system, width=width).rstrip()]
    for name, ring in GROUND.items():
        lines.append(f"5,1.0000,{name},柳岸地块,面,H51G0,工业用地,0601,@")
        lines += [f"{label},1,{north:.3f},{east + ahead:.3f}"
                  for label, north, east in _corners(ring)]  # fmt: skip
    return "\r\n".join(lines).encode("gb18030")


@pytest.mark.parametrize(("ahead", "key"), [(0, "zone40"), (40_000_000, "zone40n")])
def test_the_text_in_which_surveys_are_handed_in_is_read(ahead: float, key: str) -> None:
    drawn = read("勘界.txt", _exchange(ahead=ahead))
    assert (drawn.declared, drawn.problems) == (key, ())
    assert [one.words["地块编号"] for one in drawn.figures] == list(NAMES)
    first = drawn.figures[0]
    assert (first.words["用途"], first.words["面积（公顷）"]) == ("工业用地", "1.0000")
    assert first.polygons[0][0][0] == pytest.approx((NORTH, EAST + ahead), abs=0.001)


def test_what_a_survey_declares_of_former_times_is_refused() -> None:
    assert "西安80" in read("勘界.txt", _exchange("80国家大地坐标系")).refused
    assert "6度分带" in read("勘界.txt", _exchange(width=6)).refused


def test_a_file_of_single_points_is_refused_with_what_to_send_instead() -> None:
    assert "界址点成果表" in read("展点.dat", b"1,,590696.854,3378804.048,3.2\n").refused


def test_a_line_of_a_track_that_comes_back_is_a_shape() -> None:
    points = " ".join(f"{120.9 + x / 1e5:.6f},{30.5 + y / 1e5:.6f},0"
                      for x, y in ((0, 0), (9, 0), (9, 9), (0, 0)))  # fmt: skip
    away = points.rsplit(" ", 1)[0]
    marks = "".join(f"<Placemark><name>{name}</name><LineString><coordinates>{said}</coordinates>"
                    "</LineString></Placemark>" for name, said in (("回", points), ("不回", away))
                    )  # fmt: skip
    drawn = read("轨迹.kml", f'<kml xmlns="http://www.opengis.net/kml/2.2">{marks}</kml>'.encode())
    assert [one.words["name"] for one in drawn.figures] == ["回"]
    assert drawn.problems == ("第2个地标不是面，已略过",)


def test_texts_of_a_drawing_are_read_line_by_line_and_layer_by_layer() -> None:
    x, y = EAST + 50, NORTH + 50
    ring = square()
    line: list[tuple[int, object]] = [(0, "LWPOLYLINE"), (8, "界址线"), (90, 4), (70, 1)]
    for at in ring[:-1]:
        line += [(10, at[0]), (20, at[1])]
    texts: list[tuple[int, object]] = [
        (0, "TEXT"), (8, "面积"), (10, x), (20, y - 9), (1, "15.00亩"),
        (0, "MTEXT"), (8, "宗地号"), (10, x), (20, y), (1, "{\\fSimSun|b0;云泽01}\\P柳岸轴承厂"),
    ]  # fmt: skip
    pairs = [(0, "SECTION"), (2, "ENTITIES"), *line, *texts, (0, "ENDSEC"), (0, "EOF")]
    content = "\n".join(f"{code}\n{said}" for code, said in pairs).encode()
    (figure,) = read("图.dxf", content).figures
    assert dict(figure.words) == {
        "图层": "界址线", "文字": "15.00亩", "文字2": "云泽01", "文字3": "柳岸轴承厂",
    }  # fmt: skip


def test_a_closed_line_of_a_geojson_is_a_shape() -> None:
    ring = [list(point) for point in square()]
    shapes = [
        ("LineString", ring),
        ("MultiLineString", [ring, ring[:-1]]),
        ("LineString", ring[:3]),
    ]
    features = [{"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": of}}
                for kind, of in shapes]  # fmt: skip
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    drawn = read("界线.geojson", content)
    assert [len(one.polygons) for one in drawn.figures] == [1, 1]
    assert drawn.problems == ("第3个图形不是面，已略过",)
