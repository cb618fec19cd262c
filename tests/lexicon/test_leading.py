"""Patterns tried only where they may begin find what they found before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yinfeng.lexicon.leading import alternatives, led

SOURCES = [
    "新?引进|新增|(?<!签)约",
    "(?:按(?:可比)?[^,]{1,3})?(?P<on>同比|环比)?(?:分别|净)?(?:增长|下降)$",
    r"[-—]{1,2}签|\d+家|\(签\)",
    "(?:全|我)(?P<kind>镇|乡)|管委会|(?<![一-龥])(?:镇|乡)",
    "[约近]{0,2}签约+|(?=增)增长",
    "签{1,2}约?",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_led_pattern_passes_over_places_where_it_cannot_begin(source: str) -> None:
    assert led(source).startswith(("(?=[", "(?:"))
    assert led(source) != source


@pytest.mark.parametrize("source", ["签?约?", "[^,]签", ".*签", "签|", "[一-龥]签", "^签"])
def test_a_pattern_that_may_begin_with_anything_stays_as_it_is(source: str) -> None:
    assert led(source) == source


@pytest.mark.parametrize("source", SOURCES)
@given(
    says=st.text(alphabet="新引进增约签同环比分别净长下降按可全我镇乡管委会-—(),1家近", max_size=20)
)
def test_a_led_pattern_finds_what_the_plain_one_finds(source: str, says: str) -> None:
    plain, quick = re.compile(source), re.compile(led(source))
    assert [m.span() for m in quick.finditer(says)] == [m.span() for m in plain.finditer(says)]


def test_plain_words_need_no_lead() -> None:
    assert alternatives(["签约", "开工"]) == "(?:(?:签约|开工))"
    assert alternatives(["新?签约", "开工"]) == "(?:(?:新签约|签约|开工))"
