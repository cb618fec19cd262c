"""A backup is asked for, and a kept one is gone through byte by byte; the queue does both."""

from django.db import transaction

from yinfeng.web.backup.kept import path_of
from yinfeng.web.people.may import is_at_the_top, require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.models import State, Task

_OF_ALL = "备份的是整个系统，只有最上级单位的系统管理员能做。"


@transaction.atomic
def back_up(*, by: User) -> Task:
    """The task that saves the house now."""
    require(by, "system.back_up")
    _refuse_below_the_top(by)
    if Task.objects.filter(job="backup.now", state__in=(State.WAITING, State.RUNNING)).exists():
        raise Refused("已经有一次备份在进行，请等它完成。")
    task = enqueue("backup.now", key="now", by=by)
    record(by, "system.back_up", task)
    return task


@transaction.atomic
def check_again(name: str, *, by: User) -> Task:
    """The task that checks every hash of a kept backup."""
    require(by, "system.check_backup")
    _refuse_below_the_top(by)
    if path_of(name) is None:
        raise Refused(f"备份文件夹里没有{name}，可能已被清理。请刷新本页。")
    task = enqueue("backup.check", key=name, by=by, name=name)
    record(by, "system.check_backup", task, file=name)
    return task


def _refuse_below_the_top(by: User) -> None:
    if not is_at_the_top(by, "system.read"):
        raise Refused(_OF_ALL)
