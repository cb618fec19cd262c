"""What of land is filled from sheets and changed in bulk, under the same checks as by hand.

An area of a sheet needs its unit, in the cell or in the heading: 面积（亩） and 面积（㎡） are both
read, a bare number under 面积 is asked back.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import models

from yinfeng.web.desks.land.checks import checked
from yinfeng.web.desks.land.kinds import Kind
from yinfeng.web.desks.land.models import Block, Kept, Park
from yinfeng.web.lists.editing import Editing
from yinfeng.web.people.models import User

_NATURAL = {"parks": ("name",), "blocks": ("code",), "parcels": ("number",), "zones": ("name",)}
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


def editing_of(kind: Kind) -> Editing | None:
    """How records of a kind are filled from sheets; what stands on another is kept on its page."""
    if kind.key not in _NATURAL:
        return None
    fields: dict[str, Any] = {field.name: field for field in kind.model._meta.fields}
    areas = [name for name in kind.names if str(fields[name].verbose_name).endswith("（㎡）")]
    return Editing(
        fields=kind.names,
        changes="land.change",
        imports="land.keep",
        natural=_NATURAL[kind.key],
        bulk=tuple(name for name in _BULK if name in kind.names and kind.key != "zones"),
        alike="name" if "name" in kind.names else "",
        also_called={name: called for name, called in _CALLED.items() if name in kind.names},
        measures=dict.fromkeys(areas, "㎡"),
        worded=dict.fromkeys(areas, "area"),
        finds={name: _finds(model) for name, model in _REFERS.items() if name in kind.names},
        settles=_settled,
    )


def _finds(model: type[Kept]) -> Callable[[User], Sequence[models.Model]]:
    def found(user: User) -> Sequence[models.Model]:
        return list(model.objects.visible_to(user).order_by("pk"))

    return found


def _settled(thing: Any, values: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """The values under the checks of the desk."""
    del by
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
