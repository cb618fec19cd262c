"""Units are read as their examples say, and no word stands for two of them."""

import re
from decimal import Decimal

import pytest

from yinfeng.lexicon import units
from yinfeng.mentions import quantities
from yinfeng.text.plain import plain
from yinfeng.values import Bound, Dimension, Quantity

ENTRIES = list({id(word): (says, word) for says, word in units.written().items()}.values())


@pytest.mark.parametrize(("says", "word"), ENTRIES, ids=lambda value: str(value)[:12])
def test_an_example_is_read_in_its_unit(says: str, word: units.Word) -> None:
    found = [m.value for m in quantities.recognise(plain(word.example))]
    assert found, word.example
    last = found[-1]
    assert isinstance(last, Quantity)
    assert word.unit.name in last.unit.name.split("/"), word.example


@pytest.mark.parametrize(
    ("says", "name", "scale"),
    [("亩", "mu", 1), ("㎡", "m2", 1), ("千米", "公里", 1), ("%", "", "0.01"), ("美金", "USD", 1)],
)
def test_a_way_to_write_stands_for_its_unit(says: str, name: str, scale: object) -> None:
    word = units.written()[says]
    assert (word.unit.name, word.scale) == (name, Decimal(str(scale)))


def test_money_ratios_and_areas_keep_their_dimension() -> None:
    for says, dimension in (
        ("元", Dimension.MONEY),
        ("‰", Dimension.RATIO),
        ("公顷", Dimension.AREA),
    ):
        assert units.written()[says].unit.dimension is dimension


def test_the_longest_word_that_stands_wins() -> None:
    match = re.match(units.alternatives(), "平方公里")
    assert match
    assert match[0] == "平方公里"


@pytest.mark.parametrize("words", ["位列第三", "台商投资", "人均收入", "名单", "层级"])
def test_a_unit_inside_another_word_is_none(words: str) -> None:
    assert re.match(units.alternatives(), words) is None


def test_bound_words_open_their_side() -> None:
    assert units.bounds_before()["不少于"].bound is Bound.AT_LEAST
    assert units.bounds_before()["不到"].bound is Bound.AT_MOST
    assert units.bounds_after()["左右"].bound is Bound.ABOUT
    assert "签" in units.bounds_before()["约"].spoilt_by


def test_signs_and_words_for_currencies() -> None:
    assert units.currencies()["¥"] == units.currencies()["人民币"]
    assert units.currencies()["US$"].name == "USD"
