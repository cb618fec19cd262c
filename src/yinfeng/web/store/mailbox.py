"""The mail box: unread letters are taken in with what is attached, then marked as read.

A letter from a person of the house (by the address that the person gave) is that person's; any
other belongs to the person who answers for the box. One that is refused gets a flag. A letter that
was taken in and not marked, because somebody was killed between, is known by its bytes.
"""

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from django.db import transaction

from yinfeng.intake.limits import MAX_FILE
from yinfeng.web.notices.actions import tell
from yinfeng.web.notices.models import Wish
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions.taking_in import take_in
from yinfeng.web.store.folder import Collected

_AT_ONCE = 50
_SECONDS = 30
_SECURE = "imaps"


class BoxFailed(Exception):
    """The box answered that it cannot do what it was asked."""


def collect_mail(address: str, *, by: User) -> Collected:
    """Take in the unread letters of the box at imaps://user:password@host/INBOX."""
    done = Collected()
    with _opened(address) as box:
        for number in _unread(box)[:_AT_ONCE]:
            letter = _letter(box, number)
            why = _taken(letter, by) if letter else "邮件太大，没有读取。"
            flags = r"(\Seen \Flagged)" if why else r"(\Seen)"
            box.uid("STORE", number, "+FLAGS", flags)
            if why:
                done.left += 1
                _say(by, why)
            else:
                done.taken += 1
    return done


@contextmanager
def _opened(address: str) -> "Iterator[imaplib.IMAP4]":
    parts = urlsplit(address)
    kind = imaplib.IMAP4_SSL if parts.scheme == _SECURE else imaplib.IMAP4
    port = parts.port or (993 if parts.scheme == _SECURE else 143)
    with kind(parts.hostname or "localhost", port, timeout=_SECONDS) as box:
        try:
            box.login(unquote(parts.username or ""), unquote(parts.password or ""))
            answer, _ = box.select(unquote(parts.path.strip("/")) or "INBOX")
        except imaplib.IMAP4.error as failure:
            raise BoxFailed(str(failure)) from failure
        if answer != "OK":
            raise BoxFailed(answer)
        yield box


def _unread(box: imaplib.IMAP4) -> list[str]:
    _, found = box.uid("SEARCH", "UNSEEN")
    return [number.decode() for number in (found[0] or b"").split()]


def _letter(box: imaplib.IMAP4, number: str) -> bytes | None:
    """The bytes of a letter, unless there are too many."""
    _, told = box.uid("FETCH", number, "(RFC822.SIZE)")
    size = b" ".join(part for part in told if isinstance(part, bytes))
    digits = size.partition(b"RFC822.SIZE ")[2].split(b")")[0].split()
    if digits and int(digits[0]) > MAX_FILE:
        return None
    _, parts = box.uid("FETCH", number, "(BODY.PEEK[])")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)


def _taken(letter: bytes, by: User) -> str:
    """Nothing where the letter was taken in, else why not."""
    told = message_from_bytes(letter, policy=policy.default)
    subject = "".join(c for c in str(told["subject"] or "") if c.isprintable() and c not in "/\\")
    who = _sender(parseaddr(str(told["from"] or ""))[1]) or by
    try:
        take_in(letter, f"{subject.strip()[:100] or '无主题'}.eml", by=who)
    except Refused as refusal:
        return str(refusal)
    return ""


def _sender(address: str) -> User | None:
    wishes = Wish.objects.filter(mail__iexact=address).select_related("user__unit")
    people = [wish.user for wish in wishes if may(wish.user, "library.take_in", wish.user.unit)]
    # An address is no proof of a person: it decides whose paper it is, never what may be seen.
    return people[0] if address and len(people) == 1 else None


@transaction.atomic
def _say(by: User, why: str) -> None:
    tell([by], kind="mailbox", says=f"收件邮箱里有一封邮件未收，已加旗标：{why}", unit=by.unit)
