"""Counting: each rule leaves out what it says, classes add up, cohorts are told as of a day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.judgement.counting import Gate, ProjectRow, Register, Tally, cohort_of, tally_of
from yinfeng.judgement.counting.cohorts import kept_beside_started
from yinfeng.lexicon.counting import ProjectCounting, project_counting
from yinfeng.lexicon.office_files import BadPolicy

RULES = project_counting()
START, END = date(2026, 1, 1), date(2027, 1, 1)
DAY = date(2026, 5, 6)
WAN = Decimal(10_000)


def gate(code: str, day: date = DAY, *, confirmed: bool = True, late: int = 3) -> Gate:
    return Gate(code, day, day + timedelta(days=late), confirmed)


def row(key: int, wan: int | None = 12_000, *gates: Gate, **more: object) -> ProjectRow:
    yuan = None if wan is None else wan * WAN
    found = ProjectRow(key, f"项目{key}", gates or (gate("A2"),), yuan, investor=f"企业{key}")
    return replace(found, **more)  # type: ignore[arg-type]


def signed(*rows: ProjectRow, rules: ProjectCounting = RULES) -> Tally:
    return tally_of(Register.of(rows), rules.measure("signed"), rules, START, END)


def why(found: Tally) -> list[str]:
    return [one.rule for one in found.left_out]


MARKED = [
    *("local", "fiscal", "utility", "estate", "relocation", "same_plant"),
    *("mutual", "agency", "no_tax", "registered_capital"),
]


@pytest.mark.parametrize("mark", MARKED)
def test_each_mark_leaves_out_and_is_told_and_can_be_switched_off(mark: str) -> None:
    marked = row(1, marks=frozenset({mark}))
    assert (signed(marked).count, why(signed(marked))) == (0, [mark])
    off = project_counting(f"version: 甲\nrules: {{{mark}: {{active: false}}}}")
    assert (signed(marked, rules=off).count, why(signed(marked, rules=off))) == (1, [])


def test_a_gate_that_nobody_confirmed_is_told_and_does_not_count() -> None:
    found = signed(row(1, 12_000, gate("A2", confirmed=False)))
    assert (found.count, why(found)) == (0, ["confirmed"])


def test_a_gate_without_a_day_is_told_and_does_not_count() -> None:
    bare = ProjectRow(1, "项目1", (), undated=frozenset({"A2"}))
    assert why(signed(bare)) == ["undated"]
    assert why(signed(ProjectRow(1, "项目1", ()))) == []


def test_an_increase_adds_its_amount_and_no_project() -> None:
    found = signed(row(1, 10_000), row(2, 3_000, part="increase", parent=1))
    assert (found.count, found.yuan) == (1, 13_000 * WAN)
    assert why(found) == ["increase"]


def test_a_phase_counts_with_a_contract_of_its_own_only() -> None:
    assert why(signed(row(1, part="phase", parent=9))) == ["phase"]
    assert signed(row(1, part="phase", parent=9, has_own_contract=True)).count == 1


def test_the_same_project_signed_again_within_two_years_counts_once() -> None:
    same = {"name": "法兰项目", "investor": "远帆重工"}
    first = row(1, 12_000, gate("A2", date(2025, 3, 1)), **same)
    again = row(2, 12_000, gate("A2", date(2026, 6, 1)), **same)
    assert why(signed(first, again)) == ["once"]
    long_ago = row(1, 12_000, gate("A2", date(2023, 3, 1)), **same)
    assert signed(long_ago, again).count == 1


def test_what_is_reported_late_does_not_count() -> None:
    assert why(signed(row(1, 12_000, gate("A2", late=60)))) == ["late"]


def test_merged_projects_count_under_the_whole_and_ended_ones_by_switch() -> None:
    assert why(signed(row(1, state="merged"))) == ["merged"]
    assert signed(row(1, state="ended")).count == 1
    strict = project_counting("version: 甲\nrules: {ended: {active: true}}")
    assert why(signed(row(1, state="ended"), rules=strict)) == ["ended"]


def test_a_ceremony_is_no_start() -> None:
    found = tally_of(
        Register.of([row(1, 12_000, gate("A2"), ceremony=DAY)]),
        RULES.measure("started"),
        RULES,
        START,
        END,
    )
    assert (found.count, why(found)) == (0, ["ceremony"])


def test_sign_and_register_takes_the_later_day() -> None:
    both = row(1, 12_000, gate("A2", date(2025, 12, 20)), gate("R1", date(2026, 2, 1)))
    found = tally_of(Register.of([both]), RULES.measure("signed_registered"), RULES, START, END)
    assert found.days == {1: date(2026, 2, 1)}
    assert signed(both).count == 0


def test_classes_are_nested_or_exclusive_as_the_measure_declares() -> None:
    rows = [row(1, 120_000), row(2, 60_000), row(3, 12_000), row(4, 6_000)]
    nested = {one.band.key: len(one.rows) for one in signed(*rows).classes}
    assert nested == {"y10": 1, "y5": 2, "y1": 3, "w5000": 4, "w1000": 4}
    measure = replace(RULES.measure("signed"), bands="exclusive")
    found = tally_of(Register.of(rows), measure, RULES, START, END)
    assert {one.band.key: len(one.rows) for one in found.classes} == {
        "y10": 1, "y5": 1, "y1": 1, "w5000": 1, "w1000": 0,
    }  # fmt: skip


RATES = """version: 甲
rates:
  - {since: 2026-04-30, currency: USD, yuan: "7.10", basis: 中间价, sure: J}
  - {since: 2026-03-31, currency: USD, yuan: "7.20", basis: 中间价, sure: J}
"""


def test_foreign_money_is_exchanged_at_the_rate_of_its_day_but_sized_by_the_table() -> None:
    own = project_counting(RATES)
    dollars = row(1, None, currency="USD", money=Decimal(10_000_000))
    early = row(2, None, gate("A2", date(2026, 4, 2)), currency="USD", money=Decimal(1_000_000))
    stale = row(3, None, gate("A2", date(2026, 9, 1)), currency="USD", money=Decimal(2_000_000))
    found = signed(dollars, early, stale, rules=own)
    assert {key: one.yuan for key, one in found.exchanged.items()} == {
        1: Decimal(71_000_000),
        2: Decimal(7_200_000),
    }
    assert found.yuan == Decimal(78_200_000)
    assert found.foreign == {"USD": Decimal(2_000_000)}
    # 71 million yuan is under a hundred million; ten million dollars are of that class by table.
    assert [one.key for one in next(c for c in found.classes if c.band.key == "y1").rows] == [1]


def test_a_sum_in_yuan_that_was_reported_stands_before_any_rate() -> None:
    own = project_counting(RATES)
    told = row(1, 8_000, currency="USD", money=Decimal(10_000_000))
    found = signed(told, rules=own)
    assert (found.yuan, found.exchanged) == (8_000 * WAN, {})


def test_a_project_that_changed_hands_counts_once_at_the_later_event() -> None:
    moved = row(1, new_owner=date(2027, 3, 1))
    assert (signed(moved).count, why(signed(moved))) == (0, ["new_owner"])
    later = tally_of(Register.of([moved]), RULES.measure("signed"), RULES, END, date(2028, 1, 1))
    assert (later.count, later.days) == (1, {1: date(2027, 3, 1)})
    before = row(1, new_owner=date(2025, 3, 1))
    assert signed(before).days == {1: DAY}
    started = row(1, 1, gate("A2"), gate("C1"), new_owner=date(2027, 3, 1))
    assert tally_of(Register.of([started]), RULES.measure("started"), RULES, START, END).count == 1
    off = project_counting("version: 甲\nrules: {new_owner: {active: false}}")
    assert signed(moved, rules=off).count == 1


def test_a_year_closes_with_the_calendar_or_on_a_day_that_the_office_names() -> None:
    house = RULES.fiscal
    assert house.year(2026) == (date(2026, 1, 1), date(2026, 12, 31))
    assert house.month(2028, 2) == (date(2028, 2, 1), date(2028, 2, 29))
    assert house.holds(date(2026, 12, 26)) == (2026, 12)
    own = project_counting("version: 甲\nfiscal_year: {closes: day, day: 25}").fiscal
    assert own.year(2026) == (date(2025, 12, 26), date(2026, 12, 25))
    assert own.month(2026, 3) == (date(2026, 2, 26), date(2026, 3, 25))
    assert own.holds(date(2026, 12, 26)) == (2027, 1)
    assert own.holds(date(2026, 3, 25)) == (2026, 3)


def test_foreign_money_is_sized_by_the_table_and_without_a_rate_stands_apart() -> None:
    dollars = row(1, None, currency="USD", money=Decimal(10_000_000))
    found = signed(dollars)
    assert [one.band.key for one in found.classes if one.rows] == ["y1", "w5000", "w1000"]
    assert found.yuan == 0
    assert found.foreign == {"USD": Decimal(10_000_000)}
    euros = row(1, None, currency="EUR", money=Decimal(10_000_000))
    assert [one.rule for one in signed(euros).unsized] == ["stale_currency"]


def test_a_table_holds_from_its_day() -> None:
    text = """version: 甲
equivalence:
  - {since: 2026-07-01, currency: USD, yuan: 100000000, money: 15000000, basis: 甲, sure: J}
  - {since: 2000-01-01, currency: USD, yuan: 100000000, money: 10000000, basis: 乙, sure: V}
"""
    own = project_counting(text)
    early = row(1, None, gate("A2", date(2026, 6, 1)), currency="USD", money=Decimal(12_000_000))
    late = row(2, None, gate("A2", date(2026, 8, 1)), currency="USD", money=Decimal(12_000_000))
    classes = signed(early, late, rules=own).classes
    assert [one.key for one in next(c for c in classes if c.band.key == "y1").rows] == [1]


def test_a_spot_check_is_applied_to_the_whole() -> None:
    own = project_counting("version: 甲\naudit_factor: 0.8")
    found = signed(row(1, 10_000), rules=own)
    assert (found.yuan, found.audited) == (10_000 * WAN, 8_000 * WAN)


def test_a_cohort_is_taken_by_its_first_gate_as_of_a_day() -> None:
    conversion = next(one for one in RULES.conversions if (one.start, one.end) == ("A2", "C1"))
    rows = [
        row(1, 1, gate("A2", date(2026, 1, 1)), gate("C1", date(2026, 4, 11))),
        row(2, 1, gate("A2", date(2026, 2, 1)), gate("C1", date(2026, 8, 20))),
        row(3, 1, gate("A2", date(2026, 3, 1)), gate("C1", date(2026, 9, 1), confirmed=False)),
        row(4, 1, gate("A2", date(2025, 3, 1)), gate("C1", date(2026, 9, 1))),
    ]
    found = cohort_of(Register.of(rows), conversion, RULES, START, END, date(2026, 12, 31))
    assert (len(found.rows), len(found.reached), found.rate) == (3, 2, Decimal("66.67"))
    assert found.days is not None
    assert (found.days.median, found.days.p75) == (Decimal("150.0"), Decimal("175.0"))
    assert (
        len(cohort_of(Register.of(rows), conversion, RULES, START, END, date(2026, 5, 1)).reached)
        == 1
    )
    assert cohort_of(Register.of([]), conversion, RULES, START, END, END).rate is None


def test_kept_is_always_told_beside_started() -> None:
    rows = [row(at, 1, gate("A2")) for at in range(9)]
    rows.append(row(9, 1, gate("A2"), gate("C1", date(2026, 9, 1)), state="open"))
    rows[0] = replace(rows[0], state="ended", ended=date(2026, 10, 1))
    found = kept_beside_started(Register.of(rows), RULES, START, END, date(2026, 12, 31))
    assert (found.kept_rate, found.started_rate) == (Decimal("90.00"), Decimal("10.00"))


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ("rules: {local: {active: false}}", "version"),
        ("version: 甲\nrules: {local: {active: 对}}", "local"),
        ("version: 甲\naudit_factor: 2", "audit_factor"),
        ("version: 甲\nbanda: []", "banda"),
        ("version: 甲\nfiscal_year: {closes: day, day: 31}", "fiscal_year"),
        ("version: 甲\nfiscal_year: {closes: week}", "fiscal_year"),
        ("version: 甲\nrates: [{since: 2026-01-01, currency: USD, yuan: 0, basis: 甲}]", "rates"),
    ],
)
def test_a_bad_file_of_an_office_is_named(own: str, says: str) -> None:
    with pytest.raises(BadPolicy, match=says):
        project_counting(own)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 200_000),
            st.booleans(),
            st.sampled_from(["", "increase", "phase"]),
            st.sampled_from([None, "local", "estate"]),
        ),
        max_size=30,
    )
)
def test_every_project_at_the_gate_is_counted_or_left_out_with_a_rule(
    given_rows: list[tuple[int, bool, str, str | None]],
) -> None:
    rows = [
        row(at, wan, gate("A2", confirmed=confirmed), part=part, marks=frozenset({mark} - {None}))
        for at, (wan, confirmed, part, mark) in enumerate(given_rows)
    ]
    found = signed(*rows)
    keys = [one.key for one in found.rows] + [one.row.key for one in found.left_out]
    assert sorted(keys) == [one.key for one in rows]
    sizes = [len(one.rows) for one in found.classes]
    assert sizes == sorted(sizes)


def test_what_was_handed_over_is_shared_until_its_years_are_over() -> None:
    given = replace(row(1, 10_000), share=Decimal(40), share_until=END, is_elsewhere=True)
    found = signed(given, row(2, 10_000))
    assert (found.count, found.credit, found.yuan) == (2, Decimal("1.4"), 14_000 * WAN)
    nothing = replace(given, share=Decimal(0), shared="份额0:100")
    assert why(signed(nothing)) == ["handed_over"]
    past = replace(given, share_until=DAY)
    assert why(signed(past)) == ["handed_over"]
    own = project_counting("version: 甲\nrules: {handed_over: {active: false}}")
    assert signed(given, rules=own).count == 0


def test_what_falls_short_of_a_class_is_of_the_next() -> None:
    found = signed(replace(row(1, 10_000), short_of="近1亿元"), row(2, 10_000))
    sizes = {one.band.key: len(one.rows) for one in found.classes}
    assert (sizes["y1"], sizes["w5000"]) == (1, 2)
