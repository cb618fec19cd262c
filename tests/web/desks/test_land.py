"""The register of land: parks, blocks, parcels, buildings, floors, units, charges."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.models import (
    Block,
    Building,
    Charge,
    Floor,
    Parcel,
    Park,
    Unit,
    Zone,
)
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

MORTGAGE: dict[str, Any] = {"kind": "mortgage", "holder": "云泽农商行", "since": date(2024, 1, 5)}
RESERVE: dict[str, Any] = {
    "name": "高铁新城预控区",
    "layer": "reserve",
    "rule": "forbidden",
    "basis": "云泽镇国土空间规划",
    "since": date(2024, 1, 1),
}
YUNZE: dict[str, Any] = {"name": "云泽工业园", "kind": "zone"}


@pytest.fixture
def planner(hire: Hire, town: OrgUnit) -> User:
    return hire("planner", town, Role.LAND)


@pytest.fixture
def as_planner(planner: User) -> Client:
    return browser_of(planner)


@pytest.fixture
def park(planner: User, town: OrgUnit) -> Park:
    return actions.keep(Park, by=planner, unit=town, **YUNZE)


def _parcel(by: User, unit: OrgUnit, number: str, **values: Any) -> Parcel:
    return actions.keep(Parcel, by=by, unit=unit, number=number, **values)


def test_the_planner_registers_a_park_in_mu_and_it_is_kept_in_square_metres(
    as_planner: Client,
) -> None:
    told = {**YUNZE, "planned": "3000亩", "built": "500亩"}
    answer = as_planner.post("/land/parks/add", told, follow=True)
    assert answer.status_code == 200
    park = Park.objects.get()
    assert park.planned == Decimal("2000000.00")
    assert park.built == Decimal("333333.33")
    page = as_planner.get("/land/").content.decode()
    assert "3,000" in page
    assert "2,500" in page


def test_a_viewer_reads_and_keeps_nothing(viewer: User, park: Park) -> None:
    browser = browser_of(viewer)
    assert browser.get("/land/").status_code == 200
    assert browser.get(f"/land/parks/{park.pk}").status_code == 200
    assert browser.post("/land/parks/add", YUNZE).status_code == 403


def test_another_offices_park_is_not_there(neighbour: User, park: Park) -> None:
    browser = browser_of(neighbour)
    assert browser.get(f"/land/parks/{park.pk}").status_code == 404
    assert "云泽工业园" not in browser.get("/land/").content.decode()


@pytest.mark.parametrize("doing", ["", "/edit", "/remove"])
def test_nothing_of_another_office_is_there(
    doing: str, hire: Hire, planner: User, town: OrgUnit, other_town: OrgUnit, park: Park
) -> None:
    theirs = browser_of(hire("their-planner", other_town, Role.LAND))
    parcel = _parcel(planner, town, "G1", park=park)
    building = actions.keep(Building, by=planner, unit=town, parcel=parcel, number="1")
    floor = actions.keep(Floor, by=planner, unit=town, building=building, level=1)
    made = {
        "parks": park,
        "parcels": parcel,
        "buildings": building,
        "floors": floor,
        "units": actions.keep(Unit, by=planner, unit=town, floor=floor, number="101"),
        "blocks": actions.keep(Block, by=planner, unit=town, code="B", name="一区"),
        "charges": actions.keep(Charge, by=planner, unit=town, parcel=parcel, **MORTGAGE),
        "zones": actions.keep(Zone, by=planner, unit=town, **RESERVE),
    }
    for key, thing in made.items():
        address = f"/land/{key}/{thing.pk}{doing}"
        ask = theirs.post if doing == "/remove" else theirs.get
        assert ask(address).status_code == 404, address
        if doing != "/remove":
            assert browser_of(planner).get(address).status_code == 200, address


def test_the_tree_goes_down_to_a_unit_and_the_page_shows_where_it_stands(
    as_planner: Client, planner: User, town: OrgUnit, park: Park
) -> None:
    parcel = _parcel(planner, town, "G2024-01", park=park, area=Decimal("33333.33"))
    for address, told in (
        (f"/land/buildings/add?parcel={parcel.pk}", {"parcel": parcel.pk, "number": "1幢"}),
        ("/land/floors/add?building={}", {"building": None, "level": 2}),
        ("/land/units/add?floor={}", {"floor": None, "number": "201", "area": "1200"}),
    ):
        last = {"building": Building, "floor": Floor}
        for name, model in last.items():
            if name in told and told[name] is None:
                told[name] = model.objects.latest("pk").pk
                address = address.format(told[name])
        assert as_planner.get(address).status_code == 200
        assert as_planner.post(address, told).status_code == 302, address
    unit = Unit.objects.get()
    page = as_planner.get(f"/land/units/{unit.pk}").content.decode()
    for words in ("云泽工业园", "G2024-01", "1幢", "1,200"):
        assert words in page
    assert "1幢" in as_planner.get(f"/land/parcels/{parcel.pk}").content.decode()


def test_a_parcel_whose_drawing_differs_from_its_certificate_is_shown(
    as_planner: Client, planner: User, town: OrgUnit
) -> None:
    good = _parcel(planner, town, "G1", certified=Decimal(10000), measured=Decimal("10050"))
    off = _parcel(planner, town, "G2", certified=Decimal(10000), measured=Decimal("10051"))
    assert "请核对" not in as_planner.get(f"/land/parcels/{good.pk}").content.decode()
    assert "+0.51%" in as_planner.get(f"/land/parcels/{off.pk}").content.decode()
    listed = as_planner.get("/land/parcels/?differs=yes").content.decode()
    assert "G2" in listed
    assert "G1<" not in listed
    assert "G1<" in as_planner.get("/land/parcels/?differs=no").content.decode()


def test_a_block_of_another_park_is_refused(planner: User, town: OrgUnit, park: Park) -> None:
    other = actions.keep(Park, by=planner, unit=town, name="柳岸园", kind="small")
    block = actions.keep(Block, by=planner, unit=town, park=other, code="B1", name="一区")
    with pytest.raises(Refused, match="不符"):
        _parcel(planner, town, "G1", park=park, block=block)
    assert _parcel(planner, town, "G2", block=block).park_id == other.pk


def test_a_number_stands_once_in_a_unit(planner: User, town: OrgUnit) -> None:
    _parcel(planner, town, "G1")
    with pytest.raises(Refused, match="已有这个宗地号"):
        _parcel(planner, town, "G1")


def test_a_charge_lies_on_a_parcel_or_a_building_and_not_on_both(
    planner: User, town: OrgUnit
) -> None:
    parcel = _parcel(planner, town, "G1")
    told = MORTGAGE
    assert (
        str(actions.keep(Charge, by=planner, unit=town, parcel=parcel, **told)) == "抵押 云泽农商行"
    )
    with pytest.raises(Refused, match="其中之一"):
        actions.keep(Charge, by=planner, unit=town, **told)


def test_what_something_stands_on_is_not_removed(
    as_planner: Client, planner: User, town: OrgUnit, park: Park
) -> None:
    _parcel(planner, town, "G1", park=park)
    answer = as_planner.post(f"/land/parks/{park.pk}/remove", {"reason": "重复"})
    assert answer.status_code == 422
    assert "下面还有1条宗地" in answer.content.decode()


def test_who_was_quicker_is_named(as_planner: Client, planner: User, park: Park) -> None:
    actions.change(park, by=planner, version=1, industries="轴承")
    told = {**YUNZE, "industries": "齿轮", "version": 1}
    answer = as_planner.post(f"/land/parks/{park.pk}/edit", told)
    assert answer.status_code == 422
    assert "planner同志" in answer.content.decode()
    assert as_planner.post(f"/land/parks/{park.pk}/edit", {**told, "version": 2}).status_code == 302


def test_the_list_can_be_asked_as_of_a_past_day_and_exported(
    as_planner: Client, park: Park
) -> None:
    before = timezone.localdate() - timedelta(days=3)
    assert "云泽工业园" not in as_planner.get(f"/land/?as_of={before}").content.decode()
    for ending in ("export.csv", "parcels/export.xlsx"):
        answer: Any = as_planner.get(f"/land/{ending}")
        assert b"".join(answer.streaming_content)


def test_what_htmx_swaps_in_is_what_a_reload_shows(as_planner: Client, park: Park) -> None:
    whole = as_planner.get("/land/?q=云泽").content.decode()
    part = as_planner.get("/land/?q=云泽", headers={"HX-Request": "true"}).content.decode()
    assert "云泽工业园" in part
    row = part[part.index("<tbody") : part.index("</tbody>")]
    assert row in whole


@pytest.mark.parametrize("key", ["", "blocks/", "parcels/", "buildings/", "floors/", "units/"])
def test_the_number_of_queries_does_not_grow(
    key: str,
    as_planner: Client,
    planner: User,
    town: OrgUnit,
    django_assert_max_num_queries: object,
) -> None:
    counts = []
    for size in (2, 6):
        for one in range(size):
            mark = f"{size}-{one}"
            park = actions.keep(Park, by=planner, unit=town, name=mark, kind="zone")
            block = actions.keep(Block, by=planner, unit=town, park=park, code=mark, name=mark)
            parcel = _parcel(planner, town, mark, block=block)
            building = actions.keep(Building, by=planner, unit=town, parcel=parcel, number="1")
            floor = actions.keep(Floor, by=planner, unit=town, building=building, level=1)
            actions.keep(Unit, by=planner, unit=town, floor=floor, number="101")
        counts.append(_queries(as_planner, f"/land/{key}"))
    assert counts[0] == counts[1]


def _queries(browser: Client, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200
    return len(caught)


def test_a_sheet_of_parcels_is_read_in_mu_and_in_square_metres(
    as_planner: Client, planner: User, park: Park
) -> None:
    lines = [
        "宗地号,面积（亩）,证载面积（㎡）,所在园区,状态",
        "G1,30,20000,云泽工业园,净地待供",
        "G2,x,1,无,空",
    ]
    file = SimpleUploadedFile("宗地.csv", "\n".join(lines).encode())
    answer = as_planner.post("/land/parcels/import/take", {"sheet": file, "unit": park.unit_id})
    assert answer.status_code == 302
    address = answer["Location"]
    page = as_planner.get(address).content.decode()
    assert "请写数字和单位" in page
    found = re.search(r'name="seal" value="([^"]*)"', page)
    assert found
    as_planner.post(f"{address}/run", {"seal": found[1], "leaves_bad": "on"})
    parcel = Parcel.objects.get()
    assert (parcel.number, parcel.area, parcel.state) == ("G1", Decimal(20000), "clear")
    assert (parcel.certified, parcel.park_id) == (Decimal(20000), park.pk)
