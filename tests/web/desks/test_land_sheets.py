"""Buildings, floors and rooms come in by sheets: tried out, every bad row told, undone whole."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.levels import level_said
from yinfeng.web.desks.land.listings import LISTS
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.lists.actions import plan_of
from yinfeng.web.lists.importing.plan import Outcome
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

BUILDINGS = (
    "宗地号,幢号,名称,结构,层数,建筑面积（㎡）,竣工日期\n"
    "YZ-01,1号楼,机加工车间,钢结构,2,4000,2019-06-30\n"
    "YZ-01,2号楼,综合楼,,5,6200,2020-03-31\n"
    "YZ-09,1号楼,,,1,800,\n"
    "YZ-01,1号楼,重复的,,1,900,\n"
)
FLOORS = (
    "宗地,楼幢,楼层,面积（㎡）,层高（米）,荷载\n"
    "YZ-01,1号楼,1层,2000,8.1,30\n"
    "YZ-01,1号楼,二层,2000,5.4,10\n"
    "YZ-01,1号楼,3,2000,5.4,10\n"
    "YZ-01,1号楼,夹层,300,,\n"
    "YZ-01,3号楼,1,300,,\n"
)
ROOMS = (
    "宗地号,楼号,楼层,房号,建筑面积,可租日期\n"
    "YZ-01,1号楼,2F,201,1000㎡,2026-05-01\n"
    "YZ-01,1号楼,2F,202,1000㎡,\n"
    "YZ-01,1号楼,B1,001,300㎡,\n"
    "YZ-01,1号楼,1,101,1200,\n"
)


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def browser(planner: User, town: OrgUnit) -> Client:
    for number in ("YZ-01", "YZ-02"):
        actions.keep(Parcel, by=planner, unit=town, number=number)
    return browser_of(planner)


def _sent(browser: Client, key: str, words: str) -> tuple[Batch, str]:
    sheet = SimpleUploadedFile(f"{key}.csv", words.encode("utf-8-sig"))
    unit = User.objects.get(pk=browser.session["_auth_user_id"]).unit_id
    answer = browser.post(f"/land/{key}/import/take", {"sheet": sheet, "unit": unit})
    assert answer.status_code == 302, answer.content.decode()
    batch = Batch.objects.order_by("-pk")[0]
    return batch, browser.get(f"/land/{key}/import/{batch.pk}").content.decode()


def _taken(browser: Client, key: str, words: str) -> tuple[Batch, str]:
    batch, page = _sent(browser, key, words)
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    browser.post(f"/land/{key}/import/{batch.pk}/run", {"seal": seal, "leaves_bad": "on"})
    return batch, page


def _undone(browser: Client, key: str, batch: Batch) -> str:
    at = f"/land/{key}/import/{batch.pk}/undo"
    return browser.post(at, {"reason": "传错了"}, follow=True).content.decode()


def test_a_building_comes_in_with_the_parcel_that_its_row_names(browser: Client) -> None:
    batch, page = _taken(browser, "buildings", BUILDINGS)
    assert "YZ-01/1号楼" in page
    assert "没有宗地“YZ-09”" in page
    assert "与第2行重复" in page
    batch.refresh_from_db()
    assert (batch.created, batch.bad) == (2, 2)
    one = Building.objects.get(number="1号楼")
    assert one.parcel.number == "YZ-01"
    assert (one.structure, one.area, one.built_on) == ("steel", Decimal(4000), date(2019, 6, 30))


def test_floors_and_rooms_follow_and_a_row_says_what_is_missing_above_it(browser: Client) -> None:
    _taken(browser, "buildings", BUILDINGS)
    _, page = _taken(browser, "floors", FLOORS)
    assert "这幢楼登记为2层，没有第3层" in page
    assert "楼层看不懂" in page
    assert "没有楼幢“3号楼”" in page
    assert sorted(Floor.objects.values_list("level", "height")) == [
        (1, Decimal("8.10")),
        (2, Decimal("5.40")),
    ]
    _, page = _taken(browser, "units", ROOMS)
    assert "机加工车间 地下1层没有登记" in page
    assert "请写明单位" in page
    assert sorted(Unit.objects.values_list("number", "floor__level")) == [("201", 2), ("202", 2)]


def test_a_room_is_found_again_by_its_place_and_changed(browser: Client) -> None:
    for key, words in (("buildings", BUILDINGS), ("floors", FLOORS), ("units", ROOMS)):
        _taken(browser, key, words)
    again = (
        "宗地号,幢号,楼层,单元号,建筑面积（㎡）\nYZ-01,1号楼,2,201,960\nYZ-01,1号楼,2,202,1000\n"
    )
    batch, _ = _taken(browser, "units", again)
    batch.refresh_from_db()
    assert (batch.created, batch.changed, batch.skipped) == (0, 1, 1)
    room = Unit.objects.get(number="201")
    assert (room.area, room.version) == (Decimal(960), 2)


def test_a_sheet_is_undone_whole_and_not_while_something_stands_on_it(browser: Client) -> None:
    buildings, _ = _taken(browser, "buildings", BUILDINGS)
    floors, _ = _taken(browser, "floors", FLOORS)
    assert "“机加工车间”下面还有2条楼层" in _undone(browser, "buildings", buildings)
    assert Building.objects.filter(removed_at=None).count() == 2
    _undone(browser, "floors", floors)
    _undone(browser, "buildings", buildings)
    assert not Floor.objects.filter(removed_at=None).exists()
    assert not Building.objects.filter(removed_at=None).exists()


def test_what_a_list_of_rooms_exports_comes_in_again_as_the_same(
    browser: Client, planner: User
) -> None:
    for key, words in (("buildings", BUILDINGS), ("floors", FLOORS), ("units", ROOMS)):
        _taken(browser, key, words)
    for key in ("buildings", "floors", "units"):
        sheet = browser.get(f"/land/{key}/export.csv").getvalue().decode("utf-8-sig")
        batch, _ = _sent(browser, key, sheet)
        plan = plan_of(LISTS[key], batch, planner)
        assert not plan.bad
        assert {line.outcome for line in plan.lines} == {Outcome.SAME}


def test_a_viewer_and_another_office_bring_no_rooms_in(
    viewer: User, hire: Hire, other_town: OrgUnit, browser: Client
) -> None:
    assert browser_of(viewer).get("/land/units/import").status_code == 403
    theirs = browser_of(hire("theirs", other_town, Role.LAND))
    _, page = _sent(theirs, "buildings", BUILDINGS)
    assert "没有宗地“YZ-01”" in page


@pytest.mark.parametrize(
    ("words", "level"),
    [("3", 3), ("3层", 3), ("第十二层", 12), ("三楼", 3), ("地下1层", -1), ("B2", -2), ("-1", -1),
     ("12F", 12), ("0", None), ("夹层", None), ("顶层", None), ("", None)],
)  # fmt: skip
def test_a_floor_is_read_as_people_write_it(words: str, level: int | None) -> None:
    assert level_said(words) == level
