"""Many records changed at once: first shown from what to what, then done as it was shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yinfeng.web.lists.custom import CustomSlot
from yinfeng.web.lists.differences import label_of, said, said_of
from yinfeng.web.lists.editing import Editing
from yinfeng.web.lists.slots import Slot
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User
from yinfeng.web.people.private import private_fields
from yinfeng.web.shell.refusals import Refused

MOST = 5000


@dataclass(frozen=True, slots=True)
class Planned:
    """One record: what would change of it, or why it would not."""

    record: Any
    values: Mapping[str, Any]
    changes: tuple[tuple[str, str, str], ...]
    why_not: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it would be changed."""
        return not self.why_not and bool(self.changes)


def planned(
    editing: Editing,
    slots: Mapping[str, Slot],
    records: Sequence[Any],
    values: Mapping[str, Any],
    by: User,
) -> Iterator[Planned]:
    """What giving these values would do to each of the records."""
    for record in records:
        if not may(by, editing.changes, record.unit):
            yield Planned(record, {}, (), f"您在{record.unit}没有修改的权限")
            continue
        try:
            yield _planned(editing, slots, record, values, by)
        except Refused as refusal:
            yield Planned(record, {}, (), str(refusal))


def changes_of(
    slots: Mapping[str, Slot], record: Any, values: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Each field that the values change: its label, what it says, what it would say."""
    for name, value in values.items():
        slot = slots.get(name)
        was = slot.held(record) if slot else getattr(record, name)
        if was != value:
            label = slot.label if slot else label_of(record, name)
            says = slot.says if slot else said
            # What stood there may be somebody's telephone; what is new, the clerk has typed.
            old = said_of(record, name) if name in private_fields(type(record)) else says(was)
            yield label, old, says(value)


def settled(
    editing: Editing, slots: Mapping[str, Slot], record: Any, values: Mapping[str, Any], by: User
) -> Mapping[str, Any]:
    """The values with the desk's own word on them; fields of the office are not its business."""
    if editing.settles is None:
        return values
    own = {n: v for n, v in values.items() if not isinstance(slots.get(n), CustomSlot)}
    added = {name: value for name, value in values.items() if name not in own}
    return {**editing.settles(record, own, by), **added}


def _planned(
    editing: Editing,
    slots: Mapping[str, Slot],
    record: Any,
    values: Mapping[str, Any],
    by: User,
) -> Planned:
    values = settled(editing, slots, record, values, by)
    return Planned(record, values, tuple(changes_of(slots, record, values)))
