"""The nightly comparison of the index with what can be found."""

from datetime import time, timedelta

from yinfeng.web.search.actions import all_kinds, catch_up, forget_unknown
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def refresh(run: Run) -> str:
    """Put in what is missing, drop what is gone; each chunk by itself, so a kill loses nothing."""
    count, step = 0, 0
    for kind in all_kinds():
        for some in catch_up(kind):
            count, step = count + some, step + 1
            run.tell(step, 0)
    return f"检索索引已核对，更新{count}条，清除{forget_unknown()}条。"


JOBS = (
    Job(
        "search.refresh",
        "核对检索索引",
        refresh,
        Daily(time(1, 30)),
        limit=timedelta(hours=6),
        rank=7,
    ),
)
