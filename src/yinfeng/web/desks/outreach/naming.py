"""Records that name a lead by its number: what the rooms above make of them, in `named.py`.

    REFUSES = (refuse_unknown,)     def refuse_unknown(unit: int, number: str) -> None
    HEARS = (hear_of,)              def hear_of(named, *, by: User | None, today: date) -> object

*named* are units and numbers. Both are called in the transaction of the action that keeps, changes
or removes the record. This room imports none of the others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.utils import timezone

from yinfeng.web.desks.outreach.models import Brought, Kept, Traveller, Trip, Visit
from yinfeng.web.desks.rooms import rooms_with
from yinfeng.web.people.models import User

Named = tuple[int, str]


def refuse_unknown(thing: Kept) -> None:
    """Refuse a record that names a lead which its unit does not have."""
    number = getattr(thing, "lead", "")
    for refuse in _of_rooms("REFUSES") if number else ():
        refuse(thing.unit_id, number)


def named_by(things: Iterable[Kept]) -> Iterator[Named]:
    """The leads that records tell of; a trip and who went tell of those of its visits."""
    trips: set[int] = set()
    for thing in things:
        if isinstance(thing, Trip):
            trips.add(thing.pk)
        elif isinstance(thing, Traveller):
            trips.add(thing.trip_id)
        elif not isinstance(thing, Brought):
            number: str | None = getattr(thing, "lead", None)
            if number:
                yield thing.unit_id, number
    if trips:
        visits = Visit.objects.standing().filter(trip__in=trips).exclude(lead="")
        yield from visits.order_by().values_list("unit", "lead").distinct()


def tell_rooms(named: Iterable[Named], *, by: User | None) -> None:
    """Let the rooms above take in what is kept now of these leads."""
    every = set(named)
    for hear in _of_rooms("HEARS") if every else ():
        hear(every, by=by, today=timezone.localdate())


def follow_new(things: Sequence[Any], by: User) -> Sequence[Any]:
    """What follows when a sheet brought new records."""
    tell_rooms(named_by(things), by=by)
    return things


def follow_changed(things: Sequence[Any], by: User) -> None:
    """What follows when a sheet or a bulk edit changed records: also for whom they named before."""
    tell_rooms([*named_by(things), *_named_before(things)], by=by)


def follow_undone(things: Sequence[Any], by: User) -> None:
    """What follows when new records of a sheet were taken back."""
    tell_rooms(named_by(things), by=by)


def _named_before(things: Sequence[Any]) -> Iterator[Named]:
    some = [thing for thing in things if not isinstance(thing, Brought) and hasattr(thing, "lead")]
    for thing in some:
        earlier = (
            type(thing).history.filter(id=thing.pk, version=thing.version - 1).exclude(lead="")
        )
        yield from earlier.values_list("unit", "lead")


@cache
def _of_rooms(name: str) -> tuple[Callable[..., object], ...]:
    found: list[Callable[..., object]] = []
    for _, told in rooms_with("named"):
        found += getattr(told, name)
    return tuple(found)
