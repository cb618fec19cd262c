"""Sign-in by an identity provider (OpenID Connect): it says who one is, never what one may.

State, nonce and PKCE are Authlib's; the identity is the issuer with its subject.
"""

import logging
from dataclasses import dataclass

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import DjangoOAuth2App, OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from joserfc.errors import JoseError
from requests.exceptions import RequestException

from yinfeng.web.shell.refusals import Refused

_LOG = logging.getLogger(__name__)
_SECONDS = 10
# What a session that began here is known by; it looks users up like any other.
BACKEND = "yinfeng.web.shell.ways.directory.DirectoryBackend"
_AWAY = "统一身份认证暂时连不上。请稍后再试，或用本系统的用户名和密码登录。"
_FAILED = "统一身份认证没有通过。请重新登录；仍不行的，请找系统管理员。"


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom the provider vouches for."""

    subject: str
    name: str


def is_open() -> bool:
    """Whether a provider is set."""
    return bool(settings.OIDC["issuer"])


def label() -> str:
    """What the button of the door is called; empty where no provider is set."""
    return str(settings.OIDC["label"]) if is_open() else ""


def sent_away(request: HttpRequest) -> HttpResponse:
    """The browser on its way to the provider."""
    back = request.build_absolute_uri(reverse("back-from-outside"))
    try:
        answer: HttpResponse = _client().authorize_redirect(request, back)
    except RequestException as away:
        _LOG.warning("provider: %s", away)
        raise Refused(_AWAY) from away
    return answer


def came_back(request: HttpRequest) -> Vouched:
    """Whom the provider vouches for, its signature, audience and nonce checked."""
    try:
        told = _client().authorize_access_token(request).get("userinfo")
    except RequestException as away:
        _LOG.warning("provider: %s", away)
        raise Refused(_AWAY) from away
    except (AuthlibBaseError, JoseError) as wrong:
        _LOG.warning("provider: %s", wrong)
        raise Refused(_FAILED) from wrong
    if not told:
        raise Refused(_FAILED)
    name = told.get("name") or told.get("preferred_username") or ""
    return Vouched(f"{told['iss']}#{told['sub']}", str(name))


def _client() -> DjangoOAuth2App:
    # Made anew each time: the keys of the provider are then those of today.
    wanted = settings.OIDC
    client: DjangoOAuth2App = OAuth().register(
        "outside",
        client_id=wanted["client"],
        client_secret=wanted["secret"],
        server_metadata_url=f"{wanted['issuer']}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile",
            "code_challenge_method": "S256",
            "default_timeout": _SECONDS,
        },
    )
    return client
