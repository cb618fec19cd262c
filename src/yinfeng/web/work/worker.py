"""The worker: one process that watches over the queue, and children that do the tasks.

The work is done in children, because a file may crash or freeze the program that reads it: the
watcher starts another child and puts the task back. Whoever is killed leaves rows behind from
which the next one goes on; nothing is kept in memory.
"""

import logging
import os
import platform
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from types import FrameType

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from yinfeng.web.work import actions
from yinfeng.web.work.health import standing
from yinfeng.web.work.job import jobs
from yinfeng.web.work.models import Task
from yinfeng.web.work.running import run

_log = logging.getLogger(__name__)
_LOOK = 0.5
_WATCH = 1.0
_BEAT = 5.0
_HOUSEKEEPING = timedelta(seconds=5)
# A child that is told to stop may end its task; after this it is stopped in the middle.
_GRACE = 15.0
_TOO_LONG = "处理超过{minutes}分钟，已停止。请把材料拆小后再试。"


def work_off(tell: Callable[[Task], None] | None = None) -> int:
    """Do every task that is due, in this process; how many were done. *tell* hears of each."""
    done = 0
    while task := actions.begin(here(), timezone.now()):
        if tell is not None:
            tell(task)
        done += run(task)
    return done


def here() -> str:
    """This process: the machine, the space in which process numbers count, the number."""
    space = Path("/proc/self/ns/pid")
    inode = space.stat().st_ino if space.exists() else 0
    return f"{platform.node()[:60]}/{inode}/{os.getpid()}"


def is_gone(worker: str) -> bool:
    """Whether the worker was a process of this machine that is no more."""
    place, _, number = worker.split(" ")[0].rpartition("/")
    if place != here().rpartition("/")[0]:
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def watch(
    children: int, *, parent: int | None = None, tell: Callable[[str], None] | None = None
) -> None:
    """Watch over the queue until told to stop, or until the process *parent* is gone.

    *tell* hears every second how the queue stands.
    """
    stopped = threading.Event()
    _stop_on_signals(stopped)
    crew: list[ForkProcess] = []
    seen: datetime | None = None
    while not stopped.is_set() and (parent is None or os.getppid() == parent):
        crew = [child for child in crew if child.is_alive()]
        for _ in range(children - len(crew)):
            crew.append(_started())
        now = timezone.now()
        if seen is None or now - seen >= _HOUSEKEEPING:
            seen = now
            _keep_house(now)
        if tell is not None:
            _tell(tell, now)
        stopped.wait(_WATCH)
    for child in crew:
        child.terminate()
    for child in crew:
        child.join(_GRACE)
        child.kill()
        child.join()


def _started() -> ForkProcess:
    # What is forked must not share a connection.
    connections.close_all()
    child = get_context("fork").Process(target=_work, args=(os.getpid(),), daemon=True)
    child.start()
    return child


def _tell(tell: Callable[[str], None], now: datetime) -> None:
    try:
        tell(standing(now))
    except (DatabaseError, InterfaceError):
        connections.close_all()


def _keep_house(now: datetime) -> None:
    try:
        actions.show(here(), now)
        actions.put_back(now, is_gone)
        actions.tick(timezone.localtime(now))
    except (DatabaseError, InterfaceError):
        _log.warning(
            "数据库暂时连不上，后台任务稍后继续。", exc_info=_log.isEnabledFor(logging.DEBUG)
        )
        connections.close_all()


def _work(watcher: int) -> None:
    stopped = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    lifeline = _Lifeline(watcher)
    lifeline.start()
    while not stopped.is_set():
        try:
            close_old_connections()
            task = actions.begin(here(), timezone.now())
            if task is None:
                stopped.wait(_LOOK)
                continue
            lifeline.task = task
            run(task)
        except (DatabaseError, InterfaceError):
            _log.warning("数据库暂时连不上，稍后继续。")
            connections.close_all()
            stopped.wait(_WATCH)
        finally:
            lifeline.task = None
    connections.close_all()


class _Lifeline(threading.Thread):
    """Shows that the task is alive; ends the process when the task or the watcher is not."""

    def __init__(self, watcher: int) -> None:
        super().__init__(daemon=True)
        self.task: Task | None = None
        self._watcher = watcher
        self._over = threading.Event()

    def run(self) -> None:
        """Beat until the process ends."""
        while not self._over.wait(_BEAT):
            if os.getppid() != self._watcher:
                os._exit(1)
            task = self.task
            if task is not None:
                self._beat(task, timezone.now())

    def _beat(self, task: Task, now: datetime) -> None:
        limit = jobs()[task.job].limit if task.job in jobs() else timedelta(0)
        try:
            if task.started and limit and now - task.started > limit:
                says = _TOO_LONG.format(minutes=int(limit.total_seconds() // 60))
                actions.fail(task, now, says, may_succeed_later=False)
                os._exit(1)
            actions.beat(task, now)
        except (DatabaseError, InterfaceError):
            # The job itself holds the database, or the database is away: the next beat will do.
            connections.close_all()
        finally:
            close_old_connections()


def _stop_on_signals(stopped: threading.Event) -> None:
    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
