"""Figures are read in time that grows with the text, however long a sentence runs."""

import pytest

from tests.facts.patterns import page_of
from tests.growth import EVEN, growth
from yinfeng.facts.indicators import pattern as indicators
from yinfeng.facts.scope import scope_of


@pytest.mark.parametrize(
    "words",
    [
        "引进项目5个、",
        "分别增长5%、6%和",
        "占5亿元的5%,",
        "从由5%",
        "2022年5个项目与6个村结",
        "“5个,",
    ],
)
def test_the_time_of_a_sentence_grows_no_faster_than_its_length(words: str) -> None:
    def reads(length: int) -> object:
        page = page_of("云溪镇" + words * (length // len(words)))
        return list(indicators.read(page, scope_of(page)))

    assert growth(reads, 3_000) < EVEN
