"""Which parts of a parcel or a room come free when, by the register, its leases and its renewal."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from yinfeng.web.desks.land.clearing import Clearing
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.siting.floors import held
from yinfeng.web.desks.siting.freeing import Held, Part, parts_of
from yinfeng.web.desks.tenancy.models import Occupancy

# What no factory is put on.
_OTHER_USES = ("residential", "green", "farm", "public", "utility", "commercial")
_OFFERED = ("clear", "idle")
_LATER = ("planned", "renewal")
_USED, _RENEWAL = "used", "renewal"
_ZERO = Decimal(0)


def is_offered(parcel: Parcel) -> bool:
    """Whether its use and its state let a parcel be given at all, now or from a registered day."""
    if parcel.use in _OTHER_USES or not parcel.area:
        return False
    return parcel.state in _OFFERED or (parcel.state in _LATER and parcel.free_on is not None)


def is_cleared_away(parcel: Parcel, clearing: Clearing | None) -> bool:
    """Whether what stands on a parcel goes with it, so that no room or floor there is offered."""
    return clearing is not None or parcel.state == _RENEWAL


def parts_of_parcel(
    parcel: Parcel,
    stays: Sequence[Occupancy],
    clearing: Clearing | None,
    day: date,
    *,
    is_built: bool,
) -> list[Part]:
    """What of a parcel can be given, and from when; nothing of one that is used for good."""
    if parcel.use in _OTHER_USES or not parcel.area:
        return []
    if clearing is not None and parcel.state != _OFFERED[0]:
        planned = clearing.day is not None and clearing.day >= day
        return [Part(clearing.day, parcel.area, clearing.says)] if planned else []
    if is_offered(parcel):
        parts = parts_of(parcel.area, _holds(parcel, stays, day), day)
        if parcel.state != _RENEWAL:
            return parts
        says = "腾退更新中，按登记的可供日期"
        return [Part(one.day, one.area, one.expected or says) for one in parts]
    if parcel.state != _USED or is_built or not _are_leases(stays):
        return []
    # A plot that is only leased, with nothing registered on it, is free when its leases end.
    parts = parts_of(parcel.area, [held(one) for one in stays], day)
    return [one for one in parts if one.day is not None]


def parts_of_room(
    room: Unit, own: Sequence[Occupancy], above: Sequence[Occupancy], day: date
) -> list[Part]:
    """What of a room can be let, and from when; who holds its floor or building holds it whole."""
    if not room.area:
        return []
    holds = [*_holds(room, own, day, above), *(held(one, room.area) for one in above)]
    return parts_of(room.area, holds, day)


def _holds(
    thing: Parcel | Unit, stays: Iterable[Occupancy], day: date, above: Iterable[Occupancy] = ()
) -> list[Held]:
    """The stays, and what the register has as let beyond them: nobody knows until when."""
    holds = [held(one) for one in stays]
    if any(one.since <= day for one in above):
        return holds
    known = sum((one.area for one in holds if one.since <= day), _ZERO)
    beyond = max((thing.let_area or _ZERO) - known, _ZERO)
    return [*holds, Held(beyond, day, None)] if beyond else holds


def _are_leases(stays: Sequence[Occupancy]) -> bool:
    """Whether somebody leases it, and nobody holds it for good."""
    lease = Occupancy.Tenure.LEASE
    return bool(stays) and all(one.tenure == lease and one.until is not None for one in stays)
