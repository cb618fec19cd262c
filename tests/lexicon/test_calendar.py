from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.calendar import calendar, overlaid


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
    rows = {"published_to": 2027, "off": [date(2026, 11, 23)], "work": [date(2026, 11, 22)]}
    own = overlaid(rows)
    assert own.after(date(2026, 11, 21), 1) == date(2026, 11, 22)
    assert own.after(date(2026, 11, 22), 1) == date(2026, 11, 24)
    assert not own.is_provisional(date(2027, 3, 1))


def test_a_bad_overlay_names_its_key() -> None:
    with pytest.raises(ValueError, match="off"):
        overlaid({"published_to": 2026, "off": ["soon"]})


@given(st.dates(date(2010, 1, 1), date(2027, 12, 31)), st.integers(0, 40))
def test_a_term_holds_as_many_working_days_as_it_says(day: date, term: int) -> None:
    known = calendar()
    end = known.after(day, term)
    assert known.between(day, end) == term
    assert term == 0 or known.is_working_day(end)
    assert known.between(end, day) == -term
    assert known.after(day, 0) == day
    assert end >= day + timedelta(days=term)
