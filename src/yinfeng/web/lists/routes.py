"""The addresses of a list: `*routes(LEADS)` in the `urls.py` of a desk.

The page stands at *at* under the name *name*; everything that belongs to it stands below.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.places import Places
from yinfeng.web.lists.views import bulk, fields, notes, pages, sheets
from yinfeng.web.shell.doors import DeskRequest, desk_view

View = Callable[..., HttpResponse]


def routes(listing: Listing, at: str = "", name: str = "index") -> list[URLPattern]:
    """The list and what belongs to it."""
    return [*_reading(listing, at, name), *_writing(listing, at, name)]


def _reading(listing: Listing, at: str, name: str) -> Iterator[URLPattern]:
    def seen(view: View, guard: Callable[[View], View] = require_GET) -> View:
        return guard(_behind(listing, name, listing.reads, view))

    yield path(at, seen(pages.show), name=name)
    yield path(f"{at}export.<str:form>", seen(pages.export), name=f"{name}-export")
    columns, save, drop = pages.choose_columns, pages.save_filter, pages.drop_filter
    yield path(f"{at}columns", seen(columns, require_POST), name=f"{name}-columns")
    yield path(f"{at}filters", seen(save, require_POST), name=f"{name}-save")
    yield path(f"{at}filters/<int:pk>/drop", seen(drop, require_POST), name=f"{name}-drop")


def _writing(listing: Listing, at: str, name: str) -> Iterator[URLPattern]:
    def door(where: str, view: View, called: str, action: str, *, posts: bool = True) -> URLPattern:
        guard = require_POST if posts else require_GET
        answer = guard(_behind(listing, name, action, view))
        return path(f"{at}{where}", answer, name=f"{name}-{called}")

    if not listing.keeps_records:
        return
    yield door("note", notes.note_many, "note", "lists.note")
    yield door("notes/<int:pk>", notes.note_one, "journal", "lists.note")
    yield door("fields", fields.fields, "fields", "lists.define", posts=False)
    yield door("fields/add", fields.add, "add-field", "lists.define")
    yield door("fields/<int:pk>/end", fields.end, "end-field", "lists.define")
    if listing.editing is None:
        return
    yield door("bulk", bulk.edit, "bulk", listing.editing.changes)
    imports = listing.editing.imports
    yield door("import", sheets.sheets, "sheets", imports, posts=False)
    yield door("import/take", sheets.take, "take", imports)
    yield door("import/<int:pk>", sheets.sheet, "sheet", imports, posts=False)
    yield door("import/<int:pk>/match", sheets.match, "match", imports)
    yield door("import/<int:pk>/rule", sheets.rule, "rule", imports)
    yield door("import/<int:pk>/run", sheets.run, "run", imports)
    yield door("import/<int:pk>/undo", sheets.undo, "undo", imports)


def _behind(listing: Listing, name: str, action: str, view: View) -> View:
    """The view of this list behind the door of an action."""

    def answer(request: DeskRequest, **where: Any) -> HttpResponse:
        return view(request, listing, Places(_full(request, name)), **where)

    return desk_view(action)(answer)


def _full(request: HttpRequest, name: str) -> str:
    match = request.resolver_match
    return f"{match.namespace}:{name}" if match and match.namespace else name
