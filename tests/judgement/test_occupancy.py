"""Occupancy over time: nothing is let twice, land is weighed by days, rent falls due."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.occupancy.land import Use, land_of
from yinfeng.judgement.occupancy.rents import Terms, account, dues
from yinfeng.judgement.occupancy.rises import NotRises, rises_of
from yinfeng.judgement.occupancy.stays import (
    Stay,
    entries,
    excess_of,
    exits,
    let_on,
    weighted,
)
from yinfeng.lexicon.occupancy import occupancy_rules

RULES = occupancy_rules()
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def _stay(
    area: int, since: date, until: date | None = None, holder: str = "甲", key: str = "1"
) -> Stay:
    return Stay(key, holder, "1号楼2层", Decimal(area), since, until)


def test_stays_that_do_not_meet_share_a_place() -> None:
    first = _stay(1000, FIRST, date(2026, 6, 30))
    second = _stay(1000, date(2026, 7, 1), None, "乙", "2")
    assert excess_of([first, second], Decimal(1000)) is None


def test_one_day_of_both_is_too_much() -> None:
    first = _stay(1000, FIRST, date(2026, 7, 1))
    second = _stay(1000, date(2026, 7, 1), None, "乙", "2")
    found = excess_of([first, second], Decimal(1000))
    assert found is not None
    assert found.day == date(2026, 7, 1)
    assert found.let == 2000
    assert {stay.holder for stay in found.stays} == {"甲", "乙"}


def test_two_halves_fit_and_a_third_does_not() -> None:
    halves = [_stay(500, FIRST, None, name, name) for name in ("甲", "乙")]
    assert excess_of(halves, Decimal(1000)) is None
    assert excess_of([*halves, _stay(1, LAST, None, "丙", "3")], Decimal(1000)) is not None


def test_of_one_stay_only_the_days_count_on_which_it_stands() -> None:
    old = _stay(1200, FIRST, date(2026, 6, 30))
    new = _stay(600, date(2026, 7, 1), None, "乙", "2")
    more = _stay(600, date(2026, 7, 1), None, "丙", "3")
    assert excess_of([old, new], Decimal(1000), of=new) is None
    found = excess_of([old, new, more], Decimal(1000), of=more)
    assert found is not None
    assert found.day == date(2026, 7, 1)


_DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@st.composite
def _stays(draw: st.DrawFn) -> Stay:
    since = draw(_DAYS)
    length = draw(st.one_of(st.none(), st.integers(0, 700)))
    until = None if length is None else since + timedelta(days=length)
    return _stay(draw(st.integers(1, 500)), since, until, key=str(draw(st.integers())))


@given(st.lists(_stays(), max_size=6), st.integers(1, 1500), st.integers(0, 1500))
def test_excess_is_found_exactly_when_some_day_is_overfull(
    stays: list[Stay], there_is: int, offset: int
) -> None:
    found = excess_of(stays, Decimal(there_is))
    day = date(2025, 1, 1) + timedelta(days=offset)
    if let_on(stays, day) > there_is:
        assert found is not None
        assert found.day <= day
    if found is not None:
        assert let_on(stays, found.day) > there_is


@given(st.lists(_stays(), max_size=5))
def test_the_weighed_area_is_the_mean_of_its_days(stays: list[Stay]) -> None:
    days = [FIRST + timedelta(days=at) for at in range(365)]
    mean = sum((let_on(stays, day) for day in days), Decimal(0)) / 365
    assert abs(weighted(stays, FIRST, LAST) - mean) <= Decimal("0.0001")


def test_a_half_year_of_ten_mu_counts_five() -> None:
    until = date(2026, 7, 2)
    assert weighted([_stay(10, FIRST, until)], FIRST, LAST) == Decimal("5.0137")


def test_who_came_and_who_went() -> None:
    stays = [_stay(1, date(2025, 5, 1), date(2026, 2, 1)), _stay(2, date(2026, 3, 1), key="2")]
    assert [one.key for one in entries(stays, FIRST, LAST)] == ["2"]
    assert [one.key for one in exits(stays, FIRST, LAST)] == ["1"]


def test_land_of_a_firm_is_its_own_and_leased_less_what_it_lets() -> None:
    own = Use(_stay(20000, FIRST, None, "甲"), False, None, is_own=True)
    leased = Use(_stay(3000, FIRST, None, "甲", "2"), True, Decimal("1.5"))
    let = Use(_stay(1000, FIRST, None, "乙", "3"), True, None, lessor="甲")
    young = Use(_stay(9000, FIRST, None, "甲", "4"), False, None, is_counted=False)
    found = land_of("甲", [own, leased, let, young], RULES, FIRST, LAST)
    assert [part.area for part in found.parts] == [20000, 2000, -1000]
    assert found.area == 21000
    assert "容积率1.5" in found.parts[1].says
    assert "折算标准1" in found.parts[2].says
    kept = occupancy_rules("version: 1\nsubtract_let: false\n")
    assert land_of("甲", [own, let], kept, FIRST, LAST).area == 20000


def test_rent_falls_due_in_advance_by_quarters() -> None:
    terms = Terms(Decimal(12000), 3, date(2026, 1, 15), date(2026, 9, 14))
    found = list(dues(terms, LAST))
    assert [(due.day, due.amount) for due in found] == [
        (date(2026, 1, 15), Decimal("36000.00")),
        (date(2026, 4, 15), Decimal("36000.00")),
        (date(2026, 7, 15), Decimal("24000.00")),
    ]


def test_a_lease_of_the_31st_costs_whole_months() -> None:
    terms = Terms(Decimal(1000), 1, date(2026, 1, 31), None)
    assert {due.amount for due in dues(terms, LAST)} == {Decimal("1000.00")}


def test_free_days_cost_nothing_and_a_broken_month_its_days() -> None:
    terms = Terms(Decimal(3000), 3, date(2026, 4, 1), None, date(2026, 5, 10))
    first = next(dues(terms, date(2026, 4, 1)))
    assert first.amount == Decimal("5032.26")


def test_what_is_late_is_told_since_when() -> None:
    terms = Terms(Decimal(1000), 1, date(2026, 1, 1), None)
    paid = [(date(2026, 1, 3), Decimal(2500)), (date(2026, 6, 1), Decimal(9000))]
    found = account(terms, paid, date(2026, 4, 20), 0)
    assert [found.due, found.paid, found.arrears] == [4000, 2500, 1500]
    assert found.late_since == date(2026, 3, 1)
    assert account(terms, paid, date(2026, 6, 2), 0).arrears == 0
    assert account(terms, [], date(2026, 1, 10), 15).arrears == 0


def test_a_stay_to_the_last_day_of_the_calendar_has_no_day_after() -> None:
    stay = Stay("a", "A", "x", Decimal(100), date(2026, 1, 1), date.max)
    assert stay.end is None


def test_a_lease_to_the_last_day_of_the_calendar_falls_due_to_the_end() -> None:
    for until in (date.max, None):
        terms = Terms(Decimal(1000), 3, date(9999, 8, 15), until)
        last = list(dues(terms, date.max))
        assert [due.day for due in last] == [date(9999, 8, 15), date(9999, 11, 15)]
        assert (last[1].last, last[0].amount) == (date.max, Decimal("3000.00"))
        assert Decimal(1000) < last[1].amount < Decimal(2000), "cut off with the calendar"


def test_a_rent_that_rises_counts_from_its_day_on_also_within_a_month() -> None:
    rises = ((date(2026, 4, 1), Decimal(3300)), (date(2026, 6, 16), Decimal(3600)))
    terms = Terms(Decimal(3000), 3, FIRST, None, rises=rises)
    told = [one.amount for one in dues(terms, date(2026, 7, 1))]
    # Two months and a half of 3300 with half a month of 3600; then 3600 for good.
    assert told == [Decimal(9000), Decimal(10050), Decimal(10800)]
    stands = account(terms, [(date(2026, 5, 1), Decimal(19050))], date(2026, 7, 1), 0)
    assert (stands.arrears, stands.late_since) == (Decimal(10800), date(2026, 7, 1))


def test_rises_are_read_as_contracts_write_them() -> None:
    assert rises_of("2028-01-01起12.5，2030年1月1日起13.2元/㎡·月") == (
        (date(2028, 1, 1), Decimal("12.5")), (date(2030, 1, 1), Decimal("13.2")),
    )  # fmt: skip
    assert rises_of("") == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("每年递增5%", "看不懂"),
        ("2028-02-30起12", "没有这一天"),
        ("2030-01-01起13，2028-01-01起12", "从早到晚"),
    ],
)
def test_rises_that_cannot_be_are_refused(said: str, why: str) -> None:
    with pytest.raises(NotRises, match=why):
        rises_of(said)
