"""The same offence in many words is named by its rule, and lawful words of all sorts are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.judgement.clauses.test_cases import screened

WORDINGS = Path(__file__).parent / "wordings"


def _rows(kind: str) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(WORDINGS.glob("*.yaml")):
        for row in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)[kind]:
            yield (row["says"], row["rules"]) if isinstance(row, dict) else (row, [])


def _accused(says: str) -> set[str]:
    found = screened(f"第一条 {says}")
    return {
        hit.rule.code
        for clause in found.clauses
        for hit in clause.hits
        if hit.rule.colour != "green"
    }


@pytest.mark.parametrize(("says", "rules"), list(_rows("offending")))
def test_an_offence_is_named_in_whatever_words(says: str, rules: list[str]) -> None:
    found = _accused(says)
    for either in rules:
        assert set(either.split("|")) & found, (either, found)


@pytest.mark.parametrize("says", [says for says, _ in _rows("lawful")])
def test_lawful_words_are_left_alone(says: str) -> None:
    assert not _accused(says)


def test_every_offence_of_one_clause_is_listed_with_its_own_words() -> None:
    says = "甲方为乙方贷款提供担保，承担全部利息，免收厂房租金三年，返还土地出让金，"
    says += "乙方不得采购外地同类产品，且十年内不得迁出本区。"
    (clause,) = screened(f"第一条 {says}").clauses
    words = {hit.rule.code: [one.quote for one in hit.words] for hit in clause.hits}
    assert set(words) == {"GUA-02", "MON-01", "FEE-03", "LND-01", "PUR-01", "MOV-02"}
    assert words["PUR-01"] == ["不得采购外地"]
    assert words["LND-01"] == ["返还土地出让金"]


def test_a_lawful_beginning_does_not_excuse_what_follows() -> None:
    begins = "乙方依法享受研发费用加计扣除"
    assert not _accused(f"{begins}。")
    assert _accused(f"{begins}，同时甲方将其企业所得税地方留存部分返还乙方。") & {
        "TAX-01",
        "TAX-02",
    }
