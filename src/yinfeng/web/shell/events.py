"""One event an action, written in the action's own transaction and chained to the one before.

Each seal is keyed (HMAC-SHA256), so that who can write to the database but has not the key cannot
make a chain that holds. Restoring a whole older database is not found out by the chain alone: the
last seal, which `yinfeng manage audit verify` prints, belongs on paper or in another building.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.utils import timezone

from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.reasons import NEEDS_REASON
from yinfeng.web.shell.middleware import current_hand, current_request
from yinfeng.web.shell.models import Event, Head
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.rows import insert

_HEAD: Final = 1
_LABEL: Final = 200
_NAME: Final = 90


def record(
    by: User | None,
    action: str,
    thing: models.Model,
    *,
    unit: OrgUnit | None = None,
    before: Mapping[str, object] | None = None,
    reason: str = "",
    **after: object,
) -> Event:
    """The event of an action on *thing*; *by* is None for what the system does by itself."""
    made = _chained([_event(by, action, thing, unit, before, reason, after)])
    made[0].save(force_insert=True)
    return made[0]


def record_many(
    by: User | None,
    action: str,
    things: Sequence[tuple[models.Model, OrgUnit | None, Mapping[str, object]]],
) -> None:
    """The events of one action on many things, each with its unit and what it is now."""
    made = [_event(by, action, thing, unit, None, "", after) for thing, unit, after in things]
    insert(Event, _chained(made))


def _event(
    by: User | None,
    action: str,
    thing: models.Model,
    unit: OrgUnit | None,
    before: Mapping[str, object] | None,
    reason: str,
    after: Mapping[str, object],
) -> Event:
    if action in NEEDS_REASON and not reason.strip():
        raise Refused("请写明理由。")
    return Event(
        at=timezone.now(),
        actor=by,
        actor_name=_called(by),
        action=action,
        kind=thing._meta.label_lower,
        key=str(thing.pk),
        label=str(thing)[:_LABEL],
        unit=unit,
        before=_plain(before or {}),
        after=_plain(after),
        reason=reason.strip(),
        request=current_request(),
    )


def _chained(events: list[Event]) -> list[Event]:
    """The events with their numbers and seals, at the end of the chain, which is held."""
    assert connection.in_atomic_block, "an event belongs in its action's transaction"
    head = Head.objects.select_for_update().get(pk=_HEAD)
    for event in events:
        event.number, event.previous = head.count + 1, head.last
        event.seal = _seal_of(event)
        head.count, head.last = event.number, event.seal
    head.seal = _seal(head.count, head.last)
    head.save()
    return events


def faults(since: str | None = None) -> Iterator[str]:
    """What is wrong with the chain, in sentences; *since* is a seal that must still be on it."""
    expected, previous = 1, ""
    if since and not Event.objects.filter(seal=since).exists():
        yield "抄存的封印不在链上：数据库被换成了旧的或别的。"
    for event in Event.objects.order_by("number").iterator(chunk_size=2000):
        if event.number != expected:
            yield f"第{expected}条至第{event.number - 1}条事件缺失。"
        elif event.previous != previous:
            yield f"第{event.number}条事件与前一条接不上，次序被改动过。"
        if event.seal != _seal_of(event):
            yield f"第{event.number}条事件（{event.action}）的内容被改动过。"
        expected, previous = event.number + 1, event.seal
    head = Head.objects.filter(pk=_HEAD).first()
    if head is None or (expected > 1 and head.seal != _seal(head.count, head.last)):
        yield "链尾的封印被改动过。"
    elif (head.count, head.last) != (expected - 1, previous):
        yield f"链尾记有{head.count}条事件，实有{expected - 1}条，末尾的事件被删过。"


def chain_end() -> tuple[int, str]:
    """How many events there are, and the last seal."""
    head = Head.objects.get(pk=_HEAD)
    return head.count, head.last


def _called(by: User | None) -> str:
    """The person, and the token where a program acts for the person."""
    if by is None:
        return "系统"
    hand = current_hand()
    return f"{by.name[: _NAME - len(hand) - len(by.username) - 2]}（{by.username}{hand}）"


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    plain: dict[str, object] = json.loads(json.dumps(dict(values), cls=DjangoJSONEncoder))
    return plain


def _seal_of(event: Event) -> str:
    return _seal(
        event.number,
        event.at.isoformat(),
        event.actor_id,
        event.actor_name,
        event.action,
        event.kind,
        event.key,
        event.label,
        event.unit_id,
        event.before,
        event.after,
        event.reason,
        event.request,
        event.previous,
    )


def _seal(*says: object) -> str:
    words = json.dumps(says, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    key = str(settings.AUDIT_KEY).encode()
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()
