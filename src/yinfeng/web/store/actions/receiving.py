"""Files arrive and are read in the background: received at once, read once, each with its event.

Received is: the bytes lie on the disk, a row tells of them and a task will read them. A kill
before that leaves nothing that anybody was told of; after it, the task is done by whoever comes.
"""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from yinfeng.reading import Reading as Read
from yinfeng.reading import read
from yinfeng.values import Problem as Unread
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.store import waiting
from yinfeng.web.store.actions.taking_in import (
    Receipt,
    is_secret,
    keep_found,
    kept_already,
    note_refusal,
)
from yinfeng.web.store.classified import REFUSAL
from yinfeng.web.store.models import Arrival
from yinfeng.web.store.values import storable
from yinfeng.web.store.ways import State, Way
from yinfeng.web.work.actions import enqueue
from yinfeng.web.work.running import Run

_UNCLAIMED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file as it came."""

    name: str
    content: bytes


def receive(
    files: Iterable[Arrived],
    *,
    by: User,
    way: Way = Way.UPLOAD,
    unit: OrgUnit | None = None,
) -> str:
    """Take the files to be read in the background; the batch under which they are followed."""
    unit = unit or by.unit
    require(by, "library.take_in", unit)
    batch = uuid.uuid4().hex
    # The bytes lie on the disk before the first row: no transaction waits for a disk.
    rows = [_row(file, waiting.put(file.content), ordinal) for ordinal, file in enumerate(files, 1)]
    with transaction.atomic():
        for row in rows:
            row.batch, row.by, row.unit, row.way = batch, by, unit, way
            row.save(force_insert=True)
            row.task = enqueue("library.read", key=f"{row.pk}", unit=unit, by=by, arrival=row.pk)
            row.save(update_fields=["task"])
        record(by, "library.receive", unit, unit=unit, batch=batch, way=way, files=len(rows))
    return batch


def _row(file: Arrived, token: str, ordinal: int) -> Arrival:
    name = storable(file.name)[-255:]
    return Arrival(name=name, size=len(file.content), token=token, ordinal=ordinal)


def read_arrival(run: Run, arrival: int) -> str:
    """Read a file that came and keep what was found; what came of it in a sentence."""
    row = Arrival.objects.select_related("unit", "by").get(pk=arrival)
    if row.state == State.WAITING:
        _read(run, row)
    # Also after a kill between the last transaction and this line.
    waiting.drop(row.token)
    return _sentence(row)


def _read(run: Run, row: Arrival) -> None:
    require(row.by, "library.take_in", row.unit)
    content = waiting.get(row.token)
    kept = kept_already(hashlib.sha256(content).hexdigest(), row.unit)
    found = () if kept else tuple(_followed(run, read(content, row.name)))
    with run.hold():
        if kept is not None:
            _close(row, State.KNOWN, Receipt(kept, is_new=False))
        elif is_secret(found):
            # The name of a secret paper may be secret: the sender knows which one it was.
            row.name = ""
            note_refusal(row.by, row.unit)
            _close(row, State.REFUSED, None)
        else:
            receipt = keep_found(content, row.name, found, by=row.by, unit=row.unit)
            _close(row, State.READ if receipt.is_new else State.KNOWN, receipt)


def _followed(run: Run, found: Iterable[Read | Unread]) -> Iterator[Read | Unread]:
    for number, one in enumerate(found, 1):
        run.tell(number, 0)
        yield one


def _close(row: Arrival, state: State, receipt: Receipt | None) -> None:
    row.state = state
    if receipt is not None:
        row.upload = receipt.upload
        row.documents, row.known = receipt.documents, receipt.known
        row.facts, row.problems = receipt.facts, receipt.problems
    row.save()


def _sentence(row: Arrival) -> str:
    if row.state == State.REFUSED:
        return REFUSAL
    if row.state == State.KNOWN:
        return "已在库中，没有重复保存。"
    unread = f"，{row.problems}处没能读取" if row.problems else ""
    return f"读入{row.documents}份材料，得事实{row.facts}条{unread}。"


def clear_away() -> int:
    """Remove bytes that nobody waits for: of killed uploads and of papers that were read."""
    names = list(waiting.older_than(timezone.now() - _UNCLAIMED))
    waited = Arrival.objects.filter(state=State.WAITING, token__in=names)
    left = set(names) - set(waited.values_list("token", flat=True))
    for name in left:
        waiting.drop(name)
    return len(left)
