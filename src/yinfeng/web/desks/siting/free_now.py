"""What of one parcel, floor or room is free and not promised, as it stands when it is given."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Q

from yinfeng.web.desks.land.clearing import clearings
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.desks.siting.floors import Rest, rests_of, stays_from
from yinfeng.web.desks.siting.free_parts import is_cleared_away, parts_of_parcel, parts_of_room
from yinfeng.web.desks.siting.freeing import Part, filled
from yinfeng.web.desks.siting.models import LotPromise
from yinfeng.web.desks.siting.offering import key_of
from yinfeng.web.desks.siting.promised import given_by
from yinfeng.web.desks.siting.surroundings import sorted_out
from yinfeng.web.shell.refusals import Refused

_LET = "所在的楼层或楼幢已整体出租，不能承诺。"


def ground_of(thing: Parcel | Floor | Unit) -> Parcel:
    """The parcel on which it lies."""
    if isinstance(thing, Parcel):
        return thing
    return (thing if isinstance(thing, Floor) else thing.floor).building.parcel


def part_of(thing: Parcel | Floor | Unit, key: str, day: date) -> tuple[Part, Decimal]:
    """The part of that key, and what of it nobody was promised; refused where there is none."""
    parts, of = _parts(thing, day)
    rows = LotPromise.objects.standing().filter(of).order_by("pk")
    base, _, later = key.partition("@")
    for at, (part, own) in enumerate(filled(parts, [given_by(one) for one in rows])):
        if key == key_of(base, part, is_first=not at) or later == str(part.day):
            promised = sum((one.area for one in own), Decimal(0))
            return part, max(part.area - promised, Decimal(0))
    if later:
        raise Refused(f"{thing}何时可供已有变化，请重新看选址结果。")
    raise Refused(f"{thing}没有可供的面积，不能承诺。")


def _parts(thing: Parcel | Floor | Unit, day: date) -> tuple[Sequence[Part], Q]:
    """The parts of it, and which promises are kept out of them."""
    ground = ground_of(thing)
    clearing = clearings(thing.unit.path).get(ground.pk)
    if isinstance(thing, Parcel):
        stays = list(stays_from(day).filter(parcel=thing, building=None).order_by("pk"))
        is_built = Building.objects.standing().filter(parcel=thing).exists()
        found = parts_of_parcel(thing, stays, clearing, day, is_built=is_built)
        if not found:
            raise Refused(f"{thing}按现在的用途和状态不能供应，不能承诺。")
        return _worth(found), Q(parcel=thing)
    if is_cleared_away(ground, clearing):
        raise Refused(f"{thing}所在的宗地正在腾退，不能承诺。")
    if isinstance(thing, Floor):
        rest = _rest(thing.pk, day)
        of = Q(floor=thing)
        if rest is not None and rest.is_by_floor:
            of |= Q(room__floor=thing)
        return _worth(rest.parts if rest else ()), of
    rest = _rest(thing.floor_id, day)
    if rest is not None and rest.is_by_floor:
        if not _worth(rest.parts):
            raise Refused(f"{thing}{_LET}")
        raise Refused(
            f"{thing}所在的{rest.floor}有按楼层的出租或承诺，没有分到单元，请按楼层承诺。"
        )
    here = Q(room=thing) | Q(room=None, building=thing.floor.building_id)
    kept = sorted_out(stays_from(day).filter(here).order_by("pk"))
    above = (
        *kept.floors.get(thing.floor_id, ()),
        *kept.buildings.get(thing.floor.building_id, ()),
    )
    free = _worth(parts_of_room(thing, kept.rooms.get(thing.pk, ()), above, day))
    if not free and above:
        raise Refused(f"{thing}{_LET}")
    return free, Q(room=thing)


def _rest(floor: int, day: date) -> Rest | None:
    return rests_of(Floor.objects.filter(pk=floor), day).get(floor)


def _worth(parts: Sequence[Part]) -> Sequence[Part]:
    """Those of a square metre and more, as they are offered."""
    return [one for one in parts if one.area >= 1]
