"""Standard land judged: days, values, proposals and what is owed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.standard.days import check_days, later, months_late
from yinfeng.judgement.standard.outcomes import Standing, owed_of, proposal_of, sum_of
from yinfeng.judgement.standard.values import Limits, judged, measured_of, total_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.expressions import BadExpression, read
from yinfeng.lexicon.milestones import length
from yinfeng.lexicon.standard_checks import (
    standard_checks,
    standard_outcomes,
    standard_penalties,
)
from yinfeng.lexicon.standard_land import standard_indicators

CHECKS, OUTCOMES, PENALTIES = standard_checks(), standard_outcomes(), standard_penalties()
OF = standard_indicators().indicators
MONEY = {"土地价款": Decimal(1200), "履约保证金": Decimal(120), "用地亩数": Decimal(40)}
DUE = date(2024, 9, 2)


def test_checks_follow_one_another_until_days_are_known() -> None:
    handed = {"handed_over": date(2024, 3, 1)}
    found = check_days(CHECKS, handed, {}, calendar())
    assert found["start"].due == date(2024, 9, 2), "1 September 2024 was a Sunday"
    assert "2024-09-01不上班，顺延到2024-09-02" in found["start"].says
    assert found["finish"].due == date(2026, 9, 2)
    assert found["review"].opens == date(2029, 3, 2)
    assert found["review"].due == date(2030, 3, 4), "2 March 2030 is a Saturday"
    begun = check_days(CHECKS, {**handed, "start": date(2024, 6, 3)}, {}, calendar())
    assert begun["finish"].due == date(2026, 6, 3)


def test_the_day_of_the_contract_goes_before_the_term() -> None:
    agreed = {"start": date(2024, 12, 31)}
    found = check_days(CHECKS, {"handed_over": date(2024, 3, 1)}, agreed, calendar())
    assert found["start"].due == date(2024, 12, 31)
    assert found["start"].says == "合同约定2024-12-31"
    assert found["finish"].due == date(2026, 12, 31)


def test_without_any_day_it_is_said_what_is_waited_for() -> None:
    found = check_days(CHECKS, {"handed_over": None}, {}, calendar())
    assert found["start"].due is None
    assert found["start"].says == "等交地日期，交地后6个月"
    assert found["review"].due is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 96))
def test_months_later_never_run_over_into_the_next_month(day: date, months: int) -> None:
    found = later(day, length(f"{months}m"), calendar())
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day
    assert months_late(day, found) <= months


def test_begun_months_count() -> None:
    assert months_late(DUE, DUE) == 0
    assert months_late(DUE, date(2024, 9, 3)) == 1
    assert months_late(DUE, date(2024, 10, 2)) == 1
    assert months_late(DUE, date(2024, 10, 3)) == 2


@pytest.mark.parametrize(
    ("key", "low", "high", "measured", "is_met", "says"),
    [
        ("investment", "300", None, "300", True, "达标"),
        ("investment", "300", None, "282", False, "低18万元/亩（6%）"),
        ("office_land", None, "7", "7", True, "达标"),
        ("office_land", None, "7", "8.4", False, "高1.4%（20%）"),
        ("plot_ratio", "0.7", "1.8", "1.2", True, "达标"),
        ("plot_ratio", "0.7", "1.8", "0.63", False, "低0.07（10%）"),
        ("plot_ratio", "0.7", "1.8", "1.98", False, "高0.18（10%）"),
        ("energy", None, "0.52", "0.6", False, "高0.08吨标准煤/万元（15.4%）"),
        ("tax", "20", None, None, None, "还没有核"),
    ],
)
def test_a_value_is_judged_by_its_direction(
    key: str, low: str | None, high: str | None, measured: str | None, is_met: bool, says: str
) -> None:
    limits = Limits(low and Decimal(low), high and Decimal(high))  # type: ignore[arg-type]
    found = judged(OF[key], limits, Decimal(measured) if measured else None)
    assert found.is_met is is_met
    assert found.says == says


def test_a_tolerance_forgives_so_much_and_no_more() -> None:
    loose = standard_indicators("version: x\nindicators: {tax: {tolerance: '0.02'}}")
    limits = Limits(Decimal(20), None)
    assert judged(loose.indicators["tax"], limits, Decimal("19.6")).is_met
    assert not judged(loose.indicators["tax"], limits, Decimal("19.59")).is_met


@given(st.decimals(1, 9999, places=2), st.decimals(0, 9999, places=2))
def test_a_gap_is_what_is_missing_to_the_promise(low: Decimal, measured: Decimal) -> None:
    found = judged(OF["tax"], Limits(low, None), measured)
    assert found.gap == max(low - measured, 0)
    assert found.is_met is (measured >= low)
    assert 0 <= found.share <= 1


def test_parts_give_the_value_with_its_working() -> None:
    plot = {"用地亩数": Decimal(40), "用地平方米": Decimal("26666.67"), "土地价款": Decimal(1200)}
    given = {**plot, **standard_indicators().constants}
    parts = {"建安投资": Decimal(8000), "设备投资": Decimal(3280)}
    value, working = measured_of(OF["investment"], parts, given)
    assert value == Decimal(282)
    assert "地价计入〔0〕" in working
    value, _ = measured_of(OF["investment"], parts, {**given, "地价计入": Decimal(1)})
    assert value == Decimal(312)
    floors = {"建筑面积": Decimal(20000), "层高超八米的建筑面积": Decimal(10000)}
    assert measured_of(OF["plot_ratio"], floors, given)[0] == Decimal("1.125000")
    with pytest.raises(BadExpression, match="固定资产投资强度还缺：设备投资"):
        measured_of(OF["investment"], {"建安投资": Decimal(1)}, given)


def test_limits_say_what_they_are_for_the_plot() -> None:
    assert total_of(OF["investment"], Limits(Decimal(300), None), Decimal(40)) == "12000万元"
    assert total_of(OF["plot_ratio"], Limits(Decimal(1), None), Decimal(40)) == ""
    assert Limits(Decimal("0.7"), Decimal("1.8")).says("") == "0.7至1.8"
    assert Limits(Decimal(2), Decimal(1)).fault == "下限高于上限"
    asked = Limits(Decimal(300), None)
    assert Limits(Decimal(280), None).is_weaker_than(asked)
    assert not Limits(Decimal(320), None).is_weaker_than(asked)
    assert Limits(None, None).is_weaker_than(asked)


def _missing(round_: int, tax: str = "14") -> Standing:
    values = (
        judged(OF["tax"], Limits(Decimal(20), None), Decimal(tax)),
        judged(OF["output"], Limits(Decimal(400), None), Decimal(420)),
    )
    return Standing("review", round_, DUE, DUE, True, values)


@pytest.mark.parametrize(
    ("standing", "proposed"),
    [
        (Standing("start", 1, DUE, DUE, True), "passed"),
        (Standing("start", 1, DUE, date(2024, 9, 12), True), "penalty"),
        (Standing("start", 1, DUE, date(2024, 9, 12), False), "rectify"),
        (Standing("start", 2, DUE, date(2024, 9, 12), False), "penalty"),
        (Standing("start", 1, DUE, date(2026, 9, 2), False), "reclaim"),
        (Standing("finish", 1, DUE, date(2027, 9, 2), False), "rectify"),
        (_missing(1), "rectify"),
        (_missing(2), "penalty"),
        (_missing(3), "reclaim"),
        (_missing(1, "20"), "passed"),
    ],
)
def test_an_outcome_is_proposed(standing: Standing, proposed: str) -> None:
    found = proposal_of(OUTCOMES, standing)
    assert found is not None
    assert found.propose == proposed
    assert found.basis


def test_what_is_owed_is_reckoned_with_its_working() -> None:
    (late,) = owed_of(PENALTIES, Standing("start", 1, DUE, date(2024, 9, 12), True), {}, MONEY)
    assert late.amount == Decimal("6.00")
    assert late.working == "土地价款〔1200〕 × 日违约金比例〔0.0005〕 × 逾期天数〔10〕 = 6"
    (tax,) = owed_of(PENALTIES, _missing(2), {}, MONEY)
    assert (tax.label, tax.amount) == ("亩均税收", Decimal("36.00"))
    own = {"tax": read("最小(履约保证金, 差额 × 5)", PENALTIES.value_names)}
    (agreed,) = owed_of(PENALTIES, _missing(2), own, MONEY)
    assert (agreed.amount, agreed.basis) == (Decimal("30.00"), "合同约定")
    assert owed_of(PENALTIES, Standing("start", 1, DUE, DUE, True), {}, MONEY) == []


def test_what_cannot_be_reckoned_is_said_and_makes_no_sum() -> None:
    found = owed_of(PENALTIES, _missing(2), {}, {"用地亩数": Decimal(40)})
    assert found[0].amount is None
    assert "还不知道“履约保证金”是多少" in found[0].working
    assert sum_of(found) is None
    own = {"tax": read("实测值 - 承诺值", PENALTIES.value_names)}
    (below,) = owed_of(PENALTIES, _missing(2), own, MONEY)
    assert below.amount is None
    assert "小于零" in below.working
    assert sum_of([]) == 0
