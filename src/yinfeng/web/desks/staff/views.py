"""The pages of the staff desk: one list, and a form for each thing that may be done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.desks.staff import actions as own
from yinfeng.web.desks.staff.forms import PostForm, ReasonForm, UnitForm, UserForm
from yinfeng.web.desks.staff.scope import people_of, units_of
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import Post, User
from yinfeng.web.shell import actions
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_ROWS = 50


@require_GET
@desk_view("people.read")
def index(request: DeskRequest) -> HttpResponse:
    """People with their posts, and what this administrator may do."""
    return _index(request)


@require_POST
@desk_view("people.add_unit")
def add_unit(request: DeskRequest) -> HttpResponse:
    """Put a unit under another."""
    form = UnitForm(request.POST, units=units_of(request))
    if form.is_valid():
        try:
            unit = actions.add_unit(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已新建单位：{unit}。")
            return redirect("staff:index")
    return _index(request, unit_form=form)


@never_cache
@require_POST
@desk_view("people.add_user")
def add_user(request: DeskRequest) -> HttpResponse:
    """Make an account; its one-time password is shown on this answer and nowhere else."""
    form = UserForm(request.POST, units=units_of(request))
    if form.is_valid():
        try:
            person, password = own.add_user(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return one_time(request, person, password)
    return _index(request, user_form=form)


@never_cache
@require_POST
@desk_view("people.reset_password")
def reset_password(request: DeskRequest, pk: int) -> HttpResponse:
    """Give whoever has forgotten the password a one-time one."""
    person = get_object_or_404(people_of(request), pk=pk)
    try:
        return one_time(request, person, actions.reset_password(person, by=request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _index(request, status=422)


@require_POST
@desk_view("people.give_post")
def give_post(request: DeskRequest) -> HttpResponse:
    """Give a person a role in a unit."""
    form = PostForm(request.POST, units=units_of(request), people=people_of(request))
    if form.is_valid():
        try:
            post = actions.give_post(
                by=request.user, today=timezone.localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{post.user}已任：{post}。")
            return redirect("staff:index")
    return _index(request, post_form=form)


@require_POST
@desk_view("people.end_post")
def end_post(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a post back, for a reason."""
    seen = Post.objects.filter(in_scope(request.user, "people.read")).select_related("unit", "user")
    post = get_object_or_404(seen, pk=pk)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.end_post(post, by=request.user, today=timezone.localdate(), reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _index(request, status=422)
    messages.success(request, f"{post.user}不再任：{post}。")
    return redirect("staff:index")


def _index(request: DeskRequest, *, status: int = 200, **bound: Form) -> HttpResponse:
    units, people = units_of(request), people_of(request)
    held = Post.objects.on(timezone.localdate()).select_related("unit").order_by("since", "pk")
    listed = people.select_related("unit", "factor").prefetch_related(Prefetch("posts", held))
    context = {
        "page": Paginator(listed, _ROWS).get_page(request.GET.get("page")),
        "unit_form": UnitForm(units=units),
        "user_form": UserForm(units=units),
        "post_form": PostForm(units=units, people=people),
        "may_add": may(request.user, "people.add_user"),
        "may_give": may(request.user, "people.give_post"),
        "may_tie": may(request.user, "people.tie"),
        **bound,
    }
    return render(request, "staff/index.html", context, status=422 if bound else status)


def one_time(request: DeskRequest, person: User, password: str) -> HttpResponse:
    """The page that shows a one-time password, this once."""
    return render(request, "staff/password.html", {"person": person, "password": password})
