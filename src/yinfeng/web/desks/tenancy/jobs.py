"""What is let today is counted anew each night, as occupancies begin and end."""

from datetime import time

from django.utils import timezone

from yinfeng.web.desks.tenancy.actions import count_let
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def count(run: Run) -> str:
    """Count anew what is let."""
    with run.hold():
        changed = count_let(today=timezone.localdate())
    return f"已租面积有变化的{changed}处。"


JOBS = (Job("tenancy.count_let", "更新已租面积", count, Daily(time(0, 40))),)
