"""Whether anybody works on the queue, so that a page can say so instead of waiting in silence."""

from datetime import datetime, timedelta

from yinfeng.web.work.job import jobs
from yinfeng.web.work.models import State, Task, Worker

_SEEN_WITHIN = timedelta(seconds=45)


def is_worked_on(now: datetime) -> bool:
    """Whether a worker has shown itself lately."""
    return Worker.objects.filter(seen__gte=now - _SEEN_WITHIN).exists()


def standing(now: datetime) -> str:
    """The queue in a line, for whoever watches a worker: 排队2项；读取材料 3/12."""
    waiting = Task.objects.filter(state=State.WAITING, due__lte=now).count()
    running = Task.objects.filter(state=State.RUNNING).order_by("pk")
    says = [f"排队{waiting}项", *map(_running, running)]
    return "；".join(says) if waiting or len(says) > 1 else "没有要做的任务"


def titled(task: Task) -> str:
    """What an office calls the task."""
    return jobs()[task.job].title if task.job in jobs() else task.job


def _running(task: Task) -> str:
    return f"{titled(task)} {task.done}/{task.total}" if task.total else f"正在{titled(task)}"
