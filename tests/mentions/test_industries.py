"""Words of the trade tell the class of an industry."""

import pytest

from tests.cases import Case, cases
from yinfeng.lexicon import industries as lexicon
from yinfeng.mentions import industries
from yinfeng.text.plain import plain
from yinfeng.values import Term


@pytest.mark.parametrize("case", cases("mentions/cases/industries.yaml"), ids=str)
def test_finds_what_the_case_says(case: Case) -> None:
    terms = [m.value for m in industries.recognise(plain(case.says)) if isinstance(m.value, Term)]
    assert {term.says: term.key for term in terms} == case.finds


def test_the_standard_is_whole() -> None:
    table = lexicon.industries()
    assert [code for code in table if len(code) == 1] == list("ABCDEFGHIJKLMNOPQRST")
    assert {f"{n:02d}" for n in range(1, 98)} <= set(table)
    assert len([code for code in table if lexicon.section_of(code) == "C" and len(code) == 3]) > 170


def test_a_group_belongs_to_its_section() -> None:
    assert lexicon.section_of("345") == "C"
    assert lexicon.section_of("SEI3") == "SEI"
