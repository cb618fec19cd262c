"""The pages of the hooks: allowed servers, systems that are told, and the log of each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.hooks import actions
from yinfeng.web.desks.hooks.forms import AllowForm, HookForm, told_desks
from yinfeng.web.desks.hooks.models import Allowed, Delivery, Hook
from yinfeng.web.lists.filters import units_of
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_ROWS = 50


@require_GET
@desk_view("hooks.read")
def index(request: DeskRequest) -> HttpResponse:
    """Allowed servers, and the systems that are told."""
    return _index(request)


@require_POST
@desk_view("hooks.allow")
def allow(request: DeskRequest) -> HttpResponse:
    """Let a server be told."""
    form = AllowForm(request.POST)
    if form.is_valid():
        try:
            made = actions.allow(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已允许：{made}。")
            return redirect("hooks:index")
    return _index(request, allow_form=form)


@require_POST
@desk_view("hooks.allow")
def forbid(request: DeskRequest, pk: int) -> HttpResponse:
    """Let it be told no longer."""
    allowed = get_object_or_404(_allowed(request), pk=pk)
    try:
        actions.forbid(allowed, by=request.user, now=timezone.now())
        messages.success(request, f"已停用：{allowed}。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("hooks:index")


@never_cache
@require_POST
@desk_view("hooks.keep")
def add(request: DeskRequest) -> HttpResponse:
    """A system that is told from now on; its secret is shown on this answer and nowhere else."""
    form = HookForm(request.POST, units=units_of("hooks.keep")(request.user))
    if form.is_valid():
        try:
            hook, secret = actions.add(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(request, "hooks/secret.html", {"hook": hook, "secret": secret})
    return _index(request, hook_form=form)


@require_GET
@desk_view("hooks.read")
def hook(request: DeskRequest, pk: int) -> HttpResponse:
    """One system, and the log of what it was told."""
    found = get_object_or_404(Hook.objects.visible_to(request.user).select_related("unit"), pk=pk)
    told = found.deliveries.select_related("event").order_by("-pk")
    state = request.GET.get("state", "")
    if state in Delivery.State.values:
        told = told.filter(state=state)
    names = dict(told_desks())
    context = {
        "hook": found,
        "about": [names.get(desk, desk) for desk in found.desks],
        "states": Delivery.State.choices,
        "state": state,
        "page": Paginator(told, _ROWS).get_page(request.GET.get("page")),
        "may_keep": may(request.user, "hooks.keep", found.unit),
    }
    return render(request, "hooks/hook.html", context)


@require_POST
@desk_view("hooks.keep")
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """Tell it no longer."""
    found = get_object_or_404(Hook.objects.visible_to(request.user).select_related("unit"), pk=pk)
    try:
        actions.end(found, by=request.user, now=timezone.now())
        messages.success(request, f"已停用推送：{found}。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("hooks:hook", found.pk)


@require_POST
@desk_view("hooks.keep")
def send_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Try once more what was given up."""
    seen = Delivery.objects.filter(hook__in=Hook.objects.visible_to(request.user))
    delivery = get_object_or_404(seen.select_related("hook__unit"), pk=pk)
    try:
        actions.send_again(delivery, by=request.user)
        messages.success(request, "已重新排队推送。")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("hooks:hook", delivery.hook_id)


def _allowed(request: DeskRequest) -> QuerySet[Allowed]:
    seen = in_scope(request.user, "hooks.read", "by__unit")
    return Allowed.objects.filter(seen).select_related("by").order_by("host", "port", "pk")


def _index(request: DeskRequest, **bound: Form) -> HttpResponse:
    user = request.user
    failed = Count("deliveries", filter=Q(deliveries__state=Delivery.State.FAILED))
    context = {
        "allowed": Allowed.objects.filter(ended=None).order_by("host", "port"),
        "hooks": Hook.objects.visible_to(user)
        .select_related("unit")
        .annotate(failed=failed)
        .order_by("-pk"),
        "may_allow": may(user, "hooks.allow"),
        "may_keep": may(user, "hooks.keep"),
        "allow_form": AllowForm(),
        "hook_form": HookForm(units=units_of("hooks.keep")(user)),
        **bound,
    }
    return render(request, "hooks/index.html", context, status=422 if bound else 200)
