"""Where a person can go: the desks of the menu, and the one that opens first."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yinfeng.web.desks import DESKS, Desk
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User


def desks(request: HttpRequest) -> Mapping[str, object]:
    """The desks that stand in the menu of this request, and the rooms of the one that is open."""
    found = _open_to(request.user) if isinstance(request.user, User) else ()
    here = _here(request)
    rooms = tuple(desk for desk in found if here and here in (desk.name, desk.within))
    return {
        "desks": tuple(desk for desk in found if not desk.within),
        "desk_here": here,
        "rooms": rooms if len(rooms) > 1 else (),
    }


def home(request: HttpRequest) -> HttpResponse:
    """The first desk that is open to the user; an administrator has none and sees the account."""
    assert isinstance(request.user, User)
    open_desks = _open_to(request.user)
    return redirect(f"{open_desks[0].name}:index" if open_desks else "account")


def _here(request: HttpRequest) -> str:
    name = request.resolver_match.app_name if request.resolver_match else ""
    return next((desk.within or desk.name for desk in DESKS if desk.name == name), "")


def _open_to(user: User) -> tuple[Desk, ...]:
    return tuple(desk for desk in DESKS if may(user, desk.opens))
