"""Events are gathered every minute for whoever waits for them, and sent, again where it failed."""

from datetime import timedelta

from django.utils import timezone

from yinfeng.web.desks.hooks import actions
from yinfeng.web.desks.hooks.models import Delivery
from yinfeng.web.desks.hooks.sending import Answer, post
from yinfeng.web.people.sealing import unsealed
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.job import Every, Job
from yinfeng.web.work.running import Run

# 10 s, 40 s, 160 s … : the last of these comes some fifteen hours after the first.
_TRIES = 8


def gather(run: Run) -> str:
    """Find what is to be told."""
    with run.hold():
        return f"待推送{actions.gather()}条。"


def send(run: Run, delivery: int) -> str:
    """Tell one system of one event."""
    row = Delivery.objects.select_related("hook__unit", "event__unit").get(pk=delivery)
    if row.state != Delivery.State.WAITING:
        return row.state_label
    is_last = run.task.attempts >= _TRIES
    try:
        answer = _sent(row)
    except Refused as refusal:
        with run.hold():
            actions.note(row, Answer(0, str(refusal)), now=timezone.now(), is_last=True)
        raise
    except ConnectionError as failure:
        answer = Answer(0, str(failure))
    with run.hold():
        actions.note(row, answer, now=timezone.now(), is_last=is_last)
    if not answer.is_received:
        raise ConnectionError(f"{answer.status or '没有答复'} {answer.says}")
    return "已送达。"


def _sent(row: Delivery) -> Answer:
    address = actions.open_address(row.hook)
    return post(
        address,
        actions.body_of(row),
        secret=unsealed(row.hook.secret),
        moment=int(timezone.now().timestamp()),
        number=row.pk,
    )


JOBS = (
    Job("hooks.gather", "收集待推送的事件", gather, Every(timedelta(minutes=1)), rank=1),
    Job("hooks.send", "推送到其他系统", send, tries=_TRIES, rank=1),
)
