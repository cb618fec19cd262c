"""What stands on a record of land: as long as something does, the record is not taken away.

A record of a higher room says by itself on what of the land it stands: `stands_on_land` names its
fields, and `is_over_after` the field of its last day where it has one. This room knows none.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

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
    keys = {thing.pk: thing for thing in things}
    for model, name in _stands_on(type(things[0])) if things else ():
        rows = model._default_manager.filter(**{f"{name}__in": list(keys)}, removed_at=None)
        if last := getattr(model, "is_over_after", ""):
            rows = rows.filter(Q(**{last: None}) | Q(**{f"{last}__gte": timezone.localdate()}))
        first = rows.order_by("pk").values_list(name, flat=True).first()
        if first is not None:
            count = rows.filter(**{name: first}).count()
            title = model._meta.verbose_name
            raise Refused(f"“{keys[first]}”下面还有{count}条{title}，请先处理。")


def _stands_on(kind: type[Kept]) -> Iterator[tuple[Any, str]]:
    yield from _ON.get(kind, ())
    for model, name, ground in _above():
        if ground is kind:
            yield model, name


@cache
def _above() -> tuple[tuple[Any, str, Any], ...]:
    """What the records of higher rooms say: the model, its field, and the kind of land."""
    return tuple(
        (model, name, model._meta.get_field(name).related_model)
        for model in apps.get_models()
        for name in getattr(model, "stands_on_land", ())
    )
