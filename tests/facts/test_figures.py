"""Figures are read in time that grows with the text, however long a sentence runs."""

import time

import pytest

from tests.facts.patterns import page_of
from yinfeng.facts import indicators
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
def test_a_sentence_of_20_000_characters_takes_little_time(words: str) -> None:
    page = page_of("云溪镇" + words * (20_000 // len(words)))
    began = time.process_time()
    list(indicators.read(page, scope_of(page)))
    assert time.process_time() - began < 4
