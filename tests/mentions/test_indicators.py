"""Names of indicators are found with their keys; every example of the dictionary is its test."""

import pytest

from tests.cases import Case, cases
from yinfeng.lexicon import indicators as lexicon
from yinfeng.lexicon.indicators import IndicatorEntry
from yinfeng.mentions import indicators
from yinfeng.text.plain import plain
from yinfeng.values import Term

ENTRIES = [pytest.param(entry, id=entry.key) for entry in lexicon.indicators().values()]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_example_tells_its_indicator(entry: IndicatorEntry) -> None:
    for example in entry.examples:
        assert entry.key in _found(example.says).values()
        assert example.value in example.says


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_name_tells_its_indicator(entry: IndicatorEntry) -> None:
    assert entry.label in entry.says
    for word in entry.says:
        assert _found(word) == {word: entry.key}


@pytest.mark.parametrize("case", cases("mentions/cases/indicators.yaml"), ids=str)
def test_finds_what_the_case_says(case: Case) -> None:
    assert _found(case.says) == case.finds


def _found(says: str) -> dict[str, str]:
    terms = [m.value for m in indicators.recognise(plain(says)) if isinstance(m.value, Term)]
    return {term.says: term.key for term in terms}
