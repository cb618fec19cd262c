from decimal import Decimal

import pytest

from yinfeng.lexicon.office_files import BadPolicy, Term
from yinfeng.lexicon.policies import maturity


def test_the_score_parts_sum_to_a_hundred() -> None:
    assert sum(part.points for part in maturity().score) == 100


@pytest.mark.parametrize(
    ("score", "grade"), [(100, "A"), (70, "A"), (69, "B"), (40, "B"), (0, "C")]
)
def test_a_score_reaches_its_grade(score: int, grade: str) -> None:
    assert maturity().grade_of_score(score).key == grade


def test_a_large_project_is_contacted_the_same_day() -> None:
    first = maturity().clocks.steps[0]
    assert first.term_for(Decimal(500_000_000)) == Term(0, working=False)
    assert first.term_for(Decimal(100_000_000)) == Term(1, working=True)
    assert first.term_for(None) == Term(1, working=True)


def test_an_office_lays_its_own_file_over_the_house_policy() -> None:
    own = maturity("version: '7'\nclocks: jiangmen\ngrades: {A: {from: 80}}\n")
    assert own.version == f"{maturity().version}+7"
    assert own.clocks.name == "jiangmen"
    assert own.grade_of_score(75).key == "B"
    assert own.grade("A").next_days == 7


@pytest.mark.parametrize(
    "overlay",
    [
        "grades: {A: {from: 80}}",
        "version: 1\nclocks: nowhere",
        "version: 1\nstages: {lead: {grade: Z, says: x}}",
        "version: 1\nwords: 3",
        "- a list",
        "version: [",
        "version: 1\ngradez: {A: {from: 80}}",
        "version: 1\ngrades: {A: {form: 80}}",
        "version: 1\ncolours: {blue: 3}",
        "version: 1\nasks: {A: '请{nobody}前往'}",
    ],
)
def test_a_policy_that_cannot_be_used_is_refused_by_name(overlay: str) -> None:
    with pytest.raises(BadPolicy):
        maturity(overlay)
