"""The modules of the house, parsed once for the tests that read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "yinfeng"
LAYERS = (
    "values",
    "lexicon",
    "intake",
    "text",
    "mentions",
    "facts",
    "reading",
    "identity",
    "ledger",
    "judgement",
    "reports",
)


@dataclass(frozen=True)
class Module:
    """One module: its path below src/yinfeng, its words, and its tree."""

    path: Path
    says: str
    tree: ast.Module

    @property
    def where(self) -> str:
        """The path below src/yinfeng, as tests name it."""
        return self.path.relative_to(SOURCE).as_posix()

    @property
    def name(self) -> str:
        """The dotted name."""
        parts = ("yinfeng", *self.path.relative_to(SOURCE).with_suffix("").parts)
        return ".".join(part for part in parts if part != "__init__")

    @property
    def layer(self) -> str:
        """The first folder or module below yinfeng; the package itself has none."""
        return self.path.relative_to(SOURCE).with_suffix("").parts[0]

    def imports(self) -> Iterator[str]:
        """The dotted names of all modules that it imports, wherever in it they stand."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of src/yinfeng."""
    return tuple(parsed(path) for path in sorted(SOURCE.rglob("*.py")))


@cache
def engine() -> tuple[Module, ...]:
    """The modules of the engine: without command line, corpus and web."""
    return tuple(module for module in modules() if module.layer in LAYERS)


def parsed(path: Path) -> Module:
    """The module in the file at *path*."""
    says = path.read_text(encoding="utf-8")
    return Module(path, says, ast.parse(says))
