"""Addresses are allowed, hooks made and ended, deliveries gathered from the trail and noted."""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yinfeng.web.desks.hooks.models import Allowed, Delivery, Hook
from yinfeng.web.desks.hooks.sending import Answer, place_of
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.sealing import sealed
from yinfeng.web.shell.events import chain_end, record
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.work.actions import enqueue

_AT_ONCE = 500
State = Delivery.State


@transaction.atomic
def allow(host: str, port: int, *, by: User, why: str) -> Allowed:
    """Let this server be told."""
    require(by, "hooks.allow")
    host = host.strip().lower()
    if Allowed.objects.filter(host=host, port=port, ended=None).exists():
        raise Refused(f"{host}:{port}已经允许。")
    made = Allowed.objects.create(host=host, port=port, why=why, by=by)
    record(by, "hooks.allow", made, unit=by.unit, reason=why, host=host, port=port)
    return made


@transaction.atomic
def forbid(allowed: Allowed, *, by: User, now: datetime) -> Allowed:
    """Let it be told no longer."""
    require(by, "hooks.allow")
    allowed = Allowed.objects.select_for_update(of=("self",)).get(pk=allowed.pk)
    if allowed.ended is not None:
        raise Refused("这个地址已经停用。")
    allowed.ended = now
    allowed.save(update_fields=["ended"])
    record(by, "hooks.forbid", allowed, unit=by.unit)
    return allowed


@transaction.atomic
def add(
    name: str, *, by: User, unit: OrgUnit, address: str, desks: Sequence[str]
) -> tuple[Hook, str]:
    """A hook that is told from now on, and its secret, which is told this once."""
    require(by, "hooks.keep", unit)
    if not desks:
        raise Refused("请至少选一项内容。")
    _refuse_closed(address)
    secret = secrets.token_urlsafe(32)
    hook = Hook.objects.create(
        unit=unit,
        name=name,
        address=address,
        secret=sealed(secret),
        desks=sorted(desks),
        by=by,
        cursor=chain_end()[0],
    )
    record(by, "hooks.add", hook, unit=unit, name=name, address=address, desks=hook.desks)
    return hook, secret


@transaction.atomic
def end(hook: Hook, *, by: User, now: datetime) -> Hook:
    """Tell it no longer."""
    require(by, "hooks.keep", hook.unit)
    hook = Hook.objects.select_for_update(of=("self",)).get(pk=hook.pk)
    if hook.ended is not None:
        raise Refused("这个推送已经停用。")
    hook.ended = now
    hook.save(update_fields=["ended"])
    record(by, "hooks.end", hook, unit=hook.unit)
    return hook


@transaction.atomic
def send_again(delivery: Delivery, *, by: User) -> Delivery:
    """Try once more what was given up."""
    require(by, "hooks.keep", delivery.hook.unit)
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if delivery.state != State.FAILED:
        raise Refused("只有未送达的才需要重新推送。")
    delivery.state = State.WAITING
    delivery.save(update_fields=["state"])
    _ask(delivery)
    record(by, "hooks.send_again", delivery, unit=delivery.hook.unit)
    return delivery


def gather() -> int:
    """A delivery for each event that a hook waits for; inside the transaction of its task."""
    return sum(_gathered(hook) for hook in Hook.objects.standing().select_related("unit"))


def _gathered(hook: Hook) -> int:
    hook = Hook.objects.select_for_update(of=("self",)).select_related("unit").get(pk=hook.pk)
    later = Event.objects.filter(number__gt=hook.cursor).order_by("number")
    last = later.values_list("number", flat=True)[:_AT_ONCE]
    numbers = list(last)
    if not numbers:
        return 0
    own = later.filter(number__lte=numbers[-1], unit__in=OrgUnit.objects.under(hook.unit))
    told = [event for event in own if event.action.partition(".")[0] in hook.desks]
    for event in told:
        _ask(Delivery.objects.create(hook=hook, event=event))
    hook.cursor = numbers[-1]
    hook.save(update_fields=["cursor"])
    return len(told)


def _ask(delivery: Delivery) -> None:
    enqueue(
        "hooks.send",
        key=str(delivery.pk),
        unit=delivery.hook.unit,
        by=delivery.hook.by,
        delivery=delivery.pk,
    )


def open_address(hook: Hook) -> str:
    """Where the hook is told, if that is still allowed."""
    if hook.ended is not None:
        raise Refused("这个推送已经停用。")
    _refuse_closed(hook.address)
    return hook.address


def note(delivery: Delivery, answer: Answer, *, now: datetime, is_last: bool) -> None:
    """What came of one try."""
    delivery.tries, delivery.tried = delivery.tries + 1, now
    delivery.status, delivery.says = answer.status or None, answer.says[:300]
    if answer.is_received:
        delivery.state = State.SENT
    elif is_last:
        delivery.state = State.FAILED
    delivery.save()


def body_of(delivery: Delivery) -> bytes:
    """What is told: which thing of which office underwent what; its content is asked for."""
    event = delivery.event
    told = {
        "delivery": delivery.pk,
        "event": event.number,
        "at": event.at.isoformat(),
        "action": event.action,
        "kind": event.kind,
        "key": event.key,
        "label": event.label,
        "unit": event.unit.name if event.unit else "",
        "request": event.request,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _refuse_closed(address: str) -> None:
    host, port = place_of(address)
    if not Allowed.objects.filter(host=host, port=port, ended=None).exists():
        raise Refused(f"{host}:{port}不在允许的推送地址里，请先找系统管理员登记。")
