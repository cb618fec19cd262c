"""Places are found with their codes, of the time of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from yinfeng.lexicon import regions
from yinfeng.mentions import places
from yinfeng.text.plain import plain
from yinfeng.values import Name


@pytest.mark.parametrize("case", cases("mentions/cases/places.yaml"), ids=str)
def test_finds_what_the_case_says(case: Case) -> None:
    text = plain(case.says, published=case.more.get("day"))
    found = {
        text.says(m.span): m.value.code for m in places.recognise(text) if isinstance(m.value, Name)
    }
    assert found == case.finds


@given(st.sampled_from([r for r in regions.regions() if r.until is None and r.level == 1]))
def test_every_province_is_found_by_both_its_names(region: regions.Region) -> None:
    for name in (region.name, region.short):
        (mention,) = places.recognise(plain(f"赴{name}考察"))
        assert isinstance(mention.value, Name)
        assert mention.value.code == region.code


@given(st.text(alphabet="南京市北路海河东西区县大同朝阳,、浙江", max_size=40))
def test_any_words_are_read_without_fault(says: str) -> None:
    text = plain(says)
    for mention in places.recognise(text):
        assert text.says(mention.span)


def test_every_successor_is_a_region() -> None:
    codes = {region.code for region in regions.regions()}
    assert {r.successor for r in regions.regions() if r.successor} <= codes
