"""Each test that the page of complaints names exists under that name."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_NAMED = re.findall(
    r"`(tests/[\w/]+\.py)::(\w+)`", (_ROOT / "docs" / "complaints.md").read_text("utf-8")
)


@pytest.mark.parametrize(("file", "name"), _NAMED)
def test_a_named_test_exists(file: str, name: str) -> None:
    assert f"def {name}(" in (_ROOT / file).read_text("utf-8")


def test_the_page_names_a_test_for_each() -> None:
    page = (_ROOT / "docs" / "complaints.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \|.*$", page, re.MULTILINE)
    assert [int(number) for number in rows] == list(range(1, 26))
    lines = [line for line in page.splitlines() if re.match(r"\| \d+ \|", line)]
    assert all(re.search(r"`tests/[\w/]+\.py::\w+`", line) for line in lines)
