"""Files of shapes: sent, asked for their coordinates, tried out, taken in, undone, sent out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.mapping.shapes import NUMBERED, PLAIN, kept, square
from tests.web.conftest import Hire, browser_of
from yinfeng.mapping.formats import read
from yinfeng.mapping.systems import GCJ02, System, swapped
from yinfeng.mapping.writing import Named, dxf, geojson, shapefile
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import Building, Drawing, Parcel, Park, Zone
from yinfeng.web.people.models import Code, OrgUnit, User
from yinfeng.web.people.roles import Role


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def as_planner(planner: User) -> Client:
    return browser_of(planner)


@pytest.fixture
def park(planner: User, town: OrgUnit) -> Park:
    made = actions.keep(Park, by=planner, unit=town, name="云泽工业园", kind="zone")
    ground = kept(square(-500, -500, 3000))
    return actions.draw(made, by=planner, version=1, geometry=ground, source="红线")


def _named(number: str, east: float = 0, side: float = 100, **words: str) -> Named:
    return Named(kept(square(east, 0, side)), {"宗地号": number, **words})


def _send(browser: Client, content: bytes, name: str, target: str = "parcels") -> Drawing:
    file = SimpleUploadedFile(name, content)
    answer = browser.post("/land/drawings/", {"target": target, "file": file})
    assert answer.status_code == 302, answer.content.decode()
    return Drawing.objects.latest("pk")


def _settle(browser: Client, drawing: Drawing, system: str, **told: Any) -> str:
    told = {"system": system, "number": "宗地号", **told}
    answer = browser.post(f"/land/drawings/{drawing.pk}", told, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


@pytest.mark.parametrize("one", [PLAIN, NUMBERED, swapped(PLAIN)], ids=lambda one: one.key)
def test_a_file_is_recognised_previewed_and_taken_in(
    one: System, as_planner: Client, park: Park
) -> None:
    content = geojson([_named("G1", 权利人="柳岸轴承厂"), _named("G2", 200)], one)
    content = content.replace(f"EPSG::{one.epsg}".encode(), b"")
    drawing = _send(as_planner, content, "宗地.geojson")
    page = as_planner.get(f"/land/drawings/{drawing.pk}").content.decode()
    first = page.index('type="radio"')
    assert f'value="{one.key}"' in page[first : first + 120]
    assert "落在本单位所在区域" in page
    page = _settle(as_planner, drawing, one.key, park=park.pk)
    assert "可以导入2个，不能导入0个" in page
    assert Parcel.objects.count() == 0
    shown = as_planner.get(f"/land/drawings/{drawing.pk}/preview").json()
    assert [row["properties"]["says"] for row in shown["features"]] == ["15.00亩", "15.00亩"]
    as_planner.post(f"/land/drawings/{drawing.pk}/take")
    parcel = Parcel.objects.get(number="G1")
    assert (parcel.holder, parcel.park_id) == ("柳岸轴承厂", park.pk)
    assert parcel.measured == pytest.approx(Decimal(10000), abs=3)
    assert parcel.west == pytest.approx(120.945, abs=1e-6)


def test_an_import_is_undone_whole_and_not_after_a_change(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    old = actions.keep(Parcel, by=planner, unit=town, number="G1", name="老厂")
    drawing = _send(as_planner, shapefile([_named("G1"), _named("G2", 200)]), "宗地.zip")
    assert drawing.read["declared"] == "cgcs2000"
    assert "更新图形" in _settle(as_planner, drawing, "cgcs2000")
    as_planner.post(f"/land/drawings/{drawing.pk}/take")
    old.refresh_from_db()
    assert (old.version, old.name) == (2, "老厂")
    assert old.shape
    as_planner.post(f"/land/drawings/{drawing.pk}/undo", {"reason": "坐标系选错"})
    old.refresh_from_db()
    assert old.shape is None
    assert not Parcel.objects.filter(number="G2", removed_at=None).exists()
    again = _send(as_planner, shapefile([_named("G3", 400)]), "宗地.zip")
    _settle(as_planner, again, "cgcs2000")
    as_planner.post(f"/land/drawings/{again.pk}/take")
    third = Parcel.objects.get(number="G3")
    house = actions.keep(Building, by=planner, unit=town, parcel=third, number="1号楼")
    answer = as_planner.post(f"/land/drawings/{again.pk}/undo", {"reason": "x"}, follow=True)
    assert "“G3”下面还有1条楼幢" in answer.content.decode()
    actions.remove(house, by=planner, reason="登记错了")
    actions.change(third, by=planner, version=1, name="改了")
    answer = as_planner.post(f"/land/drawings/{again.pk}/undo", {"reason": "x"}, follow=True)
    assert "不能整体撤销" in answer.content.decode()


def test_what_lies_on_another_or_outside_the_park_is_a_row_with_its_reason(
    as_planner: Client, planner: User, town: OrgUnit, park: Park
) -> None:
    there = actions.keep(Parcel, by=planner, unit=town, number="老宗地")
    actions.draw(there, by=planner, version=1, geometry=kept(square(1000)), source="x")
    rows = [
        _named("G1"), _named("G2", 90), _named("G1", 300), _named("G4", 1050),
        _named("G5", 2450), _named("G6", 99.9999),
    ]  # fmt: skip
    drawing = _send(as_planner, geojson(rows), "宗地.json")
    page = _settle(as_planner, drawing, "cgcs2000", park=park.pk)
    assert "与第1个图形重叠" in page
    assert "编号与第1个图形相同" in page
    assert "与已登记的“老宗地”重叠7.50亩" in page
    assert "亩在园区“云泽工业园”范围以外" in page
    assert "可以导入1个，不能导入5个" in page
    page = _settle(as_planner, drawing, "cgcs2000", park=park.pk, outside="on")
    assert "可以导入2个" in page


def test_a_crossing_line_and_a_certificate_are_told(as_planner: Client, park: Park) -> None:
    x, y = square()[0]
    lines = ["宗地号,点号,X,Y,证载面积（亩）"]
    bow = ((x, y), (x + 100, y + 100), (x + 100, y), (x, y + 100))
    lines += [f"G1,{at},{north!r},{east!r},7.5" for at, (east, north) in enumerate(bow)]
    plain = square(300)[:-1]
    lines += [f"G2,{at},{north!r},{east!r},14" for at, (east, north) in enumerate(plain)]
    lines += ["G3,1,abc,def,1"]
    drawing = _send(as_planner, "\n".join(lines).encode("gb18030"), "坐标.csv")
    page = _settle(as_planner, drawing, "zone40-swapped")
    assert "边线自己交叉，已理顺：面积由0.00㎡变为" in page
    assert "与证载14.00亩相差+7.1" in page
    assert "第10行的坐标不是数字" in page


def test_a_shape_that_mending_gave_another_area_is_taken_only_where_it_is_ticked(
    as_planner: Client, park: Park
) -> None:
    x, y = square()[0]
    bow = ((x, y), (x + 100, y + 100), (x + 100, y), (x, y + 100))
    lines = ["宗地号,点号,X,Y"]
    lines += [f"G1,{at},{north!r},{east!r}" for at, (east, north) in enumerate(bow)]
    lines += [f"G2,{at},{north!r},{east!r}" for at, (east, north) in enumerate(square(300)[:-1])]
    # A loop of a square metre at a corner of a hectare is the hand of the draughtsman.
    near = ((x + 600, y), (x + 700, y), (x + 700, y + 100), (x + 600, y + 100))
    hooked = (*near, (x + 600, y + 1), (x + 599, y), (x + 601, y + 1))
    lines += [f"G3,{at},{north!r},{east!r}" for at, (east, north) in enumerate(hooked)]
    content = "\n".join(lines).encode("gb18030")
    drawing = _send(as_planner, content, "坐标.csv")
    page = _settle(as_planner, drawing, "zone40-swapped")
    assert "可以导入2个，须核对后勾选1个，不能导入0个" in page
    assert "按点的次序连线的面积是0.00㎡，切开理顺后是5,00" in page or "切开理顺后是4,99" in page
    as_planner.post(f"/land/drawings/{drawing.pk}/take")
    assert set(Parcel.objects.values_list("number", flat=True)) == {"G2", "G3"}
    again = _send(as_planner, content, "坐标.csv")
    _settle(as_planner, again, "zone40-swapped")
    as_planner.post(f"/land/drawings/{again.pk}/take", {"looked_at": "1"})
    assert Parcel.objects.filter(number="G1").exists()


def test_a_shifted_file_stands_where_it_belongs(as_planner: Client, park: Park) -> None:
    drawing = _send(as_planner, geojson([_named("G1")], GCJ02), "点选.geojson")
    _settle(as_planner, drawing, "gcj02")
    as_planner.post(f"/land/drawings/{drawing.pk}/take")
    assert Parcel.objects.get().west == pytest.approx(120.945, abs=1e-7)


def test_a_file_of_an_older_system_or_none_is_refused_with_a_sentence(as_planner: Client) -> None:
    old = geojson([_named("G1")]).replace(b"EPSG::4490", b"EPSG::4610")
    for name, content, says in (
        ("x.geojson", old, "西安80"),
        ("x.dwg", b"AC1027", "另存为DXF"),
        ("x.geojson", b"{}", "没有读到面"),
    ):
        file = SimpleUploadedFile(name, content)
        answer = as_planner.post("/land/drawings/", {"target": "parcels", "file": file})
        assert answer.status_code == 422
        assert says in answer.content.decode()
    assert not Drawing.objects.exists()


def test_zones_come_in_with_their_rule_and_their_basis(as_planner: Client, park: Park) -> None:
    drawing = _send(as_planner, geojson([_named("预控一区", 0, 500)]), "z.geojson", "zones")
    told = {"layer": "reserve", "rule": "forbidden", "basis": "镇规划", "since": "2024-01-01"}
    _settle(as_planner, drawing, "cgcs2000", **told)
    as_planner.post(f"/land/drawings/{drawing.pk}/take")
    zone = Zone.objects.get()
    assert (zone.name, zone.rule, zone.basis) == ("预控一区", "forbidden", "镇规划")


@pytest.mark.parametrize("ending", ["geojson", "zip", "zip?zone=plain", "dxf", "kml"])
def test_shapes_go_out_as_the_list_is_filtered(
    ending: str, as_planner: Client, planner: User, town: OrgUnit
) -> None:
    for number, east, state in (("G1", 0, "clear"), ("G2", 300, "used")):
        made = actions.keep(Parcel, by=planner, unit=town, number=number, state=state)
        actions.draw(made, by=planner, version=1, geometry=kept(square(east)), source="x")
    joined = "&" if "?" in ending else "?"
    answer = as_planner.get(f"/land/shapes/parcels.{ending}{joined}state=clear")
    (figure,) = read(f"x.{ending.partition('?')[0]}", answer.content).figures
    assert "G1" in figure.words.values()


def test_only_who_keeps_land_takes_files_in_and_only_the_own(
    as_planner: Client, viewer: User, hire: Hire, town: OrgUnit, other_town: OrgUnit
) -> None:
    drawing = _send(as_planner, geojson([_named("G1")]), "x.geojson")
    assert browser_of(viewer).get("/land/drawings/").status_code == 403
    theirs = browser_of(hire("other", other_town, Role.LAND))
    for doing in ("", "/preview"):
        assert theirs.get(f"/land/drawings/{drawing.pk}{doing}").status_code == 404
    for doing in ("/take", "/undo"):
        assert theirs.post(f"/land/drawings/{drawing.pk}{doing}").status_code == 404
    assert as_planner.get("/land/drawings/").status_code == 200


def test_the_province_of_an_office_says_which_zone_a_first_file_is_in(
    as_planner: Client, town: OrgUnit
) -> None:
    content = dxf([_named("G1")], PLAIN)
    drawing = _send(as_planner, content, "宗地.dxf")
    page = as_planner.get(f"/land/drawings/{drawing.pk}").content.decode()
    first = page.index('type="radio"')
    assert f'value="{PLAIN.key}"' not in page[first : first + 120]
    Code.objects.create(unit=town, scheme=Code.Scheme.REGION, code="310000", since=date(2020, 1, 1))
    page = as_planner.get(f"/land/drawings/{drawing.pk}").content.decode()
    first = page.index('type="radio"')
    assert f'value="{PLAIN.key}"' in page[first : first + 120]
    assert "落在本单位所在区域" in page


def test_of_a_drawing_the_layers_are_chosen(as_planner: Client, park: Park) -> None:
    shapes = [_named("G1"), _named("G2", 200)]
    parcels = dxf(shapes, PLAIN).decode("gb18030").replace("\r\nLAND\r\n", "\r\n界址线\r\n")
    frame = dxf([_named("图廓", -400, 900)], PLAIN).decode("gb18030")
    frame = frame.replace("\r\nLAND\r\n", "\r\nTK\r\n")
    body = frame.split("ENTITIES\r\n")[1].split("0\r\nENDSEC")[0]
    start = parcels.replace("ENTITIES\r\n", f"ENTITIES\r\n{body}", 1)
    drawing = _send(as_planner, start.encode(), "宗地.dxf")
    page = as_planner.get(f"/land/drawings/{drawing.pk}").content.decode()
    assert "界址线（2个）" in page
    assert "TK（1个）" in page
    both = _settle(as_planner, drawing, "zone40", number="文字", layers=["界址线", "TK"])
    assert "重叠" in both
    page = _settle(as_planner, drawing, "zone40", number="文字", layers=["界址线"])
    assert "可以导入2个，不能导入0个" in page
    answer = as_planner.post(f"/land/drawings/{drawing.pk}", {"system": "zone40", "number": "文字"})
    assert answer.status_code == 422
    assert "请至少选一个图层" in answer.content.decode()


def test_where_several_meridians_tie_none_is_taken_by_leaving_the_form(as_planner: Client) -> None:
    content = geojson([_named("G1")], PLAIN).replace(f"EPSG::{PLAIN.epsg}".encode(), b"")
    drawing = _send(as_planner, content, "宗地.geojson")
    page = as_planner.get(f"/land/drawings/{drawing.pk}").content.decode()
    assert "请向测绘单位问明后选定" in page
    assert "checked" not in page
    assert "可以导入" not in page
    page = _settle(as_planner, drawing, "zone40")
    assert "可以导入1个" in page
    assert 'value="zone40" required checked' in page
