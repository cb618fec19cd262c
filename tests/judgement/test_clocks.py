from datetime import date

import pytest

from tests.judgement.office import project, situation
from yinfeng.judgement.due import Standing
from yinfeng.judgement.leads import Lead


def lead(stage: str, today: date, published: date | None, **more: object) -> Lead:
    paper = project("法兰项目", "法兰项目有意向落户", stage=stage, **more)
    (found,) = situation({**paper, "published": published}, today=today).leads
    return found


def test_a_tracked_lead_starts_the_first_clocks_on_working_days() -> None:
    # Friday 13 February 2026; the 14th is a make-up working day, the 15th to the 23rd are off.
    found = lead("lead", date(2026, 2, 13), date(2026, 2, 13))
    days = {clock.says[:6]: clock.day for clock in found.clocks}
    assert days["专人首次对接"] == date(2026, 2, 14)
    assert days["完成初审（产"] == date(2026, 2, 25)
    assert days["答复投资方或"] == date(2026, 2, 27)


def test_a_large_one_is_met_on_the_same_day() -> None:
    found = lead(
        "lead",
        date(2026, 3, 2),
        date(2026, 3, 2),
        investment=600_000_000,
        investment_unit="CNY",
    )
    assert found.clocks[0].day == date(2026, 3, 2)
    assert found.clocks[0].standing is Standing.TODAY


def test_following_up_runs_from_the_last_event() -> None:
    found = lead("negotiating", date(2026, 3, 20), date(2026, 3, 2), stage_date="2026-03-01")
    (clock,) = found.clocks
    # A fortnight after 1 March is a Sunday.
    assert clock.day == date(2026, 3, 16)
    assert clock.stands == "已超期4天"


def test_without_any_date_the_clocks_start_today() -> None:
    found = lead("negotiating", date(2026, 3, 2), None)
    assert found.clocks[0].day == date(2026, 3, 16)
    assert found.colour.key == "unknown"


@pytest.mark.parametrize(
    ("today", "colour"),
    [
        (date(2026, 4, 1), "green"),
        (date(2026, 5, 5), "yellow"),
        (date(2026, 6, 5), "red"),
        (date(2026, 9, 5), "removed"),
    ],
)
def test_a_quiet_lead_changes_colour(today: date, colour: str) -> None:
    assert lead("negotiating", today, date(2026, 3, 2)).colour.key == colour


def test_a_day_of_a_year_without_a_notice_is_provisional() -> None:
    found = lead("lead", date(2026, 12, 31), date(2026, 12, 31))
    assert found.clocks[0].day == date(2027, 1, 4)
    assert found.clocks[0].provisional
