"""What the house knows is taken with its proof; only what it does not know is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from tests.web.conftest import Hire, browser_of
from tests.web.desks.agreements.made import TODAY, an_agreement, reviewed, screened, signed
from tests.web.desks.projects.made import a_project
from tests.web.desks.standard.grounds import check_of, commitment_of, plot_of
from yinfeng.web.desks.agreements import actions as agreements
from yinfeng.web.desks.agreements.models import Agreement
from yinfeng.web.desks.delivery.actions.money import recognise_month, report_month
from yinfeng.web.desks.land import actions as land
from yinfeng.web.desks.land.models import Building, Floor, Parcel
from yinfeng.web.desks.standard import actions
from yinfeng.web.desks.standard.actions.checking import Reading
from yinfeng.web.desks.standard.known import knowledge_of
from yinfeng.web.desks.standard.models import Commitment, Finding
from yinfeng.web.people.models import User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

WAN = Decimal(10_000)


@pytest.fixture
def made(head: User, clerk: User) -> Commitment:
    """A commitment of a project for forty mu."""
    project = a_project(head.unit, clerk, "云泽精密项目")
    return commitment_of(head, project=project)


@pytest.fixture
def agreement(made: Commitment, head: User, clerk: User) -> Agreement:
    """A signed agreement of its project."""
    assert made.project is not None
    found = an_agreement(made.project, clerk)
    screened(found, clerk)
    reviewed(found, clerk)
    return signed(found, head)


def _invested(made: Commitment, clerk: User, head: User, month: date, wan: int) -> None:
    assert made.project is not None
    yuan = wan * WAN
    row = report_month(made.project, by=clerk, today=TODAY, month=month, yuan=yuan)
    recognise_month(
        row, by=head, today=TODAY, version=row.version, yuan=yuan, says=f"{month:%m}月发票",
        file=(f"{month}.txt", f"{month}".encode()),
    )  # fmt: skip


def _built(made: Commitment, head: User, **floor: Any) -> Building:
    """A hall of 24,000 ㎡ with a floor of 8,000 ㎡ of nine metres and one of 16,000 of five."""
    here: dict[str, Any] = {"by": head, "unit": head.unit}
    hall = land.keep(
        Building, **here, parcel=made.plot.parcel, number="1号厂房", area=Decimal(24000)
    )
    land.keep(Floor, **here, building=hall, level=1, area=Decimal(8000), height=Decimal(9))
    second = {"area": Decimal(16000), "height": Decimal(5), **floor}
    land.keep(Floor, **here, building=hall, level=2, **second)
    return hall


def test_recognised_months_and_the_register_give_the_hard_indicators(
    made: Commitment, head: User, clerk: User, hire: Hire
) -> None:
    for month, wan in ((date(2025, 11, 1), 7000), (date(2026, 3, 1), 5500)):
        _invested(made, clerk, head, month, wan)
    _built(made, head)
    check = check_of(made, "acceptance")
    known = {one.indicator.key: one for one in knowledge_of(check, TODAY).whole}
    # 12,500 by 40 mu; (24,000 + 8,000 once more) by 26,666.67 ㎡.
    assert known["investment"].value == Decimal("312.5")
    assert known["plot_ratio"].value == Decimal("1.2")
    assert (
        known["investment"].proof == "月度认定2025-11-01至2026-03-31，共2笔，合计125,000,000.00元"
    )
    lander = hire("lander", head.unit, Role.LAND)
    page = browser_of(lander).get(f"/standard/checks/{check.pk}").content.decode()
    assert "系统里的数" in page
    assert "2025-11认定70,000,000.00元，11月发票" in page
    taken = actions.take_known(check, by=lander, version=check.version, today=TODAY)
    assert taken.state == "found"
    rows = {one.indicator: one for one in Finding.objects.filter(check_of=check)}
    assert rows["investment"].parts == {"固定资产投资": "12500.00"}
    assert "层高超8米的楼层建筑面积8,000㎡（1号厂房）" in rows["plot_ratio"].proof
    assert "载体登记的楼幢建筑面积24,000㎡（1号厂房）" in rows["plot_ratio"].proof
    with pytest.raises(Refused, match="登记的人不能自己复核"):
        actions.confirm(taken, by=lander, version=taken.version, today=TODAY)
    assert actions.confirm(taken, by=head, version=taken.version, today=TODAY).state == "confirmed"


def test_what_is_only_reported_or_registered_in_part_is_not_known(
    made: Commitment, head: User, clerk: User
) -> None:
    assert made.project is not None
    report_month(made.project, by=clerk, today=TODAY, month=date(2026, 3, 1), yuan=WAN)
    hall = _built(made, head, height=None)
    check = check_of(made, "acceptance")
    known = knowledge_of(check, TODAY)
    assert known.whole == ()
    assert list(known.parts) == ["建筑面积"], "begins the form; the heights are to be typed"
    page = browser_of(head).get(f"/standard/checks/{check.pk}").content.decode()
    assert "采用系统里的数" not in page
    assert 'value="24000"' in page
    with pytest.raises(Refused, match="没有这次核查的完整数据"):
        actions.take_known(check, by=head, version=check.version, today=TODAY)
    land.change(hall, by=head, version=hall.version, area=None)
    assert knowledge_of(check, TODAY).parts == {}


def _taxed(agreement: Agreement, by: User, since: date, until: date, wan: int) -> None:
    agreements.put_down(
        agreement, by=by, today=TODAY, kind="tax", since=since, day=until, yuan=wan * WAN,
        proof="完税证明",
    )  # fmt: skip


def test_a_years_tax_is_known_where_all_its_days_are_told(
    made: Commitment, agreement: Agreement, clerk: User
) -> None:
    check = check_of(made, "review")
    _taxed(agreement, clerk, date(2025, 1, 1), date(2025, 6, 30), 400)
    _taxed(agreement, clerk, date(2026, 1, 1), date(2026, 10, 31), 900)
    assert knowledge_of(check, TODAY).whole == (), "half a year is no year, this year not over"
    _taxed(agreement, clerk, date(2025, 7, 1), date(2025, 12, 31), 480)
    (tax,) = knowledge_of(check, TODAY).whole
    assert (tax.indicator.key, tax.value) == ("tax", Decimal(22))
    assert tax.proof == "登记的凭据2025-01-01至2025-12-31，共2笔，合计8,800,000.00元"
    assert check.state == "waiting"


def test_a_check_that_is_not_open_yet_takes_nothing(
    made: Commitment, agreement: Agreement, clerk: User, head: User
) -> None:
    _taxed(agreement, clerk, date(2025, 1, 1), date(2025, 12, 31), 880)
    check = check_of(made, "review")
    type(check).objects.filter(pk=check.pk).update(opens=date(2027, 1, 1))
    with pytest.raises(Refused, match="从2027-01-01开始"):
        actions.take_known(check, by=head, version=check.version, today=TODAY)


def test_a_commitment_takes_several_plots_with_the_strictest_of_their_indicators(
    head: User,
) -> None:
    first, second = plot_of(head), plot_of(head, "YZ-09")
    limits = {**second.sets.get().limits}
    stricter = {**limits, "tax": type(limits["tax"])(Decimal(25), None)}
    actions.set_indicators(
        second, by=head, version=second.version, since=date(2022, 2, 1), paper="二号",
        limits=stricter, reason="提高",
    )  # fmt: skip
    with pytest.raises(Refused, match=r"弱于出让指标不低于25万元/亩"):
        commitment_of(head, first, others=[second], limits=limits)
    made = commitment_of(head, first, others=[second])
    assert made.limits["tax"].low == 25
    assert round(made.area * 3 / 2000, 2) == 80
    for plot in (first, second):
        plot.refresh_from_db()
        assert plot.state == "committed"
    with pytest.raises(Refused, match="已有承诺"):
        commitment_of(head, second)
    browser = browser_of(head)
    page = browser.get(f"/standard/commitments/{made.pk}").content.decode()
    assert "一份合同2宗，指标从严" in page
    assert "80.00亩" in page
    assert made.firm in browser.get(f"/standard/{second.pk}").content.decode()
    assert made.firm in browser.get(f"/land/parcels/{second.parcel_id}").content.decode()
    assert browser.get("/standard/").content.decode().count(made.firm) == 2
    actions.remove_commitment(made, by=head, version=made.version, reason="写错了")
    for plot in (first, second):
        plot.refresh_from_db()
        assert plot.state == "set"


def test_the_register_of_all_plots_of_a_commitment_is_counted(head: User, clerk: User) -> None:
    first, second = plot_of(head), plot_of(head, "YZ-09")
    made = commitment_of(head, first, others=[second])
    _built(made, head)
    check = check_of(made, "acceptance")
    (ratio,) = knowledge_of(check, TODAY).whole
    # 32,000 counted by 53,333.33 ㎡.
    assert ratio.value == Decimal("0.6")


def test_other_plots_are_named_by_their_numbers(head: User) -> None:
    first = plot_of(head)
    plot_of(head, "YZ-09")
    browser, today = browser_of(head), timezone.localdate()
    given = {
        "firm": "云泽仪表有限公司",
        "paper": "云监管9号",
        "signed": str(today),
        "others": "YZ-10",
    }
    answer = browser.post(f"/standard/{first.pk}/commit", given)
    assert answer.status_code == 422
    assert "没有登记为标准地的宗地号：YZ-10" in answer.content.decode()
    given["others"] = "YZ-09"
    told = browser.post(f"/standard/{first.pk}/commit", given, follow=True).content.decode()
    assert "一份合同2宗" in told
    assert Commitment.objects.get().joined.get().plot.parcel == Parcel.objects.get(number="YZ-09")


def test_who_types_what_the_house_does_not_know_still_types(made: Commitment, head: User) -> None:
    check = check_of(made, "acceptance")
    check = actions.measure(
        check, by=head, version=check.version, today=TODAY, day=TODAY, proof="竣工验收备案表",
        readings={"plot_ratio": Reading(Decimal("1.3"))},
    )  # fmt: skip
    assert check.state == "waiting"
