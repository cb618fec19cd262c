"""What is done to the queue: tasks are asked for, begun, kept alive, ended, put back, scheduled.

A task is asked for in the transaction that makes it needed: rolled back with it, committed with
it. Whoever runs a task holds it under a token; who has lost it can write nothing more of it.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from yinfeng.values.form import Json
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.job import Job, jobs
from yinfeng.web.work.models import Slot, State, Task, Worker

STALE = timedelta(minutes=2)
KEPT = timedelta(days=90)
SCHEDULED_KEPT = timedelta(days=3)
_SCHEDULE = "schedule"
_FIRST_PAUSE = timedelta(seconds=10)
_PAUSE_GROWS = 4
_INTERRUPTED = "处理时程序意外中断（断电、被终止或内存不足）。"
_SUPERSEDED = "之后又提交了同样的任务，由后一个接替。"


class Overtaken(Exception):
    """The task was given to another worker, because this one had not shown itself for long."""


def enqueue(
    job: str,
    *,
    key: str = "",
    unit: OrgUnit | None = None,
    by: User | None = None,
    due: datetime | None = None,
    **arguments: Json,
) -> Task:
    """The task, which waits; where one of the same job and *key* waits already, that one."""
    assert job in jobs(), f"no job is called {job}"
    now = timezone.now()
    task = Task(job=job, key=key, unit=unit, by=by, arguments=arguments, asked=now, due=due or now)
    task.rank = jobs()[job].rank
    twins = Task.objects.filter(job=job, key=key, state=State.WAITING)
    if key and (twin := twins.first()):
        return twin
    try:
        with transaction.atomic():
            task.save(force_insert=True)
    except IntegrityError:
        # Asked for twice in the same moment: the other was first.
        if not key or (twin := twins.first()) is None:
            raise
        return twin
    return task


def begin(place: str, now: datetime) -> Task | None:
    """The task that is due longest, now held by the worker at *place*."""
    if not Task.objects.due(now).exists():
        return None
    with transaction.atomic():
        free = Task.objects.select_for_update(skip_locked=True, of=("self",)).due(now)
        task = free.first()
        if task is None:
            return None
        task.state, task.attempts = State.RUNNING, task.attempts + 1
        task.worker = f"{place} {secrets.token_hex(8)}"
        task.started = task.heartbeat = now
        task.ended, task.done, task.total, task.says, task.trace = None, 0, 0, "", ""
        task.save()
    return task


@contextmanager
def held(task: Task) -> Iterator[None]:
    """A transaction in which the task is surely still this worker's."""
    with transaction.atomic():
        mine = Task.objects.select_for_update().filter(pk=task.pk, worker=task.worker)
        if not mine.filter(state=State.RUNNING).exists():
            raise Overtaken
        yield


def beat(task: Task, now: datetime, **progress: int) -> bool:
    """Show that the task is being worked on; whether it is still this worker's."""
    mine = Task.objects.filter(pk=task.pk, worker=task.worker, state=State.RUNNING)
    return bool(mine.update(heartbeat=now, **progress))


def finish(task: Task, now: datetime, says: str) -> bool:
    """Note what came of the task; whether it was still this worker's to note."""
    mine = Task.objects.filter(pk=task.pk, worker=task.worker, state=State.RUNNING)
    return bool(mine.update(state=State.DONE, ended=now, says=says))


@transaction.atomic
def fail(
    task: Task, now: datetime, says: str, *, trace: str = "", may_succeed_later: bool = True
) -> bool:
    """Put the task back for another try after a pause, or give it up; whether it was ours."""
    mine = Task.objects.select_for_update().filter(pk=task.pk, worker=task.worker)
    row = mine.filter(state=State.RUNNING).first()
    if row is None:
        return False
    _stop(row, now, says, trace, may_succeed_later=may_succeed_later)
    return True


@transaction.atomic
def put_back(now: datetime, is_gone: Callable[[str], bool]) -> int:
    """Put back the tasks whose worker is gone or has been silent for long; how many."""
    running = Task.objects.select_for_update(skip_locked=True).filter(state=State.RUNNING)
    count = 0
    for row in running:
        silent = row.heartbeat is None or now - row.heartbeat > STALE
        if silent or is_gone(row.worker):
            _stop(row, now, _INTERRUPTED, "", may_succeed_later=True)
            count += 1
    return count


def _stop(row: Task, now: datetime, says: str, trace: str, *, may_succeed_later: bool) -> None:
    job = jobs().get(row.job)
    row.says, row.trace, row.ended, row.worker = says, trace, now, ""
    if job is None or not may_succeed_later or row.attempts >= job.tries:
        row.state = State.FAILED
    elif row.key and Task.objects.filter(job=row.job, key=row.key, state=State.WAITING).exists():
        row.state, row.says = State.DONE, _SUPERSEDED
    else:
        row.state, row.due = State.WAITING, now + pause_after(row.attempts)
    row.save()


def pause_after(attempts: int) -> timedelta:
    """How long a task waits after so many tries: 10 s, 40 s, 160 s, …"""
    pause: timedelta = _FIRST_PAUSE * _PAUSE_GROWS ** (attempts - 1)
    return pause


@transaction.atomic
def try_again(task: Task, *, by: User) -> Task:
    """Let a task that was given up be tried once more, from the beginning."""
    require(by, "work.retry", task.unit)
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if task.state != State.FAILED:
        raise Refused("这项任务没有失败，或者已经有人让它重新执行了。")
    if task.key and Task.objects.filter(job=task.job, key=task.key, state=State.WAITING).exists():
        raise Refused("同样的任务已在等待执行，不必重复。")
    task.state, task.attempts, task.due = State.WAITING, 0, timezone.now()
    task.save(update_fields=["state", "attempts", "due"])
    record(by, "work.retry", task, unit=task.unit, job=task.job)
    return task


def tick(now: datetime) -> int:
    """Ask for every scheduled job that is due; how many. What was missed is done once."""
    return sum(_open(job, now) for job in jobs().values() if job.when is not None)


@transaction.atomic
def _open(job: Job, now: datetime) -> bool:
    assert job.when is not None
    first = job.when.after(now)
    slot, is_new = Slot.objects.get_or_create(job=job.name, defaults={"due": first})
    if is_new or slot.due > now:
        return False
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if slot.due > now:
        return False
    is_idle = job.is_idle()
    if not is_idle:
        enqueue(job.name, key=_SCHEDULE)
    slot.due = job.when.after(now)
    slot.save(update_fields=["due"])
    return not is_idle


def show(place: str, now: datetime) -> None:
    """Note that the worker at *place* is there; forget those that have long been silent."""
    Worker.objects.update_or_create(
        place=place, defaults={"seen": now}, create_defaults={"since": now, "seen": now}
    )
    Worker.objects.filter(seen__lt=now - timedelta(days=1)).delete()


def tidy(now: datetime) -> int:
    """Forget tasks that were done long ago, and scheduled ones sooner; how many."""
    done = Task.objects.filter(state=State.DONE)
    old = Q(ended__lt=now - KEPT) | Q(key=_SCHEDULE, ended__lt=now - SCHEDULED_KEPT)
    gone, _ = done.filter(old).delete()
    return gone
