"""The jobs of the queue itself."""

from datetime import time

from django.utils import timezone

from yinfeng.web.work import actions
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def tidy(run: Run) -> str:
    """Forget what was done long ago."""
    with run.hold():
        return f"清理了{actions.tidy(timezone.now())}条早已完成的任务记录。"


JOBS = (Job("work.tidy", "清理旧任务记录", tidy, Daily(time(3, 30))),)
