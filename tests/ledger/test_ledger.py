from datetime import date

from tests.papers import paper
from yinfeng.ledger.ledger import Ledger

SAYS = "去年，柳林镇完成工业投资9.5亿元，同比增长12%。远帆重工项目已开工。"
FIGURE = {
    "kind": "indicator",
    "quote": "完成工业投资9.5亿元，同比增长12%",
    "name": "工业投资",
    "value": 950_000_000,
    "unit": "CNY",
    "yoy": 0.12,
    "from": "2025-01-01",
    "to": "2025-12-31",
    "said": {"value": "9.5亿元", "yoy": "12%"},
}
PROJECT = {
    "kind": "project",
    "quote": "远帆重工项目已开工",
    "name": "远帆重工项目",
    "stage": "started",
    "said": {"stage": "已开工"},
}


def test_reading_twice_adds_nothing() -> None:
    ledger = Ledger()
    document, facts = paper(SAYS, FIGURE, PROJECT)
    assert ledger.take_in(document, facts, SAYS) == 2
    before = (ledger.records, tuple(ledger.entries()), ledger.papers)
    assert ledger.take_in(document, facts, SAYS) == 0
    assert (ledger.records, tuple(ledger.entries()), ledger.papers) == before


def test_a_fact_becomes_entries_one_a_field_each_with_its_words() -> None:
    ledger = Ledger()
    document, facts = paper(SAYS, FIGURE)
    ledger.take_in(document, facts)
    entries = {entry.field: entry for entry in ledger.entries()}
    assert set(entries) == {"name", "value", "period", "yoy"}
    assert entries["value"].proofs[0].quote == "9.5亿元"
    for entry in entries.values():
        for proof in entry.proofs:
            assert document.source[proof.start : proof.end] == proof.quote
            assert proof.place == "第1行"


def test_two_papers_that_tell_the_same_stand_side_by_side() -> None:
    ledger = Ledger()
    for name in ("简报", "月报"):
        document, facts = paper(SAYS, FIGURE, name=name)
        assert ledger.take_in(document, facts) == 1
    assert [record.paper.name for record in ledger.records] == ["简报", "月报"]


def test_the_ledger_as_of_a_day_knows_no_later_paper() -> None:
    ledger = Ledger()
    for name, day in (("简报", date(2026, 3, 2)), ("月报", date(2026, 4, 2)), ("便条", None)):
        document, facts = paper(SAYS, PROJECT, name=name, published=day)
        ledger.take_in(document, facts)
    known = ledger.as_of(date(2026, 3, 31))
    assert [p.name for p in known.papers] == ["简报", "便条"]
    assert len(known.records) == 2
    assert len(ledger.records) == 3


def test_a_paper_of_march_speaks_of_its_year_up_to_march() -> None:
    ledger = Ledger()
    row = {**FIGURE, "from": "2026-01-01", "to": "2026-12-31"}
    document, facts = paper(SAYS, row, {**row, "mode": "target", "name": "工业投资目标"})
    ledger.take_in(document, facts)
    told, aimed = ledger.records
    assert told.when == date(2026, 3, 2)
    assert aimed.when == date(2026, 12, 31)


def test_a_paper_without_a_date_came_out_no_earlier_than_what_it_tells() -> None:
    says = "3月5日开工，全年目标9.5亿元"
    start = {"kind": "project", "name": "法兰项目", "stage": "started", "stage_date": "2026-03-05"}
    goal = {**FIGURE, "quote": says, "mode": "target", "to": "2026-12-31"}
    ledger = Ledger()
    document, facts = paper(says, start, goal, published=None)
    ledger.take_in(document, facts)
    assert ledger.papers[0].known_by == date(2026, 3, 5)
    assert ledger.as_of(date(2026, 3, 4)).papers == ledger.papers
