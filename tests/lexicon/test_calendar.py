from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.calendar import calendar, overlaid
from yinfeng.lexicon.office_files import BadPolicy


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 14), True),  # a Saturday made up for the Spring Festival
        (date(2026, 2, 17), False),
        (date(2026, 10, 10), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
        (date(2019, 5, 1), False),
    ],
)
def test_knows_holidays_and_make_up_days(day: date, works: bool) -> None:
    assert calendar().is_working_day(day) is works


def test_three_working_days_jump_the_national_holiday() -> None:
    assert calendar().after(date(2026, 9, 30), 3) == date(2026, 10, 10)


def test_a_year_without_a_notice_is_provisional() -> None:
    assert calendar().is_provisional(date(2027, 2, 6))
    assert not calendar().is_provisional(date(2026, 2, 6))
    assert not calendar().is_working_day(date(2027, 2, 5))


def test_an_overlay_wins_over_the_published_notice() -> None:
    rows = {
        "published_to": 2027,
        "holidays": [date(2026, 11, 23)],
        "workdays": [date(2026, 11, 22)],
    }
    own = overlaid(rows)
    assert own.after(date(2026, 11, 21), 1) == date(2026, 11, 22)
    assert own.after(date(2026, 11, 22), 1) == date(2026, 11, 24)
    assert not own.is_provisional(date(2027, 3, 1))


def test_a_bad_overlay_names_its_key() -> None:
    with pytest.raises(ValueError, match="holidays"):
        overlaid({"published_to": 2026, "holidays": ["soon"]})


@given(st.dates(date(2010, 1, 1), date(2027, 12, 31)), st.integers(0, 40))
def test_a_term_holds_as_many_working_days_as_it_says(day: date, term: int) -> None:
    known = calendar()
    end = known.after(day, term)
    assert known.between(day, end) == term
    assert term == 0 or known.is_working_day(end)
    assert known.between(end, day) == -term
    assert known.after(day, 0) == day
    assert end >= day + timedelta(days=term)


@given(
    st.dates(date(2019, 1, 1), date(2028, 12, 31)),
    st.integers(-500, 500),
    st.sets(st.dates(date(2026, 11, 1), date(2027, 3, 1))),
    st.sets(st.dates(date(2026, 11, 1), date(2027, 3, 1))),
)
def test_the_days_between_are_those_that_are_counted_one_by_one(
    first: date, term: int, off: set[date], work: set[date]
) -> None:
    own = overlaid({"published_to": 2027, "holidays": list(off), "workdays": list(work - off)})
    step = 1 if term > 0 else -1
    days = (first + timedelta(days=n + (step > 0)) for n in range(0, term, step))
    assert own.between(first, first + timedelta(days=term)) == step * sum(
        own.is_working_day(day) for day in days
    )


def test_an_office_settles_days_of_its_own() -> None:
    own = calendar("version: 云泽1\nholidays: [2026-11-23]\nworkdays: [2026-11-22, 2027-02-06]\n")
    assert own.after(date(2026, 11, 21), 1) == date(2026, 11, 22)
    assert not own.is_working_day(date(2026, 11, 23))
    assert own.is_provisional(date(2027, 2, 6))
    assert own.is_working_day(date(2027, 2, 6))
    assert not own.is_working_day(date(2027, 2, 5))


def test_a_notice_that_an_office_loads_settles_its_year() -> None:
    own = calendar("published_to: 2027\nholidays: [2027-02-08]\nworkdays: [2027-02-07]\n")
    assert not own.is_provisional(date(2027, 6, 9))
    assert own.is_working_day(date(2027, 6, 9))
    assert own.is_working_day(date(2027, 2, 7))


@pytest.mark.parametrize(
    "office",
    [
        "holidays: [soon]",
        "holiday: 3",
        "off: [2027-01-01]",
        "- 表",
        "holidays: [2027-01-01]\nworkdays: [2027-01-01]",
        "holidays: [",
    ],
)
def test_days_of_an_office_that_cannot_be_used_are_refused(office: str) -> None:
    with pytest.raises(BadPolicy):
        calendar(office)


def test_a_statutory_holiday_on_a_weekend_is_made_up_for_on_the_next_working_day() -> None:
    house = calendar()
    # The spring festival of 2027 has its 6 and 7 February on a weekend, and the 8th is a holiday.
    assert not any(house.is_working_day(date(2027, 2, day)) for day in (8, 9, 10))
    assert house.is_working_day(date(2027, 2, 11))
    assert not any(house.is_working_day(date(2027, 5, day)) for day in (3, 4))
    assert house.after(date(2027, 4, 28), 5) == date(2027, 5, 7)


@pytest.mark.parametrize("year", [2027, 2028, 2029, 2030])
def test_a_year_without_a_notice_has_as_many_working_days_as_the_law_leaves(year: int) -> None:
    # Every weekend is off, and each of the thirteen statutory holidays takes a working day.
    days = [
        date(year, 1, 1) + timedelta(n)
        for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]
    weekdays = sum(day.weekday() < 5 for day in days)
    # In 2028 the mid-autumn festival falls on the third day of the national holiday.
    holidays = 12 if year == 2028 else 13
    assert sum(map(calendar().is_working_day, days)) == weekdays - holidays
