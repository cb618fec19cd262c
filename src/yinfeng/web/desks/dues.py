"""What is due in any room: overdue, or within a week. Today shows all of it in one list.

A room tells of its own in `dues(user, today)` of its `dues.py`; nothing else has to be told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from django.db.models import Model, QuerySet

from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.models import User
from yinfeng.web.shell.questions import keys_seen

T = TypeVar("T", bound=Model)

SOON = timedelta(days=7)
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: the day, what kind of thing, about what, what, whose, where."""

    day: date
    kind: str
    about: str
    says: str
    owner: str
    address: str


@dataclass(frozen=True, slots=True)
class Dues:
    """What is due of one kind: the most urgent first, how many, and where all of them stand."""

    kind: str
    shown: tuple[Due, ...]
    count: int
    address: str


Told = Callable[[User, date], Iterable[Dues]]


def dues_of(user: User, today: date) -> list[Dues]:
    """What is due of every kind in the user's scope, kinds with nothing left out."""
    return [one for tell in _rooms() for one in tell(user, today) if one.count]


def first_of(
    rows: Callable[[], "QuerySet[T]"], kind: str, user: User, action: str, today: date
) -> tuple[list[T], int]:
    """The most urgent of the rows, which stand in order, and how many there are in all.

    What is due of this kind depends on where the user may do the action and on the day alone.
    """
    # Their keys alone are asked for first: in most rooms, on most days, nothing is due.
    keys = keys_seen(user, action, lambda: rows()[:SHOWN], "due", kind, today)
    if not keys:
        return [], 0
    first = list(rows().filter(pk__in=keys))
    return first, len(first) if len(first) < SHOWN else rows().count()


def most_urgent(dues: Iterable[Dues]) -> list[Due]:
    """The most urgent of all kinds together."""
    every = (due for one in dues for due in one.shown)
    return sorted(every, key=lambda due: (due.day, due.kind, due.says))[:SHOWN]


@cache
def _rooms() -> tuple[Told, ...]:
    return tuple(told.dues for _, told in rooms_with("dues"))
