"""The addresses of a list: `*routes(LEADS)` in the `urls.py` of a desk.

The page stands at *at* under the name *name*; everything that belongs to it stands below.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.lists import views
from yinfeng.web.lists.listing import Listing
from yinfeng.web.lists.places import Places
from yinfeng.web.shell.doors import DeskRequest, desk_view


def routes(listing: Listing, at: str = "", name: str = "index") -> list[URLPattern]:
    """The list and what belongs to it."""
    seen = partial(_behind, listing, name, listing.reads)
    return [
        path(at, require_GET(seen(views.show)), name=name),
        path(f"{at}export.<str:form>", require_GET(seen(views.export)), name=f"{name}-export"),
        path(f"{at}columns", require_POST(seen(views.choose_columns)), name=f"{name}-columns"),
        path(f"{at}filters", require_POST(seen(views.save_filter)), name=f"{name}-save"),
        path(
            f"{at}filters/<int:pk>/drop",
            require_POST(seen(views.drop_filter)),
            name=f"{name}-drop",
        ),
    ]


def _behind(
    listing: Listing, name: str, action: str, view: Callable[..., HttpResponse]
) -> Callable[..., HttpResponse]:
    """The view of this list behind the door of an action."""

    def answer(request: DeskRequest, **where: Any) -> HttpResponse:
        return view(request, listing, Places(_full(request, name)), **where)

    return desk_view(action)(answer)


def _full(request: HttpRequest, name: str) -> str:
    match = request.resolver_match
    return f"{match.namespace}:{name}" if match and match.namespace else name
