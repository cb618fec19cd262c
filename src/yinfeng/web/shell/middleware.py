"""What happens to every request: it gets a number, and a stale password has to be changed."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import timedelta
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from yinfeng.web.people.may import must_have_factor
from yinfeng.web.people.models import User

Answer = Callable[[HttpRequest], HttpResponse]

_request: ContextVar[str] = ContextVar("request", default="")
_hand: ContextVar[str] = ContextVar("hand", default="")
# In the session of whoever has passed a second factor.
HAS_FACTOR = "has-factor"
_NOWHERE = "0.0.0.0"  # noqa: S104
_NOTED_EVERY = timedelta(minutes=1)
_OPEN_TO_ALL = frozenset({"sign-in", "sign-out", "change-password", "ready"})
_OWN_PASSWORD = "django.contrib.auth.backends.ModelBackend"  # noqa: S105


def current_request() -> str:
    """The number of the request that is being answered, if there is one."""
    return _request.get()


def current_hand() -> str:
    """By which token the user acts, where a program acts for the user."""
    return _hand.get()


@contextmanager
def by_hand(token: str) -> Iterator[None]:
    """What is done inside is done by a program with this token."""
    held = _hand.set(token)
    try:
        yield
    finally:
        _hand.reset(held)


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
            if is_own_password(request) and needs_new_password(user) and not _is_open(request):
                return redirect("change-password")
            if lacks_factor(request, user) and not _is_open(request):
                return redirect("factor")
        return answer(request)

    return ordered


def needs_new_password(user: User) -> bool:
    """Whether the password was given by somebody else or is too old."""
    return user.one_time or timezone.now() - user.password_set > settings.PASSWORD_LASTS


def is_own_password(request: HttpRequest) -> bool:
    """Whether the session began with the password of this house, not with another's word."""
    return request.session.get("_auth_user_backend") == _OWN_PASSWORD


def lacks_factor(request: HttpRequest, user: User) -> bool:
    """Whether the person must have a second factor and came in without one."""
    return not request.session.get(HAS_FACTOR) and must_have_factor(user)


def from_our_networks(answer: Answer) -> Answer:
    """Answer only to the networks of the setting, where it names any."""

    def guarded(request: HttpRequest) -> HttpResponse:
        if settings.NETWORKS and request.path != "/ready":
            address = ip_address(address_of(request))
            if not any(address in network for network in settings.NETWORKS):
                says = "本系统只对指定网络开放。请从单位网络访问，或找系统管理员登记。"
                return HttpResponse(says, status=403, content_type="text/plain; charset=utf-8")
        return answer(request)

    return guarded


def address_of(request: HttpRequest) -> str:
    """The address that asks: behind a proxy of ours, the one that the proxy saw."""
    near: str = request.META.get("REMOTE_ADDR") or _NOWHERE
    if any(ip_address(near) in proxy for proxy in settings.PROXIES):
        far = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        with suppress(ValueError):
            return str(ip_address(far))
    return near


def _is_open(request: HttpRequest) -> bool:
    # The bell asks on every page: sent elsewhere, it would put a whole page into this one.
    open_ = {*_OPEN_TO_ALL, "account/password", "account/factor", "notices/count"}
    return request.path.strip("/") in open_


def _note_presence(request: HttpRequest) -> None:
    # The idle limit counts from here; noting every request would be a write for every read.
    now = timezone.now().timestamp()
    if now - request.session.get("seen", 0) >= _NOTED_EVERY.total_seconds():
        request.session["seen"] = now
