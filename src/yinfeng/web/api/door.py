"""The door of the interface: a token says who asks, its scopes what of that person's rights.

A missing or ended token is 401, a missing scope or right 403, another office's thing 404.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from yinfeng.web.api.answers import NotInScope
from yinfeng.web.people.may import require
from yinfeng.web.people.models import Token, User
from yinfeng.web.people.rights import MAY
from yinfeng.web.people.scopes import scope_of
from yinfeng.web.shell import actions
from yinfeng.web.shell.middleware import by_hand

P = ParamSpec("P")
T = TypeVar("T")


class TokenRequest(HttpRequest):
    """A request that has passed the door: its user is the owner of its token."""

    user: User
    auth: Token


class Bearer(HttpBearer):
    """`Authorization: Bearer yf_…`."""

    openapi_name = "令牌"

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token that these words open."""
        found = actions.token_of(token)
        if found is None:
            return None
        actions.note_use(found, now=timezone.now())
        request.user = found.user
        return found


def opens(
    action: str,
) -> Callable[[Callable[Concatenate[TokenRequest, P], T]], Callable[..., T]]:
    """The operation behind the door of an action."""
    assert action in MAY, action

    def behind(view: Callable[Concatenate[TokenRequest, P], T]) -> Callable[..., T]:
        @wraps(view)
        def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> T:
            token: Token = request.auth
            if scope_of(action) not in token.scopes:
                raise NotInScope(scope_of(action))
            require(request.user, action)
            with by_hand(f"·{token.prefix}"):
                return view(request, *args, **kwargs)

        guarded.action = action  # type: ignore[attr-defined]
        return guarded

    return behind
