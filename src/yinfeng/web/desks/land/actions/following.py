"""What follows when a record of land is written: its touches with control zones are looked at."""

from collections.abc import Sequence

from django.utils import timezone

from yinfeng.web.desks.land.actions.touching import touch_again
from yinfeng.web.desks.land.models import Block, Kept, Parcel, Park, Zone
from yinfeng.web.people.models import User
from yinfeng.web.people.paths import line_of
from yinfeng.web.work.actions import enqueue


def follow(thing: Kept, *, by: User | None) -> None:
    """A parcel is looked at now; a zone, under which very many may lie, by the queue.

    By the words of a park or block the parcels in it lie in zones that have only words.
    """
    if isinstance(thing, Parcel):
        touch_again(thing, today=timezone.localdate())
    else:
        follow_many([thing], by=by)


def follow_many(things: Sequence[Kept], *, by: User | None) -> None:
    """Those of a sheet or a bulk change: all by the queue, a zone once."""
    paths: set[str] = set()
    for thing in things:
        if isinstance(thing, Zone):
            _ask(thing, by)
        elif isinstance(thing, Park | Block | Parcel):
            paths.update(line_of(thing.unit.path))
    worded = Zone.objects.standing().filter(unit__path__in=paths) if paths else Zone.objects.none()
    for zone in worded.exclude(boundary="").select_related("unit").order_by("pk"):
        _ask(zone, by)


def _ask(zone: Zone, by: User | None) -> None:
    enqueue("land.touch_one", key=str(zone.pk), unit=zone.unit, by=by, zone=zone.pk)
