"""Names, sizes and words of the modules."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.modules import Module, engine, modules

NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc"}
EMPTY_WORDS = re.compile(r"(Manager|Handler|Processor|Helper|Data|Info)$")
MOST_LINES = 300
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def _public(module: Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The public functions, classes and methods of a module."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                        yield inner


def test_no_module_is_called_after_nothing() -> None:
    assert not [m.where for m in modules() if NAMELESS & set(m.name.split("."))]


def test_no_module_is_longer_than_a_room() -> None:
    # Migrations are written by the framework, a table of versions beside each table.
    rooms = [m for m in modules() if "migrations" not in m.where]
    long = {m.where: lines for m in rooms if (lines := m.says.count("\n")) > MOST_LINES}
    assert not long


def test_every_module_says_what_it_decides() -> None:
    assert not [m.where for m in modules() if not ast.get_docstring(m.tree)]


def test_every_public_name_of_the_engine_has_a_docstring() -> None:
    bare = [f"{m.where}:{n.name}" for m in engine() for n in _public(m) if not ast.get_docstring(n)]
    assert not bare


def test_no_class_is_called_after_nothing() -> None:
    empty = [
        f"{m.where}:{n.name}"
        for m in modules()
        for n in ast.walk(m.tree)
        if isinstance(n, ast.ClassDef) and EMPTY_WORDS.search(n.name)
    ]
    assert not empty


def test_nothing_is_left_for_later() -> None:
    assert not [m.where for m in modules() if UNFINISHED.search(m.says)]


@pytest.mark.parametrize("name", ["Any"])
def test_the_engine_is_typed(name: str) -> None:
    loose = [
        f"{m.where}:{n.lineno}"
        for m in engine()
        for n in ast.walk(m.tree)
        if isinstance(n, ast.Name) and n.id == name
    ]
    assert not loose
