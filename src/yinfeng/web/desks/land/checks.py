"""What must hold between records of land, in sentences: a parcel's block lies in its park."""

from typing import Any

from django.core.exceptions import ValidationError

from yinfeng.lexicon.land import words
from yinfeng.web.desks.land.models import Block, Charge, Floor, Kept, Parcel, Zone
from yinfeng.web.shell.refusals import Refused

_UNASKED = frozenset({"created_at", "changed_at", "history", "custom", "shape"})


def checked(thing: Kept) -> None:
    """Refuse a record whose fields do not hold together."""
    try:
        thing.full_clean(exclude=_UNASKED)
    except ValidationError as error:
        raise Refused("；".join(_sentences(thing, error))) from error
    _belongs_to_one_unit(thing)
    if isinstance(thing, Parcel):
        _parcel(thing)
    elif isinstance(thing, Zone):
        _zone(thing)
    elif (
        isinstance(thing, Floor) and thing.building.storeys and thing.level > thing.building.storeys
    ):
        raise Refused(f"这幢楼登记为{thing.building.storeys}层，没有第{thing.level}层。")
    elif isinstance(thing, Charge) and thing.until and thing.until < thing.since:
        raise Refused("止日不能早于起日。")


def _parcel(parcel: Parcel) -> None:
    block: Block | None = parcel.block
    if block is not None and block.park_id:
        if parcel.park_id is None:
            parcel.park_id = block.park_id
        elif parcel.park_id != block.park_id:
            raise Refused(f"区块“{block}”在园区“{block.park}”里，与所填园区不符。")
    known = set(words("pipes").values())
    told = [one for one in parcel.pipes.replace(",", "、").replace("，", "、").split("、") if one]
    strange = [one for one in told if one.strip() not in known]
    if strange:
        raise Refused(f"管线配套里不认识“{'、'.join(strange)}”，请用：{'、'.join(known)}。")
    parcel.pipes = "、".join(one.strip() for one in told)


def _zone(zone: Zone) -> None:
    if zone.rule == "conditional" and not zone.conditions:
        raise Refused("规则是有条件准入的，请写明条件。")
    if zone.rule == "opinion" and not zone.asks:
        raise Refused("规则是须先征求意见的，请写明向哪个部门征求。")


def _belongs_to_one_unit(thing: Kept) -> None:
    for name in ("park", "block", "parcel", "building", "floor"):
        other: Any = getattr(thing, name, None)
        if isinstance(other, Kept) and other.unit_id != thing.unit_id:
            raise Refused(f"“{other}”是另一个单位的。")
        if isinstance(other, Kept) and other.is_removed:
            raise Refused(f"“{other}”已删除，请另选。")


def _sentences(thing: Kept, error: ValidationError) -> list[str]:
    says: list[str] = []
    known = {field.name for field in thing._meta.fields}
    for name, told in error.message_dict.items():
        label = f"{thing._meta.get_field(name).verbose_name}：" if name in known else ""  # type: ignore[union-attr]
        says += [f"{label}{message}" for message in told]
    return says
