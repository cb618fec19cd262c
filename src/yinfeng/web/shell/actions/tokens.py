"""Tokens of programs: issued by their owner, shown once, hashed at rest, and taken back."""

import secrets
import string
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from yinfeng.web.people.may import require
from yinfeng.web.people.models import Token, User
from yinfeng.web.people.sealing import digest
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

MARK = "yf"
LONGEST_DAYS = 365
_PREFIX = 8
_MOST = 20
_LETTERS = string.ascii_lowercase + string.digits


@transaction.atomic
def issue_token(
    user: User, *, name: str, scopes: Collection[str], days: int, now: datetime
) -> tuple[Token, str]:
    """A token of the user's, and its words, which are told this once."""
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(f"有效期须在1至{LONGEST_DAYS}天之间。")
    if not scopes:
        raise Refused("请至少选一项范围。")
    if user.tokens.open_at(now).count() >= _MOST:
        raise Refused(f"有效的令牌已有{_MOST}个，请先撤销不用的。")
    prefix = "".join(secrets.choice(_LETTERS) for _ in range(_PREFIX))
    secret = secrets.token_urlsafe(32)
    token = Token.objects.create(
        user=user,
        name=name,
        prefix=prefix,
        digest=digest(secret),
        scopes=sorted(scopes),
        until=now + timedelta(days=days),
    )
    told = {"name": name, "scopes": token.scopes, "until": token.until}
    record(user, "account.issue_token", token, unit=user.unit, **told)
    return token, f"{MARK}_{prefix}_{secret}"


@transaction.atomic
def end_token(token: Token, *, by: User, now: datetime) -> Token:
    """The token opens nothing any more: by its owner, or by the security administrator."""
    if token.user != by:
        require(by, "people.end_token", token.user.unit)
    token = Token.objects.select_for_update(of=("self",)).get(pk=token.pk)
    if token.ended is not None:
        raise Refused("这个令牌已经撤销。")
    token.ended = now
    token.save(update_fields=["ended"])
    record(by, "people.end_token", token, unit=token.user.unit)
    return token


@transaction.atomic
def note_use(token: Token, *, now: datetime) -> None:
    """When the token last opened something, to the hour: a write for every read is too many."""
    if token.used is None or now - token.used > timedelta(hours=1):
        token.used = now
        token.save(update_fields=["used"])


def token_of(words: str) -> Token | None:
    """The token that these words open, if it still does and its owner is still here."""
    mark, _, rest = words.partition("_")
    prefix, _, secret = rest.partition("_")
    if mark != MARK or not secret:
        return None
    held = Token.objects.open_at(timezone.now()).select_related("user__unit")
    token = held.filter(prefix=prefix, user__is_active=True).first()
    if token is None or not secrets.compare_digest(token.digest, digest(secret)):
        return None
    return token
