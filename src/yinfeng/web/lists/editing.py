"""What of a list may be changed in bulk and filled from a sheet, and by whom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from django.db import models

from yinfeng.web.lists.slots import Slot
from yinfeng.web.people.models import User

Found: TypeAlias = Callable[[User], Sequence[models.Model]]
Held: TypeAlias = Callable[[Sequence[Any]], None]
Undone: TypeAlias = Callable[[Sequence[Any], User], None]
Added: TypeAlias = Callable[[Sequence[Any], User, datetime], None]
Altered: TypeAlias = Callable[[Sequence[Any], User], None]
Followed: TypeAlias = Callable[[Sequence[Any], User], Sequence[Any]]
Beside: TypeAlias = Callable[[User], Sequence[Slot]]
Settled: TypeAlias = Callable[[Any, Mapping[str, Any], User], Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Editing:
    """The fields of a list that sheets and bulk edits fill.

    *changes* is the action of changing many, *imports* that of importing. *natural* tells which
    row of a sheet is which record of the unit; *alike* names the field by which likely doubles are
    looked for. *finds* gives the things that a field may refer to. *measures* are the units of
    figures. *settles(record, values, by)* is the desk's own word on a new or changed record: it
    returns the values completed, or raises `Refused` with a sentence. *follows(records, by)* does
    what else new records of the desk begin with, in the same transaction, and returns them anew.
    *worded* are fields of words that need a unit, with what they measure (money, area): a bare
    number takes the unit of its heading. *beside* gives slots that are no fields of the model:
    `follows` finds what a sheet said of them on the record, `settles` leaves them out for a record
    that stands; one that tells rows apart says by its path where a record holds it.
    *undone(records, by)* has the last word when new records of a sheet were taken back: it refuses
    where something stands on them.
    *changed(records, by)* does what else follows, in the same transaction, when records that stood
    were changed by a sheet or in bulk, or put back as they were.
    *holds(keys)* locks what the room's own actions lock before such a record: one order for all.
    *reckoned* are fields that the house reckons by itself, at night too: where only they changed
    since a sheet, nobody's work is lost when the sheet is undone.
    *adds(records, by, at)* writes new records itself, with all that they begin with, many at once.
    """

    fields: tuple[str, ...]
    changes: str
    imports: str
    natural: tuple[str, ...]
    bulk: tuple[str, ...] = ()
    alike: str = ""
    also_called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    finds: Mapping[str, Found] = field(default_factory=dict)
    worded: Mapping[str, str] = field(default_factory=dict)
    beside: Beside | None = None
    settles: Settled | None = None
    follows: Followed | None = None
    adds: Added | None = None
    changed: Altered | None = None
    undone: Undone | None = None
    reckoned: tuple[str, ...] = ()
    holds: Held | None = None

    def __post_init__(self) -> None:
        """What identifies a row is among the fields."""
        assert self.beside or set(self.natural) <= set(self.fields)
        assert set(self.bulk) <= set(self.fields)
