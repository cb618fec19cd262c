"""How much of a parcel and of a room is let today, kept on the records of land."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from yinfeng.judgement.occupancy.stays import let_on
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.tenancy.fitting import stay_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.lists import keeping
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record

_BECAUSE = "按入驻记录更新已租面积"
_SUBLET = Occupancy.Tenure.SUBLET


def let_anew(
    stays: Iterable[Occupancy], *, by: User | None, today: date, also: Parcel | None = None
) -> int:
    """Count anew what is let of the parcels and rooms of these; how many records changed."""
    every = list(stays)
    parcels = {stay.parcel_id for stay in every} | ({also.pk} if also else set())
    rooms = {stay.room_id for stay in every if stay.room_id}
    return _counted(Parcel, parcels, "parcel", by, today) + _counted(Unit, rooms, "room", by, today)


@transaction.atomic
def count_let(*, today: date) -> int:
    """Count anew everything whose occupancy begins or ends; how many records changed."""
    every = Occupancy.objects.standing()
    parcels = set(every.values_list("parcel", flat=True))
    rooms = set(every.exclude(room=None).values_list("room", flat=True))
    changed = _counted(Parcel, parcels, "parcel", None, today)
    changed += _counted(Unit, rooms, "room", None, today)
    if changed:
        first = every.order_by("pk").first()
        assert first is not None
        record(None, "tenancy.count_let", first, changed=changed)
    return changed


def _counted(
    model: type[Parcel] | type[Unit],
    keys: Iterable[int],
    name: str,
    by: User | None,
    today: date,
) -> int:
    wanted = sorted(keys)
    held: dict[int, list[Occupancy]] = {key: [] for key in wanted}
    found = Occupancy.objects.standing().filter(**{f"{name}__in": wanted}).exclude(tenure=_SUBLET)
    for stay in found.filter(building=None) if name == "parcel" else found:
        held[getattr(stay, f"{name}_id")].append(stay)
    rows = model._base_manager.select_for_update(of=("self",)).filter(pk__in=wanted)
    changes = [(row, {"let_area": _let(held[row.pk], today)}) for row in rows.order_by("pk")]
    return len(keeping.change_many(changes, by=by, reason=_BECAUSE))


def _let(stays: Sequence[Occupancy], today: date) -> Decimal:
    return let_on((stay_of(stay) for stay in stays), today)
