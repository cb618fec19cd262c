"""Whether an occupancy fits: nothing is let twice, over area or over time.

What is held of a room, of its floor and of its building is added up at each of the three; land is
added up on the parcel. A sublet lies within what its lessor holds there. Called with the parcel's
row held, so that of two people who let the same room the second is told who has it.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from yinfeng.judgement.occupancy.stays import Excess, Stay, excess_of, uncovered
from yinfeng.lexicon.occupancy import OccupancyRules
from yinfeng.web.desks.land.models import Building, Floor, Parcel, Unit
from yinfeng.web.desks.tenancy.models import Occupancy
from yinfeng.web.lists.columns import written
from yinfeng.web.shell.refusals import Refused

_SUBLET = Occupancy.Tenure.SUBLET


def stay_of(one: Occupancy) -> Stay:
    """An occupancy as the rules of occupancy see it."""
    return Stay(str(one.pk or ""), one.firm, one.place, one.area, one.since, one.until)


def check_fit(
    one: Occupancy, rules: OccupancyRules, others: Iterable[Occupancy] | None = None
) -> None:
    """Refuse an occupancy that does not fit beside those that stand."""
    every = [
        other for other in others or standing_on(one.parcel) if other.pk != one.pk or not one.pk
    ]
    if one.tenure == _SUBLET:
        _check_sublet(one, every)
        return
    direct = [*(other for other in every if other.tenure != _SUBLET), one]
    is_known = False
    for name, spot in _levels(one):
        there_is: Decimal | None = spot.area
        if there_is is None:
            continue
        is_known = True
        found = excess_of(_stays(direct, name, spot.pk), there_is, rules.tolerance, stay_of(one))
        if found is not None:
            raise Refused(_says(one, str(spot), found))
    if not is_known:
        raise Refused(f"“{one.place}”没有登记面积，无法判断是否重复出租。请先在“载体”里填面积。")


def standing_on(parcel: Parcel) -> list[Occupancy]:
    """Every occupancy of a parcel and of what stands on it."""
    found = Occupancy.objects.standing().filter(parcel=parcel)
    return list(
        found.select_related("parcel", "building", "floor__building", "room").order_by("pk")
    )


def _levels(one: Occupancy) -> Sequence[tuple[str, Parcel | Building | Floor | Unit]]:
    if one.building_id is None:
        return (("parcel", one.parcel),)
    spots = (("room", one.room), ("floor", one.floor), ("building", one.building))
    return tuple((name, spot) for name, spot in spots if spot is not None)


def _stays(every: Iterable[Occupancy], name: str, key: object) -> list[Stay]:
    if name == "parcel":
        return [stay_of(one) for one in every if not one.is_floor]
    return [stay_of(one) for one in every if getattr(one, f"{name}_id") == key]


def _check_sublet(one: Occupancy, every: Sequence[Occupancy]) -> None:
    if not one.lessor:
        raise Refused("转租请写明出租人，即向谁转租。")
    here = [o for o in every if o.place == one.place]
    held = [stay_of(o) for o in here if o.tenure != _SUBLET and o.firm == one.lessor]
    let = [stay_of(o) for o in here if o.tenure == _SUBLET and o.lessor == one.lessor]
    if not held:
        raise Refused(f"{one.lessor}没有租用“{one.place}”，不能转租。")
    day = uncovered([*let, stay_of(one)], held)
    if day is not None:
        raise Refused(
            f"{one.lessor}在“{one.place}”的租用到{day}已容不下这项转租，请核对面积和期限。"
        )


def _says(one: Occupancy, spot: str, found: Excess) -> str:
    own = str(one.pk or "")
    others = [stay for stay in found.stays if stay.key != own]
    who = "、".join(
        f"{stay.holder}（{stay.since}起{f'至{stay.until}' if stay.until else ''}，"
        f"{written(stay.area)}㎡）"
        for stay in others
    )
    room = f"“{spot}”共{written(found.there_is)}㎡"
    if not others:
        return f"{room}，容不下{written(one.area)}㎡。请核对面积。"
    let = f"{found.day}起已租{written(found.let - one.area)}㎡：{who}"
    return f"{room}，{let}；再租{written(one.area)}㎡就重复了。"
