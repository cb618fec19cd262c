"""Promised sums are read with their measure, and set beside what several sources tell."""

from datetime import date
from decimal import Decimal

import pytest

from yinfeng.judgement.duties import Seen, Wanted, beside, wanted_in
from yinfeng.lexicon.duties import duty_words

TODAY = date(2029, 3, 1)


def wanted(says: str) -> list[tuple[str, int, str]]:
    found = wanted_in(says, duty_words())
    return [
        (
            one.label,
            int(one.yuan),
            ("亩" if one.is_per_mu else "") + ("年" if one.is_yearly else ""),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("乙方应在2028年底前完成固定资产投资4.5亿元", [("投资", 450_000_000, "")]),
        ("2026年11月18日前完成固定资产投资3000万元", [("投资", 30_000_000, "")]),
        ("2027年9月底前累计完成投资2亿元", [("投资", 200_000_000, "")]),
        ("2027年完成投资2亿元", [("投资", 200_000_000, "年")]),
        ("投资强度不低于每亩350万元", [("投资", 3_500_000, "亩")]),
        ("亩均税收不低于28万元/亩", [("税收", 280_000, "亩年")]),
        ("达产后年产值不少于一亿五千万元", [("产值", 150_000_000, "年")]),
        (
            "每年缴纳税收不低于800万元，三年累计不低于3000万元",
            [("税收", 8_000_000, "年"), ("税收", 30_000_000, "")],
        ),
        ("30日内付清土地出让金4800万元", [("付款", 48_000_000, "")]),
        ("主营业务收入达到3亿元、税收1000万元",
         [("营业收入", 300_000_000, "年"), ("税收", 10_000_000, "年")]),
        ("固定资产投资5亿元，其中设备投资3亿元", [("投资", 500_000_000, "")]),
        ("注册资本5000万美元", []),
        ("注册资本1亿元", []),
        ("提供专人服务", []),
    ],
)  # fmt: skip
def test_a_sum_is_of_the_measure_before_it(says: str, told: list[tuple[str, int, str]]) -> None:
    assert wanted(says) == told


def _month(year: int, month: int, wan: int, source: str = "月度认定") -> Seen:
    first = date(year, month, 1)
    until = date(year, month, 28)
    return Seen(
        "investment", source, until, Decimal(wan * 10_000), f"{first}", "", first,
        is_proved=source == "月度认定",
    )  # fmt: skip


def _beside(
    says: str, seen: list[Seen], due: date | None, mu: int | None = None
) -> tuple[str, str]:
    (one,) = wanted_in(says, duty_words())
    area = Decimal(mu) if mu else None
    found = beside(one, seen, due=due, today=TODAY, mu=area)
    return found.suggests, found.best.says if found.best else ""


INVESTS = "完成固定资产投资2000万元"


def test_recognised_months_add_up_and_reported_ones_do_not_count() -> None:
    months = [_month(2028, 5, 900), _month(2028, 6, 700), _month(2028, 7, 5000, "月度自报")]
    assert _beside(INVESTS, months, date(2028, 12, 31)) == ("partly", "1600万元")
    months.append(_month(2028, 12, 400))
    assert _beside(INVESTS, months, date(2028, 12, 15)) == ("kept", "2000万元")
    assert _beside(INVESTS, months, date(2028, 11, 30)) == ("late", "2000万元")
    assert _beside(INVESTS, months[:1], date(2029, 6, 30)) == ("", "900万元")
    assert _beside(INVESTS, months[2:3], date(2028, 12, 31)) == ("broken", "")


def test_what_lies_ahead_is_not_seen() -> None:
    assert _beside(INVESTS, [_month(2029, 4, 3000)], date(2028, 12, 31)) == ("broken", "")


def _year(year: int, wan: int, measure: str = "tax", **more: bool) -> Seen:
    return Seen(
        measure, "登记的凭据", date(year, 12, 31), Decimal(wan * 10_000), "完税证明", "",
        date(year, 1, 1), **more,
    )  # fmt: skip


def test_a_yearly_sum_looks_at_its_year_or_at_the_last_that_ended() -> None:
    tax = [_year(2027, 900), _year(2028, 700)]
    assert _beside("年税收不低于800万元", tax, None) == ("", "700万元")
    assert _beside("2027年实现税收800万元", tax, None) == ("kept", "900万元")
    assert _beside("年税收不低于800万元", tax, date(2028, 12, 31)) == ("partly", "700万元")
    assert _beside("年税收不低于800万元", [], date(2028, 12, 31)) == ("", "")


def test_a_sum_by_the_mu_is_set_beside_the_whole_by_the_area() -> None:
    assert _beside("亩均税收不低于20万元", [_year(2028, 1000)], date(2028, 12, 31), 50) == (
        "kept",
        "20万元",
    )
    measured = Seen(
        "tax", "标准地核查", date(2028, 12, 31), Decimal(150_000), "实测", is_per_mu=True
    )
    assert _beside("年税收不低于800万元", [measured], date(2028, 12, 31), 50)[1] == "750万元"
    assert _beside("年税收不低于800万元", [measured], date(2028, 12, 31)) == ("", "")


def test_what_stands_on_a_day_takes_the_place_of_what_stood_before() -> None:
    def stood(day: date, wan: int) -> Seen:
        return Seen("investment", "标准地核查", day, Decimal(wan * 10_000), "实测")

    told = [stood(date(2028, 1, 1), 2100), stood(date(2028, 6, 1), 1900)]
    assert _beside(INVESTS, told, date(2028, 12, 31)) == ("partly", "1900万元")


def test_a_wanted_sum_keeps_its_own_words() -> None:
    (one,) = wanted_in("固定资产投资不低于4.5亿元", duty_words())
    assert one == Wanted("investment", "投资", Decimal(450_000_000), one.quote)
    assert "4.5亿元" in one.quote
