"""Land is found by names, numbers, holders and the words of its boundary."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.urls import reverse

from yinfeng.web.desks.land.models import Block, Bounded, Building, Parcel, Park, Zone
from yinfeng.web.search.findable import Card, Findable

_TEXTS = (
    "boundary",
    "industries",
    "functions",
    "certificate",
    "holder",
    "basis",
    "conditions",
    "note",
)
_NAMES = ("name", "number", "code")


def _card(thing: Bounded) -> Card | None:
    if thing.is_removed:
        return None
    names = [str(getattr(thing, one, "")) for one in _NAMES]
    texts = [str(getattr(thing, one, "")) for one in _TEXTS]
    return Card(
        unit=thing.unit,
        title=" ".join(dict.fromkeys(one for one in (str(thing), *names) if one)),
        text="\n".join(one for one in texts if one),
        names=tuple(one for one in names if one),
        day=None,
    )


def _rows(model: type[Bounded]) -> Callable[[], "QuerySet[Bounded]"]:
    def rows() -> "QuerySet[Bounded]":
        standing = model._default_manager.filter(removed_at=None)
        return standing.select_related("unit").defer("shape")

    return rows


def _address(key: str) -> Callable[[str], str]:
    return lambda pk: reverse(f"land:{key}-record", args=[pk])


FINDABLE = tuple(
    Findable(model, title, "land.read", _card, _rows(model), _address(key))
    for model, title, key in (
        (Park, "园区", "parks"),
        (Block, "区块", "blocks"),
        (Parcel, "宗地", "parcels"),
        (Building, "楼幢", "buildings"),
        (Zone, "管控区", "zones"),
    )
)
