"""Addresses of the interface; its own door asks for the token, not the sign-in of the pages."""

from functools import wraps
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from yinfeng.web.api.answers import problem
from yinfeng.web.api.v1 import api

_NO_SUCH = "没有这个接口地址，请看接口文档 /api/v1/docs。"
_NOT_SO = "这个地址不支持这种请求方法，请看接口文档。"


def _open(view: Any) -> Any:
    """The view without the sign-in of the pages; its refusals in the form of the interface."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answered: HttpResponse = view(request, *args, **kwargs)
        if answered.status_code == 405:
            told = problem(405, "method", _NOT_SO)
            told["Allow"] = answered["Allow"]
            return told
        return answered

    return login_not_required(answer)


@csrf_exempt
@login_not_required
def missing(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001
    """An address that the interface does not have."""
    return problem(404, "missing", _NO_SUCH)


def _opened(pattern: Any) -> Any:
    pattern.callback = _open(pattern.callback)
    if pattern.name == "openapi-view":
        # The page that shows the interface draws its signs from data in its own style sheet.
        pattern.callback = csp_update({"img-src": [SELF, "data:"]})(pattern.callback)
    return pattern


_patterns, app_name, _ = api.urls
urlpatterns = [
    *(_opened(one) for one in _patterns),
    path("<path:rest>", missing, name="missing"),
]
