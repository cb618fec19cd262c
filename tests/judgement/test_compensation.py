"""Compensation: every line computed from the book to the cent, every red line found."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.compensation.red_lines import (
    Case,
    Paid,
    SheetLine,
    crossings,
    stopping,
)
from yinfeng.judgement.compensation.sheets import Item, NotComputable, factor_of, reckon
from yinfeng.lexicon.price_books import Stops, price_book, red_lines

BOOK = price_book(
    """
version: 云泽2026
prices:
  land: {工业: "320"}
  building: {钢混: 1200, 砖混: 850.50}
  stopping: {按评估值: "0.05"}
  tenant_moving: {厂房: 30}
bands:
  signing_reward: {2026-04-10: 100, 2026-04-20: 50}
  vacating_reward: {2026-06-30: 40}
"""
)
RULES = red_lines()
DAY = date(2026, 4, 8)


def test_every_line_says_how_it_was_computed() -> None:
    items = [
        Item("land", "工业", Decimal(6000), "23/50"),
        Item("building", "钢混", Decimal("1200.5"), "85%"),
        Item("building", "砖混", Decimal(300), "0.6"),
        Item("stopping", "按评估值"),
        Item("fit_out", sum=Decimal("88000.55")),
        Item("signing_reward", quantity=Decimal(1500)),
    ]
    found = reckon(items, BOOK, DAY, None)
    assert [line.amount for line in found.lines] == [
        Decimal("883200.00"),
        Decimal("1224510.00"),
        Decimal("153090.00"),
        Decimal("68880.00"),
        Decimal("88000.55"),
        Decimal("150000.00"),
    ]
    assert found.total == Decimal("2567680.55")
    assert found.lines[0].says == "6000平方米 × 320元 × 23/50 = 883200.00元"
    assert found.lines[1].component.clause == "建筑物按结构和成新"
    assert found.book == "2026.1+云泽2026"


@pytest.mark.parametrize(
    ("day", "price"),
    [
        (date(2026, 4, 10), "100"),
        (date(2026, 4, 11), "50"),
        (date(2026, 4, 20), "50"),
        (date(2026, 4, 21), "0"),
    ],
)
def test_the_reward_of_signing_goes_by_its_bands(day: date, price: str) -> None:
    (line,) = reckon([Item("signing_reward", quantity=Decimal(10))], BOOK, day, None).lines
    assert line.price == Decimal(price)


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (Item("castle"), "没有“castle”"),
        (Item("building", "木"), "没有“木”的单价，可选：钢混、砖混"),
        (Item("moving", "厂房"), "没有搬迁和重新安装的单价"),
        (Item("building", "钢混", Decimal(0)), "大于零"),
        (Item("building", "钢混", Decimal(1), "八成"), "看不懂"),
        (Item("building", "钢混", Decimal(1), "1/0"), "看不懂"),
        (Item("building", "钢混", Decimal(1), "11"), "不合理"),
        (Item("fit_out"), "请填评估金额"),
        (Item("stopping", "按评估值"), "请先填建筑物重置成新"),
        (Item("vacating_reward", quantity=Decimal(1)), "请先登记交付日期"),
    ],
)
def test_what_cannot_be_computed_says_what_to_do(item: Item, says: str) -> None:
    with pytest.raises(NotComputable, match=says):
        reckon([item], BOOK, DAY, None)


@given(
    st.decimals("0.01", 100_000, places=2),
    st.integers(1, 50),
    st.integers(1, 50),
)
def test_a_line_is_exact_to_half_a_cent(quantity: Decimal, years: int, of: int) -> None:
    years = min(years, of)
    (line,) = reckon([Item("land", "工业", quantity, f"{years}/{of}")], BOOK, DAY, None).lines
    exact = Fraction(quantity) * 320 * Fraction(years, of)
    assert abs(Fraction(line.amount) - exact) <= Fraction(1, 200)


def test_a_factor_is_read_as_people_write_it() -> None:
    assert factor_of("85%") == factor_of("0.85") == factor_of("17/20")
    assert factor_of("") == 1


CLEAN = Case(
    key="1",
    holder="云泽弹簧厂",
    book="云泽2026",
    lines=(SheetLine("building", "钢混", Decimal(1200), Decimal(1200)),),
    total=Decimal(1_224_000),
    certified=Decimal(1200),
    at_notice=Decimal(1200),
    compensated=Decimal(1200),
    signed=DAY,
    valued=date(2026, 3, 20),
    handed_over=date(2026, 6, 1),
    appraiser="清溪评估所",
    declaration="经办人、审批人均无亲属关系",
    payments=(Paid(date(2026, 6, 5), Decimal(1_224_000), "云泽弹簧厂"),),
)
TODAY = date(2026, 7, 1)
FIT_OUT = SheetLine("fit_out", "", Decimal(1), Decimal(9))


def _keys(case: Case, *others: Case) -> list[str]:
    return [one.line.key for one in crossings(case, others, BOOK, RULES, TODAY)]


def test_a_clean_sheet_touches_no_red_line() -> None:
    assert _keys(CLEAN, replace(CLEAN, key="2", holder="云泽五金厂")) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"compensated": Decimal(1300)}, "over_certificate"),
        ({"at_notice": Decimal(1100)}, "grown_area"),
        ({"valued": None}, "before_valuation"),
        ({"valued": date(2026, 4, 9)}, "before_valuation"),
        ({"declaration": ""}, "no_declaration"),
        ({"has_relatives": True}, "relatives"),
        ({"handed_over": None}, "before_handover"),
        ({"handed_over": date(2026, 6, 6)}, "before_handover"),
        ({"payments": (Paid(date(2026, 6, 5), Decimal(5), "沈某"),)}, "other_payee"),
        (
            {"payments": (Paid(date(2026, 6, 5), Decimal(1_224_001), "云泽弹簧厂"),)},
            "overpaid",
        ),
        ({"lines": (FIT_OUT,), "appraiser": ""}, "no_appraiser"),
    ],
)
def test_each_red_line_is_found(change: dict[str, object], key: str) -> None:
    assert key in _keys(replace(CLEAN, **change))  # type: ignore[arg-type]


def test_the_same_structure_at_another_price_is_found_on_both_sheets() -> None:
    dear = replace(
        CLEAN,
        key="2",
        holder="云泽五金厂",
        lines=(SheetLine("building", "钢混", Decimal(10), Decimal(1500)),),
        payments=(),
    )
    for one, other in ((CLEAN, dear), (dear, CLEAN)):
        (found,) = crossings(one, [other], BOOK, RULES, TODAY)
        assert found.line.key == "other_price"
        assert "1500" in found.says
        assert other.holder in found.says


def test_half_a_hundredth_more_area_is_measurement() -> None:
    assert _keys(replace(CLEAN, compensated=Decimal(1206))) == []


def test_a_ruling_lets_a_sheet_go_on() -> None:
    wide = replace(CLEAN, compensated=Decimal(1300))
    found = crossings(wide, [], BOOK, RULES, TODAY)
    held = stopping(found, Stops.APPROVAL, {})
    assert {one.line.key for one in held} == {"over_certificate", "grown_area"}
    ruled = {("over_certificate", "1300"): "认定书3号", ("grown_area", "1300"): "认定书3号"}
    assert stopping(found, Stops.APPROVAL, ruled) == ()
    more = crossings(replace(wide, compensated=Decimal(1400)), [], BOOK, RULES, TODAY)
    assert stopping(more, Stops.APPROVAL, ruled), "a ruling is about the figure it was given for"
    assert stopping(found, Stops.PAYMENT, {}) == ()


def test_a_payment_that_lies_ahead_is_none_yet() -> None:
    late = replace(CLEAN, handed_over=None)
    assert crossings(late, [], BOOK, RULES, date(2026, 6, 4)) == ()
