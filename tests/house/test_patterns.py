"""Patterns match alike on every Python that the house runs on.

Before 3.11.5 (Debian 12 has 3.11.2) a group that gives nothing back goes on from where its last,
failed try stopped, so that a figure behind it is lost or cut.
"""

import re
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.house.modules import SOURCE, engine
from yinfeng.lexicon.held_runs import all_of, held

_HELD_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]*\})\+|\(\?>")
_TELLS_OF_IT = {"lexicon/held_runs.py"}


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted((*SOURCE.rglob("*.py"), *SOURCE.rglob("*.yaml"))):
        where = path.relative_to(SOURCE).as_posix()
        if where not in _TELLS_OF_IT:
            yield where, path.read_text(encoding="utf-8")


def test_no_pattern_holds_a_group_by_a_sign() -> None:
    found = [
        f"{where}:{number}"
        for where, says in _sources()
        for number, line in enumerate(says.splitlines(), 1)
        if _HELD_GROUP.search(line)
    ]
    assert not found, "use lexicon.held_runs.held or all_of"


def test_no_pattern_of_the_engine_holds_a_group_when_it_is_put_together() -> None:
    found = []
    for module in engine():
        loaded = import_module(module.name)
        for name, value in vars(loaded).items():
            if isinstance(value, re.Pattern) and _HELD_GROUP.search(str(value.pattern)):
                found.append(f"{module.where}: {name}")
    assert not found


@pytest.mark.parametrize(
    ("pattern", "says", "wanted"),
    [
        (held("(?:ab?c)+", "run"), "aca", "ac"),
        (held("(?:(?<=x)a|b)+", "run") + "c", "bbac", None),
        (held("(?:ab?)+", "run") + "b", "abab", None),
        (all_of("ab?c", "+"), "acabca", "acabc"),
        (all_of("[0-9]", "{1,3}") + "[0-9]", "12", None),
        (all_of(",[0-9]{3}", "+") + "(?![0-9])", ",123,4567", None),
    ],
)
def test_what_is_held_gives_nothing_back(pattern: str, says: str, wanted: str | None) -> None:
    found = re.match(pattern, says)
    assert (found and found[0]) == wanted, sys.version
