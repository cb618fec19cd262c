"""The nightly backup."""

from datetime import time, timedelta

from django.utils import timezone

from yinfeng.web.backup.saving import save_for_the_night
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def backup(run: Run) -> str:  # noqa: ARG001
    """Save the house; a backup that was broken off leaves nothing behind."""
    return str(save_for_the_night(timezone.now()))


JOBS = (
    Job("backup.nightly", "夜间备份", backup, Daily(time(2)), limit=timedelta(hours=6), rank=3),
)
