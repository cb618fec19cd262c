import pytest

from yinfeng.lexicon.office_files import BadPolicy
from yinfeng.lexicon.siting import siting_rules


def test_an_office_lays_its_own_seats_and_lots_over_the_house() -> None:
    rules = siting_rules("version: 云泽2026\nlots: {smallest: 6670}")
    assert (rules.smallest_lot, rules.most_joined) == (6670, 3)
    assert rules.version == "2026.1+云泽2026"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lots: {joined: 2}", "version"),
        ("version: a\nlots: {joined: 9}", "lots.joined"),
        ("version: a\npoints: {area: 很多}", "points.area"),
        ("version: a\nstrange: 1", "strange"),
        ("version: a\ncosts: {split: -1}", "负数"),
        ("version: a\nsearch: {rounds: 0}", "search"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadPolicy, match=says):
        siting_rules(text)
