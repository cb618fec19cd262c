"""Counting in one pass counts as counting project by project did, and grows with the register."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.growth import EVEN, growth
from tests.judgement.counting import reference
from yinfeng.judgement.counting import Gate, ProjectRow, Register, cohort_of, tally_of
from yinfeng.lexicon.counting import project_counting

RULES = project_counting()
LOOSE = project_counting(
    "version: 甲\nrules: {confirmed: {active: false}, handed_over: {active: false}, "
    "ended: {active: true}, once: {active: false}}\ntwice_months: 6"
)
EXCLUSIVE = replace(
    RULES, measures=tuple(replace(one, bands="exclusive") for one in RULES.measures)
)
START, END = date(2026, 1, 1), date(2027, 1, 1)

days = st.dates(date(2024, 6, 1), date(2027, 6, 1))
gates = st.builds(
    lambda code, day, late, yes, held: Gate(code, day, day + timedelta(days=late), yes, held),
    st.sampled_from(["N1", "A2", "R1", "C1", "C3", "O1"]),
    days,
    st.sampled_from([0, 3, 31, 32, 400]),
    st.booleans(),
    st.sampled_from([False, False, False, True]),
)
rows = st.builds(
    ProjectRow,
    key=st.integers(1, 10_000),
    name=st.sampled_from(["法兰项目", "轴承项目"]),
    gates=st.lists(gates, max_size=8).map(tuple),
    yuan=st.none() | st.sampled_from([Decimal(10**7), Decimal(10**8), Decimal(120_000_000)]),
    currency=st.sampled_from(["CNY", "CNY", "CNY", "USD", "EUR", ""]),
    money=st.none() | st.sampled_from([Decimal(10**7), Decimal(3 * 10**7)]),
    part=st.sampled_from(["", "", "", "phase", "increase", "piece"]),
    has_own_contract=st.booleans(),
    investor=st.sampled_from(["远帆重工", "恒锐精密", ""]),
    state=st.sampled_from(["open", "open", "open", "lost", "ended", "merged", "paused"]),
    ended=st.none() | days,
    ceremony=st.none() | days,
    short_of=st.sampled_from(["", "", "近1亿元"]),
    share=st.sampled_from([Decimal(100), Decimal(100), Decimal(40), Decimal(0)]),
    share_until=st.none() | days,
    shared=st.sampled_from(["", "由云泽镇流转给柳桥镇"]),
    is_elsewhere=st.sampled_from([False, False, False, True]),
    new_owner=st.sampled_from([None, None, date(2026, 8, 1), date(2027, 2, 1)]),
    undated=st.frozensets(st.sampled_from(["A2", "R1", "C1"]), max_size=2),
    marks=st.sampled_from([frozenset(), frozenset(), frozenset({"local", "fiscal"})]),
)
# What stands in another unit's list was handed over, and it is told how.
told = rows.map(
    lambda one: replace(one, shared="由云泽镇流转给柳桥镇") if one.is_elsewhere else one
)
registers = st.lists(told, max_size=12, unique_by=lambda one: one.key)


@given(registers)
def test_a_register_counts_as_project_by_project(found: list[ProjectRow]) -> None:
    for rules in (RULES, LOOSE, EXCLUSIVE):
        for measure in rules.measures:
            fast = tally_of(Register.of(found), measure, rules, START, END)
            assert fast == reference.tally_of(found, measure, rules, START, END)


@given(registers, days)
def test_a_cohort_is_the_same_as_project_by_project(found: list[ProjectRow], on: date) -> None:
    for one in RULES.conversions:
        fast = cohort_of(Register.of(found), one, RULES, START, END, on)
        members, reached, ended, lengths = reference.cohort_of(found, one, START, END, on)
        assert [row.key for row in fast.rows] == members
        assert [row.key for row in fast.reached] == reached
        assert [row.key for row in fast.ended] == ended
        assert (fast.days.count if fast.days else 0) == len(lengths)
        weights = {row.key: row.share for row in fast.rows}
        whole = sum(weights.values())
        rate = sum(weights[key] for key in reached) * 100 / whole if whole else None
        assert fast.rate == (
            None if rate is None else rate.quantize(Decimal("0.01"), "ROUND_HALF_UP")
        )


def test_a_count_grows_with_the_register_and_not_with_its_square() -> None:
    def count(many: int) -> object:
        day = Gate("A2", START, START, is_confirmed=True)
        alike = [
            ProjectRow(key, "法兰项目", (replace(day, day=START + timedelta(days=key % 300)),),
                       Decimal(10**8), investor="远帆重工")
            for key in range(many)
        ]  # fmt: skip
        return tally_of(Register.of(alike), RULES.measure("signed"), RULES, START, END)

    assert growth(count, 1_000) < EVEN
