"""Days of checks are reckoned anew early each day, and who has to know of them is told."""

from datetime import time

from django.utils import timezone

from yinfeng.web.desks.standard.actions import reckon_all, remind
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def follow(run: Run) -> str:
    """Reckon the days, then tell of those that come."""
    today = timezone.localdate()
    with run.hold():
        changed = reckon_all(today=today)
        told = remind(today=today)
    return f"重算{changed}项核查日期，新发{told}条提醒。"


JOBS = (Job("standard.follow", "标准地核查提醒", follow, Daily(time(6, 20))),)
