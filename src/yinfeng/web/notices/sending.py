"""Digests are sent: whatever waits for one person or one group goes out as one message.

So a robot gets one message a run, far below the twenty a minute at which group chats block it. A
message is noted as being sent before it is sent: whoever is killed between leaves it to the next
run, which sends it again under the same number (a mail program shows it once).
"""

import smtplib
import uuid
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TypeAlias

from apprise import Apprise
from django.conf import settings
from django.core.mail import EmailMessage

from yinfeng.web.notices.models import Posting, Wish

Hold: TypeAlias = Callable[[], AbstractContextManager[None]]
State = Posting.State

_TRIES = 5
_PAUSE = timedelta(minutes=10)
# The smallest of the group chats takes 2,048 bytes.
_BYTES = 1800
_PENDING = 2000


def send_due(hold: Hold, now: datetime) -> tuple[int, int]:
    """Send what is due; how many messages went out and how many did not."""
    with hold():
        Posting.objects.filter(state=State.SENDING).update(state=State.WAITING)
    sent = failed = 0
    for postings in _by_target(now):
        number = postings[0].message or uuid.uuid4().hex
        ours = Posting.objects.filter(pk__in=[posting.pk for posting in postings])
        with hold():
            ours.update(state=State.SENDING, message=number)
        is_sent = _send(postings, number)
        with hold():
            if is_sent:
                ours.update(state=State.SENT)
            else:
                _put_off(postings, now)
        sent, failed = sent + is_sent, failed + (not is_sent)
    return sent, failed


def _by_target(now: datetime) -> Iterator[list[Posting]]:
    """What is due, for each person and robot; what was begun stays together under its number."""
    waiting = Posting.objects.due(now).select_related("notice__to", "robot")[:_PENDING]
    targets: dict[tuple[int | None, int | None, str], list[Posting]] = {}
    for posting in waiting:
        target = (posting.robot_id, posting.notice.to_id, posting.message)
        targets.setdefault(target, []).append(posting)
    yield from targets.values()


def _put_off(postings: Sequence[Posting], now: datetime) -> None:
    for posting in postings:
        posting.tries += 1
        posting.state = State.FAILED if posting.tries >= _TRIES else State.WAITING
        posting.due = now + _PAUSE * posting.tries
        posting.message = ""
        # Actions hold the transaction; this writes what they ask for.
        Posting.objects.filter(pk=posting.pk).update(
            tries=posting.tries, state=posting.state, due=posting.due, message=""
        )


def _send(postings: Sequence[Posting], number: str) -> bool:
    lines = [str(posting.notice) for posting in postings]
    title = f"引凤：{len(lines)}条通知"
    if robot := postings[0].robot:
        return _to_robot(robot.address, title, digest(lines, _BYTES))
    to = Wish.objects.filter(user=postings[0].notice.to_id).first()
    return to is not None and bool(to.mail) and _by_mail(to.mail, title, lines, number)


def digest(lines: Sequence[str], most: int) -> str:
    """As many lines as fit, and how many there are where not all of them do."""
    fitting: list[str] = []
    size = 0
    for number, line in enumerate(lines, 1):
        says = f"{number}. {line}"
        size += len(says.encode()) + 1
        if size > most:
            return "\n".join([*fitting, f"……共{len(lines)}条，请登录引凤查看。"])
        fitting.append(says)
    return "\n".join(fitting)


def _to_robot(address: str, title: str, body: str) -> bool:
    robots = Apprise()
    with warnings.catch_warnings():
        # The library loads its senders here, one of them by a module that is going out of use.
        warnings.simplefilter("ignore", DeprecationWarning)
        is_known = robots.add(address)
    return bool(is_known) and bool(robots.notify(title=title, body=body))


def _by_mail(to: str, title: str, lines: Sequence[str], number: str) -> bool:
    message = EmailMessage(
        subject=title,
        body="\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
        + "\n\n请登录引凤查看和办理。",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        headers={"Message-ID": f"<{number}@yinfeng>"},
    )
    try:
        return bool(message.send())
    except (smtplib.SMTPException, OSError):
        return False
