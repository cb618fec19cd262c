"""Backups at night and when asked for; each is read again and checked as soon as it is made."""

from datetime import time, timedelta

from django.db import connection
from django.utils import timezone

from yinfeng.web.backup.kept import CHECK, path_of
from yinfeng.web.backup.restoring import check as checked
from yinfeng.web.backup.saving import save_for_the_night
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run

_LIMIT = timedelta(hours=6)


def backup(run: Run) -> str:
    """Save the house; a backup that was broken off leaves nothing behind."""
    saved = save_for_the_night(timezone.now(), lambda done, total: _tell(run, done, total))
    name = saved.path.name
    with run.hold():
        enqueue(CHECK, key=name, by=run.task.by, name=name)
    return str(saved)


def check(run: Run, name: str) -> str:
    """Whether the backup of that name is whole; one that is not fails, and says so."""
    path = path_of(name)
    if path is None:
        raise Refused(f"备份文件夹里没有{name}，可能已被清理。")
    return checked(path, run.tell)


def _tell(run: Run, done: int, total: int) -> None:
    # Where the moment of the database is a transaction, nothing can be written inside it.
    if not connection.in_atomic_block:
        run.tell(done, total)


JOBS = (
    Job("backup.nightly", "夜间备份", backup, Daily(time(2)), limit=_LIMIT, rank=3),
    Job("backup.now", "立即备份", backup, limit=_LIMIT, tries=1),
    Job(CHECK, "核对备份", check, limit=_LIMIT, rank=3, tries=1),
)
