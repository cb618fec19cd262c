import pytest

from tests.cases import Case, cases
from tests.facts.pages import page_of
from yinfeng.facts.partnerships import pattern as partnerships
from yinfeng.values import form


@pytest.mark.parametrize("case", cases("facts/cases/partnerships.yaml"), ids=str)
def test_reads_the_partnerships_that_the_case_tells(case: Case) -> None:
    got = [form.line(f, "case") for f in partnerships.read(*page_of(case.says))]
    assert len(got) == len(case.finds)
    for row, wanted in zip(got, case.finds, strict=True):
        assert {key: row.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("case", cases("facts/cases/partnerships.yaml"), ids=str)
def test_every_field_quotes_the_source(case: Case) -> None:
    page, scope = page_of(case.says)
    for fact in partnerships.read(page, scope):
        assert fact.evidence.quote == case.says[fact.evidence.start : fact.evidence.end]
