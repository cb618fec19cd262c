"""Stages are told by the words of the lexicon; longer words that hold them tell none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import Case, cases
from yinfeng.lexicon import stages as lexicon
from yinfeng.mentions import stages
from yinfeng.text.plain import plain
from yinfeng.values import Term, TermKind

EXAMPLES = [
    (says, key)
    for entry in lexicon.entries().values()
    for says, key in entry["examples"].items()  # type: ignore[attr-defined]
]


@pytest.mark.parametrize(("says", "key"), EXAMPLES)
def test_reads_every_example_of_the_lexicon_as_it_says(says: str, key: str) -> None:
    found = {m.value.key for m in stages.recognise(plain(says)) if isinstance(m.value, Term)}
    assert found == ({key} if key else set())


@pytest.mark.parametrize("case", cases("mentions/cases/stages.yaml"), ids=str)
def test_finds_what_the_case_says(case: Case) -> None:
    text = plain(case.says)
    found = {
        text.says(m.span): m.value.key
        + (" planned" if stages.is_planned(text.clean, m.span) else "")
        for m in stages.recognise(text)
        if isinstance(m.value, Term)
    }
    assert found == case.finds


@given(st.text(alphabet="的,。项目 \n", max_size=20))
def test_finds_a_stage_wherever_it_stands(around: str) -> None:
    (mention,) = stages.recognise(plain(f"{around}竣工投产{around}"))
    assert mention.value == Term("producing", TermKind.STAGE, "竣工投产")
