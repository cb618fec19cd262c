"""Branches sorted by their first signs find what they found before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.openings import by_first_sign

SOURCES = [
    "新?引进|新增|(?<!签)约",
    "(?:新|再)?引进|(?:新|引){1,2}增|约*签",
    "[引增]?进了?|进新?|增+约",
    "(?P<deed>新?引进|增)了?$",
    "(?:引|进)*约|新{2}|新{0,1}增",
    "(?<=新)(?:引进|增)|(?<!新|引)约",
]


@pytest.mark.parametrize("source", SOURCES)
@given(says=st.text(alphabet="新引进增约签了", max_size=12))
def test_the_same_words_are_found(source: str, says: str) -> None:
    told = by_first_sign(source)
    assert told is not None
    found = [m.span() for m in re.finditer(told, says)]
    assert found == [m.span() for m in re.finditer(source, says)]


def test_every_branch_begins_with_a_sign_of_its_own() -> None:
    assert by_first_sign("新?引进|新增|(?<!签)约") == "(?:新(?:引进|增)|引进|约(?<!(?:签)约))"


@pytest.mark.parametrize("source", ["签?约?", "[^,]签", ".*签", "签|", r"\d签", "^签", "(?:a?)+x"])
def test_a_pattern_that_may_begin_with_many_signs_is_left_as_it_is(source: str) -> None:
    assert by_first_sign(source) is None


def test_a_named_group_is_never_doubled() -> None:
    assert by_first_sign("[新再](?P<deed>引进)") is None
