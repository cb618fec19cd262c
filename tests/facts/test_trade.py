"""What is of the trade is read, however short; what only looks like it yields nothing."""

import pytest

from tests.cases import Case, cases
from tests.facts.patterns import page_of
from yinfeng.facts.trade import is_of_the_trade


@pytest.mark.parametrize("case", cases("facts/cases/trade.yaml"), ids=str)
def test_a_text_is_of_the_trade_as_the_case_says(case: Case) -> None:
    assert is_of_the_trade(page_of(case.says)) is case.finds


def test_an_empty_page_is_not_of_the_trade() -> None:
    assert not is_of_the_trade(page_of(""))
