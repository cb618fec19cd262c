"""What the page of a record of land shows: its fields, where it stands, what stands below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import reverse

from yinfeng.web.desks.land.columns import (
    differs,
    far_of,
    in_mu,
    of_grounds,
    of_let,
    of_parcels,
    proof,
)
from yinfeng.web.desks.land.kinds import Kind, kind_of, kind_of_model
from yinfeng.web.desks.land.models import Block, Floor, Kept, Parcel, Park, Unit, Zone
from yinfeng.web.lists.columns import Proof, written
from yinfeng.web.lists.differences import said_of
from yinfeng.web.lists.history import end_of, standing_as

_FEW = 20
# Floor space is told in square metres, land in mu with its square metres.
_SPACE = frozenset({"floor_area", "space", "space_let", "space_vacant"})
_LAND = (Park, Block, Parcel, Zone)


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its label and what it says."""

    label: str
    says: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Below:
    """The kind of what stands below a record: the first rows of it, and where all are."""

    kind: Kind
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    count: int
    every: str
    add: str

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything that the page of one record shows."""

    kind: Kind
    thing: Kept
    crumbs: tuple[Line, ...]
    figures: tuple[Line, ...]
    lines: tuple[Line, ...]
    below: tuple[Below, ...]
    warnings: tuple[str, ...]
    proof: Proof | None


def record_page(kind: Kind, thing: Kept, as_of: date | None) -> RecordPage:
    """The page of a record, as it stands or as it stood on a day."""
    return RecordPage(
        kind=kind,
        thing=thing,
        crumbs=tuple(_crumbs(kind, thing)),
        figures=tuple(_figures(thing, as_of)),
        lines=tuple(_lines(thing, kind.names)),
        below=tuple(_below(key, name, thing, as_of) for key, name in kind.below),
        warnings=tuple(_warnings(thing)),
        proof=proof(thing),
    )


def stood(kind: Kind, pk: int, day: date) -> Kept | None:
    """The record as it stood at the end of a past day, if it stood."""
    version = kind.model.history.at(end_of(day)).filter(id=pk).first()
    found: Kept | None = standing_as(version) if version else None
    return found


def at(thing: Kept) -> str:
    """The address of a record's page."""
    return reverse(f"land:{kind_of_model(type(thing)).key}-record", args=[thing.pk])


def area_says(value: Decimal, *, is_space: bool = False) -> str:
    """An area in words: 102.76亩（68,507.52㎡）; floor space in square metres alone."""
    metres = f"{written(value)}㎡"
    return metres if is_space else f"{in_mu(value):,.2f}亩（{metres}）"


def _is_space(thing: Kept, name: str) -> bool:
    return name in _SPACE or not isinstance(thing, _LAND)


def _crumbs(kind: Kind, thing: Kept) -> Iterator[Line]:
    """The things above it, the highest first, after the list of its kind."""
    list_name = "index" if kind.key == "parks" else kind.key
    yield Line("", kind.title, reverse(f"land:{list_name}"))
    above: list[Kept] = []
    now: Kept | None = thing
    while now is not None:
        parents = kind_of_model(type(now)).parents
        found = [getattr(now, name) for name in reversed(parents) if getattr(now, name)]
        now = found[0] if found else None
        above += [now] if now is not None else []
    for one in reversed(above):
        yield Line(str(one._meta.verbose_name), str(one), at(one))


def _figures(thing: Kept, as_of: date | None) -> Iterator[Line]:
    """The figures that stand large on the page."""
    moment = end_of(as_of) if as_of else None
    row: Any = thing
    told: tuple[tuple[str, str], ...]
    if isinstance(thing, Park | Block):
        of_grounds("park" if isinstance(thing, Park) else "block")([thing], moment)
        told = (
            ("planned", "规划"), ("built", "已建成"), ("unbuilt", "未建"),
            ("parcel_area", "宗地合计"), ("free_area", "净地和未建宗地"),
            ("parcel_let", "入驻记录占地"), ("space", "单元面积"),
            ("space_let", "单元已租"), ("space_vacant", "单元空置"),
        )  # fmt: skip
    elif isinstance(thing, Parcel | Unit):
        (of_parcels if isinstance(thing, Parcel) else of_let)([thing], moment)
        told = (("area", "面积"), ("let_area", "已租"), ("vacant", "空置"))
    else:
        told = (("area", "建筑面积"), ("measured", "图上面积"))
    for name, label in told:
        value = getattr(row, name, None)
        if value is not None:
            yield Line(label, area_says(Decimal(value), is_space=_is_space(thing, name)))
    if isinstance(thing, Parcel) and (far := far_of(thing)) is not None:
        yield Line("容积率", written(far))


def _warnings(thing: Kept) -> Iterator[str]:
    """What does not fit together on the record, in sentences; figures are reckoned before."""
    if isinstance(thing, Park | Block):
        yield from _of_built(thing)
    if isinstance(thing, Unit):
        yield from _of_doors(thing)
    if not isinstance(thing, Parcel):
        return
    yield from _of_certificate(thing)
    far = far_of(thing)
    if far is not None and thing.far_low and far < thing.far_low:
        yield f"容积率{far}低于下限{thing.far_low}。"
    if far is not None and thing.far_high and far > thing.far_high:
        yield f"容积率{far}高于上限{thing.far_high}。"


def _of_certificate(parcel: Any) -> Iterator[str]:
    """By how much the drawing differs, where its office does not allow that."""
    if (share := differs(parcel)) is not None:
        yield (
            f"图上面积{area_says(parcel.measured)}与证载面积{area_says(parcel.certified)}"
            f"相差{share:+.2%}，超过{(parcel.tolerance * 100).normalize():f}%，请核对坐标或证书。"
        )


def _of_doors(room: Unit) -> Iterator[str]:
    """Which of the neighbours that a room names are not on its floor."""
    told = [one for one in re.split(r"[、，,；;\s]+", room.beside) if one]
    there = Unit.objects.standing().filter(floor=room.floor_id).exclude(pk=room.pk)
    known = set(there.values_list("number", flat=True)) if told else set()
    if strange := [one for one in told if one not in known]:
        yield f"相邻单元里写的{'、'.join(strange)}不在这一层，请核对。"


def _of_built(thing: Any) -> Iterator[str]:
    """By how much the built land that is told differs from what is let and used by the register."""
    told, let = thing.built, getattr(thing, "parcel_let", None)
    if told is None or let is None or told == let:
        return
    off, which = abs(told - let), "少" if let < told else "多"
    source = "材料所写" if thing.fact_id else "登记"
    yield (
        f"{source}已建成{area_says(told)}，入驻记录合计占地{area_says(Decimal(let))}，"
        f"{which}{area_says(off)}。请核对：有没有建成未登记入驻的地，或入驻面积重复、漏记。"
    )


def _lines(thing: Kept, names: Sequence[str]) -> Iterator[Line]:
    for name in names:
        value = getattr(thing, name)
        if value in (None, ""):
            continue
        field: Any = thing._meta.get_field(name)
        label = str(field.verbose_name).removesuffix("（㎡）")
        if isinstance(value, Kept):
            yield Line(label, str(value), at(value))
        elif str(field.verbose_name).endswith("（㎡）"):
            yield Line(label, area_says(value, is_space=_is_space(thing, name)))
        else:
            says = written(value) if isinstance(value, Decimal) else said_of(thing, name)
            yield Line(label, says)
    measured = getattr(thing, "measured", None)
    if measured is not None:
        yield Line("图上面积", area_says(measured))
        yield Line("图形来源", getattr(thing, "drawn_from", ""))


_METRES, _MU = "（㎡）", "（亩）"
_COLUMNS = {
    "blocks": ("code", "planned", "built"),
    "parcels": ("state", "use", "area", "holder", "until"),
    "buildings": ("storeys", "area", "structure"),
    "floors": ("area", "height", "load"),
    "units": ("area", "let_area", "free_on"),
    "charges": ("kind", "paper", "amount", "since", "until"),
}


def _below(key: str, name: str, thing: Kept, as_of: date | None) -> Below:
    kind = kind_of(key)
    assert kind is not None
    found = _standing(kind.model, name, thing, as_of)
    count = found.count()
    order = {"floors": "level", "charges": "since", "blocks": "code"}.get(key, "number")
    rows: list[Kept] = list(found.order_by(order)[:_FEW])
    if as_of is not None:
        rows = [standing_as(row) for row in rows]
    names = _COLUMNS[key]
    fields: list[Any] = [kind.model._meta.get_field(one) for one in names]
    return Below(
        kind=kind,
        heads=tuple(_head(kind.model, one) for one in fields),
        rows=tuple((_label(row), tuple(_cells(row, names))) for row in rows),
        count=count,
        every=f"{reverse(f'land:{key}')}?{name}={thing.pk}" if _is_filtered(key, name) else "",
        add=f"{reverse(f'land:{key}-add')}?{name}={thing.pk}",
    )


def _is_filtered(key: str, name: str) -> bool:
    return (key, name) in (("parcels", "park"), ("parcels", "block"), ("blocks", "park"))


def _standing(model: type[Kept], name: str, thing: Kept, as_of: date | None) -> Any:
    if as_of is None:
        related = [f.name for f in model._meta.fields if f.name in ("building", "floor", "parcel")]
        found: models.QuerySet[Any] = model._default_manager.filter(
            **{name: thing.pk}, removed_at=None
        )
        return found.select_related(*related).defer(
            *(("shape",) if hasattr(model, "shape") else ())
        )
    return model.history.at(end_of(as_of)).filter(**{f"{name}_id": thing.pk})


def _label(row: Kept) -> str:
    return f"{row.level}层" if isinstance(row, Floor) else str(row)


def _cells(row: Kept, names: Sequence[str]) -> Iterator[Line]:
    yield Line("", _label(row), at(row))
    for name in names:
        value = getattr(row, name)
        head = _head(type(row), row._meta.get_field(name))
        if isinstance(value, Decimal):
            says = f"{in_mu(value):,.2f}" if head.endswith(_MU) else written(value)
        else:
            says = "" if value in (None, "") else said_of(row, name)
        yield Line(head, says)


def _head(model: type[Kept], field: Any) -> str:
    """The name of a column; of land it is in mu."""
    says = str(field.verbose_name)
    is_land = issubclass(model, _LAND) and field.name not in _SPACE
    return f"{says.removesuffix(_METRES)}{_MU}" if is_land and says.endswith(_METRES) else says
