"""The clause screen on whole drafts: numbers, tables, refusals, old texts, versions, overlays."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st

from tests.judgement.clauses.test_cases import TODAY, screened
from yinfeng.intake.opening import documents_of
from yinfeng.judgement.clauses import Screened, Screening, screen
from yinfeng.judgement.clauses.dating import written_on
from yinfeng.lexicon.clauses import clause_rules
from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.text.restoration import restore
from yinfeng.values import Document

DRAFT = """云泽镇项目投资协议书
甲方：云泽镇人民政府
乙方：远帆重工有限公司
一、项目内容
1.总投资：人民币【5】亿元，其中设备投资____亿元。
二、甲方承诺
（一）供地政策。项目用地约60亩，挂牌出让，土地出让金超过【12】万元/亩部分，甲方于乙方取得不动产权证后
30日内以设施补助形式返还。
（二）甲方不得作出下列承诺：
1.给予税收返还；
2.零地价供地；
（三）甲方提供以下扶持：（1）装修补助每平方米300元；（2）三年内按地方留成的50%给予奖励；（3）协助办理各项手续。
第三条 乙方投产后依法纳税，10年内不得迁出云泽镇。
"""


def by_label(found: Screening) -> dict[str, Screened]:
    return {clause.label: clause for clause in found.clauses}


def codes(clause: Screened) -> set[str]:
    return {hit.rule.code for hit in clause.hits}


def test_each_clause_has_its_number_colour_and_words() -> None:
    found = by_label(screened(DRAFT))
    assert found["一1"].colour == "green"
    assert found["二（一）"].colour == "red"
    assert "LND-01" in codes(found["二（一）"])
    assert codes(found["二（三）（2）"]) == {"TAX-02"}
    assert found["二（三）（3）"].colour == "green"
    assert codes(found["第三条"]) == {"MOV-02"}


def test_an_item_is_read_under_what_leads_it_in() -> None:
    found = by_label(screened(DRAFT))
    assert "MON-01" in codes(found["二（三）（1）"])
    assert not codes(found["二（二）1"])
    assert not codes(found["二（二）2"])


def test_the_words_quote_the_source_and_lie_in_their_clause() -> None:
    for clause in screened(DRAFT).clauses:
        whole = clause.evidence
        assert DRAFT[whole.start : whole.end] == whole.quote
        for hit in clause.hits:
            for words in hit.words:
                assert DRAFT[words.start : words.end] == words.quote
                assert whole.start <= words.start < words.end <= whole.end


def test_every_hit_says_why_on_what_basis_and_what_to_write() -> None:
    for rule in clause_rules().rules:
        assert rule.why
        assert rule.basis
        assert rule.offer or rule.colour == "green"


def test_a_text_older_than_the_rule_is_historic_and_not_accused() -> None:
    old = screened(DRAFT + "签订日期：2021年5月8日")
    assert old.written == date(2021, 5, 8)
    assert old.colour == "historic"
    assert old.count("red") == old.count("yellow") == 0
    given = screened(DRAFT)
    assert given.written is None
    assert given.colour == "red"


def test_a_rule_speaks_from_its_day_on() -> None:
    (document,) = documents_of(
        "一、甲方为乙方贷款提供担保。\n签订日期：2016年3月1日".encode(), "a.txt"
    )
    assert isinstance(document, Document)
    found = screen(restore(document), clause_rules(), today=TODAY)
    assert found.colour == "red"
    early = screen(restore(document), clause_rules(), today=date(2014, 1, 1))
    assert early.colour == "green"


@pytest.mark.parametrize(
    ("says", "day"),
    [
        ("签订日期：2021年3月5日", date(2021, 3, 5)),
        ("云政发〔2019〕12号\n关于印发招商引资办法的通知", date(2019, 12, 31)),
        ("甲方（盖章）\n二〇二〇年六月十八日", date(2020, 6, 18)),
        ("签约时间：202 年 月 日", None),
        ("本项目计划于2019年3月1日前开工", None),
    ],
)
def test_the_day_of_a_text_is_read_from_its_own_words(says: str, day: date | None) -> None:
    assert written_on(says) == day


def test_rows_of_a_word_table_are_clauses() -> None:
    word = Word()
    word.add_paragraph("第一条 扶持内容见下表：")
    table = word.add_table(rows=2, cols=3)
    rows = (("事项", "标准", "期限"), ("土地出让金", "超出10万元/亩部分由甲方返还", "一年"))
    for row, says in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, says, strict=True):
            cell.text = words
    word.add_paragraph("第二条 本协议一式四份。")
    out = BytesIO()
    word.save(out)
    (document,) = documents_of(out.getvalue(), "协议.docx")
    assert isinstance(document, Document)
    found = by_label(screen(restore(document), clause_rules(), today=TODAY))
    assert found["第一条 表1第2行"].colour == "red"
    assert found["第二条"].colour == "green"


def test_an_office_lays_its_own_rules_over_the_house() -> None:
    own = "version: 云泽2027\nrules:\n  - {code: TAX-04, until: 2026-01-01}\n"
    rules = clause_rules(own)
    assert rules.version.endswith("+云泽2027")
    (document,) = documents_of("第一条 双方合作开展招商引税工作。".encode(), "a.txt")
    assert isinstance(document, Document)
    assert screen(restore(document), rules, today=TODAY).colour == "green"
    assert screen(restore(document), clause_rules(), today=TODAY).colour == "yellow"


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ("rules: []", "version"),
        ("version: a\nrules:\n  - {code: X-01, title: 甲}", "X-01"),
        ("version: a\nrules:\n  - {code: TAX-01, colour: 紫}", "TAX-01"),
        ("version: a\nstrange: 1", "strange"),
    ],
)
def test_a_bad_file_of_an_office_is_named(own: str, says: str) -> None:
    with pytest.raises(BadPolicy, match=says):
        clause_rules(own)


@given(st.text(alphabet="。，；：一二（）1.条第甲乙方税收返还不得 \n【】", max_size=80))
def test_any_text_is_screened_and_quoted(says: str) -> None:
    for found in documents_of(says.encode(), "a.txt"):
        if isinstance(found, Document):
            for clause in screen(restore(found), clause_rules(), today=TODAY).clauses:
                for hit in clause.hits:
                    for words in hit.words:
                        assert found.source[words.start : words.end] == words.quote
