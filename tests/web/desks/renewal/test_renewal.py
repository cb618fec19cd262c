"""Renewal: the six tests of a desk, and every page of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.renewal.works import PRICES, block_of, drafted, signed
from yinfeng.web.desks.renewal import actions
from yinfeng.web.desks.renewal.models import HardCase, Owner, Plot, RenewalBlock, Sheet
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

HTMX = {"HX-Request": "true"}
TODAY = timezone.localdate()
OVERVIEWS = ("", "owners/", "lessees/", "hard/", "sheets/", "public/", "battle", "told")
_BANDS = PRICES.replace("2026-04-10", str(TODAY)).replace("2026-04-20", str(TODAY + timedelta(9)))


@pytest.fixture
def lander(hire: Hire, town: OrgUnit) -> User:
    """A land officer of the town."""
    return hire("lander", town, Role.LAND)


@pytest.fixture
def block(lander: User, head: User) -> RenewalBlock:
    """The block, with the prices of the town."""
    actions.set_rules(
        head.unit, by=head, kind="prices", text=_BANDS, since=TODAY, reason="公布", today=TODAY
    )
    return block_of(lander)


@pytest.fixture
def sheet(block: RenewalBlock, lander: User) -> Sheet:
    """A sheet of an owner who signed today."""
    return drafted(signed("沈立群", lander, TODAY), lander, today=TODAY)


def _says(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_land_officer_enters_a_block_signs_and_sees_it_all(head: User, lander: User) -> None:
    browser = browser_of(lander)
    form = {"name": "横河片区", "area": "500亩", "owners_told": "1", "signing_since": str(TODAY)}
    says = _says(browser.post("/renewal/blocks/add", form, follow=True))
    assert "已登记：横河片区" in says
    assert "500.00亩" in says
    assert "未知" in says
    block = RenewalBlock.objects.get()
    plot = {"block": block.pk, "number": "H-1", "area": "300亩", "photos": "2"}
    browser.post("/renewal/plots/add", plot)
    owner = {"plot": Plot.objects.get().pk, "sort": "firm", "name": "云泽弹簧厂", "area": "300亩"}
    browser.post("/renewal/owners/add", owner)
    key = Owner.objects.get().pk
    sign = {"version": "1", "day": str(TODAY), "agreement": "XY-1", "certificates_in": "on"}
    says = _says(browser.post(f"/renewal/owners/{key}/sign", sign, follow=True))
    assert "签约已登记" in says
    page = _says(browser.get(f"/renewal/blocks/{block.pk}"))
    assert "100.0%" in page
    assert "60.0%" in page
    assert "已签约面积300亩 ÷ 红线内面积500亩" in page
    listed = _says(browser.get("/renewal/"))
    assert "1/1户，100.0%" in listed
    assert "300/500亩，60.0%" in listed


def test_the_viewer_sees_no_form_and_gets_403(
    block: RenewalBlock, sheet: Sheet, viewer: User
) -> None:
    browser = browser_of(viewer)
    for address in (f"blocks/{block.pk}", f"owners/{sheet.owner_id}", f"sheets/{sheet.pk}"):
        says = _says(browser.get(f"/renewal/{address}"))
        assert "<form" not in says.split("<main")[1], address
    for address in (
        "blocks/add", f"blocks/{block.pk}/edit", f"blocks/{block.pk}/prove",
        f"owners/{sheet.owner_id}/sign", f"owners/{sheet.owner_id}/draft",
        f"sheets/{sheet.pk}/approve", f"sheets/{sheet.pk}/pay", f"sheets/{sheet.pk}/rule",
    ):  # fmt: skip
        assert browser.post(f"/renewal/{address}", {}).status_code == 403, address


def test_for_another_office_it_is_not_there(
    block: RenewalBlock, sheet: Sheet, hire: Hire, other_town: OrgUnit
) -> None:
    browser = browser_of(hire("other-head", other_town, Role.HEAD))
    for address in OVERVIEWS:
        assert "农机厂" not in _says(browser.get(f"/renewal/{address}"))
    for address in (f"blocks/{block.pk}", f"owners/{sheet.owner_id}", f"sheets/{sheet.pk}",
                    f"blocks/{block.pk}/edit", f"owners/{sheet.owner_id}/draft"):  # fmt: skip
        assert browser.get(f"/renewal/{address}").status_code == 404, address
    for address in (f"sheets/{sheet.pk}/approve", f"blocks/{block.pk}/prove"):
        assert browser.post(f"/renewal/{address}", {}).status_code == 404, address


def test_what_htmx_swaps_in_is_what_a_reload_shows(
    block: RenewalBlock, lander: User, head: User
) -> None:
    browser = browser_of(lander)
    form = {"stage": "survey", "gate": "photos", "paper": "照片册3号", "day": str(TODAY)}
    part = _says(browser.post(f"/renewal/blocks/{block.pk}/prove", form, headers=HTMX))
    assert "等第二个人确认" in part
    page = _says(browser.get(f"/renewal/blocks/{block.pk}"))
    at = part.index("照片册3号")
    assert part[at : at + 40] in page
    proof = block.proofs.get()
    refused = browser.post(f"/renewal/proofs/{proof.pk}/confirm", headers=HTMX)
    assert refused.status_code == 422
    assert "登记人以外" in _says(refused)
    done = browser_of(head).post(f"/renewal/proofs/{proof.pk}/confirm", follow=True)
    assert "佐证已确认" in _says(done)


def test_a_sheet_goes_its_way_through_plain_forms(
    block: RenewalBlock, lander: User, head: User, hire: Hire
) -> None:
    owner = signed("云泽弹簧厂", lander, TODAY)
    browser = browser_of(lander)
    form = {
        "valued_on": str(TODAY), "appraiser": "清溪评估所", "compensated": "1500",
        "declaration": "均无", "component_1": "building", "kind_1": "钢混", "quantity_1": "1,000",
        "factor_1": "85%",
    }  # fmt: skip
    wrong = browser.post(f"/renewal/owners/{owner.pk}/draft", {**form, "kind_1": "木"})
    assert wrong.status_code == 422
    assert "可选：钢混、砖混" in _says(wrong)
    says = _says(browser.post(f"/renewal/owners/{owner.pk}/draft", form, follow=True))
    assert "1,020,000.00" in says
    assert "补偿面积大于证载面积" in says
    assert "1,000" in _says(browser.get(f"/renewal/owners/{owner.pk}/draft")).replace(
        '"1000"', "1,000"
    )
    sheet = Sheet.objects.get()
    first, second = browser_of(head), browser_of(hire("leader", head.unit, Role.LEADER))
    says = _says(first.post(f"/renewal/sheets/{sheet.pk}/approve", {"version": "1"}, follow=True))
    assert "等第二个人复审" in says
    held = second.post(f"/renewal/sheets/{sheet.pk}/approve", {"version": "2"})
    assert held.status_code == 422
    ruling = {"line": "over_certificate", "about": "1500", "paper": "认定书", "reason": "认定"}
    assert second.post(f"/renewal/sheets/{sheet.pk}/rule", ruling).status_code == 302
    done = second.post(f"/renewal/sheets/{sheet.pk}/approve", {"version": "2"}, follow=True)
    assert "已审定" in _says(done)
    early = {"day": str(TODAY), "amount": "1", "payee": "云泽弹簧厂", "paper": "P1"}
    refused = browser.post(f"/renewal/sheets/{sheet.pk}/pay", early)
    assert "尚未交付" in _says(refused)


def test_the_public_list_shows_firms_and_hides_persons(
    sheet: Sheet, lander: User, head: User, hire: Hire, viewer: User
) -> None:
    browser = browser_of(viewer)
    assert "沈某某" not in _says(browser.get("/renewal/public/"))
    for one in (head, hire("leader", head.unit, Role.LEADER)):
        sheet = actions.approve(sheet, by=one, version=sheet.version, today=TODAY)
    page = _says(browser.get("/renewal/public/"))
    assert "沈某某" in page
    assert "1,120,000" in page
    csv = b"".join(browser.get("/renewal/public/export.csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "沈某某" in csv
    assert "沈立群" not in csv + page + _says(browser.get("/renewal/owners/"))
    assert "沈立群" not in _says(browser.get("/search/?q=沈立"))


@pytest.mark.parametrize("address", OVERVIEWS)
def test_the_number_of_queries_does_not_grow(
    address: str, block: RenewalBlock, lander: User, head: User
) -> None:
    browser = browser_of(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/renewal/{address}").status_code == 200
        return len(queries)

    drafted(signed("云泽弹簧厂", lander, TODAY), lander, today=TODAY)
    _hard(lander, "云泽弹簧厂")
    asked()
    few = asked()
    drafted(signed("云泽五金有限公司", lander, TODAY), lander, today=TODAY)
    _hard(lander, "云泽五金有限公司")
    other = actions.keep(RenewalBlock, by=lander, unit=lander.unit, name="二片区")
    plot = actions.keep(Plot, by=lander, unit=lander.unit, block=other, number="E-1")
    actions.keep(Owner, by=lander, unit=lander.unit, plot=plot, name="云泽水泵厂")
    assert asked() == few


def _hard(by: User, name: str) -> HardCase:
    return actions.keep(
        HardCase, by=by, unit=by.unit, owner=Owner.objects.get(name=name), reason="price",
        says="补偿偏低", responsible="李海明", opened=TODAY,
    )  # fmt: skip


def test_the_battle_page_tells_the_day_and_the_hard_cases(
    block: RenewalBlock, lander: User
) -> None:
    signed("云泽弹簧厂", lander, TODAY)
    case = _hard(lander, "云泽五金有限公司")
    browser = browser_of(lander)
    says = _says(browser.get("/renewal/battle"))
    assert "云泽弹簧厂" in says
    assert "已签约产权户1户 ÷ 红线内产权户3户" in says
    assert "补偿金额有异议" in says
    assert "李海明" in _says(browser.get(f"/renewal/hard/{case.pk}"))
    before = _says(browser.get(f"/renewal/battle?day={TODAY - timedelta(days=1)}"))
    assert "已签约产权户0户" in before


def test_the_list_as_of_a_past_day_knows_nothing_of_today(
    block: RenewalBlock, lander: User
) -> None:
    browser = browser_of(lander)
    past = TODAY - timedelta(days=2)
    assert "农机厂" not in _says(browser.get(f"/renewal/?as_of={past}"))
    assert "弹簧厂" not in _says(browser.get(f"/renewal/owners/?as_of={past}"))


def test_plots_become_net_land_on_the_page(block: RenewalBlock, lander: User) -> None:
    browser: Client = browser_of(lander)
    plot = Plot.objects.get(number="N-02")
    form = {"version": "1", "day": str(TODAY)}
    says = _says(browser.post(f"/renewal/plots/{plot.pk}/demolish", form, follow=True))
    assert "没有腾空" in says
    owner = signed("云泽五金有限公司", lander, TODAY)
    leave = {"version": owner.version, "day": str(TODAY)}
    browser.post(f"/renewal/owners/{owner.pk}/vacate", leave)
    says = _says(browser.post(f"/renewal/plots/{plot.pk}/demolish", form, follow=True))
    assert "拆除已登记" in says
    clear = {"version": "2", "day": str(TODAY)}
    says = _says(browser.post(f"/renewal/plots/{plot.pk}/clear", clear, follow=True))
    assert "补偿表还没有审定" in says


def test_pages_without_anything_say_what_to_do(head: User) -> None:
    browser = browser_of(head)
    for address in OVERVIEWS:
        says = _says(browser.get(f"/renewal/{address}"))
        assert "还没有" in says or "没有难点户" in says, address
    assert "签约率（按户） = 已签约产权户 ÷ 红线内产权户" in _says(browser.get("/renewal/rules"))


def test_rules_that_cannot_hold_are_refused_on_the_page(head: User) -> None:
    form = {"kind": "prices", "text": "version: 1\nprices: {castle: {甲: 1}}",
            "since": str(TODAY), "reason": "试"}  # fmt: skip
    answer = browser_of(head).post("/renewal/rules", form)
    assert answer.status_code == 422
    assert "castle" in _says(answer)


def test_an_area_is_typed_in_mu(block: RenewalBlock, lander: User) -> None:
    browser = browser_of(lander)
    browser.post("/renewal/plots/add", {"block": block.pk, "number": "N-03", "area": "15亩",
                                        "photos": "0"})  # fmt: skip
    assert Plot.objects.get(number="N-03").area == Decimal("10000.00")
