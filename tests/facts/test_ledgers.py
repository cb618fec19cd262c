"""Ledgers: a table's rows are records, however its columns are parted."""

from datetime import date

import pytest

from tests.cases import Case, cases
from tests.facts.patterns import agree, told_by
from yinfeng.facts.ledgers import pattern as ledgers


@pytest.mark.parametrize("case", cases("facts/cases/ledgers.yaml"), ids=str)
def test_tables_are_read_as_the_case_says(case: Case) -> None:
    got = told_by(ledgers.read, case.says, date(2023, 7, 14))
    for wanted in case.finds:
        plain = {key: str(v) if isinstance(v, date) else v for key, v in wanted.items()}
        assert any(agree(plain, line) for line in got), (wanted, got)
    assert len(got) == len(case.finds), got
