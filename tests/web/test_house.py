"""The workspace keeps to its own rules: doors, actions, writes, names, pictures from elsewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.modules import SOURCE, Module, modules
from yinfeng.web.desks import DESKS
from yinfeng.web.people.reasons import NEEDS_REASON
from yinfeng.web.people.rights import MAY

WEB = SOURCE / "web"
VENDORED = {"maplibre"}
PAGES = sorted(
    page
    for ending in ("html", "css", "js")
    for page in WEB.rglob(f"*.{ending}")
    if not VENDORED & set(page.parts)
)
OPEN = {"ready", "sign-in", "code", "to-outside", "back-from-outside"}
OF_ONESELF = {"factor", "recovery-codes", "end-factor", "issue-token", "end-own-token"}
TOLD = {"notices", "notice-count", "read-notices", "wish-notices"}
SIGNED_IN = {"home", "sign-out", "account", "change-password", *OF_ONESELF, *TOLD}
# Where rows are written: actions, and what they call to write.
WRITERS = {"actions", "keeping", "events", "ruling"}
WRITES = {"save", "create", "bulk_create", "get_or_create", "update_or_create", "bulk_update"}


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            # The interface has a door of its own: tests/web/api.
            yield from () if one.namespace == "api-1" else _patterns(one)
        else:
            yield one


def _web() -> tuple[Module, ...]:
    return tuple(m for m in modules() if WEB in m.path.parents and "migrations" not in m.where)


def test_every_page_has_a_door() -> None:
    for pattern in _patterns(get_resolver()):
        action = getattr(pattern.callback, "action", None)
        assert action in MAY or pattern.name in OPEN | SIGNED_IN, pattern.name


def test_every_action_that_is_asked_for_or_written_down_has_its_roles() -> None:
    written = {
        node.args[1].value
        for module in _web()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("require", "may", "put_down")
        and isinstance(node.args[1], ast.Constant)
    }
    assert written <= set(MAY)
    assert written | {desk.opens for desk in DESKS} == set(MAY)
    assert NEEDS_REASON - set(MAY) == {"library.correct"}


def test_rows_are_written_by_actions_only() -> None:
    elsewhere = [
        f"{module.where}:{node.lineno}"
        for module in _web()
        if not WRITERS & {module.path.stem, module.path.parent.name}
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
    ]
    assert not elsewhere


def test_every_folder_of_desks_is_in_the_list() -> None:
    folders = {path.parent.name for path in (WEB / "desks").glob("*/__init__.py")}
    assert folders == {desk.name for desk in DESKS}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere_and_nothing_stands_in_line(page: Path) -> None:
    says = page.read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href|url\()\s*=?\s*[\"']?(?:https?:)?//", says)
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script>", says)
