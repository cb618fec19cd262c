"""Places are promised to projects, and promises released."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from yinfeng.siting.places import FORBIDDEN
from yinfeng.web.desks.land.models import Floor, Parcel, Unit
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.siting.free_now import ground_of, part_of
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed
from yinfeng.web.desks.siting.offering import reach_of
from yinfeng.web.desks.siting.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.people.paths import is_under
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ticked import is_key


@transaction.atomic
def promise(
    need: SitingNeed, key: str, *, by: User, area: Decimal, reason: str, today: date
) -> LotPromise:
    """So much of a parcel, a floor or a room, promised to the project from today on.

    A key with a day, as p12@2027-04-01, is what comes free of the place on that day.
    """
    require(by, "siting.promise", need.unit)
    if not reason.strip():
        raise Refused("请写明承诺的理由。")
    need = keeping.held(need)
    thing = _locked(key, need, today)
    if not is_under(thing.unit.path, need.unit.path):
        require(by, "siting.promise", thing.unit)
    _refuse_forbidden(thing, today)
    part, free = part_of(thing, key, today)
    if area <= 0 or area > free:
        raise Refused(f"{thing}可承诺{free:,.2f}㎡，不能承诺{area:,.2f}㎡。")
    made = LotPromise(
        need=need,
        unit=need.unit,
        area=area,
        since=today,
        free_from=part.day,
        why=reason.strip(),
        promised_by=by,
        parcel=thing if isinstance(thing, Parcel) else None,
        room=thing if isinstance(thing, Unit) else None,
        floor=thing if isinstance(thing, Floor) else None,
    )
    keeping.add(made, by=by)
    record(by, "siting.promise", made, unit=need.unit, reason=reason, area=area, place=key)
    return made


@transaction.atomic
def release(promised: LotPromise, *, by: User, reason: str) -> LotPromise:
    """The promise holds no longer."""
    require(by, "siting.release", promised.unit)
    gone = keeping.remove(promised, by=by, reason=reason)
    record(by, "siting.release", gone, unit=promised.unit, reason=reason)
    return gone


def _refuse_forbidden(thing: Parcel | Floor | Unit, today: date) -> None:
    """Refuse what lies in a zone where nothing may be sited on that day."""
    touches = LandTouch.objects.of(ground_of(thing)).on(today).filter(zone__rule=FORBIDDEN)
    for touch in touches.select_related("zone").order_by("pk"):
        zone = touch.zone
        if zone.holds_on(today):
            raise Refused(f"{thing}在管控区“{zone}”内（{zone.basis}），不能承诺。")


def _locked(key: str, need: SitingNeed, today: date) -> Parcel | Floor | Unit:
    """The parcel, floor or room of a key like p12, its row locked; refused out of reach."""
    model: Any = {"p": Parcel, "f": Floor, "r": Unit}.get(key[:1])
    pk = key[1:].partition("@")[0]
    rows = model.objects.select_for_update(of=("self",)) if model and is_key(pk) else None
    reach = reach_of(need.unit, rules_of(need.unit, today))
    below = {"unit__path__startswith": reach, "removed_at": None}
    found: Parcel | Floor | Unit | None = rows.filter(pk=pk, **below).first() if rows else None
    if found is None:
        raise Refused("没有这个地块，或它不属于本单位。")
    if isinstance(found, Unit):
        # Rooms and the rest of their floor are promised out of the same space.
        Floor._base_manager.select_for_update(of=("self",)).only("pk").get(pk=found.floor_id)
    return found
