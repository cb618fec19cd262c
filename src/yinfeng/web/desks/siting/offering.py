"""What there is: parcels and rooms of the register as places, with zones, promises, neighbours.

A parcel is offered while it is clear, idle or planned, and in renewal from the day that it is free;
a room as far as it is not let. Whole square metres are offered, never more than there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor

from django.db.models import Q

from yinfeng.lexicon.land import words
from yinfeng.siting.doors import next_door
from yinfeng.siting.edges import neighbours
from yinfeng.siting.needs import Need
from yinfeng.siting.places import Place, Promise, Touch
from yinfeng.web.desks.land.models import Parcel, Unit
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.siting.models import LotPromise, SitingNeed, Terms
from yinfeng.web.desks.standard.thresholds import Threshold, strictest, thresholds_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit

# What no factory is put on.
_OTHER_USES = ("residential", "green", "farm", "public", "utility", "commercial")
_OFFERED = ("clear", "idle")
_LATER = ("planned", "renewal")
_CHEMICAL = "chemical"


@dataclass(frozen=True, slots=True)
class _Around:
    """What is kept beside the register, by parcel or room."""

    parks: Mapping[int, Terms]
    parcels: Mapping[int, Terms]
    touches: Mapping[int, Sequence[LandTouch]]
    promised: Mapping[str, Sequence[LotPromise]]
    chains: Mapping[int, frozenset[str]]
    beside: Mapping[int, frozenset[int]]
    thresholds: Mapping[int, Mapping[str, Threshold]]


def places_of(unit: OrgUnit, day: date) -> list[Place]:
    """Every place of the unit and of the units below it on that day."""
    below = Q(unit__path__startswith=unit.path, removed_at=None)
    parcels = list(Parcel.objects.filter(below).select_related("park").order_by("pk"))
    rooms = Unit.objects.filter(below).select_related(
        "floor__building__parcel__park", "floor__building"
    )
    around = _around(unit, parcels, day)
    offered = [_plot(one, around) for one in parcels if _is_offered(one)]
    every = list(rooms.order_by("pk"))
    doors = next_door((one.pk, one.floor_id, one.number) for one in every)
    return [*offered, *(_room(one, around, doors.get(one.pk, ())) for one in every)]


def need_of(need: SitingNeed) -> Need:
    """A need as the siting reckons with it; areas are rounded so that it never gets less."""
    low = -floor(-need.low)
    return Need(
        key=str(need.pk),
        name=need.project.name,
        low=low,
        high=max(floor(need.high), low),
        on=need.on,
        priority=need.priority,
        floor_height=need.floor_height if need.on == "floor" else None,
        load=need.load if need.on == "floor" else None,
        power=need.power,
        pipes=keys_of_pipes(need.pipes),
        environment=need.environment,
        inside=frozenset({words("layers")[_CHEMICAL]} if need.environment == _CHEMICAL else ()),
        chain=need.chain,
        wishes=split(need.wishes),
        avoids=split(need.avoids),
        investment=need.investment,
        tax=need.tax,
        by=need.wanted_by,
    )


def split(told: str) -> frozenset[str]:
    """Words of a list written with 、, commas or blanks."""
    for mark in "，,；; ":
        told = told.replace(mark, "、")
    return frozenset(one for one in told.split("、") if one)


def keys_of_pipes(told: str) -> frozenset[str]:
    """The keys of the pipes that a register names by their labels."""
    labels = split(told)
    return frozenset(key for key, label in words("pipes").items() if label in labels)


def _is_offered(parcel: Parcel) -> bool:
    if parcel.use in _OTHER_USES or not parcel.area:
        return False
    return parcel.state in _OFFERED or (parcel.state in _LATER and parcel.free_on is not None)


def _around(unit: OrgUnit, parcels: Sequence[Parcel], day: date) -> _Around:
    terms = list(Terms.objects.filter(unit__path__startswith=unit.path, removed_at=None))
    touches = defaultdict(list)
    kind = Parcel._meta.label_lower
    below = LandTouch.objects.filter(unit__path__startswith=unit.path, kind=kind)
    for touch in below.on(day).select_related("zone").order_by("pk"):
        if touch.zone.holds_on(day):
            touches[touch.key].append(touch)
    promised = defaultdict(list)
    rows = LotPromise.objects.filter(unit__path__startswith=unit.path, removed_at=None)
    for one in rows.select_related("need__project").order_by("pk"):
        promised[f"p{one.parcel_id}" if one.parcel_id else f"r{one.room_id}"].append(one)
    shapes = {parcel.pk: parcel.shape for parcel in parcels if parcel.shape}
    beside = neighbours(shapes)
    return _Around(
        parks={one.park_id: one for one in terms if one.park_id},
        parcels={one.parcel_id: one for one in terms if one.parcel_id},
        touches=touches,
        promised=promised,
        chains=_chains(unit, beside, day),
        beside=beside,
        thresholds=thresholds_of(unit, day),
    )


def _chains(
    unit: OrgUnit, beside: Mapping[int, frozenset[int]], day: date
) -> Mapping[int, frozenset[str]]:
    """The chains of the firms on each parcel and on those beside it."""
    there = defaultdict(set)
    stays = Occupancy.objects.filter(unit__path__startswith=unit.path, removed_at=None)
    named = stays.holding(day).exclude(tenant__chain="").exclude(tenant=None)
    for parcel, chain in named.values_list("parcel", "tenant__chain"):
        there[parcel].add(chain)
    found = {key: frozenset(chains) for key, chains in there.items()}
    for key, near in beside.items():
        all_of_them = set(found.get(key, ())).union(*(there.get(one, ()) for one in near))
        if all_of_them:
            found[key] = frozenset(all_of_them)
    return found


def _plot(parcel: Parcel, around: _Around) -> Place:
    own, park = around.parcels.get(parcel.pk), around.parks.get(parcel.park_id or 0)
    terms = own or park
    touches = around.touches.get(parcel.pk, ())
    investment, tax = (
        strictest(_number(own, park, key), around.thresholds.get(parcel.pk, {}).get(key))
        for key in ("investment", "tax")
    )
    return Place(
        key=f"p{parcel.pk}",
        name=str(parcel),
        area=max(floor((parcel.area or 0) - (parcel.let_area or 0)), 0),
        park=str(parcel.park or ""),
        splits=terms.splits if terms else True,
        joins=terms.joins if terms else True,
        power=parcel.power,
        pipes=keys_of_pipes(parcel.pipes) if parcel.pipes else None,
        environment=_first(own, park, "environment") or "",
        touches=tuple(_touch(one) for one in touches),
        inside=frozenset(one.zone.get_layer_display() for one in touches),
        free_from=parcel.free_on,
        promises=_promises(around.promised.get(f"p{parcel.pk}", ())),
        neighbours=frozenset(f"p{one}" for one in around.beside.get(parcel.pk, ())),
        chains=around.chains.get(parcel.pk, frozenset()),
        investment_a_mu=investment.value,
        investment_basis=investment.basis,
        tax_a_mu=tax.value,
        tax_basis=tax.basis,
    )


def _room(room: Unit, around: _Around, doors: Sequence[int]) -> Place:
    floor_ = room.floor
    parcel = floor_.building.parcel
    own, park = around.parcels.get(parcel.pk), around.parks.get(parcel.park_id or 0)
    terms = own or park
    touches = around.touches.get(parcel.pk, ())
    return Place(
        key=f"r{room.pk}",
        name=f"{parcel.number}/{floor_}/{room.number}",
        area=max(floor((room.area or 0) - (room.let_area or 0)), 0),
        on="floor",
        park=str(parcel.park or ""),
        # A room is let whole; a hall that is let in parts is registered as its parts.
        splits=False,
        joins=terms.joins if terms else True,
        floor_height=floor_.height,
        load=floor_.load,
        power=room.power if room.power is not None else floor_.building.power,
        pipes=keys_of_pipes(parcel.pipes) if parcel.pipes else None,
        environment=_first(own, park, "environment") or "",
        touches=tuple(_touch(one) for one in touches),
        inside=frozenset(one.zone.get_layer_display() for one in touches),
        free_from=room.free_on,
        promises=_promises(around.promised.get(f"r{room.pk}", ())),
        neighbours=frozenset(f"r{one}" for one in doors),
        chains=around.chains.get(parcel.pk, frozenset()),
    )


def _first(own: Terms | None, park: Terms | None, name: str) -> str | None:
    return next((getattr(one, name) for one in (own, park) if one and getattr(one, name)), None)


def _number(own: Terms | None, park: Terms | None, name: str) -> Decimal | None:
    told = (getattr(one, name) for one in (own, park) if one)
    return next((one for one in told if one is not None), None)


def _touch(touch: LandTouch) -> Touch:
    zone = touch.zone
    asks = zone.conditions or (f"征求{zone.asks}意见" if zone.asks else "")
    return Touch(zone.name, zone.get_layer_display(), zone.rule, zone.basis, asks)


def _promises(rows: Iterable[LotPromise]) -> tuple[Promise, ...]:
    # Rounded up, so that the rest is never more than there is.
    return tuple(
        Promise(str(one.need_id), one.need.project.name, -floor(-one.area)) for one in rows
    )
