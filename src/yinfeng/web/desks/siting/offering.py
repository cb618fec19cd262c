"""What there is: parcels and rooms of the register as places, with zones, promises, neighbours.

A parcel is offered while it is clear, idle or planned, and in renewal from the day that it is free;
a room as far as it is not let, by itself or with its floor or building; a floor as far as it has no
rooms, or what is left of it beside a lease of its part. Whole square metres are offered, never more
than there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor

from django.db.models import Q, QuerySet

from yinfeng.lexicon.land import words
from yinfeng.lexicon.siting import SitingRules
from yinfeng.siting.doors import next_door
from yinfeng.siting.edges import neighbours
from yinfeng.siting.needs import Need
from yinfeng.siting.places import Place, Promise, Touch
from yinfeng.web.desks.land.models import Floor, Parcel, Unit
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.siting.floors import Rest, rests_of
from yinfeng.web.desks.siting.models import SitingNeed, Terms
from yinfeng.web.desks.siting.promised import promises_below, rooms_of
from yinfeng.web.desks.standard.thresholds import Threshold, strictest, thresholds_of
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of

# What no factory is put on.
_OTHER_USES = ("residential", "green", "farm", "public", "utility", "commercial")
_OFFERED = ("clear", "idle")
_LATER = ("planned", "renewal")
_CHEMICAL = "chemical"
# From which share on a place lies inside a zone: an edge may be drawn a little off.
_WHOLLY = Decimal("0.99")
_SUBLET = Occupancy.Tenure.SUBLET


@dataclass(frozen=True, slots=True)
class _Around:
    """What is kept beside the register, by parcel or room."""

    parks: Mapping[int, Terms]
    parcels: Mapping[int, Terms]
    touches: Mapping[int, Sequence[LandTouch]]
    promised: Mapping[str, Sequence[Promise]]
    chains: Mapping[int, frozenset[str]]
    beside: Mapping[int, frozenset[int]]
    thresholds: Mapping[int, Mapping[str, Threshold]]


def places_of(unit: OrgUnit, day: date) -> list[Place]:
    """Every place of the unit and of the units below it on that day."""
    below = Q(unit__path__startswith=unit.path, removed_at=None)
    parcels = list(Parcel.objects.filter(below).select_related("park", "unit").order_by("pk"))
    rooms = Unit.objects.filter(below).select_related(
        "floor__building__parcel__park", "floor__building", "unit"
    )
    around = _around(unit, parcels, day)
    offered = [_plot(one, around) for one in parcels if is_offered(one)]
    rests = rests_of(Floor.objects.filter(below), day)
    apart = {key for key, rest in rests.items() if rest.is_by_floor}
    every = [
        one for one in _not_let_above(rooms.order_by("pk"), unit, day) if one.floor_id not in apart
    ]
    doors = next_door((one.pk, one.floor_id, one.number) for one in every)
    left = [_rest(one, around) for one in rests.values() if one.free >= 1]
    return [*offered, *(_room(one, around, doors.get(one.pk, ())) for one in every), *left]


def reach_of(unit: OrgUnit, rules: SitingRules) -> str:
    """The path of the unit on whose land, and below, the projects of a unit may go."""
    line = line_of(unit.path)
    return line[max(len(line) - 1 - rules.reach, 0)]


def need_of(need: SitingNeed, rules: SitingRules) -> Need:
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
        within=reach_of(need.unit, rules),
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


def is_offered(parcel: Parcel) -> bool:
    """Whether its use and its state let a parcel be given at all."""
    if parcel.use in _OTHER_USES or not parcel.area:
        return False
    return parcel.state in _OFFERED or (parcel.state in _LATER and parcel.free_on is not None)


def let_above(day: date) -> QuerySet[Occupancy]:
    """The stays of that day that hold a floor or a building, and so every room in it."""
    stays = Occupancy.objects.standing().holding(day).filter(room=None)
    return stays.exclude(building=None).exclude(tenure=_SUBLET)


def _not_let_above(rooms: Iterable[Unit], unit: OrgUnit, day: date) -> list[Unit]:
    stays = let_above(day).filter(unit__path__startswith=unit.path)
    held = set(stays.values_list("building", "floor"))
    return [
        room
        for room in rooms
        if held.isdisjoint({(room.floor.building_id, at) for at in (None, room.floor_id)})
    ]


def _around(unit: OrgUnit, parcels: Sequence[Parcel], day: date) -> _Around:
    terms = list(Terms.objects.filter(unit__path__startswith=unit.path, removed_at=None))
    touches = defaultdict(list)
    kind = Parcel._meta.label_lower
    below = LandTouch.objects.filter(unit__path__startswith=unit.path, kind=kind)
    for touch in below.on(day).select_related("zone").order_by("pk"):
        if touch.zone.holds_on(day):
            touches[touch.key].append(touch)
    shapes = {parcel.pk: parcel.shape for parcel in parcels if parcel.shape}
    beside = neighbours(shapes)
    return _Around(
        parks={one.park_id: one for one in terms if one.park_id},
        parcels={one.parcel_id: one for one in terms if one.parcel_id},
        touches=touches,
        promised=promises_below(unit),
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
        inside=_inside(touches),
        free_from=parcel.free_on,
        promises=tuple(around.promised.get(f"p{parcel.pk}", ())),
        neighbours=frozenset(f"p{one}" for one in around.beside.get(parcel.pk, ())),
        chains=around.chains.get(parcel.pk, frozenset()),
        investment_a_mu=investment.value,
        investment_basis=investment.basis,
        tax_a_mu=tax.value,
        tax_basis=tax.basis,
        unit=parcel.unit.path,
        unit_name=parcel.unit.name,
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
        inside=_inside(touches),
        free_from=room.free_on,
        promises=tuple(around.promised.get(f"r{room.pk}", ())),
        neighbours=frozenset(f"r{one}" for one in doors),
        chains=around.chains.get(parcel.pk, frozenset()),
        unit=room.unit.path,
        unit_name=room.unit.name,
    )


def _rest(rest: Rest, around: _Around) -> Place:
    floor_, parcel = rest.floor, rest.floor.building.parcel
    own, park = around.parcels.get(parcel.pk), around.parks.get(parcel.park_id or 0)
    touches = around.touches.get(parcel.pk, ())
    promises = [*around.promised.get(f"f{floor_.pk}", ())]
    if rest.is_by_floor:
        promises += around.promised.get(rooms_of(floor_.pk), ())
    return Place(
        key=f"f{floor_.pk}",
        name=f"{parcel.number}/{floor_}",
        area=floor(rest.free),
        on="floor",
        park=str(parcel.park or ""),
        joins=False,
        floor_height=floor_.height,
        load=floor_.load,
        power=floor_.building.power,
        pipes=keys_of_pipes(parcel.pipes) if parcel.pipes else None,
        environment=_first(own, park, "environment") or "",
        touches=tuple(_touch(one) for one in touches),
        inside=_inside(touches),
        promises=tuple(promises),
        chains=around.chains.get(parcel.pk, frozenset()),
        unit=floor_.unit.path,
        unit_name=floor_.unit.name,
        free_says=rest.says,
    )


def _first(own: Terms | None, park: Terms | None, name: str) -> str | None:
    return next((getattr(one, name) for one in (own, park) if one and getattr(one, name)), None)


def _number(own: Terms | None, park: Terms | None, name: str) -> Decimal | None:
    told = (getattr(one, name) for one in (own, park) if one)
    return next((one for one in told if one is not None), None)


def _inside(touches: Iterable[LandTouch]) -> frozenset[str]:
    """The kinds of zones in which a place lies wholly; what was told in words is taken so."""
    return frozenset(
        one.zone.get_layer_display() for one in touches if one.share is None or one.share >= _WHOLLY
    )


def _touch(touch: LandTouch) -> Touch:
    zone = touch.zone
    asks = zone.conditions or (f"征求{zone.asks}意见" if zone.asks else "")
    return Touch(zone.name, zone.get_layer_display(), zone.rule, zone.basis, asks)
