"""Where a project stands by its gates, which count, and what is odd about their days."""

from datetime import date

from yinfeng.judgement.gates import Mark, Passed, Stand, counts, out_of_order, stand_of, steps_of
from yinfeng.lexicon.project_stages import stages

MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 1)
HOUSE = stages()


def test_the_stage_is_the_furthest_told_and_the_proved_one_the_furthest_confirmed() -> None:
    passed = [Passed("C1", APRIL, False), Passed("A2", MARCH, True), Passed("N1", None, False)]
    assert stand_of(passed, HOUSE) == Stand("C1", APRIL, "A2", MARCH)
    assert stand_of([], HOUSE) == Stand()


def test_a_leased_plant_has_no_roof_to_cap_and_what_was_passed_over_is_a_gap() -> None:
    marks = {
        step.stage.code: step.mark
        for step in steps_of([Passed("C1", APRIL, True)], HOUSE, "leased")
    }
    assert marks["C1"] is Mark.CONFIRMED
    assert marks["A2"] is Mark.GAP
    assert marks["C2"] is Mark.SKIPPED
    assert marks["C3"] is Mark.NEXT
    assert marks["O1"] is Mark.AHEAD


def test_a_count_of_two_gates_is_dated_by_the_later_and_wants_both_confirmed() -> None:
    both = [Passed("A2", MARCH, True), Passed("R1", APRIL, True)]
    assert counts(("A2", "R1"), both) == APRIL
    assert counts(("A2", "R1"), [both[0], Passed("R1", APRIL, False)]) is None
    assert counts(("A2",), [Passed("A2", None, True)]) is None


def test_days_that_run_backwards_are_a_question() -> None:
    passed = [Passed("A2", APRIL, True)]
    assert "早于签约" in out_of_order("C1", MARCH, passed, HOUSE)
    assert "晚于签约" in out_of_order("N1", date(2026, 5, 1), passed, HOUSE)
    assert out_of_order("C1", date(2026, 5, 1), passed, HOUSE) == ""
