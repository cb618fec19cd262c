"""Rates of a renewal, and the text whose rate is not the one of its figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.rates.mixing import Mixing, Verdict, mixing_of
from yinfeng.judgement.rates.shares import mu_of, percent, shares, total
from yinfeng.lexicon.renewal import rates
from yinfeng.values import Bound, Dimension, Quantity, Unit

RULES = rates()
MU, HOUSES, RATIO = (
    Unit("mu", Dimension.AREA),
    Unit("户", Dimension.COUNT),
    Unit("", Dimension.RATIO),
)


def _told(unit: Unit, figure: str, bound: Bound = Bound.EXACT, grain: str = "1") -> Quantity:
    value = Decimal(figure)
    low = None if bound is Bound.AT_MOST else value
    high = None if bound is Bound.AT_LEAST else value
    return Quantity(unit, low, high, Decimal(grain), bound)


def _block(rate: Quantity | None, **figures: Quantity) -> Mixing:
    return mixing_of(rate, figures, RULES.about)


OVER_84 = _told(RATIO, "0.84", Bound.AT_LEAST, "0.01")


def _verdicts(mixing: Mixing) -> dict[str, Verdict]:
    return {one.pair.label: one.verdict for one in mixing.readings}


def test_each_rate_stands_with_what_is_above_and_below_its_line() -> None:
    counts = {
        "owners": Decimal(124),
        "owners_signed": Decimal(105),
        "area": Decimal(2500),
        "area_signed": Decimal(2045),
        "tenants": Decimal(348),
    }
    found = {one.rate.key: one for one in shares(RULES, counts)}
    assert next(iter(found)) == "signed_by_owner"
    assert found["signed_by_owner"].percent == "84.7%"
    assert found["signed_by_area"].percent == "81.8%"
    assert found["signed_by_area"].says == "已签约面积2045亩 ÷ 红线内面积2500亩"
    assert found["signed_by_tenant"].percent == "未知"
    assert found["signed_by_tenant"].says == "已签清退协议租户未知 ÷ 租户348户"


def test_a_rate_of_nothing_is_not_known() -> None:
    found = shares(RULES, {"owners": Decimal(0), "owners_signed": Decimal(0)})
    assert found[0].value is None


def test_the_text_that_tells_84_percent_and_2045_of_2500_mu_mixes() -> None:
    mixing = _block(
        OVER_84,
        area_signed=_told(MU, "2045", Bound.ABOUT, "5"),
        area=_told(MU, "2500", grain="100"),
        owners=_told(HOUSES, "124"),
        tenants=_told(HOUSES, "348"),
    )
    assert mixing.is_mixed
    assert _verdicts(mixing) == {
        "按户": Verdict.POSSIBLE,
        "按面积": Verdict.DIFFERS,
        "按租户": Verdict.POSSIBLE,
    }
    owner, area, tenant = mixing.readings
    assert "签105户为84.7%" in owner.says
    assert area.rate == "81.8%"
    assert "签293户为84.2%" in tenant.says
    assert "超过84%" in mixing.says
    assert "按面积只有81.8%" in mixing.says
    assert "按户或按租户" in mixing.says


def test_a_rate_that_its_own_figures_give_is_not_mixed() -> None:
    mixing = _block(
        _told(RATIO, "0.818", grain="0.001"),
        area_signed=_told(MU, "2045"),
        area=_told(MU, "2500"),
    )
    assert not mixing.is_mixed
    assert _verdicts(mixing)["按面积"] is Verdict.AGREES
    assert "相符" in mixing.says


def test_a_rounded_rate_agrees_with_what_rounds_to_it() -> None:
    told = _told(RATIO, "0.85", grain="0.01")
    agrees = _block(told, owners_signed=_told(HOUSES, "105"), owners=_told(HOUSES, "124"))
    assert _verdicts(agrees)["按户"] is Verdict.AGREES
    differs = _block(told, owners_signed=_told(HOUSES, "104"), owners=_told(HOUSES, "124"))
    assert differs.is_mixed


def test_no_number_of_seven_owners_is_84_percent() -> None:
    mixing = _block(_told(RATIO, "0.84", grain="0.01"), owners=_told(HOUSES, "7"))
    assert _verdicts(mixing)["按户"] is Verdict.IMPOSSIBLE


def test_two_rates_without_a_told_one_are_told_apart() -> None:
    mixing = _block(
        None,
        owners_signed=_told(HOUSES, "105"),
        owners=_told(HOUSES, "124"),
        area_signed=_told(MU, "2045"),
        area=_told(MU, "2500"),
    )
    assert not mixing.is_mixed
    assert "写明按哪个口径" in mixing.says


def test_a_rate_alone_says_that_nothing_can_be_checked() -> None:
    mixing = _block(OVER_84)
    assert not mixing.is_mixed
    assert "没有写明口径" in mixing.says


def test_words_of_the_paper_stand_for_its_figures() -> None:
    quotes = {"signed_rate": "签约率已经超过84%", "area": "占地2500亩"}
    mixing = mixing_of(OVER_84, {"area": _told(MU, "2500")}, RULES.about, quotes)
    assert mixing.told == "签约率已经超过84%"
    assert mixing.readings[1].whole == "占地2500亩"


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 3))
def test_the_rate_that_a_pair_gives_never_contradicts_it(
    whole: int, part: int, digits: int
) -> None:
    part = min(part, whole)
    grain = Decimal(1).scaleb(-digits - 2)
    exact = (Decimal(part) / Decimal(whole)).quantize(grain)
    told = _told(RATIO, str(exact), grain=str(grain))
    mixing = _block(told, owners_signed=_told(HOUSES, str(part)), owners=_told(HOUSES, str(whole)))
    assert not mixing.is_mixed


@given(st.integers(1, 400), st.integers(1, 99))
def test_the_number_of_owners_that_a_rate_needs_gives_that_rate(owners: int, rate: int) -> None:
    told = _told(RATIO, str(Decimal(rate) / 100), Bound.AT_LEAST, "0.01")
    (reading, *_) = _block(told, owners=_told(HOUSES, str(owners))).readings
    assert reading.verdict is Verdict.POSSIBLE
    needed = int(reading.says.partition("签")[2].partition("户")[0])
    assert Fraction(needed, owners) >= Fraction(rate, 100)
    assert Fraction(needed - 1, owners) < Fraction(rate, 100)


@pytest.mark.parametrize(
    ("value", "says"),
    [(Fraction(2045, 2500), "81.8%"), (Fraction(1, 3), "33.3%"), (Fraction(1), "100.0%")],
)
def test_percent_is_rounded_half_up(value: Fraction, says: str) -> None:
    assert percent(value) == says


@given(st.decimals(0, 1_000_000, places=2))
def test_mu_come_back_from_square_metres(mu: Decimal) -> None:
    assert mu_of((mu * 2000 / 3).quantize(Decimal("0.0001"))) == mu


def test_a_sum_with_an_unknown_part_is_not_known() -> None:
    assert total([Decimal(1), None]) is None
    assert total([Decimal(1), Decimal(2)]) == 3
