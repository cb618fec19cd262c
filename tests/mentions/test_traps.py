"""What looks like a figure, a date, a body or a person and is none gives nothing false."""

import pytest

from tests.cases import Case, cases
from yinfeng.mentions import RECOGNISERS, Recogniser
from yinfeng.text.plain import plain
from yinfeng.values import Quantity

TRAPS = cases("mentions/cases/traps.yaml")
READERS: dict[str, Recogniser] = {read.__module__.split(".")[-1]: read for read in RECOGNISERS}


def _reader(case: Case) -> str:
    return str(case.more.get("reader", "quantities"))


def test_there_are_two_hundred_traps_each_with_its_reason() -> None:
    assert len({case.says for case in TRAPS}) >= 200
    assert all(case.more.get("why") for case in TRAPS)


def test_every_reader_that_a_trap_names_is_listed() -> None:
    assert {_reader(case) for case in TRAPS} <= set(READERS)


@pytest.mark.parametrize("case", [case for case in TRAPS if _reader(case) == "quantities"], ids=str)
def test_no_false_figure_is_found(case: Case) -> None:
    text = plain(case.says)
    found = {}
    for mention in READERS["quantities"](text):
        assert isinstance(mention.value, Quantity)
        value = mention.value
        found[text.says(mention.span)] = (value.unit.name, value.low, value.high)
    assert {words: list(map(str, told)) for words, told in found.items()} == {
        words: list(map(str, told)) for words, told in case.finds.items()
    }


@pytest.mark.parametrize("case", [case for case in TRAPS if _reader(case) != "quantities"], ids=str)
def test_other_readers_fall_for_no_trap(case: Case) -> None:
    text = plain(case.says)
    found = [text.says(mention.span) for mention in READERS[_reader(case)](text)]
    assert found == list(case.finds or ())
