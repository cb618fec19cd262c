"""A note in the journal, on one record or on many at once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import models, transaction

from yinfeng.web.lists.models import Note, NotePlace
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def note(
    things: Sequence[models.Model],
    *,
    by: User,
    unit: OrgUnit,
    severity: str,
    says: str,
    now: datetime,
) -> Note:
    """Note something on these records, which the person has found within the own scope."""
    require(by, "lists.note", unit)
    if not says.strip():
        raise Refused("请写明要记的内容。")
    if not things:
        raise Refused("请先勾选要记的记录。")
    made = Note.objects.create(severity=severity, says=says.strip(), unit=unit, by=by, at=now)
    kind = things[0]._meta.label_lower
    NotePlace.objects.bulk_create(NotePlace(note=made, kind=kind, key=thing.pk) for thing in things)
    keys = [thing.pk for thing in things]
    record(by, "lists.note", made, unit=unit, severity=severity, on=kind, keys=keys)
    return made
