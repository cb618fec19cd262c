"""Standard land on its pages: the six tests of a desk, sheets, search, reminders, siting."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.standard.grounds import (
    check_of,
    commitment_of,
    done,
    parcel_of,
    plot_of,
    soft,
)
from yinfeng.web.desks.standard.models import (
    Check,
    Commitment,
    Finding,
    StandardPlot,
    StandardRule,
)
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role

HTMX = {"HX-Request": "true"}
TODAY = timezone.localdate()
FIVE = {
    "low_investment": "300", "low_plot_ratio": "1.0", "high_plot_ratio": "2.0",
    "high_energy": "0.52", "high_emission": "0.9", "low_tax": "20",
}  # fmt: skip


@pytest.fixture
def made(head: User) -> Commitment:
    """A commitment whose start was due long ago."""
    return commitment_of(head)


def _says(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_land_officer_goes_the_whole_way_by_plain_forms(
    hire: Hire, town: OrgUnit, head: User
) -> None:
    lander = hire("lander", town, Role.LAND)
    parcel = parcel_of(lander)
    browser = browser_of(lander)
    assert "登记为标准地" in _says(browser.get(f"/land/parcels/{parcel.pk}"))
    says = _says(
        browser.post("/standard/add", {"parcel": parcel.number, "paper": "云出让1号"}, follow=True)
    )
    assert "请设定控制指标" in says
    plot = StandardPlot.objects.get()
    at = f"/standard/{plot.pk}"
    form = {**FIVE, "version": plot.version, "since": TODAY, "paper": "云出让1号"}
    short = browser.post(f"{at}/set", {**form, "low_tax": ""})
    assert short.status_code == 422
    assert "还缺：亩均税收" in _says(short)
    says = _says(browser.post(f"{at}/set", form, follow=True))
    assert "12000万元" in says, "three hundred by the mu on forty"
    assert "第1版" in says
    contract = {
        "firm": "云泽精密有限公司", "paper": "监管3号", "signed": TODAY, "handed_over": TODAY,
        "price": "1200", "deposit": "120", "on_start": TODAY, **FIVE,
    }  # fmt: skip
    wrong = browser.post(f"{at}/commit", {**contract, "f_tax": "差额 × 亩"})
    assert wrong.status_code == 422
    assert "第6个字：不认识“亩”" in _says(wrong)
    says = _says(browser.post(f"{at}/commit", {**contract, "f_tax": "差额×5"}, follow=True))
    assert "核查时点已排好" in says
    assert "差额 × 5" in says
    check = Check.objects.get(point="start")
    at = f"/standard/checks/{check.pk}"
    found = {"version": check.version, "is_done": "yes", "day": TODAY, "proof": "许可证6号"}
    part = _says(browser.post(f"{at}/measure", found, headers=HTMX))
    assert "已登记" in part
    page = _says(browser.get(at))
    assert part[part.index("<h2>情况") : part.index("</ul>")] in page
    check.refresh_from_db()
    alone = browser.post(f"{at}/confirm", {"version": check.version})
    assert alone.status_code == 422
    assert "不能自己复核" in _says(alone)
    heads = browser_of(head)
    assert "已复核" in _says(heads.post(f"{at}/confirm", {"version": check.version}, follow=True))
    check.refresh_from_db()
    decision = {"version": check.version, "result": "passed"}
    assert "结论已作出" in _says(heads.post(f"{at}/decide", decision, follow=True))
    assert "云泽精密有限公司" in _says(heads.get(f"/land/parcels/{parcel.pk}"))


def test_values_are_typed_by_their_parts(made: Commitment, head: User) -> None:
    check = check_of(made, "acceptance")
    browser = browser_of(head)
    page = _says(browser.get(f"/standard/checks/{check.pk}"))
    assert "设备投资（万元）" in page
    form = {
        "version": check.version, "day": date(2025, 1, 6), "proof": "验收备案表",
        "p0_investment": "8000", "p1_investment": "3280", "v_plot_ratio": "1.2",
    }  # fmt: skip
    says = _says(browser.post(f"/standard/checks/{check.pk}/measure", form, follow=True))
    assert "低18万元/亩（6%）" in says
    assert "建安投资〔8000〕" in says
    assert "土地价款〔1200〕 × 缺口比例〔0.06〕 = 72" in says
    assert Finding.objects.get(indicator="investment").parts == {
        "建安投资": "8000", "设备投资": "3280",
    }  # fmt: skip


def test_the_viewer_sees_no_form_and_gets_403(made: Commitment, viewer: User) -> None:
    browser = browser_of(viewer)
    check = check_of(made, "start")
    for address in (f"{made.plot_id}", f"commitments/{made.pk}", f"checks/{check.pk}", "rules"):
        says = _says(browser.get(f"/standard/{address}"))
        assert "<form" not in says.split("<main")[1], address
    for address in ("add", f"{made.plot_id}/set", f"{made.plot_id}/commit",
                    f"commitments/{made.pk}/amend", f"checks/{check.pk}/measure",
                    f"checks/{check.pk}/decide", f"{made.plot_id}/remove"):  # fmt: skip
        assert browser.post(f"/standard/{address}", {}).status_code == 403, address
    assert browser.post("/standard/rules", {"kind": "checks"}).status_code in (403, 422)
    assert not StandardRule.objects.exists()


def test_for_another_office_it_is_not_there(
    made: Commitment, hire: Hire, other_town: OrgUnit
) -> None:
    browser = browser_of(hire("other-head", other_town, Role.HEAD))
    for address in ("", "commitments/", "checks/"):
        assert "YZ-08" not in _says(browser.get(f"/standard/{address}"))
    past = f"?as_of={TODAY}"
    for address in (f"{made.plot_id}{past}", f"commitments/{made.pk}{past}", f"checks/1{past}"):
        assert browser.get(f"/standard/{address}").status_code == 404


@pytest.mark.parametrize("address", ["", "commitments/", "checks/"])
def test_lists_show_past_days_files_and_need_no_more_queries(
    address: str, made: Commitment, head: User
) -> None:
    browser = browser_of(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/standard/{address}").status_code == 200
        return len(queries)

    asked()
    few = asked()
    for number in ("YZ-21", "YZ-22"):
        commitment_of(head, plot_of(head, number))
    assert asked() == few
    assert "YZ-08" in _says(browser.get(f"/standard/{address}"))
    before = TODAY - timedelta(days=2)
    assert "YZ-08" not in _says(browser.get(f"/standard/{address}?as_of={before}"))
    told = b"".join(browser.get(f"/standard/{address}export.csv").streaming_content)  # type: ignore[attr-defined]
    assert "YZ-21" in told.decode("utf-8-sig")
    book = b"".join(browser.get(f"/standard/{address}export.xlsx").streaming_content)  # type: ignore[attr-defined]
    assert "xl/workbook.xml" in ZipFile(BytesIO(book)).namelist()


def test_an_office_has_rules_of_its_own(head: User) -> None:
    browser = browser_of(head)
    form = {
        "kind": "penalties", "since": TODAY, "reason": "镇办法",
        "text": "version: 云泽1\nconstants: {日违约金比例: 1‰}",
    }  # fmt: skip
    bad = browser.post("/standard/rules", {**form, "text": "version: x\nconstants: {a: b}"})
    assert bad.status_code == 422
    assert "constants.a" in _says(bad)
    assert "办法已保存" in _says(browser.post("/standard/rules", form, follow=True))
    assert "云泽1" in _says(browser.get("/standard/rules"))
    made = commitment_of(head, signed=TODAY, handed_over=None, today=TODAY)
    check = check_of(made, "start")
    assert check.due_says == "等交地日期，交地后6个月"


def test_plots_and_commitments_are_found(made: Commitment, head: User) -> None:
    found = _says(browser_of(head).get("/search/?q=精密"))
    assert "标准地承诺" in found
    assert f"/standard/commitments/{made.pk}" in found


def test_a_check_as_of_a_past_day_shows_what_was_known(
    made: Commitment, head: User, hire: Hire
) -> None:
    lander = hire("lander", head.unit, Role.LAND)
    done(check_of(made, "review"), lander, head, date(2027, 5, 10), readings=soft("14"))
    browser = browser_of(head)
    check = check_of(made, "review")
    assert "低6万元/亩" in _says(browser.get(f"/standard/checks/{check.pk}"))
    assert browser.get(f"/standard/checks/{check.pk}?as_of=2022-01-01").status_code == 404


def test_pages_without_anything_say_what_to_do(head: User) -> None:
    browser = browser_of(head)
    for address, words in (("", "登记标准地"), ("commitments/", "登记承诺"),
                           ("checks/", "自动排好"), ("add", "登记宗地")):  # fmt: skip
        assert words in _says(browser.get(f"/standard/{address}")), address
