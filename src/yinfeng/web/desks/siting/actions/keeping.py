"""Needs, terms and promises: kept, changed, removed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q, Sum

from yinfeng.siting.places import FORBIDDEN
from yinfeng.web.desks.land.models import Floor, Parcel, Park, Unit
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.desks.siting.floors import rests_of
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed, Terms
from yinfeng.web.desks.siting.offering import is_offered, let_above, reach_of
from yinfeng.web.desks.siting.rules import rules_of
from yinfeng.web.lists import keeping
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.people.paths import is_under
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused


@transaction.atomic
def keep(project: Project, *, by: User, **values: Any) -> SitingNeed:
    """What the project needs of a place, for the first time."""
    require(by, "siting.keep", project.unit)
    Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if SitingNeed.objects.standing().filter(project=project).exists():
        raise Refused("这个项目已有选址需求，请打开后修改。")
    need = keeping.add(SitingNeed(project=project, unit=project.unit, **values), by=by)
    record(by, "siting.keep", need, unit=need.unit, project=project.pk, **values)
    return need


@transaction.atomic
def change(need: SitingNeed, *, by: User, version: int, **values: Any) -> SitingNeed:
    """The need with other values."""
    require(by, "siting.change", need.unit)
    made = keeping.change(need, by=by, version=version, **values)
    _changed(by, "siting.change", made)
    return made.record


@transaction.atomic
def remove(need: SitingNeed, *, by: User, reason: str) -> SitingNeed:
    """Take the need off the list; what is promised has to be released first."""
    require(by, "siting.remove", need.unit)
    need = keeping.held(need)
    if LotPromise.objects.standing().filter(need=need).exists():
        raise Refused("这个项目还有承诺的地块，请先解除承诺。")
    gone = keeping.remove(need, by=by, reason=reason)
    record(by, "siting.remove", gone, unit=need.unit, reason=reason)
    return gone


@transaction.atomic
def set_terms(
    *, by: User, park: Park | None = None, parcel: Parcel | None = None, **values: Any
) -> Terms:
    """The terms on which a park, or one parcel, is given."""
    thing = park or parcel
    assert thing is not None
    require(by, "siting.set_terms", thing.unit)
    type(thing)._base_manager.select_for_update(of=("self",)).get(pk=thing.pk)
    there = Terms.objects.standing().filter(park=park, parcel=parcel).first()
    if there is None:
        terms = Terms(park=park, parcel=parcel, unit=thing.unit, **values)
        there = keeping.add(terms, by=by)
        record(by, "siting.set_terms", there, unit=thing.unit, **values)
        return there
    made = keeping.change(keeping.held(there), by=by, **values)
    _changed(by, "siting.set_terms", made)
    return made.record


@transaction.atomic
def drop_terms(terms: Terms, *, by: User) -> Terms:
    """The park or parcel is given on no terms of its own any more."""
    require(by, "siting.set_terms", terms.unit)
    gone = keeping.remove(terms, by=by, reason="取消供地条件")
    record(by, "siting.set_terms", gone, unit=terms.unit, dropped=True)
    return gone


@transaction.atomic
def promise(
    need: SitingNeed, key: str, *, by: User, area: Decimal, reason: str, today: date
) -> LotPromise:
    """So much of a parcel, a floor or a room, promised to the project from today on."""
    require(by, "siting.promise", need.unit)
    if not reason.strip():
        raise Refused("请写明承诺的理由。")
    need = keeping.held(need)
    thing = _locked(key, need, today)
    if not is_under(thing.unit.path, need.unit.path):
        require(by, "siting.promise", thing.unit)
    _check_given(thing, today)
    free, of = _free(thing, today)
    given = LotPromise.objects.standing().filter(of)
    promised = given.aggregate(Sum("area"))["area__sum"] or Decimal(0)
    if area <= 0 or area > free - promised:
        raise Refused(f"{thing}可承诺{free - promised:,.2f}㎡，不能承诺{area:,.2f}㎡。")
    made = LotPromise(
        need=need,
        unit=need.unit,
        area=area,
        since=today,
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


def _changed(by: User, action: str, made: keeping.Changed[Any]) -> None:
    after: dict[str, Any] = made.after
    record(by, action, made.record, unit=made.record.unit, before=made.before, **after)


def _free(thing: Parcel | Floor | Unit, today: date) -> tuple[Decimal, Q]:
    """What of it is not let, and which promises are kept out of that."""
    if isinstance(thing, Floor):
        rest = rests_of(Floor.objects.filter(pk=thing.pk), today).get(thing.pk)
        of = Q(floor=thing)
        if rest is not None and rest.is_by_floor:
            of |= Q(room__floor=thing)
        return (rest.free if rest else Decimal(0)), of
    free = (thing.area or Decimal(0)) - (thing.let_area or Decimal(0))
    return free, Q(parcel=thing) if isinstance(thing, Parcel) else Q(room=thing)


def _ground_of(thing: Parcel | Floor | Unit) -> Parcel:
    if isinstance(thing, Parcel):
        return thing
    return (thing if isinstance(thing, Floor) else thing.floor).building.parcel


def _check_given(thing: Parcel | Floor | Unit, today: date) -> None:
    """Refuse what is not, or no longer, there to be given on that day."""
    ground = _ground_of(thing)
    touches = LandTouch.objects.of(ground).on(today).filter(zone__rule=FORBIDDEN)
    for touch in touches.select_related("zone").order_by("pk"):
        zone = touch.zone
        if zone.holds_on(today):
            raise Refused(f"{thing}在管控区“{zone}”内（{zone.basis}），不能承诺。")
    if isinstance(thing, Parcel):
        if not is_offered(thing):
            raise Refused(f"{thing}按现在的用途和状态不能供应，不能承诺。")
        return
    if isinstance(thing, Floor):
        return
    whole = Q(floor=thing.floor_id) | Q(floor=None, building=thing.floor.building_id)
    if let_above(today).filter(whole).exists():
        raise Refused(f"{thing}所在的楼层或楼幢已整体出租，不能承诺。")
    rest = rests_of(Floor.objects.filter(pk=thing.floor_id), today).get(thing.floor_id)
    if rest is not None and rest.is_by_floor:
        raise Refused(f"{thing}所在的{rest.floor}已有按楼层的承诺，没有分到单元，请按楼层承诺。")


def _locked(key: str, need: SitingNeed, today: date) -> Parcel | Floor | Unit:
    """The parcel, floor or room of a key like p12, its row locked; refused out of reach."""
    model: Any = {"p": Parcel, "f": Floor, "r": Unit}.get(key[:1])
    rows = model.objects.select_for_update(of=("self",)) if model and key[1:].isdecimal() else None
    reach = reach_of(need.unit, rules_of(need.unit, today))
    below = {"unit__path__startswith": reach, "removed_at": None}
    found: Parcel | Floor | Unit | None = rows.filter(pk=key[1:], **below).first() if rows else None
    if found is None:
        raise Refused("没有这个地块，或它不属于本单位。")
    if isinstance(found, Unit):
        # Rooms and the rest of their floor are promised out of the same space.
        Floor._base_manager.select_for_update(of=("self",)).only("pk").get(pk=found.floor_id)
    return found
