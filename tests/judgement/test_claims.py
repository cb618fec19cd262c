from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.claims import FirstReport, Right, right_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.lead_rules import claims

SINCE = date(2026, 3, 2)
RULES = claims()
DAYS = calendar()


def _right(report: FirstReport, day: date) -> Right:
    return right_of(report, RULES, DAYS, day).right


def _busy(*months: int) -> tuple[date, ...]:
    return tuple(date(2026, month, 10) for month in months)


CONFIRMED = FirstReport(SINCE, complete=SINCE, confirmed=date(2026, 3, 4))


def test_an_incomplete_report_holds_its_place_for_three_working_days() -> None:
    bare = FirstReport(SINCE)
    assert _right(bare, date(2026, 3, 5)) is Right.HELD
    assert _right(bare, date(2026, 3, 6)) is Right.LAPSED
    friday = FirstReport(date(2026, 3, 6))
    assert right_of(friday, RULES, DAYS, date(2026, 3, 8)).until == date(2026, 3, 11)


def test_the_delay_of_the_office_takes_nothing_from_who_reported() -> None:
    waiting = right_of(FirstReport(SINCE, complete=SINCE), RULES, DAYS, date(2026, 3, 20))
    assert waiting.right is Right.WAITING
    assert "逾期未确认" in waiting.says


def test_quiet_months_are_noticed_and_then_the_lead_is_free() -> None:
    assert _right(CONFIRMED, SINCE + timedelta(days=59)) is Right.PROTECTED
    assert _right(CONFIRMED, SINCE + timedelta(days=60)) is Right.QUIET
    assert _right(CONFIRMED, SINCE + timedelta(days=89)) is Right.QUIET
    gone = right_of(CONFIRMED, RULES, DAYS, SINCE + timedelta(days=90))
    assert (gone.right, gone.until) == (Right.LAPSED, SINCE + timedelta(days=89))


def test_what_happens_after_the_lapse_does_not_bring_the_right_back() -> None:
    late = replace(CONFIRMED, progress=(SINCE + timedelta(days=95),))
    assert _right(late, SINCE + timedelta(days=96)) is Right.LAPSED


def test_the_protection_ends_although_something_happened_long_before_its_end() -> None:
    report = replace(CONFIRMED, progress=_busy(4))
    assert _right(report, date(2026, 6, 2)) is Right.PROTECTED
    assert _right(report, date(2026, 6, 3)) is Right.LAPSED
    assert _right(replace(report, extended=True), date(2026, 6, 3)) is Right.PROTECTED


def test_real_progress_shortly_before_the_end_carries_it_on() -> None:
    report = replace(CONFIRMED, progress=_busy(4, 5, 7))
    assert right_of(report, RULES, DAYS, date(2026, 7, 20)).until == date(2026, 8, 31)


def test_a_telephone_call_keeps_the_right_awake_but_carries_no_protection_on() -> None:
    calls = replace(CONFIRMED, events=_busy(4, 5))
    assert _right(calls, date(2026, 6, 2)) is Right.PROTECTED
    assert _right(calls, date(2026, 6, 3)) is Right.LAPSED


@given(
    st.lists(st.integers(0, 420), max_size=12),
    st.integers(0, 420),
    st.booleans(),
    st.integers(0, 500),
)
def test_one_day_more_of_progress_never_shortens_a_right(
    offsets: list[int], more: int, extended: bool, after: int
) -> None:
    def days(of: list[int]) -> tuple[date, ...]:
        return tuple(SINCE + timedelta(days=n) for n in of)

    today = SINCE + timedelta(days=after)
    less = replace(CONFIRMED, extended=extended, progress=days(offsets))
    richer = replace(less, progress=days([*offsets, more]))
    before, then = (right_of(r, RULES, DAYS, today) for r in (less, richer))
    assert then.until >= before.until
    assert before.right is not Right.PROTECTED or then.right is Right.PROTECTED
    assert then.until <= SINCE + timedelta(days=RULES.longest)


@given(st.lists(st.integers(0, 420), max_size=12), st.booleans(), st.integers(0, 500))
def test_what_has_lapsed_stays_lapsed(offsets: list[int], extended: bool, after: int) -> None:
    progress = tuple(SINCE + timedelta(days=n) for n in offsets)
    report = replace(CONFIRMED, extended=extended, progress=progress)
    today = SINCE + timedelta(days=after)
    if _right(report, today) is Right.LAPSED:
        assert _right(report, today + timedelta(days=1)) is Right.LAPSED
    assert _right(report, SINCE + timedelta(days=RULES.longest + 1)) is Right.LAPSED


@pytest.mark.parametrize("day", [SINCE - timedelta(days=1), SINCE])
def test_progress_before_the_report_counts_for_nothing(day: date) -> None:
    report = replace(CONFIRMED, progress=(day,))
    assert _right(report, SINCE + timedelta(days=90)) is Right.LAPSED
