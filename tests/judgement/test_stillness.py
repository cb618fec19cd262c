"""What stands still after signing: each term on its day and the day after, and what excuses it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from yinfeng.judgement.stillness import Case, Gate, excused_days, stills_of
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.watches import watches

SIGNED = date(2026, 1, 10)
RULES = watches()


def _case(**values: object) -> Case:
    gates = {"A2": Gate(SIGNED, is_confirmed=True)}
    return replace(Case("new_land", gates), **values)  # type: ignore[arg-type]


def _keys(case: Case, today: date) -> list[str]:
    return [one.watch.key for one in stills_of(case, RULES, today)]


def test_a_project_that_was_signed_is_asked_after_when_ninety_days_have_passed() -> None:
    case = _case()
    assert _keys(case, SIGNED + timedelta(days=90)) == []
    (still,) = stills_of(case, RULES, SIGNED + timedelta(days=91))
    assert still.watch.key == "unregistered"
    assert still.says == "签约91天，还没有注册"


def test_what_only_its_reporter_says_still_lacks_and_is_told_so() -> None:
    told = {**_case().gates, "R1": Gate(SIGNED, is_confirmed=False)}
    (still,) = stills_of(_case(gates=told), RULES, SIGNED + timedelta(days=120))
    assert still.says.endswith("（已自报，待确认）")
    proved = {**_case().gates, "R1": Gate(SIGNED, is_confirmed=True)}
    assert _keys(_case(gates=proved), SIGNED + timedelta(days=120)) == []


LANDED = {
    "A2": Gate(SIGNED, is_confirmed=True),
    "R1": Gate(SIGNED, is_confirmed=True),
    "D1": Gate(date(2026, 3, 1), is_confirmed=True),
}
AGREED = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("today", "key"),
    [
        (AGREED, None),
        (AGREED + timedelta(days=1), "not-started"),
        (date(2027, 6, 30), "not-started"),
        (date(2027, 7, 1), "idle-one-year"),
        (date(2028, 6, 30), "idle-one-year"),
        (date(2028, 7, 1), "idle-two-years"),
    ],
)
def test_land_that_is_not_begun_goes_from_late_to_idle(today: date, key: str | None) -> None:
    case = _case(gates=LANDED, agreed=AGREED)
    assert _keys(case, today) == ([key] if key else [])


def test_without_an_agreed_day_nothing_is_said_of_idle_land() -> None:
    assert _keys(_case(gates=LANDED), date(2030, 1, 1)) == []


def test_only_granted_land_lies_idle() -> None:
    case = _case(kind="leased", gates=LANDED, agreed=AGREED)
    assert _keys(case, date(2030, 1, 1)) == []


def test_days_for_which_the_government_is_to_blame_are_taken_off_once() -> None:
    spans = (
        (date(2026, 7, 1), date(2026, 7, 31)),
        (date(2026, 7, 20), date(2026, 8, 9)),
        (date(2026, 1, 1), date(2026, 2, 1)),
    )
    assert excused_days(spans, AGREED, date(2027, 1, 1)) == 40
    case = _case(gates=LANDED, agreed=AGREED, excused=spans)
    assert _keys(case, date(2027, 7, 1) + timedelta(days=39)) == ["not-started"]
    (still,) = stills_of(case, RULES, date(2027, 7, 1) + timedelta(days=40))
    assert still.watch.key == "idle-one-year"
    assert "已扣除政府原因延误40天" in still.says


def test_a_site_that_stopped_below_a_quarter_of_its_money_is_asked_after() -> None:
    started = {**LANDED, "C1": Gate(date(2026, 6, 1), is_confirmed=True)}
    case = _case(gates=started, total=Decimal(100), spent=Decimal(24), last_spent=date(2026, 9, 1))
    assert _keys(case, date(2027, 9, 1)) == []
    assert _keys(case, date(2027, 9, 2)) == ["stopped"]
    assert _keys(replace(case, spent=Decimal(25)), date(2028, 1, 1)) == []
    assert _keys(replace(case, total=None), date(2028, 1, 1)) == []
    never = replace(case, spent=Decimal(0), last_spent=None)
    assert _keys(never, date(2027, 6, 2)) == ["stopped"]


def test_an_office_lays_its_own_term_over_the_house_and_faults_are_named() -> None:
    rules = watches(
        "version: 云泽2026\nwatches:\n"
        "  - {key: unregistered, group: a, after: A2, lacks: R1, from: gate, days: 30,"
        " says: '签约{days}天', asks: 请说明, basis: 镇办文, sure: J}\n"
    )
    assert [one.days for one in rules.watches] == [30]
    for wrong in ("from: 随便", "says: '{money}'", "kinds: [火箭]"):
        text = (
            "version: 1\nwatches:\n  - {key: a, group: a, after: A2, lacks: R1, from: gate,"
            f" days: 1, says: x, asks: x, basis: x, sure: J, {wrong}}}\n"
        )
        with pytest.raises(BadPolicy):
            watches(text)


def test_a_site_that_stopped_below_a_third_of_its_land_is_asked_after() -> None:
    gates = {**_case().gates, "C1": Gate(date(2026, 6, 1), is_confirmed=True)}
    case = _case(
        gates=gates, total=Decimal(100), spent=Decimal(80), last_spent=date(2026, 8, 31),
        built=Decimal("33.3"), last_built=date(2026, 9, 30),
    )  # fmt: skip
    assert "stopped-area" not in _keys(case, date(2027, 9, 30))
    (still,) = [
        one for one in stills_of(case, RULES, date(2027, 10, 1)) if one.watch.key == "stopped-area"
    ]
    assert "占应动工面积33.3%，不足三分之一" in still.says
    enough = replace(case, built=Decimal("33.34"))
    assert "stopped-area" not in _keys(enough, date(2027, 10, 1))
    assert "stopped-area" not in _keys(replace(case, built=None), date(2027, 10, 1))


def test_a_share_of_an_office_lies_between_nought_and_one() -> None:
    with pytest.raises(BadPolicy, match="0到1之间"):
        watches(
            "version: a\nwatches:\n  - {key: a, group: a, after: C1, lacks: C3, from: spent,"
            " months: 12, built_under: 3, says: a, asks: b, basis: c, sure: J}\n"
        )
