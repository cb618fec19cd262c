"""Duties read from drafts: whose, what, until when, by which gate; conditions are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.intake.opening import documents_of
from yinfeng.judgement.duties import Duty, day_of, duties_of
from yinfeng.lexicon.calendar import calendar
from yinfeng.text.restoration import restore
from yinfeng.values import Document

DRAFT = """云泽镇项目投资协议书
甲方：云泽镇人民政府
乙方：远帆重工有限公司
一、乙方义务
（一）乙方应在本协议签订之日起30日内完成项目公司注册，注册资本5000万元。
（二）乙方应在取得土地后3个月内开工建设，开工后18个月内竣工，竣工后6个月内投产。
（三）签约后10个工作日内，乙方向甲方指定账户缴纳履约保证金100万元。
（四）2028年12月31日前完成固定资产投资4.5亿元，2029年底前达产。
二、甲方义务
1.甲方负责在2027年6月底前完成地块征迁和场地平整。
2.甲方应于乙方投产后三十日内无息退还履约保证金。
3.指定专人协助乙方办理各项手续。
三、其他
乙方逾期6个月内仍未开工的，甲方有权解除本协议。
双方应在签订后15日内成立联合工作专班。
租赁期限为5年，保密期限三年。
"""


def read(says: str) -> tuple[Duty, ...]:
    (document,) = documents_of(says.encode(), "协议.txt")
    assert isinstance(document, Document)
    found = duties_of(restore(document))
    for one in found:
        assert document.source[one.quote.start : one.quote.end] == one.quote.quote
    return found


def told(one: Duty) -> tuple[str, object, str]:
    when = (one.term.day or one.term.rule) if one.term else None
    return one.side, when, one.goal


def test_every_duty_of_a_draft_is_read_with_side_term_and_gate() -> None:
    assert [told(one) for one in read(DRAFT)] == [
        ("theirs", "A2+30d", "R1"),
        ("theirs", "D1+3m", "C1"),
        ("theirs", "C1+18m", "C3"),
        ("theirs", "C3+6m", "O1"),
        ("theirs", "A2+10w", ""),
        ("theirs", date(2028, 12, 31), ""),
        ("theirs", date(2029, 12, 31), "O3"),
        ("ours", date(2027, 6, 30), ""),
        ("ours", "O1+30d", ""),
        ("ours", None, ""),
        ("ours", "A2+15d", ""),
        ("theirs", "A2+15d", ""),
    ]


def test_sums_stand_beside_their_duty() -> None:
    assert [one.amount for one in read(DRAFT) if one.amount] == ["5000万元", "100万元", "4.5亿元"]


@pytest.mark.parametrize(
    ("says", "when"),
    [
        ("乙方应于二〇二七年十月一日前投产。", date(2027, 10, 1)),
        ("乙方应在2027年第一季度内开工。", date(2027, 3, 31)),
        ("乙方须于2027年上半年内竣工。", date(2027, 6, 30)),
        ("乙方承诺2028年2月底前投产。", date(2028, 2, 29)),
        ("乙方应在2027年内达产。", date(2027, 12, 31)),
        ("乙方应自摘牌之日起一年半内投产。", "D1+18m"),
        ("乙方应在竞得土地使用权后半年内动工。", "D1+6m"),
        ("甲方应在乙方领取营业执照后15个工作日内交付净地。", "R1+15w"),
        ("乙方应在协议生效后二十日内提交方案。", "A2+20d"),
        ("乙方取得土地后3个月内开工，18个月内竣工。", "C1+18m"),
        ("乙方应在六十日内完成公司注册。", ""),
    ],
)
def test_terms_are_read_in_every_form(says: str, when: object) -> None:
    last = read(f"第一条 {says}")[-1]
    assert last.term is not None
    assert (last.term.day or last.term.rule) == when


@pytest.mark.parametrize(
    ("says", "found"),
    [
        (
            "乙方应在土地摘牌后半年内开工、一年半内竣工。",
            [("D1+6m", "C1"), ("C1+18m", "C3")],
        ),
        (
            "乙方应于2027年6月底前开工、2028年12月底前竣工、投产。",
            [(date(2027, 6, 30), "C1"), (date(2028, 12, 31), "O1")],
        ),
        ("乙方应在付清土地价款、税费后30日内开工。", [("payment+30d", "C1")]),
        ("乙方应在签约后30日内提交审计报告、近3个月内的银行流水。", [("A2+30d", "")]),
        (
            "乙方应在注册后30日内开工、18个月内竣工、投产，6个月内达产。",
            [("R1+30d", "C1"), ("C1+18m", "O1"), ("O1+6m", "O3")],
        ),
    ],
)
def test_terms_joined_in_a_list_are_duties_of_their_own(
    says: str, found: list[tuple[object, str]]
) -> None:
    assert [told(one)[1:] for one in read(f"第一条 {says}")] == found


@pytest.mark.parametrize("length", ["9999年", "1201个月", "九百九十九年"])
def test_a_term_of_more_than_a_hundred_years_is_none(length: str) -> None:
    assert [one.term for one in read(f"第一条 乙方应在开工后{length}内竣工。")] in ([None], [])


@pytest.mark.parametrize(
    "rule", ["C1+119988m", "C1+99999999d", "C1+99999999999w", "C1+9999999999d"]
)
def test_a_kept_term_beyond_the_calendar_has_no_day(rule: str) -> None:
    assert day_of(rule, {"C1": date(2027, 8, 31)}, calendar()) is None


@pytest.mark.parametrize(
    "says",
    [
        "乙方逾期30日内仍未付款的，甲方有权解除协议。",
        "租赁期限为5年。",
        "甲方不承担乙方在开工后3个月内发生的费用。",
        "本协议一式四份。",
        "项目总投资5亿元，用地60亩。",
    ],
)
def test_conditions_and_facts_are_no_duties(says: str) -> None:
    assert not read(f"第一条 {says}")


def test_a_draft_that_calls_the_firm_the_first_party_is_turned() -> None:
    says = "甲方：远帆重工有限公司\n乙方：云泽镇人民政府\n第一条 甲方应在签约后30日内完成公司注册。"
    assert [one.side for one in read(says)] == ["theirs"]


def test_a_kept_term_becomes_a_day_when_its_event_has_happened() -> None:
    anchors = {"A2": date(2026, 11, 30), "C1": date(2027, 8, 31)}
    working = calendar()
    assert day_of("A2+3m", anchors, working) == date(2027, 2, 28)
    assert day_of("C1+18m", anchors, working) == date(2029, 2, 28)
    assert day_of("A2+30d", anchors, working) == date(2026, 12, 30)
    assert day_of("A2+5w", anchors, working) == date(2026, 12, 7)
    assert day_of("D1+3m", anchors, working) is None
    assert day_of("nonsense", anchors, working) is None


@given(st.text(alphabet="甲乙方应在签约后3个月内开工，。\n（一）年底前0", max_size=60))
def test_any_text_is_read_and_quoted(says: str) -> None:
    if says.strip():
        (document,) = documents_of(says.encode(), "协议.txt")
        if isinstance(document, Document):
            for one in duties_of(restore(document)):
                assert document.source[one.quote.start : one.quote.end] == one.quote.quote
