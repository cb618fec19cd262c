"""What is of the trade is read, however short; what only looks like it yields nothing."""

from pathlib import Path

import pytest

from bench.quality.sets import OTHERS, articles, readings
from tests.cases import Case, cases
from tests.facts.patterns import page_of
from yinfeng.facts.trade import is_of_the_trade


@pytest.mark.parametrize("case", cases("facts/cases/trade.yaml"), ids=str)
def test_a_text_is_of_the_trade_as_the_case_says(case: Case) -> None:
    assert is_of_the_trade(page_of(case.says)) is case.finds


def test_an_empty_page_is_not_of_the_trade() -> None:
    assert not is_of_the_trade(page_of(""))


@pytest.mark.parametrize("path", list(articles(OTHERS)), ids=lambda path: path.stem)
def test_what_borrows_the_words_of_the_trade_yields_nothing(path: Path) -> None:
    assert [fact for reading in readings(path) for fact in reading.facts] == []
