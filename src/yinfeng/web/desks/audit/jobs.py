"""The trail is checked every night; what was found is itself an event."""

from datetime import time

from yinfeng.web.desks.audit import actions
from yinfeng.web.work.job import Daily, Job
from yinfeng.web.work.running import Run


def verify(run: Run) -> str:
    """Check the chain from end to end."""
    event = actions.verify(by=run.task.by)
    found = event.after["faults"]
    if found:
        return "事件链不完整：" + "；".join(found)
    return f"事件链完整，共{event.after['count']}条。"


JOBS = (Job("audit.verify", "核验事件链", verify, Daily(time(2, 30))),)
