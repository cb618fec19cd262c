"""The pages: made ones are fresh, links lead somewhere, words and commands that they name exist."""

import re
from pathlib import Path

import pytest
import yaml

from scripts.made_docs import made
from tests.house.modules import ROOT, SOURCE
from yinfeng.judgement.stages import STAGES
from yinfeng.lexicon.clauses import clause_rules
from yinfeng.lexicon.counting import project_counting
from yinfeng.lexicon.rule_ids import rule_files, rules_in
from yinfeng.values import KINDS

PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
TYPES = {
    *("visit_out", "visit_in", "exchange", "ceremony", "meeting", "study"),
    *("park", "base", "building", "station", "platform"),
    *("pairing", "cooperation", "supply", "research", "village_enterprise"),
}
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_MAKE = re.compile(r"(?<![\w-])make ([a-z]+)(?=\s|`|$|；|，|。)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_made_pages_are_as_the_code_makes_them() -> None:
    stale = [_name(path) for path, says in made().items() if path.read_text("utf-8") != says]
    assert not stale, "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_no_page_is_empty_or_names_one_machine(page: Path) -> None:
    says = page.read_text(encoding="utf-8")
    assert len(says) > 200
    assert not re.search(r"/(work|home|root|tmp)/", says)


def test_commands_that_pages_name_are_in_the_makefile() -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(_MAKE.findall(page.read_text(encoding="utf-8")))
        assert named <= rules | {"sure"}, _name(page)


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "adr").glob("0*.md")), ids=_name)
def test_a_decision_takes_forty_lines_and_is_listed(page: Path) -> None:
    says = page.read_text(encoding="utf-8")
    assert says.count("\n") <= 40
    for head in ("Context", "Decision", "Consequences", "Rejected"):
        assert f"## {head}" in says
    assert page.name in (page.parent / "README.md").read_text(encoding="utf-8")


def test_rules_that_are_told_as_kept_have_their_data_and_their_test() -> None:
    parts = yaml.load((ROOT / "docs" / "rules.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    rows = [row for part in parts for row in part.get("rows", [])]
    assert rows
    for row in rows:
        assert (ROOT / row["test"]).is_file(), row
        assert "code" in row or (SOURCE / "lexicon" / "data" / row["data"]).is_file(), row


def test_every_rule_of_the_data_is_listed_with_a_test_that_exists() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for name in rule_files():
        _, _, rest = page.partition(f"### {name}\n")
        listed = rest.split("\n### ")[0]
        tests = re.findall(r"\]\(\.\./(tests/[^)]+)\)", listed)
        assert tests, f"docs/rules.yaml names no test for {name}"
        assert all((ROOT / test).is_file() for test in tests), name
        assert not [one.key for one in rules_in(name) if f"| `{one.key}` |" not in listed], name
        data = yaml.load((SOURCE / "lexicon" / "data" / name).read_bytes(), yaml.CSafeLoader)
        keys = re.findall(r"'(?:key|code)': '([\w-]+)'", str(data))
        told = [one.key for one in rules_in(name)] + [name, str(data.get("key", ""))]
        counted = listed + page.partition("## Counting of projects")[2]
        assert [key for key in keys if key not in str(told) + counted] == [], name


def test_every_rule_of_counting_and_of_clauses_is_named_by_its_test() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    counted = (ROOT / "tests" / "judgement" / "counting" / "test_counting.py").read_text("utf-8")
    for key in project_counting().rules:
        assert f"| `{key}` |" in page, key
        assert f'"{key}"' in counted or f"{{{key}:" in counted, key
    for rule in clause_rules().rules:
        assert f"| {rule.code} |" in page, rule.code


def test_every_key_of_a_fact_is_explained() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    form = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    for key in (*STAGES, *TYPES, *(kind.kind for kind in KINDS)):
        assert re.search(rf"\b{key}\b", glossary), key
        assert f"`{key}`" in form, key


def test_every_field_of_a_fact_is_in_the_form() -> None:
    form = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    for kind in KINDS:
        own = set(kind.__dataclass_fields__) - {"host", "quote", "evidence", "period"}
        assert not [name for name in own if f"`{name}`" not in form], kind.kind
