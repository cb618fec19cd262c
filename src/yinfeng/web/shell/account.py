"""One's own account: unit and posts, password, second factor, tokens for programs."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.web.people.may import must_have_factor
from yinfeng.web.people.models import Factor, Post, Token, User
from yinfeng.web.people.scopes import open_scopes
from yinfeng.web.shell import actions
from yinfeng.web.shell.forms import CodeForm, PasswordForm, TokenForm
from yinfeng.web.shell.middleware import HAS_FACTOR, is_own_password, needs_new_password
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ways import factors


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here: unit, posts, password, second factor, tokens."""
    return _account(request)


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
    is_due = is_own_password(request) and needs_new_password(request.user)
    context = {"form": form, "is_due": is_due}
    status = 422 if form.errors else 200
    return render(request, "shell/password.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def factor(request: HttpRequest) -> HttpResponse:
    """Set up the second factor: the square to scan, and the first code."""
    assert isinstance(request.user, User)
    try:
        secret = actions.begin_factor(request.user)
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("account")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data["code"]
            codes = actions.confirm_factor(request.user, code=given, now=timezone.now())
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            request.session[HAS_FACTOR] = True
            return render(request, "shell/recovery.html", {"codes": codes})
    context = {
        "form": form,
        "picture": mark_safe(factors.picture(request.user, secret)),  # noqa: S308
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "must": must_have_factor(request.user),
    }
    return render(request, "shell/factor.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Fresh recovery codes, shown on this answer and nowhere else."""
    assert isinstance(request.user, User)
    given = request.POST.get("code", "")
    try:
        codes = actions.renew_recovery_codes(request.user, code=given, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _account(request, status=422)
    return render(request, "shell/recovery.html", {"codes": codes})


@require_POST
def end_factor(request: HttpRequest) -> HttpResponse:
    """Do without the second factor."""
    assert isinstance(request.user, User)
    given = request.POST.get("code", "")
    try:
        actions.end_factor(request.user, code=given, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _account(request, status=422)
    request.session[HAS_FACTOR] = False
    messages.success(request, "双因素登录已停用。")
    return redirect("account")


@never_cache
@require_POST
def issue_token(request: HttpRequest) -> HttpResponse:
    """A token for a program; its words are shown on this answer and nowhere else."""
    assert isinstance(request.user, User)
    form = TokenForm(request.POST, scopes=open_scopes(request.user))
    if form.is_valid():
        try:
            token, words = actions.issue_token(
                request.user, now=timezone.now(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(request, "shell/token.html", {"token": token, "words": words})
    return _account(request, status=422, token_form=form)


@require_POST
def end_token(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one of one's own tokens back."""
    assert isinstance(request.user, User)
    token = get_object_or_404(Token, pk=pk, user=request.user)
    try:
        actions.end_token(token, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _account(request, status=422)
    messages.success(request, f"令牌已撤销：{token}。")
    return redirect("account")


def _account(
    request: HttpRequest, *, status: int = 200, token_form: TokenForm | None = None
) -> HttpResponse:
    assert isinstance(request.user, User)
    user = request.user
    held = Post.objects.on(timezone.localdate()).filter(user=user).select_related("unit")
    scopes = open_scopes(user)
    context = {
        "posts": held.order_by("since", "pk"),
        "factor": Factor.objects.filter(user=user).exclude(since=None).first(),
        "codes_left": user.recovery_codes.filter(used=None).count(),
        "must_have_factor": must_have_factor(user),
        "tokens": user.tokens.order_by("-pk"),
        "now": timezone.now(),
        "token_form": token_form or (TokenForm(scopes=scopes) if scopes else None),
    }
    return render(request, "shell/account.html", context, status=status)
