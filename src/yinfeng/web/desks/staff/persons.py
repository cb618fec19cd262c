"""One person's account: posts held and past, ways in, tokens; and identities from outside."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.staff import actions as own
from yinfeng.web.desks.staff.forms import ReasonForm, TieForm
from yinfeng.web.desks.staff.scope import outside_of, people_of, tokens_of
from yinfeng.web.desks.staff.views import one_time
from yinfeng.web.people.may import may
from yinfeng.web.people.models import Factor, User
from yinfeng.web.shell import actions
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused


@require_GET
@desk_view("people.read")
def person(request: DeskRequest, pk: int) -> HttpResponse:
    """Everything that opens a door to this person."""
    return _person(request, get_object_or_404(people_of(request), pk=pk))


@require_POST
@desk_view("people.close")
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Close the account of somebody who has left."""
    user = get_object_or_404(people_of(request), pk=pk)
    reason = _reason(request)
    return _done(
        request,
        user,
        lambda: own.close_account(user, by=request.user, reason=reason),
        f"{user}的账号已停用。",
    )


@never_cache
@require_POST
@desk_view("people.reopen")
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Open it again, with a one-time password."""
    user = get_object_or_404(people_of(request), pk=pk)
    try:
        return one_time(request, user, own.reopen_account(user, by=request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _person(request, user, status=422)


@require_POST
@desk_view("people.drop_factor")
def drop_factor(request: DeskRequest, pk: int) -> HttpResponse:
    """Let in again whoever has lost telephone and spare codes."""
    user = get_object_or_404(people_of(request), pk=pk)
    reason = _reason(request)
    return _done(
        request,
        user,
        lambda: actions.drop_factor(user, by=request.user, reason=reason),
        f"{user}的双因素登录已解除，本人登录后可重新启用。",
    )


@require_POST
@desk_view("people.end_token")
def end_token(request: DeskRequest, pk: int) -> HttpResponse:
    """Take somebody's token back."""
    token = get_object_or_404(tokens_of(request).select_related("user__unit"), pk=pk)
    return _done(
        request,
        token.user,
        lambda: actions.end_token(token, by=request.user, now=timezone.now()),
        f"令牌已撤销：{token}。",
    )


@require_GET
@desk_view("people.tie")
def outside(request: DeskRequest) -> HttpResponse:
    """Identities from outside: those that wait, and those that were tied."""
    return _outside(request)


@require_POST
@desk_view("people.tie")
def tie(request: DeskRequest, pk: int) -> HttpResponse:
    """Let an identity from outside open an account."""
    known = get_object_or_404(outside_of(request), pk=pk)
    form = TieForm(request.POST, people=people_of(request).filter(is_active=True))
    try:
        if not form.is_valid():
            raise Refused("请选择要绑定的账号。")
        actions.tie(known, by=request.user, user=form.cleaned_data["user"])
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _outside(request, status=422)
    messages.success(
        request, f"已绑定：{known.name or known.subject} → {form.cleaned_data['user']}。"
    )
    return redirect("staff:outside")


@require_POST
@desk_view("people.untie")
def untie(request: DeskRequest, pk: int) -> HttpResponse:
    """Let it open that account no longer."""
    known = get_object_or_404(outside_of(request), pk=pk)
    try:
        actions.untie(known, by=request.user, reason=_reason(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _outside(request, status=422)
    messages.success(request, f"已解除绑定：{known.name or known.subject}。")
    return redirect("staff:outside")


def _reason(request: DeskRequest) -> str:
    form = ReasonForm(request.POST)
    return form.cleaned_data["reason"] if form.is_valid() else ""


def _done(request: DeskRequest, user: User, act: Callable[[], object], says: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _person(request, user, status=422)
    messages.success(request, says)
    return redirect("staff:person", user.pk)


def _person(request: DeskRequest, user: User, status: int = 200) -> HttpResponse:
    asks = request.user
    context = {
        "person": user,
        "posts": user.posts.select_related("unit").order_by("-since", "-pk"),
        "factor": Factor.objects.filter(user=user).exclude(since=None).first(),
        "outside": user.outside.order_by("pk"),
        "tokens": user.tokens.order_by("-pk"),
        "now": timezone.now(),
        "may_close": may(asks, "people.close", user.unit) and user != asks,
        "may_drop": may(asks, "people.drop_factor", user.unit) and user != asks,
        "may_end_token": may(asks, "people.end_token", user.unit),
    }
    return render(request, "staff/person.html", context, status=status)


def _outside(request: DeskRequest, status: int = 200) -> HttpResponse:
    known = outside_of(request).order_by("-seen", "-pk")
    context = {
        "waiting": [one for one in known if one.user_id is None],
        "tied": [one for one in known if one.user_id is not None],
        "people": people_of(request).filter(is_active=True),
    }
    return render(request, "staff/outside.html", context, status=status)
