"""The example inbox: what is read from each paper, and what is said of those that cannot be read.

The labels beside this test are what a person finds in the papers. Floors only rise.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bench.quality.score import agreement, rows_of
from yinfeng.intake.folders import walk
from yinfeng.intake.reprints import reprint_groups
from yinfeng.reading import Reading, read_document
from yinfeng.values import Problem
from yinfeng.values.form import Row, line

INBOX = Path(__file__).parents[2] / "examples" / "inbox"
LABELS = rows_of(Path(__file__).with_name("inbox"))
PAPERS = sorted({str(row["doc"]) for row in LABELS})
RECORDS, FIELDS = 0.88, 0.83
# Where fewer records agree today, and why; all others reach nine in ten.
LOW = {
    "05_重点项目台账": 0.8,
    "07_邮件_储能项目": 0.0,
    "08_招商群聊天记录": 0.7,
}


@cache
def found() -> tuple[Reading | Problem, ...]:
    return tuple(one if isinstance(one, Problem) else read_document(one) for one in walk([INBOX]))


def rows() -> list[Row]:
    readings = (one for one in found() if isinstance(one, Reading))
    return [line(fact, one.document.name) for one in readings for fact in one.facts]


def test_the_facts_of_the_inbox_are_those_that_a_person_finds() -> None:
    whole = agreement(LABELS, rows()).whole
    assert whole.records_f1 >= RECORDS
    assert whole.fields_f1 >= FIELDS


@pytest.mark.parametrize("paper", PAPERS)
def test_the_facts_of_a_paper_are_those_that_a_person_finds(paper: str) -> None:
    labelled = [row for row in LABELS if row["doc"] == paper]
    told = [row for row in rows() if row["doc"] == paper]
    assert agreement(labelled, told).whole.records_f1 >= LOW.get(paper, 0.9)


def test_the_day_that_a_masthead_prints_is_the_day_of_publication() -> None:
    papers = {one.document.name: one.document for one in found() if isinstance(one, Reading)}
    assert papers["06_云泽日报_老农机厂腾退"].published == date(2025, 3, 28)
    assert papers["09_企业服务月报"].published is None, "it tells its month only"


def test_an_advertisement_tells_nothing() -> None:
    assert not [row for row in rows() if str(row["doc"]).startswith("16_")]


def test_a_paper_that_cannot_be_read_is_named_and_nothing_else_is_lost() -> None:
    problems = {one.document: one.code for one in found() if isinstance(one, Problem)}
    assert problems == {
        "12_赴苏州上海招商(1)": "duplicate",
        "14_空文件": "empty",
        "15_没有下载完的汇报": "truncated",
    }
    assert {one.document.name for one in found() if isinstance(one, Reading)} >= set(PAPERS)


def test_a_story_that_was_reprinted_is_known() -> None:
    texts = [(one.document.name, one.text.clean) for one in found() if isinstance(one, Reading)]
    assert reprint_groups(texts)["13_转载_老农机厂腾退"] == "06_云泽日报_老农机厂腾退"
