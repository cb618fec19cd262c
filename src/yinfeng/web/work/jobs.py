"""The jobs of the queue itself."""

from datetime import time

from django.db import connection
from django.utils import timezone

from yinfeng.web.work import actions
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def tidy(run: Run) -> str:
    """Forget what was done long ago."""
    with run.hold():
        return f"清理了{actions.tidy(timezone.now())}条早已完成的任务记录。"


def weigh(run: Run) -> str:
    """Let SQLite see how its tables have grown, so that it goes by the right index.

    PostgreSQL does so by itself. Of each index a thousand rows are looked at: a moment's work.
    """
    if connection.vendor == "sqlite":
        with run.hold(), connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")
    return "索引统计已更新。"


JOBS = (
    Job("work.weigh", "更新索引统计", weigh, Daily(time(3, 35))),
    Job("work.tidy", "清理旧任务记录", tidy, Daily(time(3, 30))),
)
