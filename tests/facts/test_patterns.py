"""Each fact pattern reads its cases: every record the case names, and no other."""

from datetime import date
from typing import Any

import pytest

from tests.cases import Case, cases
from tests.facts.patterns import agree, told_by
from yinfeng.facts import structures
from yinfeng.facts.carriers import pattern as carriers
from yinfeng.facts.indicators import pattern as indicators
from yinfeng.facts.renewals import pattern as renewals
from yinfeng.facts.services import pattern as services

PUBLISHED = date(2023, 7, 14)


def check(pattern: Any, case: Case) -> None:
    got = told_by(pattern, case.says, PUBLISHED)
    for wanted in case.finds:
        assert any(agree(wanted, line) for line in got), (wanted, got)
    assert len(got) == case.more.get("count", len(case.finds)), got


@pytest.mark.parametrize("case", cases("facts/cases/indicators.yaml"), ids=str)
def test_indicators_are_read_as_the_case_says(case: Case) -> None:
    check(indicators.read, case)


@pytest.mark.parametrize("case", cases("facts/cases/carriers.yaml"), ids=str)
def test_carriers_are_read_as_the_case_says(case: Case) -> None:
    check(carriers.read, case)


@pytest.mark.parametrize("case", cases("facts/cases/renewals.yaml"), ids=str)
def test_renewals_are_read_as_the_case_says(case: Case) -> None:
    check(renewals.read, case)


@pytest.mark.parametrize("case", cases("facts/cases/services.yaml"), ids=str)
def test_services_are_read_as_the_case_says(case: Case) -> None:
    check(services.read, case)


@pytest.mark.parametrize("case", cases("facts/cases/structures.yaml"), ids=str)
def test_structures_are_read_as_the_case_says(case: Case) -> None:
    check(structures.read, case)
