import pytest

from tests.cases import Case, cases
from tests.facts.pages import page_of
from yinfeng.facts import roles
from yinfeng.values import Told


def _value(told: Told[str] | None) -> str:
    return told.value if told else ""


@pytest.mark.parametrize("case", cases("facts/cases/roles.yaml"), ids=str)
def test_reads_the_roles_that_the_case_tells(case: Case) -> None:
    got = [
        [_value(f.person), _value(f.title), _value(f.organisation)]
        for f in roles.read(*page_of(case.says))
    ]
    assert got == case.finds


@pytest.mark.parametrize("case", cases("facts/cases/roles.yaml"), ids=str)
def test_every_field_quotes_the_source(case: Case) -> None:
    page, scope = page_of(case.says)
    for fact in roles.read(page, scope):
        assert fact.evidence.quote == case.says[fact.evidence.start : fact.evidence.end]
