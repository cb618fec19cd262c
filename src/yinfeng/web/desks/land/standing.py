"""What stands on a record of land: as long as something does, the record is not taken away."""

from collections.abc import Mapping, Sequence
from typing import Any

from yinfeng.web.desks.land.models import (
    Block,
    Building,
    Charge,
    Floor,
    Kept,
    Parcel,
    Park,
    Unit,
)
from yinfeng.web.shell.refusals import Refused

# By the field that names the thing.
_ON: Mapping[type[Kept], tuple[tuple[type[Kept], str], ...]] = {
    Park: ((Block, "park"), (Parcel, "park")),
    Block: ((Parcel, "block"),),
    Parcel: ((Building, "parcel"), (Charge, "parcel")),
    Building: ((Floor, "building"), (Charge, "building")),
    Floor: ((Unit, "floor"),),
}


def refuse_stood_on(things: Sequence[Any]) -> None:
    """Refuse to take away what others stand on; all *things* are of one kind."""
    for model, name in _ON.get(type(things[0]), ()) if things else ():
        keys = {thing.pk: thing for thing in things}
        rows = model._default_manager.filter(**{f"{name}__in": list(keys)}, removed_at=None)
        first = rows.order_by("pk").values_list(name, flat=True).first()
        if first is not None:
            count = rows.filter(**{name: first}).count()
            title = model._meta.verbose_name
            raise Refused(f"“{keys[first]}”下面还有{count}条{title}，请先处理。")
