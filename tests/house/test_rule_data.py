"""What the files of rules say is asked for by somebody: no key is read and then never applied.

A threshold that a loader takes and nothing asks for would stand in docs/rules.md like one that
holds. One whose name something else bears too is not seen.
"""

import ast
import re
from collections.abc import Iterator

from tests.house.modules import SOURCE, modules

LEXICON = SOURCE / "lexicon"
# What checks a file before it is saved applies nothing.
CHECKS = LEXICON / "soundness"
# The page that is made of the indicators tells these, and the tests live by the examples.
DESCRIBE = {f"IndicatorEntry.{key}" for key in ("roll_up", "along_year", "direction", "examples")}


def _asked() -> set[str]:
    """Every name that is asked of something: `.name` anywhere, "name" above the lexicon."""
    found: set[str] = set()
    for path in SOURCE.rglob("*"):
        is_check = CHECKS in path.parents or "migrations" in path.parts
        if path.suffix in (".py", ".html") and not is_check:
            says = path.read_text(encoding="utf-8")
            found |= set(re.findall(r"\.([a-z_]\w*)", says))
            if LEXICON not in path.parents:
                found |= set(re.findall(r"[\"']([a-z_]\w*)[\"']", says))
    return found


def _keys() -> Iterator[tuple[str, str]]:
    for module in modules():
        if LEXICON in module.path.parents:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.ClassDef) and node.decorator_list:
                    for one in node.body:
                        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
                            yield f"{node.name}.{one.target.id}", one.target.id


def test_what_a_file_of_rules_says_is_applied_by_somebody() -> None:
    asked = _asked()
    unasked = {key for key, name in _keys() if name not in asked}
    assert len(set(_keys())) > 200
    assert unasked - DESCRIBE == set()
