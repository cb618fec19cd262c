"""The parts of a regular expression are told apart as `re` does."""

import pytest

from yinfeng.lexicon.pattern_parts import Times, branches, closing, past, times_at


def test_branches_keep_groups_and_classes_whole() -> None:
    assert branches(r"新(?:引|进)|[|)]约|\|签") == ["新(?:引|进)", "[|)]约", r"\|签"]


def test_a_group_ends_behind_its_own_bracket() -> None:
    assert closing(r"(新(?:引|\)))进", 0) == len(r"(新(?:引|\)))")
    assert past("[)(]约", 0) == 4


@pytest.mark.parametrize(
    ("source", "times"),
    [
        ("约", Times(1, 1, True, 1)),
        ("约?", Times(0, 1, True, 2)),
        ("约+?", Times(1, None, False, 3)),
        ("约*+", Times(0, None, False, 3)),
        ("约{2,4}", Times(2, 4, True, 6)),
        ("约{2}", Times(2, 2, True, 4)),
        ("约{,3}", Times(0, 3, True, 5)),
        ("约{}", Times(1, 1, True, 1)),
    ],
)
def test_how_often_a_part_may_stand_is_told(source: str, times: Times) -> None:
    assert times_at(source, 1) == times
