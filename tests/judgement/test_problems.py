"""Rates of problems, and the watch over statistics."""

from datetime import date
from decimal import Decimal

from yinfeng.judgement.above_scale import entry_of, watch_of
from yinfeng.judgement.problems import Case, is_reopening, rates_of
from yinfeng.lexicon.delivery import money

TODAY = date(2026, 6, 15)


def _day(month: int, day: int) -> date:
    return date(2026, month, day)


def test_rates_count_what_is_overdue_and_not_solved_as_not_on_time() -> None:
    rows = (
        Case("kept", _day(5, 1), _day(5, 20), _day(5, 20), closed=_day(5, 20)),
        Case("put off", _day(5, 1), _day(5, 20), _day(6, 1), closed=_day(5, 30)),
        Case("late", _day(5, 1), _day(5, 20), _day(5, 20), closed=_day(6, 2), reopened=1),
        Case("over", _day(5, 1), _day(6, 1), _day(6, 1), claimed=_day(6, 10)),
        Case("young", _day(6, 10), _day(6, 30), _day(6, 30)),
        Case("tomorrow", _day(6, 16), _day(6, 30), _day(6, 30)),
    )
    found = rates_of(rows, TODAY)
    assert (found.closed.part, len(found.closed.whole)) == (("kept", "put off", "late"), 5)
    assert found.on_time.percent == 25.0
    assert found.on_time.part == ("kept",)
    assert found.on_time_as_put_off.part == ("kept", "put off")
    assert found.overdue.part == ("over",)
    assert found.claimed.part == ("over",)
    assert found.reopened.percent == 33.3
    assert rates_of((), TODAY).on_time.percent is None


def test_what_comes_up_again_soon_is_the_old_problem() -> None:
    assert is_reopening(_day(5, 16), TODAY, 30)
    assert not is_reopening(_day(5, 15), TODAY, 30)


def test_a_project_belongs_into_statistics_from_five_million_once_started() -> None:
    rules, big = money(), Decimal(5_000_000)
    assert entry_of(big, _day(3, 1), None, rules, TODAY).state == "missing"
    assert entry_of(big, None, None, rules, TODAY).state == "waiting"
    assert entry_of(big - 1, _day(3, 1), None, rules, TODAY).state == "below"
    assert entry_of(None, _day(3, 1), None, rules, TODAY).state == "unknown"
    assert entry_of(big, _day(3, 1), _day(4, 1), rules, TODAY).state == "in"


def test_nothing_is_missing_from_statistics_in_a_month_of_which_nothing_is_reported() -> None:
    big, january = Decimal(5_000_000), date(2027, 1, 20)
    told = entry_of(big, _day(3, 1), None, money(), january)
    assert (told.state, "1月免报" in told.says) == ("silent", True)
    assert entry_of(big, None, None, money(), january).state == "waiting"
    own = money("version: 云泽\nstatistics: {no_report_months: []}")
    assert entry_of(big, _day(3, 1), None, own, january).state == "missing"


def test_a_firm_is_watched_on_its_way_above_the_scale() -> None:
    rules, produced = money(), _day(2, 1)
    sums = {(2026, month): Decimal(4_000_000) for month in range(2, 7)}
    found = watch_of(produced, "industry", sums, None, rules, TODAY)
    assert (found.state, found.file_by) == ("monthly", _day(6, 20))
    assert watch_of(produced, "industry", sums, None, rules, _day(6, 21)).file_by == _day(7, 20)
    older = {(2025, 6): Decimal(90_000_000), **{k: v for k, v in sums.items() if k[1] < 6}}
    assert watch_of(produced, "industry", older, None, rules, TODAY).says == "近12个月还差400万元"
    last_year = watch_of(date(2025, 12, 1), "industry", sums, None, rules, TODAY)
    assert (last_year.state, last_year.file_by) == ("yearly", _day(11, 30))
    assert watch_of(None, "industry", sums, None, rules, TODAY).state == "early"
    assert watch_of(produced, "", sums, None, rules, TODAY).state == "unknown"
    assert watch_of(produced, "retail", {}, None, rules, TODAY).state == "unknown"
