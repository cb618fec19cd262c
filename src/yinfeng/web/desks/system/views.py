"""The pages of backups and of settings, and what may be done with a backup."""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

import yinfeng
from yinfeng.web.backup.kept import backups
from yinfeng.web.backup.saving import KEPT
from yinfeng.web.desks.system import actions
from yinfeng.web.desks.system.variables import in_force
from yinfeng.web.people.may import is_at_the_top
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.health import is_worked_on
from yinfeng.web.work.models import Slot, State, Task

_MAKING = ("backup.now", "backup.nightly")
_UNDER_WAY = (State.WAITING, State.RUNNING)
_VENDORS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@require_GET
@desk_view("system.read")
def index(request: DeskRequest) -> HttpResponse:
    """The backups, how to make one and how to go back to one."""
    context = {"tab": "backups", "is_top": is_at_the_top(request.user, "system.read")}
    if context["is_top"]:
        kept = backups()
        context |= {
            "kept": kept,
            "keeps": KEPT,
            "folder": settings.BACKUPS,
            "free": _free(settings.BACKUPS),
            "making": Task.objects.filter(job__in=_MAKING, state__in=_UNDER_WAY).first(),
            "failed": _last_failure(),
            "is_busy": any(row.state in _UNDER_WAY for row in kept),
            "next": Slot.objects.filter(job="backup.nightly").first(),
            "is_worked_on": is_worked_on(timezone.now()),
            "is_same_disk": _is_same_disk(),
        }
    part = "system/_backups.html" if request.htmx else "system/index.html"
    return render(request, part, context)


@require_GET
@desk_view("system.read")
def settings_in_force(request: DeskRequest) -> HttpResponse:
    """Every setting with its value and where it comes from; secrets are told by name only."""
    is_top = is_at_the_top(request.user, "system.read")
    context = {
        "tab": "settings",
        "is_top": is_top,
        "groups": in_force() if is_top else (),
        "program": yinfeng.__version__,
        "database": _VENDORS.get(connection.vendor, connection.vendor),
        "version": ".".join(map(str, connection.get_database_version())),
        "free": _free(Path(settings.DATA)),
    }
    return render(request, "system/settings.html", context)


@require_POST
@desk_view("system.back_up")
def back_up(request: DeskRequest) -> HttpResponse:
    """Save the house now."""
    says = "已开始备份，可以离开本页；完成后列在下面。"
    return _told(request, says, lambda: actions.back_up(by=request.user))


@require_POST
@desk_view("system.check_backup")
def check(request: DeskRequest) -> HttpResponse:
    """Go through a kept backup byte by byte."""
    name = request.POST.get("name", "")
    says = f"正在核对{name}，完成后本页会显示结果。"
    return _told(request, says, lambda: actions.check_again(name, by=request.user))


def _told(request: DeskRequest, says: str, deed: Callable[[], object]) -> HttpResponse:
    try:
        deed()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, says)
    return redirect("system:index")


def _last_failure() -> Task | None:
    last = Task.objects.filter(job__in=_MAKING).order_by("-pk").first()
    return last if last is not None and last.state == State.FAILED else None


def _free(folder: Path) -> int:
    return shutil.disk_usage(_there(folder)).free


def _is_same_disk() -> bool:
    """Whether a broken disk would take the backups with it."""
    return _there(settings.BACKUPS).stat().st_dev == Path(settings.DATA).stat().st_dev


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it where it is not made yet."""
    return next(one for one in (folder, *folder.parents) if one.exists())
