"""Sentences end where the words do, and nowhere else."""

import pytest

from tests.growth import EVEN, growth
from yinfeng.text import Line, LineKind
from yinfeng.text.sentences import sentences
from yinfeng.values import Span

CASES = {
    "项目已竣工投产。年销售4000万元,税收200万元!": [
        "项目已竣工投产。",
        "年销售4000万元,税收200万元!",
    ],
    "增长17.49%;完成投入15.5亿元": ["增长17.49%;", "完成投入15.5亿元"],
    "“这是大项目。”书记说,进度快。": ["“这是大项目。”", "书记说,进度快。"],
    "开展“加油!”行动,全镇参与。": ["开展“加油!”行动,全镇参与。"],
    "该园区(见附件;共3页)已建成。": ["该园区(见附件;共3页)已建成。"],
    "部门协同……自去年9月以来,进展顺利。": ["部门协同……", "自去年9月以来,进展顺利。"],
    "如何反哺乡村?如何致富?": ["如何反哺乡村?", "如何致富?"],
    "  缩进的句子。 第二句。": ["缩进的句子。", "第二句。"],
    "括号没有关(上,接着说。再说": ["括号没有关(上,接着说。", "再说"],
}


def _split(says: str, kind: LineKind = LineKind.PROSE) -> list[str]:
    line = Line(Span(0, len(says)), kind)
    return [says[start:end] for start, end in sentences(says, [line])]


@pytest.mark.parametrize("says", CASES)
def test_prose_is_cut_behind_its_stops(says: str) -> None:
    assert _split(says) == CASES[says]


def test_a_heading_is_one_sentence_and_furniture_is_none() -> None:
    assert _split("一、抓招商。促发展", LineKind.HEADING) == ["一、抓招商。促发展"]
    assert _split("联系电话:0512-1234567。", LineKind.FURNITURE) == []
    assert _split("序号\t项目\t投资", LineKind.TABLE) == []


@pytest.mark.parametrize("bad", ["(", "“", "。", "(a", "“加油!", "《", "（(", "a。"])
def test_a_long_line_of_one_sign_takes_no_time(bad: str) -> None:
    assert growth(lambda length: _split(bad * length), 10_000) < EVEN
