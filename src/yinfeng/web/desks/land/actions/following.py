"""What follows when a record of land is written: its touches with control zones are looked at."""

from django.utils import timezone

from yinfeng.web.desks.land.actions.touching import touch_again
from yinfeng.web.desks.land.models import Kept, Parcel, Zone
from yinfeng.web.people.models import User
from yinfeng.web.work.actions import enqueue


def follow(thing: Kept, *, by: User | None) -> None:
    """A parcel is looked at now; a zone, under which very many may lie, by the queue."""
    if isinstance(thing, Parcel) and thing.shape:
        touch_again(thing, today=timezone.localdate())
    elif isinstance(thing, Zone):
        enqueue("land.touch_one", key=str(thing.pk), unit=thing.unit, by=by, zone=thing.pk)
