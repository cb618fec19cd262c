"""The tests themselves: none is skipped, but for those that read what stands beside the repo."""

import ast

from tests.house.modules import ROOT, parsed

SKIPS = {"skip", "skipif", "importorskip"}
THIS = {"test_suite.py", "conftest.py"}


def test_no_test_is_skipped_but_where_shared_is_absent() -> None:
    unsaid = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if path.name not in THIS
        for node in ast.walk(parsed(path).tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SKIPS
        and "../shared" not in ast.unparse(node)
    ]
    assert not unsaid
