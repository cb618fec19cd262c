"""The measure of planning anew compares like with like."""

from bench.schedule import timing


def test_our_plans_are_those_that_are_walked_from_day_to_day() -> None:
    took = timing(40)
    assert took.agrees
    assert took.milestones > 24 * 40
