"""What lies in which control zone, since when: found by ranges or words, or said by a person.

Rows are only added: a touch that began, and later that it ended. A zone holds for its unit and
everything below; it holds from its first day, and what is registered later lies in it from then.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from yinfeng.lexicon.land import measure
from yinfeng.mapping.shapes import holds_point, meetings
from yinfeng.web.desks.land.models import Parcel, Touch, TouchEnd, Zone
from yinfeng.web.desks.land.placing import Placed, placed
from yinfeng.web.desks.land.viewport import within
from yinfeng.web.desks.land.worded import InWords, in_words, lies_in_words
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.paths import after, is_under, line_of
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused

Key = tuple[str, int]
_CENT = Decimal("0.01")


class Lies(NamedTuple):
    """That a thing lies in a zone: whose it is, since when it is there, on how much, by what."""

    unit: OrgUnit
    there: date
    area: Decimal | None = None
    share: Decimal | None = None
    why: str = "图形判定"


@transaction.atomic
def touch_zone(zone: Zone, *, today: date) -> int:
    """Bring the touches of one zone up to the day; how many began or ended."""
    lying: dict[Key, Lies] = {}
    if _holds(zone, today):
        kind = Parcel._meta.label_lower
        lying = {(kind, one.parcel.pk): _by_words(one) for one in in_words(zone) if one.is_sure}
        lying |= _in_zone(zone) if zone.shape else {}
    return _settled(zone, lying, today, "管控区范围或有效期变化", None)


@transaction.atomic
def touch_again(thing: Model, *, today: date) -> int:
    """Bring the touches of one thing up to the day: its range, its point or its zones changed."""
    kind = thing._meta.label_lower
    unit: OrgUnit = thing.unit  # type: ignore[attr-defined]
    zones = Zone.objects.standing().filter(unit__path__in=line_of(unit.path))
    count = 0
    for zone in zones.select_related("unit"):
        lying = _thing_in(thing, zone) if _holds(zone, today) else None
        found = {(kind, thing.pk): lying} if lying else {}
        count += _settled(zone, found, today, "图形或位置变化", (kind, thing.pk))
    return count


@transaction.atomic
def say_touch(
    parcel: Parcel, zone: Zone, *, by: User, reason: str, since: date, today: date
) -> Touch:
    """Say that a parcel lies in a zone, where one of them has only words for its range."""
    require(by, "land.touch", parcel.unit)
    if not reason.strip():
        raise Refused("请写明依据，如：对照四至，东至锦绣路以东全部在内。")
    if zone.shape and parcel.shape:
        raise Refused("两者都有图形，是否压占由图形判定，不用人工认定。")
    if not is_under(parcel.unit.path, zone.unit.path):
        raise Refused("这个管控区不管这个单位的宗地。")
    if not zone.since <= since <= today:
        raise Refused(f"起始日期应在{zone.since}至{today}之间。")
    if Touch.objects.of(parcel).standing().filter(zone=zone).exists():
        raise Refused("已经认定在这个管控区里。")
    made = Touch.objects.create(
        zone=zone,
        unit=parcel.unit,
        kind=parcel._meta.label_lower,
        key=parcel.pk,
        since=since,
        why=reason.strip()[:200],
        by=by,
    )
    record(by, "land.touch", made, unit=parcel.unit, zone=zone.pk, parcel=parcel.pk, reason=reason)
    return made


@transaction.atomic
def deny_touch(parcel: Parcel, zone: Zone, *, by: User, reason: str, today: date) -> TouchEnd:
    """Say that a parcel does not lie in a zone whose words left it open; it is not asked again."""
    require(by, "land.touch", parcel.unit)
    if not reason.strip():
        raise Refused("请写明依据，如：实地核对，在锦绣路以西，不在范围内。")
    if zone.shape and parcel.shape:
        raise Refused("两者都有图形，是否压占由图形判定，不用人工认定。")
    if Touch.objects.of(parcel).filter(zone=zone).exists():
        raise Refused("这宗地与这个管控区的关系已有记录，请在宗地页上解除或认定。")
    why = f"不涉及：{reason.strip()}"[:200]
    kind = parcel._meta.label_lower
    # It began and ended on one day, and so stood on none.
    asked = Touch.objects.create(
        zone=zone, unit=parcel.unit, kind=kind, key=parcel.pk, since=today, why=why, by=by
    )
    ended = TouchEnd.objects.create(touch=asked, on=today, why=why, by=by)
    record(by, "land.touch", ended, unit=parcel.unit, zone=zone.pk, parcel=parcel.pk, reason=why)
    return ended


@transaction.atomic
def end_touch(touch: Touch, *, by: User, reason: str, today: date) -> TouchEnd:
    """Take back what a person said of a parcel and a zone."""
    require(by, "land.touch", touch.unit)
    touch = Touch.objects.select_for_update(of=("self",)).get(pk=touch.pk)
    if touch.by_id is None:
        raise Refused("这是由图形判定的，改正图形后会自动解除。")
    if TouchEnd.objects.filter(touch=touch).exists():
        raise Refused("已经解除。")
    if not reason.strip():
        raise Refused("请写明解除的理由。")
    ended = TouchEnd.objects.create(touch=touch, on=today, why=reason.strip()[:200], by=by)
    record(by, "land.touch", ended, unit=touch.unit, touch=touch.pk, reason=reason)
    return ended


def _holds(zone: Zone, today: date) -> bool:
    return zone.removed_at is None and zone.holds_on(today)


def _in_zone(zone: Zone) -> Mapping[Key, Lies]:
    """The parcels and points that lie in a zone."""
    box: Any = (zone.west, zone.south, zone.east, zone.north)
    below = {"unit__path__gte": zone.unit.path, "unit__path__lt": after(zone.unit.path)}
    parcels = list(within(Parcel.objects.standing().filter(**below), box).select_related("unit"))
    kind = Parcel._meta.label_lower
    found = {(kind, parcels[at].pk): lies for at, lies in _parcels_in(parcels, zone)}
    for one in placed():
        lng, lat = one.fields
        inside = {
            f"{lng}__gte": box[0],
            f"{lng}__lte": box[2],
            f"{lat}__gte": box[1],
            f"{lat}__lte": box[3],
        }
        for thing in one.rows().filter(**below, **inside).select_related("unit"):
            if lies := _point_in(thing, one, zone):
                found[(one.model._meta.label_lower, thing.pk)] = lies
    return found


def _parcels_in(parcels: Sequence[Parcel], zone: Zone) -> Iterable[tuple[int, Lies]]:
    least = float(measure("sliver_width"))
    drawn = [parcel.shape for parcel in parcels if parcel.shape]
    assert len(drawn) == len(parcels)
    assert zone.shape
    for one in meetings(drawn, [zone.shape]):
        parcel = parcels[one.first]
        if one.width > least and parcel.measured:
            share = (one.area / parcel.measured).quantize(Decimal("0.0001"))
            yield one.first, Lies(parcel.unit, _day_of(parcel), one.area, min(share, Decimal(1)))


def _thing_in(thing: Any, zone: Zone) -> Lies | None:
    if isinstance(thing, Parcel):
        if thing.removed_at is not None:
            return None
        if thing.shape and zone.shape:
            return next((lies for _, lies in _parcels_in([thing], zone)), None)
        told = lies_in_words(thing, zone)
        return _by_words(told) if told is not None and told.is_sure else None
    one = next((one for one in placed() if one.model is type(thing)), None)
    standing = one is not None and one.rows().filter(pk=thing.pk).exists()
    return _point_in(thing, one, zone) if one is not None and standing else None


def _by_words(one: InWords) -> Lies:
    return Lies(one.parcel.unit, _day_of(one.parcel), why=one.says)


def _point_in(thing: Any, one: Placed, zone: Zone) -> Lies | None:
    if not zone.shape or not holds_point(zone.shape, *one.point(thing)):
        return None
    return Lies(one.unit(thing), _day_of(thing))


def _day_of(thing: Any) -> date:
    return timezone.localtime(thing.created_at).date()


def _settled(zone: Zone, lying: Mapping[Key, Lies], today: date, why: str, only: Key | None) -> int:
    """Begin what lies in the zone and is not known to; end what is known to and does not.

    What lies there on more or less of its range than was known ends, and begins again as it is.
    """
    known = Touch.objects.filter(zone=zone, by=None).standing()
    if only is not None:
        known = known.filter(kind=only[0], key=only[1])
    standing = {(one.kind, one.key): one for one in known}
    stay = {
        where for where, one in standing.items() if where in lying and _is_as(one, lying[where])
    }
    met = set(Touch.objects.filter(zone=zone, by=None).exclude(end=None).values_list("kind", "key"))
    begun = [
        Touch(
            zone=zone,
            unit=lies.unit,
            kind=kind,
            key=key,
            # What lay there once and comes again lies there from today.
            since=today
            if (kind, key) in met or (kind, key) in standing
            else max(zone.since, lies.there),
            area=lies.area,
            share=lies.share,
            why=lies.why[:200],
        )
        for (kind, key), lies in lying.items()
        if (kind, key) not in stay
    ]
    ended = [
        TouchEnd(touch=one, on=today, why=why)
        for where, one in standing.items()
        if where not in stay
    ]
    Touch.objects.bulk_create(begun, batch_size=400)
    TouchEnd.objects.bulk_create(ended, batch_size=400)
    if begun or ended:
        record(None, "land.touch", zone, unit=zone.unit, begun=len(begun), ended=len(ended))
    return len(begun) + len(ended)


def _is_as(touch: Touch, lies: Lies) -> bool:
    area = None if lies.area is None else lies.area.quantize(_CENT)
    return (touch.area, touch.share) == (area, lies.share)
