import pytest

from tests.cases import Case, cases
from tests.facts.pages import page_of
from tests.facts.patterns import told_by
from yinfeng.facts.engagements import pattern as engagements
from yinfeng.values import form


@pytest.mark.parametrize("case", cases("facts/cases/engagements.yaml"), ids=str)
def test_reads_the_engagements_that_the_case_tells(case: Case) -> None:
    got = [form.line(f, "case") for f in engagements.read(*page_of(case.says))]
    assert len(got) == len(case.finds)
    for row, wanted in zip(got, case.finds, strict=True):
        assert {key: row.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("case", cases("facts/cases/engagements.yaml"), ids=str)
def test_every_field_quotes_the_source(case: Case) -> None:
    page, scope = page_of(case.says)
    for fact in engagements.read(page, scope):
        assert fact.evidence.quote == case.says[fact.evidence.start : fact.evidence.end]


def test_an_event_on_a_day_of_no_known_year_is_told_without_a_date() -> None:
    says = "4月22日下午,柳港街道召开政企对接洽谈会,街道党工委书记韩绍军参加会议。"
    (event,) = told_by(engagements.read, says)
    assert event["type"] == "meeting"
    assert "date" not in event
