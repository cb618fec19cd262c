"""Tenancy: the six tests of a desk, its overviews, and a sheet that comes in."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.tenancy.grounds import ROOM, park_of, stays
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Park, Unit
from yinfeng.web.desks.tenancy.models import Occupancy, Tenant
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

HTMX = {"HX-Request": "true"}
TODAY = timezone.localdate()
FORM = {
    "firm": "云泽齿轮有限公司",
    "place": ROOM,
    "area": "1.2亩",
    "tenure": "lease",
    "since": "2026-01-01",
    "until": "",
    "months": "3",
    "is_counted": "on",
}


@pytest.fixture
def park(head: User, town: OrgUnit) -> Park:
    """The park."""
    return park_of(town, head)


@pytest.fixture
def stay(park: Park, head: User) -> Occupancy:
    """A stay that stands today."""
    return stays(
        head, since=TODAY - timedelta(days=40), until=TODAY + timedelta(days=20), today=TODAY
    )


def _says(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_land_officer_registers_and_sees_it_all(park: Park, hire: Hire, town: OrgUnit) -> None:
    browser = browser_of(hire("lander", town, Role.LAND))
    says = _says(browser.post("/tenancy/add", FORM, follow=True))
    assert "已登记入驻" in says
    assert "800.00㎡" in says
    assert "云泽齿轮有限公司" in _says(browser.get("/tenancy/"))
    assert "云泽齿轮有限公司" in _says(browser.get("/tenancy/tenants/"))
    assert "云泽齿轮有限公司" in _says(browser.get("/tenancy/land"))
    again = browser.post("/tenancy/add", {**FORM, "firm": "云泽轴承有限公司"})
    assert again.status_code == 422
    assert "就重复了" in _says(again)


def test_the_viewer_sees_no_form_and_gets_403(stay: Occupancy, viewer: User) -> None:
    browser = browser_of(viewer)
    says = _says(browser.get(f"/tenancy/{stay.pk}"))
    assert stay.firm in says
    assert "<form" not in says.split("<main")[1]
    for address in ("add", f"{stay.pk}/edit", f"{stay.pk}/leave", f"{stay.pk}/receive",
                    f"{stay.pk}/remove", "tenants/add"):  # fmt: skip
        assert browser.post(f"/tenancy/{address}", {}).status_code == 403, address


def test_for_another_office_it_is_not_there(
    stay: Occupancy, park: Park, hire: Hire, other_town: OrgUnit
) -> None:
    browser = browser_of(hire("other-head", other_town, Role.HEAD))
    for address in ("", "tenants/", "parks", "ahead", "land"):
        assert stay.firm not in _says(browser.get(f"/tenancy/{address}"))
    for address in (f"{stay.pk}", f"parks/{park.pk}", f"tenants/{stay.tenant_id}",
                    f"{stay.pk}?as_of=2026-01-01"):  # fmt: skip
        assert browser.get(f"/tenancy/{address}").status_code == 404, address
    assert browser.post(f"/tenancy/{stay.pk}/leave", {}).status_code == 404


def test_the_plain_form_works_and_htmx_swaps_in_what_a_reload_shows(
    stay: Occupancy, head: User
) -> None:
    browser = browser_of(head)
    form = {"day": TODAY.isoformat(), "amount": "36000", "paper": "收据7"}
    part = _says(browser.post(f"/tenancy/{stay.pk}/receive", form, headers=HTMX))
    assert "租金已登记" in part
    page = _says(browser.get(f"/tenancy/{stay.pk}"))
    table = part[part.index("<h2>租金") : part.index("收据7")]
    assert table in page
    left = browser.post(
        f"/tenancy/{stay.pk}/leave",
        {"version": stay.version, "day": TODAY.isoformat(), "reason": "合同到期"},
        follow=True,
    )
    assert "已登记退出" in _says(left)
    assert "合同到期" in _says(left)
    refused = browser.post(f"/tenancy/{stay.pk}/leave", {"version": "1", "day": "2026-13-01"})
    assert refused.status_code == 422


def test_the_list_as_of_a_past_day_and_its_files(stay: Occupancy, head: User) -> None:
    browser = browser_of(head)
    past = TODAY - timedelta(days=3)
    assert stay.firm not in _says(browser.get(f"/tenancy/?as_of={past}"))
    assert stay.firm in _says(browser.get("/tenancy/?stands=now"))
    assert stay.firm not in _says(browser.get("/tenancy/?stands=gone"))
    assert stay.firm.encode() in b"".join(browser.get("/tenancy/export.csv").streaming_content)  # type: ignore[attr-defined]
    assert browser.get(f"/tenancy/{stay.pk}?as_of={past}").status_code == 404


@pytest.mark.parametrize("address", ["", "tenants/", "parks", "ahead", "land"])
def test_the_number_of_queries_does_not_grow(
    address: str, park: Park, head: User, town: OrgUnit
) -> None:
    browser = browser_of(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/tenancy/{address}").status_code == 200
        return len(queries)

    rooms = [f"YZ-01/1号楼/2层/20{at}" for at in (1, 2)]
    soon = TODAY + timedelta(days=9)
    stays(head, firm="甲厂", place=rooms[0], until=soon, today=TODAY)
    asked()
    few = asked()
    stays(head, firm="乙厂", place=rooms[1], until=soon, today=TODAY)
    stays(head, firm="丙厂", place="YZ-02", area=Decimal(900), until=soon, today=TODAY)
    park_two = Park.objects.get()
    Park.objects.filter(pk=park_two.pk).update(name="一园")
    assert asked() == few


def test_a_park_shows_its_enterprises_by_chain_and_industry(
    stay: Occupancy, park: Park, head: User
) -> None:
    browser = browser_of(head)
    tenant = Tenant.objects.get()
    form = {"version": tenant.version, "name": tenant.name, "industry": "34", "chain": "高端装备"}
    assert browser.post(f"/tenancy/tenants/{tenant.pk}/edit", form).status_code == 302
    says = _says(browser.get(f"/tenancy/parks/{park.pk}"))
    assert "高端装备" in says
    assert "34 通用设备制造业" in says
    before = TODAY - timedelta(days=60)
    says = _says(browser.get(f"/tenancy/parks/{park.pk}?first={before}&last={before}"))
    assert "这一天没有在驻企业" in says
    ends = _says(browser.get("/tenancy/ahead"))
    assert "20天" in ends
    assert "24,000.00" in ends


def test_a_sheet_of_leases_comes_in_and_what_overlaps_is_named(park: Park, head: User) -> None:
    browser = browser_of(head)
    rows = [
        "企业名称,位置,面积（㎡）,方式,起,止,租金（元/㎡·月）",
        f"云泽齿轮有限公司,{ROOM},1000,租赁,2025-01-01,{TODAY},12",
        f"云泽轴承有限公司,{ROOM},1000,租赁,{TODAY + timedelta(days=1)},,13",
        "云泽弹簧厂,YZ-09,100,租赁,2026-01-01,,",
    ]
    sheet = SimpleUploadedFile("台账.csv", "\n".join(rows).encode("utf-8-sig"))
    browser.post("/tenancy/import/take", {"sheet": sheet, "file": sheet, "unit": head.unit_id})
    batch = Batch.objects.get()
    page = _says(browser.get(f"/tenancy/import/{batch.pk}"))
    assert "没有宗地“YZ-09”" in page
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    done = browser.post(
        f"/tenancy/import/{batch.pk}/run", {"seal": seal, "leaves_bad": "on"}, follow=True
    )
    assert Occupancy.objects.count() == 2, _says(done)
    assert all(one.tenant is not None for one in Occupancy.objects.all())
    assert Unit.objects.get(number="201").let_area == 1000


def test_enterprises_are_found_and_their_contacts_are_not(stay: Occupancy, head: User) -> None:
    browser = browser_of(head)
    tenant = Tenant.objects.get()
    form = {"version": tenant.version, "name": tenant.name, "contact": "方文石",
            "contact_phone": "13800001234"}  # fmt: skip
    browser.post(f"/tenancy/tenants/{tenant.pk}/edit", form)
    page = _says(browser.get(f"/tenancy/tenants/{tenant.pk}"))
    assert "方某某" in page
    assert "13800001234" not in page
    told = browser.post(f"/tenancy/tenants/{tenant.pk}/show-contact", {"reason": "联系续租"})
    assert "13800001234" in _says(told)
    found = _says(browser.get("/search/?q=齿轮"))
    assert "<mark>齿轮</mark>有限公司" in found
    assert "云泽齿轮有限公司" not in _says(browser.get("/search/?q=方文石"))


def test_pages_without_anything_say_what_to_do(head: User) -> None:
    browser: Client = browser_of(head)
    for address in ("", "tenants/", "parks", "land"):
        assert "登记" in _says(browser.get(f"/tenancy/{address}")), address
    assert "没有欠租" in _says(browser.get("/tenancy/ahead"))


def test_the_built_land_of_a_park_stands_beside_what_is_let_and_the_difference_is_named(
    park: Park, head: User
) -> None:
    browser = browser_of(head)
    land.change(park, by=head, version=1, built=Decimal(24000))
    assert "入驻记录合计占地" not in _says(browser.get(f"/land/parks/{park.pk}"))
    stays(head, place="YZ-01", area=Decimal(12000))
    page = _says(browser.get(f"/land/parks/{park.pk}"))
    assert "登记已建成36.00亩（24,000㎡），入驻记录合计占地18.00亩（12,000㎡），少18.00亩" in page
