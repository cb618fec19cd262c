from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.reports import wording
from yinfeng.values import Bound, Evidence, Grain, Period, Quantity, Told
from yinfeng.values.form import period_of, unit_named


def told(value: str, unit: str, words: str, bound: Bound = Bound.EXACT) -> Told[Quantity]:
    low = None if bound is Bound.AT_MOST else Decimal(value)
    high = None if bound is Bound.AT_LEAST else Decimal(value)
    quantity = Quantity(unit_named(unit), low, high, bound=bound)
    return Told(quantity, (Evidence(0, len(words), words),))


@pytest.mark.parametrize(
    ("value", "unit", "words", "bound", "says"),
    [
        ("120000000", "CNY", "1.2亿元", Bound.EXACT, "1.2亿元"),
        ("2000000", "CNY", "200多万元", Bound.AT_LEAST, "200多万元"),
        ("10", "个", "近10个", Bound.ABOUT, "近10个"),
        ("0.84", "", "超过84%", Bound.AT_LEAST, "超过84%"),
        ("1550000000", "CNY", "15.5億(yì)元", Bound.EXACT, "15.5亿元"),
        ("1550000000", "CNY", "15.5億元", Bound.EXACT, "15.5亿元"),
        ("480000000", "CNY", "48000", Bound.EXACT, "4.8亿元"),
        ("1200000", "USD", "一百二十万", Bound.EXACT, "一百二十万"),
        ("3000", "mu", "规划面积三千多亩的园区用地共计为", Bound.AT_LEAST, "3000亩以上"),
        ("0.1", "", "一成都不到吧", Bound.AT_MOST, "不到10%"),
        ("3000000", "CNY/mu", "见表", Bound.EXACT, "300万元/亩"),
        ("9999", "CNY", "见表", Bound.EXACT, "9999元"),
    ],
)
def test_figures_keep_the_words_of_the_paper_or_an_offices_units(
    value: str, unit: str, words: str, bound: Bound, says: str
) -> None:
    assert wording.figure(told(value, unit, words, bound)) == says


def test_a_range_keeps_both_ends() -> None:
    money = unit_named("CNY")
    both = Quantity(money, Decimal(200_000_000), Decimal(300_000_000), bound=Bound.RANGE)
    assert wording.written(both) == "2亿元至3亿元"


@given(st.decimals("0", "1e12", places=2), st.sampled_from(["CNY", "mu", "个", ""]))
def test_no_long_row_of_digits_is_ever_shown(value: Decimal, unit: str) -> None:
    says = wording.written(Quantity(unit_named(unit), value, value))
    digits = says.replace(".", "")
    assert "E" not in says
    assert unit == "" or not any(part.isdigit() and len(part) > 8 for part in digits.split("亿"))


@pytest.mark.parametrize(
    ("label", "says"),
    [("2026-03-15", "2026年3月15日"), ("2026-03", "2026年3月"), ("2026", "2026年")],
)
def test_days_months_and_years(label: str, says: str) -> None:
    assert wording.period(period_of(label)) == says


def test_stretches_and_open_ends() -> None:
    first, last = date(2026, 1, 1), date(2026, 5, 1)
    assert wording.period(Period(first, last, Grain.SPAN)) == "2026年1–4月"
    assert wording.period(Period(None, last, Grain.SPAN)) == "截至2026年4月30日"
    assert wording.period(Period(first, None, Grain.SPAN)) == "2026年以来"
    days = Period(date(2026, 3, 5), date(2026, 4, 12), Grain.SPAN)
    assert wording.period(days) == "2026年3月5日至4月11日"
    assert (
        wording.period(Period(date(2017, 1, 1), date(2022, 1, 1), Grain.YEARS)) == "2017年至2021年"
    )


def test_growth_has_its_sign() -> None:
    assert wording.growth(told("0.1749", "", "17.49%")) == "+17.49%"
    assert wording.growth(told("-0.03", "", "下降3%")) == "-3%"


@given(st.dates(), st.integers(1, 4000), st.sampled_from(Grain))
def test_any_stretch_of_days_has_words(start: date, length: int, grain: Grain) -> None:
    if start <= date(2200, 1, 1):
        assert wording.period(Period(start, start + timedelta(days=length), grain))
