"""The engine is pure: no clock, no network, files only where they belong."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

from tests.house.modules import ROOT, SOURCE, Module, engine, modules, parsed

CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
TIMES = {"time", "monotonic", "perf_counter", "localtime", "gmtime"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
MAY_TOUCH_FILES = {"intake", "lexicon", "cli", "corpus", "web"}
NETWORKS = {"socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp"}
# Asked by the bench in an environment of their own.
PEERS = {"jionlp?"}
_DOTTED = re.compile(r"[a-z_]+(\.\w+)*")
_KNOWN = frozenset(packages_distributions())
MAY_SPEAK = {
    "web/address.py": "whether a port of this machine is free",
    "web/shell/ways/provider.py": "the identity provider of the office",
    "web/desks/hooks/sending.py": "systems that the office lets be told",
}
NET_OF_LAST_RESORT = {"intake/opening.py", "corpus/shards.py", "web/work/running.py"}
MACHINE = re.compile(r"/(work|home|root|Users|tmp)/|\.\./shared|[A-Z]:\\\\")


def _calls(module: Module) -> Iterator[tuple[int, str, str]]:
    """Each call: its line, what it is called on, and its name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.lineno, "", node.func.id
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value
                yield node.lineno, getattr(owner, "id", getattr(owner, "attr", "")), node.func.attr


def test_the_engine_has_no_clock() -> None:
    ticking = [
        f"{m.where}:{line}"
        for m in engine()
        for line, owner, name in _calls(m)
        if (owner, name) in CLOCKS or (owner == "time" and name in TIMES)
    ]
    assert not ticking


def test_only_intake_and_lexicon_touch_files() -> None:
    touching = [
        f"{m.where}:{line} {name}"
        for m in engine()
        if m.layer not in MAY_TOUCH_FILES
        for line, owner, name in _calls(m)
        # A report reads its template from the package and nothing else.
        if name in FILES and not (m.layer == "reports" and "files(" in m.says)
    ]
    assert not touching


def test_nothing_speaks_to_a_network_but_the_rooms_that_an_office_sets_up_to() -> None:
    speaking = {m.where for m in modules() for name in m.imports() if name in NETWORKS}
    assert speaking <= MAY_SPEAK.keys()


def test_a_net_of_last_resort_hangs_in_three_places_only() -> None:
    nets = {
        m.where
        for m in modules()
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    }
    assert nets <= NET_OF_LAST_RESORT


def test_no_module_names_a_place_on_one_machine() -> None:
    assert not [m.where for m in modules() if MACHINE.search(m.says)]


def _declared(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    return {_plain(re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0]) for one in wanted}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(modules: tuple[Module, ...]) -> set[str]:
    """The distributions that the modules import."""
    owners = packages_distributions()
    tops = {name.split(".")[0] for m in modules for name in (*m.imports(), *_settled(m))}
    foreign = (
        tops - set(sys.stdlib_module_names) - {"yinfeng", "tests", "bench", "scripts", "examples"}
    )
    return {_plain(owners[top][0]) if top in owners else f"{top}?" for top in foreign}


def _settled(module: Module) -> Iterator[str]:
    """What the settings of the workspace name for Django to import."""
    if module.path != SOURCE / "web" / "settings.py":
        return
    for node in ast.walk(module.tree):
        named = node.value if isinstance(node, ast.Constant) else None
        if isinstance(named, str) and _DOTTED.fullmatch(named) and named.split(".")[0] in _KNOWN:
            yield named


def test_imports_and_declared_dependencies_are_the_same() -> None:
    imported = _imported(modules())
    assert imported <= _declared("ocr", "cluster")
    assert _declared() <= imported


def test_the_tools_around_import_only_what_is_declared() -> None:
    around = tuple(
        parsed(path)
        for folder in ("tests", "bench", "scripts", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
    )
    assert _imported(around) - PEERS <= _declared("ocr", "cluster", "server", "dev")


def test_no_cache_grows_with_the_documents() -> None:
    """Outside the lexicon an unbounded cache holds one thing: its function takes no argument."""
    growing = [
        f"{m.where}:{node.name}"
        for m in engine()
        for node in ast.walk(m.tree)
        if isinstance(node, ast.FunctionDef)
        and node.args.args
        and m.layer != "lexicon"
        and any(ast.unparse(d) in ("cache", "functools.cache") for d in node.decorator_list)
    ]
    assert not growing
