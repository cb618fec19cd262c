"""The pages of notices: what one was told, how one wants to be told, and robots of group chats."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from yinfeng.web.notices import actions
from yinfeng.web.notices.forms import RobotForm, WishForm
from yinfeng.web.notices.models import Notice, Robot, Wish
from yinfeng.web.people.may import in_scope, may
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused

_ROWS = 50


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What one was told, the latest first."""
    return _index(request)


@require_GET
def count(request: HttpRequest) -> HttpResponse:
    """How much is unread, for the bell in the head of every page."""
    assert isinstance(request.user, User)
    unread = Notice.objects.visible_to(request.user).unread().count()
    return render(request, "notices/_bell.html", {"unread": unread})


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note that everything was read."""
    assert isinstance(request.user, User)
    actions.read_all(request.user)
    return redirect("notices")


@require_POST
def wish(request: HttpRequest) -> HttpResponse:
    """Say how one wants to be told."""
    assert isinstance(request.user, User)
    form = WishForm(request.POST)
    if form.is_valid():
        try:
            actions.wish(request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("mail", str(refusal))
        else:
            messages.success(request, "已保存。")
            return redirect("notices")
    return _index(request, wish_form=form)


@require_POST
@desk_view("notices.robot")
def add_robot(request: DeskRequest) -> HttpResponse:
    """Let a unit's notices go to a group chat."""
    form = RobotForm(request.POST, units=_units(request.user))
    if form.is_valid():
        robot = actions.add_robot(by=request.user, **form.cleaned_data)
        messages.success(request, f"已添加群机器人：{robot}。")
        return redirect("notices")
    return _index(request, robot_form=form)


@require_POST
@desk_view("notices.robot")
def end_robot(request: DeskRequest, pk: int) -> HttpResponse:
    """Send nothing more to a group chat."""
    robot = get_object_or_404(_robots(request.user), pk=pk)
    try:
        actions.end_robot(robot, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("notices")


def _index(request: HttpRequest, **bound: "Form | WishForm") -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    listed = Notice.objects.visible_to(user).select_related("unit").order_by("-pk")
    may_robots = may(user, "notices.robot")
    context = {
        "page": Paginator(listed, _ROWS).get_page(request.GET.get("page")),
        "wish_form": WishForm(instance=Wish.objects.filter(user=user).first()),
        "has_mail": settings.HAS_MAIL,
        "may_robots": may_robots,
        "robot_form": RobotForm(units=_units(user)) if may_robots else None,
        "robots": _robots(user) if may_robots else (),
        **bound,
    }
    return render(request, "notices/index.html", context, status=422 if bound else 200)


def _units(user: User) -> "QuerySet[OrgUnit]":
    return OrgUnit.objects.filter(in_scope(user, "notices.robot", "")).order_by("path")


def _robots(user: User) -> "QuerySet[Robot]":
    mine = Robot.objects.filter(in_scope(user, "notices.robot"), ended=None)
    return mine.select_related("unit").order_by("pk")
