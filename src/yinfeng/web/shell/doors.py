"""The door of a page: who has not signed in is asked to, who has not the right gets 403.

What belongs to another office is not there at all (404): the view finds it through `visible_to`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.people.rights import MAY

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request that has passed the door: its user is one of ours."""

    user: User
    htmx: HtmxDetails


DeskView = Callable[Concatenate[DeskRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def desk_view(action: str) -> Callable[[DeskView[P]], View[P]]:
    """The view behind the door of an action."""
    assert action in MAY, action

    def behind(view: DeskView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not isinstance(request.user, User):
                return _to_sign_in(request)
            require(request.user, action)
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        guarded.action = action  # type: ignore[attr-defined]
        # This door asks for the sign-in itself, in the manner that htmx understands.
        guarded.login_required = False  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return behind


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Send the whole browser there, also where htmx asked for a part."""
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return redirect(address)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    door = resolve_url("sign-in")
    if request.headers.get("HX-Request"):
        return go_to(request, door)
    return redirect(f"{door}?next={quote(request.get_full_path())}")
