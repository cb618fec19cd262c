"""Digests go out each minute of the working hours, if something waits."""

from datetime import timedelta

from django.utils import timezone

from yinfeng.web.notices.hours import next_open
from yinfeng.web.notices.models import Posting
from yinfeng.web.notices.sending import send_due
from yinfeng.web.work.job import Every, Job
from yinfeng.web.work.running import Run


def send(run: Run) -> str:
    """Send what is due, in working hours only."""
    now = timezone.localtime()
    if next_open(now) != now:
        return "不在工作时间，通知留到上班后发送。"
    sent, failed = send_due(run.hold, now)
    return f"发出{sent}封通知" + (f"，{failed}封没有发出，稍后再试。" if failed else "。")


JOBS = (
    Job(
        "notices.send",
        "发送通知",
        send,
        Every(timedelta(minutes=1)),
        rank=1,
        is_idle=lambda: not Posting.objects.due(timezone.now()).exists(),
    ),
)
