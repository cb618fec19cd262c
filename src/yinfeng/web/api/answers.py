"""What the interface answers where it cannot do what was asked: one form, in Chinese.

{"error": {"code": "refused", "says": "请写明理由。", "fields": {"reason": ["…"]}, "request": "…"}}
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from yinfeng.web.people.scopes import title_of
from yinfeng.web.shell.middleware import current_request
from yinfeng.web.shell.refusals import Refused

Fields = Mapping[str, Sequence[str]]

_UNREADABLE = "请求写得不对，请按接口文档检查。"


class Problem(Schema):
    """Why not."""

    code: str
    says: str
    fields: dict[str, list[str]] = {}
    request: str = ""


class Problems(Schema):
    """The one form of every answer that is no success."""

    error: Problem


# What every operation may answer beside its result.
UNDONE: dict[frozenset[int], type[Schema]] = {
    frozenset({400, 401, 403, 404, 405, 409, 413, 422}): Problems
}


class NotInScope(Exception):
    """The token does not name this scope."""


class Unknown(Exception):
    """What was asked names something that does not exist, with the names that do."""

    def __init__(self, fields: Fields) -> None:
        super().__init__("请求里有不认识的条件，请按列出的名称改正后再查。")
        self.fields = fields


class Unfit(Exception):
    """What was sent does not fit the form, field by field."""

    def __init__(self, fields: Fields) -> None:
        super().__init__("请改正下列各项后再提交。")
        self.fields = fields


def problem(status: int, code: str, says: str, fields: Fields | None = None) -> HttpResponse:
    """The answer."""
    told = {"code": code, "says": says, "fields": dict(fields or {}), "request": current_request()}
    return JsonResponse({"error": told}, status=status, json_dumps_params={"ensure_ascii": False})


def answer_for(api: NinjaAPI) -> None:
    """Give the interface its answer for each sort of failure."""
    simple: tuple[tuple[Any, int, str, str], ...] = (
        (AuthenticationError, 401, "token", "令牌缺失、有误、已过期或已撤销。请换一个有效的令牌。"),
        (PermissionDenied, 403, "right", "令牌的主人没有这项权限。"),
        (Http404, 404, "missing", "没有这一项，或不在令牌主人的工作范围内。"),
    )
    for failure, status, code, says in simple:
        api.add_exception_handler(failure, _always(status, code, says))
    api.add_exception_handler(NotInScope, _out_of_scope)
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(Unfit, _unfit)
    api.add_exception_handler(Unknown, _unknown)
    api.add_exception_handler(ValidationError, _unreadable)
    api.add_exception_handler(HttpError, _http)


def _always(status: int, code: str, says: str) -> Any:
    def answer(request: HttpRequest, failure: Exception) -> HttpResponse:  # noqa: ARG001
        return problem(status, code, says)

    return answer


def _out_of_scope(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    scope = str(failure)
    return problem(403, "scope", f"令牌的范围里没有“{title_of(scope)}”（{scope}）。")


def _refused(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    return problem(409, "refused", str(failure))


def _unfit(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    return problem(422, "unfit", str(failure), failure.fields)


def _unknown(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    return problem(400, "unknown", str(failure), failure.fields)


def _unreadable(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    fields: dict[str, list[str]] = {}
    for one in failure.errors:
        where = ".".join(str(part) for part in one["loc"][1:]) or "请求"
        fields.setdefault(where, []).append(_said(one["type"]))
    return problem(422, "unfit", _UNREADABLE, fields)


def _http(request: HttpRequest, failure: Any) -> HttpResponse:  # noqa: ARG001
    if isinstance(failure.__cause__, RequestDataTooBig):
        return problem(413, "large", "送来的内容超过2MB。大的材料请用 /papers 上传。")
    return problem(failure.status_code, "unreadable", _UNREADABLE)


def _said(kind: str) -> str:
    if kind == "missing":
        return "必填。"
    if "parsing" in kind or "type" in kind:
        return "类型不对。"
    return "内容不合要求。"
