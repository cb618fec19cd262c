"""What of land is filled from sheets and changed in bulk, under the same checks as by hand.

An area of a sheet needs its unit, in the cell or in the heading: 面积（亩） and 面积（㎡） are both
read, a bare number under 面积 is asked back.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import models

from yinfeng.web.desks.land.actions.following import follow_many
from yinfeng.web.desks.land.checks import checked
from yinfeng.web.desks.land.kinds import Kind
from yinfeng.web.desks.land.models import Block, Building, Floor, Kept, Park, Unit
from yinfeng.web.desks.land.sheets import is_above, natural_of, slots_above, standing_on
from yinfeng.web.desks.land.standing import refuse_stood_on
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.models import User

_NATURAL = {"parks": ("name",), "blocks": ("code",), "parcels": ("number",), "zones": ("name",)}
_STOREYED: tuple[type[Kept], ...] = (Building, Floor, Unit)
_BULK = ("state", "use", "park", "block", "free_on", "until", "kind")
_REFERS: Mapping[str, type[Kept]] = {"park": Park, "block": Block}
_CALLED = {
    "number": ("地块编号", "地块号", "宗地编号"),
    "name": ("名称", "地块名称"),
    "holder": ("使用权人", "企业"),
    "certificate": ("证号", "产权证号"),
    "area": ("用地面积", "宗地面积", "土地面积"),
    "certified": ("证书面积",),
    "until": ("终止日期", "使用期限止"),
    "boundary": ("范围",),
}


_OF_BUILDINGS = {
    "number": ("楼幢", "楼号", "栋号", "楼栋"),
    "name": ("楼名", "楼幢名称", "楼宇名称"),
    "certificate": ("证号", "产权证号", "房产证号"),
    "area": ("总建筑面积", "面积"),
    "certified": ("有证面积", "证载面积"),
    "uncertified": ("无证面积",),
    "storeys": ("总层数", "地上层数"),
    "built_on": ("建成日期", "竣工年月"),
}
_OF_FLOORS = {"area": ("面积", "楼层面积"), "load": ("荷载", "承重"), "height": ("净高",)}
_OF_UNITS = {
    "number": ("房号", "室号", "单元", "房间号", "铺位号"),
    "area": ("面积", "出租面积", "可租面积"),
    "free_on": ("起租日期", "可供日期"),
}
_CALLED_OF = {"buildings": _OF_BUILDINGS, "floors": _OF_FLOORS, "units": _OF_UNITS}


def editing_of(kind: Kind) -> Editing | None:
    """How records of a kind are filled from sheets; what burdens one is kept on its page."""
    if kind.model in _STOREYED:
        return _editing(
            kind,
            names=tuple(name for name in kind.names if name not in (*kind.parents, "level")),
            natural=natural_of(kind.model),
            beside=lambda _: slots_above(kind.model),
        )
    return _editing(kind, kind.names, _NATURAL[kind.key]) if kind.key in _NATURAL else None


def _editing(kind: Kind, names: tuple[str, ...], natural: tuple[str, ...], **more: Any) -> Editing:
    fields: dict[str, Any] = {field.name: field for field in kind.model._meta.fields}
    areas = [name for name in names if str(fields[name].verbose_name).endswith("（㎡）")]
    called = _CALLED_OF.get(kind.key, _CALLED)
    return Editing(
        fields=names,
        changes="land.change",
        imports="land.keep",
        natural=natural,
        bulk=tuple(name for name in _BULK if name in names and kind.key != "zones"),
        alike="name" if "name" in names and "beside" not in more else "",
        also_called={name: one for name, one in called.items() if name in names},
        measures=dict.fromkeys(areas, "㎡"),
        worded=dict.fromkeys(areas, "area"),
        finds={name: _finds(model) for name, model in _REFERS.items() if name in names},
        settles=_settled,
        follows=_begun,
        changed=_changed,
        undone=_undone,
        **more,
    )


def _begun(things: Sequence[Any], by: User) -> Sequence[Any]:
    follow_many(things, by=by)
    return things


def _changed(things: Sequence[Any], by: User) -> None:
    follow_many(things, by=by)


def _undone(things: Sequence[Any], by: User) -> None:
    refuse_stood_on(things)
    follow_many(things, by=by)


def _finds(model: type[Kept]) -> Callable[[User], Sequence[models.Model]]:
    def found(user: User) -> Sequence[models.Model]:
        return list(model.objects.visible_to(user).order_by("pk"))

    return found


def _settled(thing: Any, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values under the checks of the desk, with what a new record stands on."""
    del by
    above = standing_on(thing, values)
    values = {name: value for name, value in values.items() if not is_above(name)} | above
    trial = type(thing)(
        **{f.attname: getattr(thing, f.attname) for f in thing._meta.concrete_fields}
    )
    for name, value in values.items():
        setattr(trial, name, value)
    trial._state.adding = thing.pk is None
    checked(trial)
    return {name: getattr(trial, name) for name in {*values, *_completed(trial, values)}}


def _completed(trial: Any, values: Mapping[str, Any]) -> Sequence[str]:
    """The park of a block is that of its parcel."""
    return ("park",) if values.get("block") and getattr(trial, "park_id", None) else ()
