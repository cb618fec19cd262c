"""The way in: a password, then the second factor where there is one; or by another house's word."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import BACKEND_SESSION_KEY, authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.people.models import Factor, Outside, User
from yinfeng.web.shell import actions
from yinfeng.web.shell.forms import CodeForm, SignInForm
from yinfeng.web.shell.middleware import HAS_FACTOR, address_of
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.views import locked_out
from yinfeng.web.shell.ways import provider

_WRONG = "用户名或密码不对。连续5次不对，将锁定30分钟。"
_AWAY = "用户名或密码不对；目录服务暂时连不上，使用单位统一账号的请稍后再试。"
_STRANGER = "身份已经核对，但还没有绑定本系统的账号。请找安全管理员办理，办好后再登录。"
_WRONG_CODE = "验证码不对，或已经用过。请输入手机上最新的六位数字。"
_HALF = "half-way"
_HALF_SECONDS = 300


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form of the door, and whoever knows the password goes on."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if isinstance(user, User):
            return _go_on(request, user, user.backend, _way_on(request))
        form.add_error(None, _why_not(request))
    return _door(request, form)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second factor of whoever has given the right password in the last five minutes."""
    half = request.session.get(_HALF) or {}
    now = timezone.now()
    user = User.objects.filter(pk=half.get("user", 0), is_active=True).first()
    if user is None or now.timestamp() - half["at"] > _HALF_SECONDS:
        request.session.pop(_HALF, None)
        return redirect("sign-in")
    form = CodeForm(request.POST or None)
    told = {"username": user.username}
    if not AxesProxyHandler.is_allowed(request, told):
        return locked_out(request)
    if request.method == "POST" and form.is_valid():
        if actions.passes_factor(user, code=form.cleaned_data["code"], now=now):
            return _enter(request, user, half["backend"], half["next"], has_factor=True)
        # Wrong codes count like wrong passwords: five of them lock the name at that address.
        user_login_failed.send(__name__, credentials=told, request=request)
        form.add_error("code", _WRONG_CODE)
    return render(request, "shell/code.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required
@never_cache
@require_GET
def to_outside(request: HttpRequest) -> HttpResponse:
    """Away to the identity provider."""
    if not provider.is_open():
        return redirect("sign-in")
    try:
        return provider.sent_away(request)
    except Refused as refusal:
        return _refused(request, refusal)


@login_not_required
@never_cache
@require_GET
def back_from_outside(request: HttpRequest) -> HttpResponse:
    """Back from the identity provider, with its word on who it is."""
    if not provider.is_open():
        return redirect("sign-in")
    try:
        vouched = provider.came_back(request)
    except Refused as refusal:
        return _refused(request, refusal)
    known = actions.note_outside(Outside.Source.OIDC, vouched.subject, name=vouched.name)
    if known.user is None or not known.user.is_active:
        return _refused(request, Refused(_STRANGER))
    return _go_on(request, known.user, provider.BACKEND, resolve_url("home"))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Out, and back to the door."""
    if isinstance(request.user, User):
        actions.note_sign_out(request.user)
    logout(request)
    return redirect("sign-in")


def _go_on(request: HttpRequest, user: User, backend: str, way_on: str) -> HttpResponse:
    if not Factor.objects.filter(user=user).exclude(since=None).exists():
        return _enter(request, user, backend, way_on, has_factor=False)
    at = timezone.now().timestamp()
    request.session[_HALF] = {"user": user.pk, "backend": backend, "next": way_on, "at": at}
    return redirect("code")


def _enter(
    request: HttpRequest, user: User, backend: str, way_on: str, *, has_factor: bool
) -> HttpResponse:
    request.session.pop(_HALF, None)
    login(request, user, backend=backend)
    request.session[HAS_FACTOR] = has_factor
    way = request.session[BACKEND_SESSION_KEY].rpartition(".")[2]
    actions.note_sign_in(user, address=address_of(request), way=way, has_factor=has_factor)
    return redirect(way_on)


def _why_not(request: HttpRequest) -> str:
    if getattr(request, "is_stranger", False):
        return _STRANGER
    return _AWAY if getattr(request, "is_directory_away", False) else _WRONG


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    form = SignInForm({})
    form.full_clean()
    form.errors.clear()
    form.add_error(None, str(refusal))
    return _door(request, form)


def _door(request: HttpRequest, form: SignInForm) -> HttpResponse:
    context = {
        "form": form,
        "next": request.GET.get("next", ""),
        "outside": provider.label(),
    }
    return render(request, "shell/sign_in.html", context, status=422 if form.errors else 200)


def _way_on(request: HttpRequest) -> str:
    way_on = request.POST.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(way_on, hosts, require_https=request.is_secure()):
        return way_on
    return resolve_url("home")
