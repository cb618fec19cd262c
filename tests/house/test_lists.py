"""A folder is a list of like things: every file of the kind stands in its list."""

import importlib
from collections.abc import Sequence
from types import FunctionType

import pytest

from tests.house.modules import ROOT, SOURCE, modules

# The folder, the list in its __init__, and the name by which a file shows that it belongs to it.
LISTS = (
    ("intake", "FORMATS", "*Format"),
    ("text/steps", "STEPS", "STEP"),
    ("mentions", "RECOGNISERS", "recognise"),
    ("facts", "PATTERNS", "read"),
    ("identity/reasons", "REASONS", "REASON"),
    ("judgement/rules", "RULES", "RULE"),
    ("reports/catalogue", "REPORTS", "REPORT"),
    ("reports/forms", "FORMS", "FORM"),
)
# Folders that hold nothing but listed files and the module that says what one is.
PURE = {"text/steps": (), "identity/reasons": ("reason",), "judgement/rules": ()}


def _things(folder: str, shown: str) -> dict[str, object]:
    """What the files of a folder offer to its list, by module name."""
    package = f"yinfeng.{folder.replace('/', '.')}"
    found: dict[str, object] = {}
    for stem in _stems(folder):
        module = importlib.import_module(f"{package}.{stem}")
        for name, value in vars(module).items():
            if name == shown and _is_own(value, module.__name__):
                found[stem] = value
            if shown.startswith("*") and type(value).__name__ == shown[1:] and name.isupper():
                found[stem] = value
    return found


def _stems(folder: str) -> list[str]:
    """The modules of a folder, and of its own folders the one in which they begin."""
    here = [path.stem for path in (SOURCE / folder).glob("*.py") if path.stem != "__init__"]
    begun = (SOURCE / folder).glob("*/pattern.py")
    return sorted([*here, *(f"{path.parent.name}.{path.stem}" for path in begun)])


def _is_own(thing: object, module: str) -> bool:
    return not isinstance(thing, FunctionType) or thing.__module__ == module


@pytest.mark.parametrize(("folder", "listed", "shown"), LISTS, ids=[row[1] for row in LISTS])
def test_every_file_is_in_its_list(folder: str, listed: str, shown: str) -> None:
    if not (SOURCE / folder / "__init__.py").exists():
        assert folder.startswith("reports/"), f"{folder} is gone"
        return
    package = importlib.import_module(f"yinfeng.{folder.replace('/', '.')}")
    inside: Sequence[object] = getattr(package, listed)
    missing = [name for name, thing in _things(folder, shown).items() if thing not in inside]
    assert not missing, f"{folder}/__init__.py: not in {listed}: {missing}"


@pytest.mark.parametrize("folder", PURE)
def test_a_listed_folder_holds_nothing_else(folder: str) -> None:
    shown = next(row[2] for row in LISTS if row[0] == folder)
    files = {path.stem for path in (SOURCE / folder).glob("*.py")} - {"__init__", *PURE[folder]}
    assert files == set(_things(folder, shown))


@pytest.mark.parametrize("folder", ["text/steps", "mentions", "facts", "judgement/rules"])
def test_listed_files_do_not_import_one_another(folder: str) -> None:
    shown = next(row[2] for row in LISTS if row[0] == folder)
    package = f"yinfeng.{folder.replace('/', '.')}"
    names = {f"{package}.{name}" for name in _things(folder, shown)}
    sideways = [
        (module.where, name)
        for module in modules()
        if module.name in names
        for name in module.imports()
        if name in names - {module.name}
    ]
    assert not sideways


def test_every_test_folder_mirrors_a_layer() -> None:
    layers = {path.name for path in SOURCE.iterdir() if path.is_dir()}
    folders = {path.name for path in (ROOT / "tests").iterdir() if (path / "__init__.py").exists()}
    assert folders - layers <= {"bench", "documents", "house"}
