"""How much of a parcel and of a room is let today, kept on the records of land."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from yinfeng.judgement.occupancy.stays import let_on
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.tenancy.fitting import stay_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.desks.tenancy.rooms import let_of_rooms
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record

_BECAUSE = "按入驻记录更新已租面积"
_SUBLET = Occupancy.Tenure.SUBLET


def let_anew(
    stays: Iterable[Occupancy], *, by: User | None, today: date, also: Parcel | None = None
) -> int:
    """Count anew what is let of the parcels of these and of the rooms there; how many changed."""
    parcels = {stay.parcel_id for stay in stays} | ({also.pk} if also else set())
    return _counted(parcels, by, today)


@transaction.atomic
def count_let(*, today: date) -> int:
    """Count anew everything whose occupancy begins or ends; how many records changed."""
    every = Occupancy.objects.standing()
    changed = _counted(set(every.values_list("parcel", flat=True)), None, today)
    if changed:
        first = every.order_by("pk").first()
        assert first is not None
        record(None, "tenancy.count_let", first, changed=changed)
    return changed


def _counted(parcels: Iterable[int], by: User | None, today: date) -> int:
    """Count anew parcels and all rooms on them: a lease of a floor lets rooms that it names not."""
    wanted = sorted(parcels)
    held: dict[int, list[Occupancy]] = {key: [] for key in wanted}
    standing = Occupancy.objects.standing().filter(parcel__in=wanted)
    in_buildings = []
    for stay in standing.exclude(tenure=_SUBLET).order_by("pk"):
        if stay.is_floor:
            in_buildings.append(stay)
        else:
            held[stay.parcel_id].append(stay)
    rows = Parcel._base_manager.select_for_update(of=("self",)).filter(pk__in=wanted)
    changes = [(row, {"let_area": _let(held[row.pk], today)}) for row in rows.order_by("pk")]
    done = len(keeping.change_many(changes, by=by, reason=_BECAUSE))
    return done + _counted_rooms(wanted, in_buildings, by, today)


def _counted_rooms(
    parcels: Sequence[int], stays: Sequence[Occupancy], by: User | None, today: date
) -> int:
    rows = Unit._base_manager.select_for_update(of=("self",)).select_related("floor__building")
    here = rows.filter(floor__building__parcel__in=parcels, removed_at=None)
    rooms = list(here.defer("floor__building__shape").order_by("pk"))
    let = let_of_rooms(rooms, stays, today)
    # A room that was never let stays as it was registered.
    changes = [
        (room, {"let_area": let[room.pk]}) for room in rooms if room.let_area or let[room.pk]
    ]
    return len(keeping.change_many(changes, by=by, reason=_BECAUSE))


def _let(stays: Sequence[Occupancy], today: date) -> Decimal:
    return let_on((stay_of(stay) for stay in stays), today)
