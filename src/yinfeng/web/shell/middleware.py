"""What happens to every request: it gets a number, and a stale password has to be changed."""

import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from yinfeng.web.people.models import User

Answer = Callable[[HttpRequest], HttpResponse]

_request: ContextVar[str] = ContextVar("request", default="")
_NOTED_EVERY = timedelta(minutes=1)
_OPEN_TO_ALL = frozenset({"sign-in", "sign-out", "change-password", "ready"})


def current_request() -> str:
    """The number of the request that is being answered, if there is one."""
    return _request.get()


def request_id(answer: Answer) -> Answer:
    """Give each request a number, which its events and its answer carry."""

    def numbered(request: HttpRequest) -> HttpResponse:
        number = uuid.uuid4().hex
        token = _request.set(number)
        try:
            response = answer(request)
        finally:
            _request.reset(token)
        response["X-Request-ID"] = number
        return response

    return numbered


def account_in_order(answer: Answer) -> Answer:
    """Send whoever has a one-time or stale password to set another; note who is still there."""

    def ordered(request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User):
            _note_presence(request)
            if needs_new_password(user) and not _is_open(request):
                return redirect("change-password")
        return answer(request)

    return ordered


def needs_new_password(user: User) -> bool:
    """Whether the password was given by somebody else or is too old."""
    return user.one_time or timezone.now() - user.password_set > settings.PASSWORD_LASTS


def _is_open(request: HttpRequest) -> bool:
    return request.path.strip("/") in {*_OPEN_TO_ALL, "account/password"}


def _note_presence(request: HttpRequest) -> None:
    # The idle limit counts from here; noting every request would be a write for every read.
    now = timezone.now().timestamp()
    if now - request.session.get("seen", 0) >= _NOTED_EVERY.total_seconds():
        request.session["seen"] = now
