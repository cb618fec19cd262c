"""Whether the server answers, and the pages for what went wrong."""

import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_GET

from yinfeng.web.shell.faults import page_of
from yinfeng.web.shell.middleware import current_request


@login_not_required
@require_GET
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether the server answers: for whoever watches over it."""
    return HttpResponse("ok", content_type="text/plain")


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """After five wrong passwords."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    says = f"密码连续输错5次，账号已在这台电脑上锁定。请{minutes}分钟后再试。"
    return _told(request, 429, "账号已锁定", says)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form whose token has run out."""
    return _told(request, 403, "页面已过期", "请返回上一页，刷新后再提交一次。")


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400."""
    return _told(request, 400, "请求不完整", "浏览器发来的内容不完整。请返回上一页重试。")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403."""
    says = "您的岗位没有这项权限。确有需要的，请找安全管理员授权。"
    return _told(request, 403, "没有权限", says)


def explained(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware: an address that only takes forms says so to whoever opens it."""

    def told(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if not isinstance(response, HttpResponseNotAllowed) or response.content:
            return response
        says = "这个地址只用来提交表单，不能直接打开。请从上面的导航重新进入，再填写提交。"
        page = _told(request, 405, "不能这样打开", says)
        page["Allow"] = response["Allow"]
        return page

    return told


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    says = "这里没有您要找的内容：可能地址有误，也可能不在您的工作范围内。"
    return _told(request, 404, "找不到", says)


def failed(request: HttpRequest) -> HttpResponse:
    """What went wrong, on a page that asks nothing of the database."""
    status, says = page_of(sys.exc_info()[1])
    if request.path.startswith("/api/"):
        return _told_to_a_program(status, says)
    page = loader.render_to_string("shell/failed.html", {"says": says})
    return HttpResponse(page, status=status)


def _told_to_a_program(status: int, says: str) -> HttpResponse:
    told = {"code": "failed", "says": says, "fields": {}, "request": current_request()}
    answer = JsonResponse({"error": told}, json_dumps_params={"ensure_ascii": False})
    answer.status_code = status
    return answer


def _told(request: HttpRequest, status: int, title: str, says: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        return _told_to_a_program(status, says)
    return render(request, "shell/told.html", {"title": title, "says": says}, status=status)
