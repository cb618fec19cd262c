"""What there is: parcels and rooms of the register as places, with zones, promises, neighbours.

A parcel is offered while it is clear, idle or planned, and in renewal from the day on which it is
to be net land; a room as far as it is not let, by itself or with its floor or building; a floor as
far as it has no rooms, or what is left of it beside a lease of its part. What a lease holds is
offered from the day after its end, as a place beside what is free now. Whole square metres are
offered, never more than there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import floor
from typing import Any

from django.db.models import Q

from yinfeng.lexicon.land import words
from yinfeng.lexicon.siting import SitingRules
from yinfeng.siting.doors import Room as Door
from yinfeng.siting.doors import next_door
from yinfeng.siting.needs import Need
from yinfeng.siting.places import Place, Promise, Touch
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.desks.land.models import Touch as LandTouch
from yinfeng.web.desks.siting.floors import Rest, rests_of
from yinfeng.web.desks.siting.free_parts import (
    is_cleared_away,
    is_offered,
    parts_of_parcel,
    parts_of_room,
)
from yinfeng.web.desks.siting.freeing import Given, Part, filled
from yinfeng.web.desks.siting.models import SitingNeed, Terms
from yinfeng.web.desks.siting.promised import rooms_of
from yinfeng.web.desks.siting.surroundings import Around, around_of
from yinfeng.web.desks.standard.thresholds import strictest
from yinfeng.web.people.models import OrgUnit
from yinfeng.web.people.paths import line_of

_CHEMICAL = "chemical"
# From which share on a place lies inside a zone: an edge may be drawn a little off.
_WHOLLY = Decimal("0.99")


def places_of(unit: OrgUnit, day: date) -> list[Place]:
    """Every place of the unit and of the units below it, as seen on that day."""
    below = Q(unit__path__startswith=unit.path, removed_at=None)
    parcels = list(Parcel.objects.filter(below).select_related("park", "unit").order_by("pk"))
    around = around_of(unit, parcels, day)
    built = set(Building.objects.filter(below).values_list("parcel", flat=True))
    found = [place for one in parcels for place in _plots(one, around, is_built=one.pk in built)]
    rests = rests_of(Floor.objects.filter(below), day)
    apart = {key for key, rest in rests.items() if rest.is_by_floor}
    rooms = Unit.objects.filter(below).select_related(
        "floor__building__parcel__park", "floor__building", "unit"
    )
    kept = [
        one
        for one in rooms.order_by("pk")
        if one.floor_id not in apart and not _is_gone(one.floor, around)
    ]
    doors = next_door(Door(one.pk, one.floor_id, one.number, split(one.beside)) for one in kept)
    found += [place for one in kept for place in _rooms(one, around, doors.get(one.pk, ()))]
    for rest in rests.values():
        if not _is_gone(rest.floor, around):
            found += _rests(rest, around)
    return found


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


def key_of(base: str, part: Part, *, is_first: bool) -> str:
    """The key of a part: that of its place for the first, with its day for the others."""
    return base if is_first else f"{base}@{part.day}"


def _plots(parcel: Parcel, around: Around, *, is_built: bool) -> Iterator[Place]:
    stays = around.stays.grounds.get(parcel.pk, ())
    clearing = around.clearings.get(parcel.pk)
    parts = parts_of_parcel(parcel, stays, clearing, around.day, is_built=is_built)
    given = around.promised.get(f"p{parcel.pk}", ())
    if not parts and not given and not is_offered(parcel):
        return
    own, park = around.terms_of(parcel)
    terms = own or park
    investment, tax = (
        strictest(_number(own, park, key), around.thresholds.get(parcel.pk, {}).get(key))
        for key in ("investment", "tax")
    )
    place = Place(
        key=f"p{parcel.pk}",
        name=str(parcel),
        area=0,
        splits=terms.splits if terms else True,
        joins=terms.joins if terms else True,
        power=parcel.power,
        free_from=parcel.free_on,
        neighbours=frozenset(f"p{one}" for one in around.beside.get(parcel.pk, ())),
        investment_a_mu=investment.value,
        investment_basis=investment.basis,
        tax_a_mu=tax.value,
        tax_basis=tax.basis,
        unit=parcel.unit.path,
        unit_name=parcel.unit.name,
        **_shared(parcel, around),
    )
    yield from _parts(place, parts, given)


def _rooms(room: Unit, around: Around, doors: Sequence[int]) -> Iterator[Place]:
    storey = room.floor
    parcel = storey.building.parcel
    own, park = around.terms_of(parcel)
    terms = own or park
    stays, given = around.stays, around.promised.get(f"r{room.pk}", ())
    above = (*stays.floors.get(storey.pk, ()), *stays.buildings.get(storey.building_id, ()))
    parts = parts_of_room(room, stays.rooms.get(room.pk, ()), above, around.day)
    if above and not parts and not given:
        return
    place = Place(
        key=f"r{room.pk}",
        name=f"{parcel.number}/{storey}/{room.number}",
        area=0,
        on="floor",
        # A room is let whole; a hall that is let in parts is registered as its parts.
        splits=False,
        joins=terms.joins if terms else True,
        floor_height=storey.height,
        load=storey.load,
        power=room.power if room.power is not None else storey.building.power,
        free_from=room.free_on,
        neighbours=frozenset(f"r{one}" for one in doors),
        tells_neighbours=bool(room.beside),
        unit=room.unit.path,
        unit_name=room.unit.name,
        **_shared(parcel, around),
    )
    yield from _parts(place, parts, given)


def _rests(rest: Rest, around: Around) -> Iterator[Place]:
    storey, parcel = rest.floor, rest.floor.building.parcel
    given = [*around.promised.get(f"f{storey.pk}", ())]
    if rest.is_by_floor:
        given += around.promised.get(rooms_of(storey.pk), ())
    if not given and not any(one.area >= 1 for one in rest.parts):
        return
    place = Place(
        key=f"f{storey.pk}",
        name=f"{parcel.number}/{storey}",
        area=0,
        on="floor",
        # With what comes free of it later, not with its neighbours: it has none.
        joins=len(rest.parts) > 1,
        floor_height=storey.height,
        load=storey.load,
        power=storey.building.power,
        unit=storey.unit.path,
        unit_name=storey.unit.name,
        free_says=rest.says,
        **_shared(parcel, around),
    )
    yield from _parts(place, rest.parts, given)


def _parts(place: Place, parts: Sequence[Part], given: Sequence[Given]) -> Iterator[Place]:
    """The parts of a place that come free one after another, neighbours of one another."""
    # What never comes free is a place too: it says what is promised of it, and that it is full.
    least = [one for one in parts if one.area >= 1] or [Part(None, Decimal(0))]
    told = filled(least, given)
    keys = [key_of(place.key, part, is_first=not at) for at, (part, _) in enumerate(told)]
    for key, (part, own) in zip(keys, told, strict=True):
        days = [one for one in (place.free_from, part.day) if one is not None]
        yield replace(
            place,
            key=key,
            name=f"{place.name}（预计{part.day}起）" if part.day else place.name,
            area=floor(part.area),
            free_from=max(days, default=None),
            expected=part.expected,
            # Rounded up, so that the rest is never more than there is.
            promises=tuple(Promise(one.project, one.name, -floor(-one.area)) for one in own),
            neighbours=place.neighbours.union(one for one in keys if one != key),
        )


def _is_gone(storey: Floor, around: Around) -> bool:
    parcel = storey.building.parcel
    return is_cleared_away(parcel, around.clearings.get(parcel.pk))


def _shared(parcel: Parcel, around: Around) -> dict[str, Any]:
    """What a place has from its parcel and its park."""
    touches = around.touches.get(parcel.pk, ())
    return {
        "park": str(parcel.park or ""),
        "pipes": keys_of_pipes(parcel.pipes) if parcel.pipes else None,
        "environment": _first(*around.terms_of(parcel), "environment") or "",
        "touches": tuple(_touch(one) for one in touches),
        "inside": _inside(touches),
        "chains": around.chains.get(parcel.pk, frozenset()),
    }


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
