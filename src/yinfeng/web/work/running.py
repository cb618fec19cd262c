"""One task, run to its end: what it returns is noted, what it raises becomes a sentence.

What a person can mend (磁盘已满, 数据库连不上) is told as such; what is our own mistake is told
with the number of the task, and keeps its trace for whoever looks after the house.
"""

import errno
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from yinfeng.web.shell.faults import DISK_FULL, is_disk_full
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work import actions
from yinfeng.web.work.actions import Overtaken
from yinfeng.web.work.job import jobs
from yinfeng.web.work.models import Task

_log = logging.getLogger(__name__)
_TOLD_EVERY = timedelta(seconds=1)
_UNKNOWN = "程序里没有这种任务：可能装回了旧版本。请升级后重新执行。"
_DATABASE = "数据库暂时连不上或正忙，稍后会自动重试。"
_ANSWERS = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EACCES: "没有读写文件的权限。请系统管理员检查数据文件夹的权限。",
    errno.ENOENT: "要用的文件不见了。请系统管理员检查数据文件夹。",
    errno.EROFS: "磁盘是只读的，写不进去。请系统管理员检查磁盘。",
}


class Run:
    """A task in the hands of its function."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._told: datetime | None = None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """A transaction in which the task is surely still ours; every write belongs into one."""
        with actions.held(self.task):
            yield

    def tell(self, done: int, total: int) -> None:
        """How far the work is, noted once a second at most, and never inside `hold`."""
        now = timezone.now()
        if self._told is None or now - self._told >= _TOLD_EVERY:
            self._told = now
            if not actions.beat(self.task, now, done=done, total=total):
                raise Overtaken


def run(task: Task) -> bool:
    """Do the task; whether it was done."""
    job = jobs().get(task.job)
    if job is None:
        actions.fail(task, timezone.now(), _UNKNOWN, may_succeed_later=False)
        return False
    try:
        says = job.work(Run(task), **task.arguments)
    except Overtaken:
        return False
    except Refused as refusal:
        actions.fail(task, timezone.now(), str(refusal), may_succeed_later=False)
    except PermissionDenied:
        says = "提交这项任务的人已没有相应权限。请有权限的人重新提交。"
        actions.fail(task, timezone.now(), says, may_succeed_later=False)
    except Exception as failure:
        _log.warning("task %s (%s) failed", task.pk, task.job, exc_info=True)
        trace = "".join(traceback.format_exception(failure))
        actions.fail(task, timezone.now(), sentence(failure, task), trace=trace)
    else:
        return actions.finish(task, timezone.now(), says)
    return False


def sentence(failure: Exception, task: Task) -> str:
    """What went wrong, for a person."""
    if is_disk_full(failure):
        return DISK_FULL
    if isinstance(failure, OperationalError | InterfaceError):
        return _DATABASE
    if isinstance(failure, OSError) and failure.errno in _ANSWERS:
        return _ANSWERS[failure.errno]
    if isinstance(failure, MemoryError):
        return "内存不足。请减少同时处理的材料，或增加内存。"
    if isinstance(failure, ConnectionError | TimeoutError):
        return "对方服务器连不上，稍后会自动重试。"
    return f"程序出错（{type(failure).__name__}）。请把任务编号{task.pk}告诉系统管理员。"
