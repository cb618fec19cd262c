"""The door itself: signing in and out, the account, and pages for what went wrong."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.people.models import Post, User
from yinfeng.web.shell import actions
from yinfeng.web.shell.forms import PasswordForm, SignInForm
from yinfeng.web.shell.middleware import needs_new_password

_WRONG = "用户名或密码不对。连续5次不对，将锁定30分钟。"


@login_not_required
@require_GET
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether the server answers: for whoever watches over it."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form of the door, and whoever knows the password goes through it."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if isinstance(user, User):
            login(request, user)
            actions.note_sign_in(user, address=request.META.get("REMOTE_ADDR", ""))
            return redirect(_way_on(request))
        form.add_error(None, _WRONG)
    status = 422 if form.errors else 200
    way_on = request.GET.get("next", "")
    return render(request, "shell/sign_in.html", {"form": form, "next": way_on}, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the door."""
    if isinstance(request.user, User):
        actions.note_sign_out(request.user)
    logout(request)
    return redirect("sign-in")


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here: unit, posts, password."""
    assert isinstance(request.user, User)
    held = Post.objects.on(timezone.localdate()).filter(user=request.user).select_related("unit")
    return render(request, "shell/account.html", {"posts": held.order_by("since", "pk")})


@never_cache
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password of one's own choice."""
    assert isinstance(request.user, User)
    form = PasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        user = actions.change_password(request.user, new=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        messages.success(request, "密码已更换。")
        return redirect("home")
    context = {"form": form, "is_due": needs_new_password(request.user)}
    status = 422 if form.errors else 200
    return render(request, "shell/password.html", context, status=status)


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


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    says = "这里没有您要找的内容：可能地址有误，也可能不在您的工作范围内。"
    return _told(request, 404, "找不到", says)


def failed(request: HttpRequest) -> HttpResponse:
    """500, on a page that asks nothing of the database."""
    return render(request, "shell/failed.html", status=500)


def _told(request: HttpRequest, status: int, title: str, says: str) -> HttpResponse:
    return render(request, "shell/told.html", {"title": title, "says": says}, status=status)


def _way_on(request: HttpRequest) -> str:
    way_on = request.POST.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(way_on, hosts, require_https=request.is_secure()):
        return way_on
    return resolve_url("home")
