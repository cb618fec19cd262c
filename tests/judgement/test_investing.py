"""Sums spread over a plan make the whole again; a year adds up and ends where it is known."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.investing import curve_of, measured, spread

WAN = Decimal(10_000)


@given(
    st.integers(1, 10**9),
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.integers(1, 3000),
)
def test_the_months_of_a_spread_sum_make_the_sum(wan: int, first: date, days: int) -> None:
    total, last = wan * WAN, first + timedelta(days=days)
    found = spread(total, first, last)
    assert sum(found.values()) == total
    assert all(sum_ >= 0 for sum_ in found.values())
    assert min(found) == first.replace(day=1)
    assert max(found) <= last


def test_a_sum_goes_by_the_days_of_each_month() -> None:
    found = spread(360 * WAN, date(2026, 1, 16), date(2026, 3, 17))
    assert [found[date(2026, at, 1)] / WAN for at in (1, 2, 3)] == [96, 168, 96]


def test_without_days_or_money_there_is_nothing_to_spread() -> None:
    assert spread(100 * WAN, date(2026, 3, 1), date(2026, 3, 1)) == {}
    assert spread(Decimal(0), date(2026, 3, 1), date(2027, 3, 1)) == {}


def test_investment_is_measured_up_to_the_last_month_that_is_reported() -> None:
    assert measured(date(2026, 6, 15), (1,)) == (2026, 5)
    assert measured(date(2026, 1, 15), (1,)) == (2025, 12)
    assert measured(date(2026, 2, 15), (1,)) == (2025, 12)
    assert measured(date(2026, 2, 15), ()) == (2026, 1)
    assert measured(date(2026, 3, 1), (1, 2)) == (2025, 12)


def test_a_curve_adds_up_and_ends_with_the_month_that_runs() -> None:
    plan = dict.fromkeys(range(1, 13), 100 * WAN)
    curve = curve_of(2026, plan, {1: 80 * WAN, 3: 50 * WAN}, {1: 60 * WAN}, date(2026, 4, 9))
    assert curve.planned[-1] == 1200 * WAN
    assert curve.pace[5] == 600 * WAN
    assert curve.reported[:5] == (80 * WAN, 80 * WAN, 130 * WAN, 130 * WAN, None)
    assert curve.recognised[3] == 60 * WAN
    assert curve.most == 1200 * WAN
    ended = curve_of(2025, plan, {}, {}, date(2026, 4, 9))
    assert None not in ended.reported
    assert set(curve_of(2027, plan, {}, {}, date(2026, 4, 9)).reported) == {None}
