"""Every rule of the screen: it speaks where it must, and leaves its look-alikes alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from yinfeng.intake.opening import documents_of
from yinfeng.judgement.clauses import Screening, screen
from yinfeng.lexicon.clauses import clause_rules
from yinfeng.text.restoration import restore
from yinfeng.values import Document

TODAY = date(2026, 11, 22)
CASES = Path(__file__).parent / "cases"


def screened(says: str) -> Screening:
    (document,) = documents_of(says.encode(), "协议.txt")
    assert isinstance(document, Document)
    return screen(restore(document), clause_rules(), today=TODAY)


def _cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.yaml")):
        rows = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        for code, kinds in rows.items():
            for kind, sentences in kinds.items():
                for says in sentences:
                    yield code, "yes" if kind is True else "no" if kind is False else kind, says


@pytest.mark.parametrize(("code", "kind", "says"), list(_cases()))
def test_a_rule_speaks_only_where_it_must(code: str, kind: str, says: str) -> None:
    found = screened(f"第一条 {says}")
    spoke = {hit.rule.code for clause in found.clauses for hit in clause.hits}
    accused = {code for code in spoke if not code.startswith("OK")}
    if kind == "yes":
        assert code in spoke
    elif code.startswith("OK"):
        assert code not in spoke
    elif kind == "no":
        assert code not in spoke
        assert not {one for one in accused if clause_rules().rule(one).colour == "red"}, accused
    else:
        assert not accused


def test_every_rule_has_a_case_of_each_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for code, kind, _ in _cases():
        kinds.setdefault(code, set()).add(kind)
    for rule in clause_rules().rules:
        wanted = {"yes", "no"} if rule.colour == "green" else {"yes", "no", "unknown"}
        assert kinds[rule.code] == wanted, rule.code


def test_look_alikes_are_many() -> None:
    alike = [says for _, kind, says in _cases() if kind == "no"]
    assert len(alike) >= 4 * len(clause_rules().rules) / 2
