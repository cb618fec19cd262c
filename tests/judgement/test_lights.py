"""Lights: every rule of every scheme, what is unknown, the whole, the money, the ladder."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from yinfeng.judgement.lights import Step, calls, shine_of, spending_of, turn_of, whole_of
from yinfeng.judgement.lights.shining import months_since
from yinfeng.lexicon.calendar import calendar
from yinfeng.lexicon.lights import SCHEMES, ladder, scheme
from yinfeng.lexicon.office_files import BadPolicy

TODAY = date(2026, 3, 18)
DAYS = calendar()
NAMES = {"float": "float_days", "critical": "is_critical"}


@pytest.mark.parametrize("case", cases("judgement/cases/lights.yaml"), ids=str)
def test_a_milestone_has_the_light_that_the_scheme_gives(case: Case) -> None:
    given_ = {NAMES.get(key, key): value for key, value in case.more["step"].items()}
    found = shine_of(
        Step("k", "节点", **given_),
        scheme(case.more["scheme"]),
        DAYS,
        case.more.get("today", TODAY),
    )
    assert [found.light, found.says] == case.finds


@given(
    due=st.none() | st.dates(date(2025, 6, 1), date(2026, 12, 1)),
    spare=st.none() | st.integers(-50, 50),
    critical=st.none() | st.booleans(),
    more=st.integers(1, 40),
)
def test_waiting_never_makes_a_light_better(
    due: date | None, spare: int | None, critical: bool | None, more: int
) -> None:
    step = Step("k", "节点", due=due, float_days=spare, is_critical=critical, law=due)
    rules = scheme()
    now, later = (
        rules.lamp(shine_of(step, rules, DAYS, TODAY + timedelta(days=n)).light).rank
        for n in (0, more)
    )
    assert later >= now


@pytest.mark.parametrize("name", SCHEMES)
def test_what_is_not_told_is_never_fine(name: str) -> None:
    rules = scheme(name)
    assert shine_of(Step("k", "节点"), rules, DAYS, TODAY).light == "unknown"
    assert whole_of((), rules, DAYS, TODAY).light == "unknown"


def test_a_project_is_as_bad_as_its_worst_critical_milestone() -> None:
    fine = Step("a", "备案", done=date(2026, 3, 1), is_critical=True)
    late = Step("b", "施工许可", due=date(2026, 3, 17), is_critical=True)
    side = Step("c", "配套", due=date(2026, 1, 5), is_critical=False)
    dark = Step("d", "验收", is_critical=True)
    assert whole_of((fine, side), scheme(), DAYS, TODAY).light == "blue"
    found = whole_of((fine, late, side, dark), scheme(), DAYS, TODAY)
    assert found.light == "red"
    assert found.reasons == ("施工许可：在关键线路上，比计划2026-03-17滞后1个工作日",)
    assert whole_of((fine, dark), scheme(), DAYS, TODAY).light == "unknown"
    assert whole_of((fine, side), scheme(), DAYS, TODAY).light == "blue"
    assert whole_of((side,), scheme(), DAYS, TODAY).light == "red", "nothing fixed is left"
    unknown = Step("e", "验收", due=date(2026, 3, 17))
    assert whole_of((unknown,), scheme(), DAYS, TODAY).reasons == ("没有算出关键线路",)


def test_a_scheme_by_tasks_or_by_silence_sees_the_whole() -> None:
    done = Step("a", "一", due=date(2026, 3, 1), done=date(2026, 3, 1))
    open_ = Step("b", "二", due=date(2026, 3, 2))
    ahead = Step("c", "三", due=date(2026, 9, 2))
    assert whole_of((done, ahead), scheme("three"), DAYS, TODAY).light == "blue"
    half = whole_of((done, open_, ahead), scheme("three"), DAYS, TODAY)
    assert (half.light, half.reasons) == ("red", ("到期任务完成50%",))
    still = whole_of((ahead,), scheme("silence"), DAYS, TODAY, heard=date(2025, 12, 1))
    assert still.light == "red"


def test_months_end_on_the_day_that_they_began() -> None:
    assert months_since(date(2026, 1, 31), date(2026, 2, 28)) == 1
    assert months_since(date(2026, 1, 31), date(2026, 3, 30)) == 1
    assert months_since(date(2025, 12, 18), TODAY) == 3


def test_investment_is_measured_in_points_against_the_pace_of_the_year() -> None:
    yuan = Decimal(10_000)
    plan = dict.fromkeys(range(1, 13), 100 * yuan)
    rules = scheme()

    def light(done: int, reported: int = 0) -> tuple[str, str]:
        found = spending_of(2026, 3, plan, {1: reported * yuan}, {2: done * yuan}, rules)
        return found.light, found.says

    assert light(300) == ("green", "完成率25.0%，序时25.0%，超0.0个百分点")
    assert light(299)[0] == "yellow"
    assert light(180)[0] == "yellow"
    assert light(179) == ("red", "完成率14.9%，序时25.0%，差10.1个百分点")
    assert light(0, reported=900)[0] == "red", "what is only reported does not count"
    assert spending_of(2026, 3, {}, {}, {}, rules).light == "unknown"
    late = dict.fromkeys(range(1, 7), 0 * yuan) | {12: 100 * yuan}
    assert spending_of(2026, 6, late, {}, {}, rules, "plan").light == "green"
    assert spending_of(2026, 6, late, {}, {}, rules, "even").light == "red"


def test_a_light_goes_red_by_itself_and_comes_back_with_proof() -> None:
    rules = scheme()
    assert turn_of("green", "red", rules).happens_by_itself
    back = turn_of("red", "green", rules)
    assert back.needs_proof
    assert not back.happens_by_itself
    assert turn_of("yellow", "green", rules).happens_by_itself
    assert not turn_of("red", "red", rules).is_change
    assert turn_of("yellow", "out", scheme("silence")).happens_by_itself


def test_a_red_light_climbs_the_ladder_on_working_days() -> None:
    # 2026-04-30 is a Thursday before the long holiday.
    since = date(2026, 4, 30)
    rungs = [(call.rung.key, call.day) for call in calls(ladder(), since, DAYS, date(2026, 6, 1))]
    assert [key for key, _ in rungs] == ["notice", "leader", "order", "talk"]
    days = [DAYS.between(since, day) for _, day in rungs]
    assert days == [0, 3, 7, 15]
    assert [call.rung.key for call in calls(ladder(), since, DAYS, since)] == ["notice"]


def test_an_office_lays_its_own_scheme_over_the_house() -> None:
    own = scheme("default", "version: 云泽2026\nalarm: yellow\n")
    assert own.is_alarm("yellow")
    assert own.version == "2026.1+云泽2026"
    with pytest.raises(BadPolicy, match="alarm"):
        scheme("default", "version: x\nalarm: pink\n")
    with pytest.raises(BadPolicy, match="不认识的项目"):
        scheme("default", "version: x\ncolour: red\n")
