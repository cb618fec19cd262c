"""Control zones that have only words: which parcels lie in them for sure, and which may.

For sure are parcels whose own four bounds, or those of their park or block, are the zone's, and
parcels of a park or block that the zone names as a whole. Where only some bounds agree, or the
words name a park in part, a person confirms it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Q, QuerySet

from yinfeng.mapping.bounds import Bounds, Lie, bounds_of, lie_of, same_sides, whole_of
from yinfeng.web.desks.land.models import Block, Bounded, Parcel, Park, Touch, Zone
from yinfeng.web.people.paths import after, line_of

_MOST = 200
_SHORTEST_NAME = 3


class InWords(NamedTuple):
    """A parcel, whether it lies in the zone for sure, and by which words."""

    parcel: Parcel
    is_sure: bool
    says: str


def in_words(zone: Zone) -> Iterator[InWords]:
    """The parcels below the zone's unit that lie, or may lie, in it by words, each once."""
    below = Q(unit__path__gte=zone.unit.path, unit__path__lt=after(zone.unit.path))
    met = set()
    parcels = Parcel.objects.standing().filter(below)
    parcels = parcels.filter(west=None) if zone.shape else parcels
    sides = bounds_of(zone.boundary)
    for one in sorted(_told(zone, sides, below, parcels), key=lambda one: not one.is_sure):
        if one.parcel.pk not in met:
            met.add(one.parcel.pk)
            yield one


def lies_in_words(parcel: Parcel, zone: Zone) -> InWords | None:
    """How one parcel lies in a zone by words, if it does."""
    if zone.shape and (parcel.shape or not zone.boundary):
        return None
    own = Parcel.objects.standing().filter(pk=parcel.pk)
    sides, below = bounds_of(zone.boundary), Q(pk__in=(parcel.park_id, parcel.block_id))
    found = sorted(_told(zone, sides, below, own), key=lambda one: not one.is_sure)
    return found[0] if found else None


def open_in(zone: Zone) -> list[InWords]:
    """The parcels that may lie in the zone and of which nobody has said whether they do."""
    kind = Parcel._meta.label_lower
    known = set(Touch.objects.filter(zone=zone, kind=kind).values_list("key", flat=True))
    found = (one for one in in_words(zone) if not one.is_sure and one.parcel.pk not in known)
    return [one for one, _ in zip(found, range(_MOST), strict=False)]


def open_for(parcel: Parcel) -> list[tuple[Zone, str]]:
    """The zones in which the parcel may lie and of which nobody has said whether it does."""
    known = set(Touch.objects.of(parcel).values_list("zone", flat=True))
    over = Zone.objects.standing().filter(unit__path__in=line_of(parcel.unit.path))
    zones = over.exclude(pk__in=known).exclude(boundary="", west__isnull=False)
    found = ((zone, lies_in_words(parcel, zone)) for zone in zones.order_by("name", "pk"))
    return [(zone, lies.says) for zone, lies in found if lies is not None and not lies.is_sure]


def _told(zone: Zone, sides: Bounds, below: Q, parcels: QuerySet[Parcel]) -> Iterator[InWords]:
    parcels = parcels.select_related("unit").defer("shape").order_by("number", "pk")
    words = f"{zone.name} {zone.boundary}"
    for model, name in ((Park, "park"), (Block, "block")):
        for around in model.objects.standing().filter(below).defer("shape").order_by("pk"):
            is_sure, says = _around(around, zone, sides, words)
            if says:
                inside = parcels.filter(**{name: around})
                for parcel in inside if is_sure else inside[:_MOST]:
                    yield InWords(parcel, is_sure, says)
    if not sides:
        return
    named = Q()
    for name in set(sides.values()):
        named |= Q(boundary__contains=name)
    for parcel in parcels.filter(named):
        is_sure, says = _by_sides("宗地", sides, bounds_of(parcel.boundary))
        if says:
            yield InWords(parcel, is_sure, says)


def _around(around: Bounded, zone: Zone, sides: Bounds, words: str) -> tuple[bool, str]:
    """Whether all of a park or block lies in the zone, and by which words; none where untold."""
    title, name = around._meta.verbose_name, str(around.name)  # type: ignore[attr-defined]
    own = bounds_of(around.boundary)
    if lie_of(sides, own) is Lie.APART:
        return False, ""
    if any(whole_of(told, name) for told in (zone.boundary, zone.name) if told):
        return True, f"管控区就是{title}“{name}”"
    is_sure, says = _by_sides(f"{title}“{name}”", sides, own)
    if says:
        return is_sure, says
    is_named = len(name) >= _SHORTEST_NAME and name in words
    return False, f"管控区的文字里写到{title}“{name}”" if is_named else ""


def _by_sides(whose: str, sides: Bounds, own: Bounds) -> tuple[bool, str]:
    lie = lie_of(sides, own)
    if lie is Lie.SAME:
        return True, f"四至与{whose}的相同"
    if lie is Lie.MAYBE:
        alike = same_sides(sides, own)
        told = "、".join(f"{side}至{sides[side]}" for side in alike)
        return False, f"{whose}与管控区同为{told}"
    return False, ""
