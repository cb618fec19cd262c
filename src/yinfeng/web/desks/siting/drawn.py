"""Where lots lie: the ranked lots of a need and the seats of a placement as shapes of the map.

A place is drawn once, however many lots or projects share it. A room or floor lies where its
building stands, or, where the building is not drawn, on its parcel.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from yinfeng.mapping.shapes import Box
from yinfeng.siting.reasons import Lot
from yinfeng.web.desks.land.models import Floor, Parcel, Unit
from yinfeng.web.maps.drawing import Feature, Layer, around, drawing, feature
from yinfeng.web.people.may import may
from yinfeng.web.people.models import User

_SIDES = ("shape", "west", "south", "east", "north")
_UNDER = (("parks", "园区"), ("parcels", "宗地"), ("zones", "管控区"))


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a place lies."""

    shape: Any
    box: Box


@dataclass(frozen=True, slots=True)
class Row:
    """A lot in its table: its place in the order, its name on the page, where the map finds it."""

    lot: Lot
    rank: int
    anchor: str
    box: str


def grounds(keys: Iterable[str]) -> dict[str, Ground]:
    """The ground of those places that are drawn, by their keys."""
    told = {key: key.partition("@")[0] for key in keys}
    wanted = set(told.values())
    plots = [int(key[1:]) for key in wanted if key.startswith("p")]
    rooms = [int(key[1:]) for key in wanted if key.startswith("r")]
    found = {}
    for pk, *sides in Parcel.objects.filter(pk__in=plots).values_list("pk", *_SIDES):
        found[f"p{pk}"] = _ground(sides)
    building = [f"floor__building__{side}" for side in _SIDES]
    parcel = [f"floor__building__parcel__{side}" for side in _SIDES]
    for pk, *sides in Unit.objects.filter(pk__in=rooms).values_list("pk", *building, *parcel):
        found[f"r{pk}"] = _ground(sides[:5]) or _ground(sides[5:])
    levels = [int(key[1:]) for key in wanted if key.startswith("f")]
    around_floor = [side.removeprefix("floor__") for side in (*building, *parcel)]
    for pk, *sides in Floor.objects.filter(pk__in=levels).values_list("pk", *around_floor):
        found[f"f{pk}"] = _ground(sides[:5]) or _ground(sides[5:])
    return {key: one for key, spot in told.items() if (one := found.get(spot)) is not None}


def rows_of(lots: Sequence[Lot], name: str, known: Mapping[str, Ground]) -> tuple[Row, ...]:
    """The lots in their order, each with its anchor and its box."""
    return tuple(
        Row(lot, rank, f"{name}-{rank}", _box(lot.keys, known)) for rank, lot in enumerate(lots, 1)
    )


def map_of_rows(
    user: User, fits: Sequence[Row], near: Sequence[Row], known: Mapping[str, Ground]
) -> Any:
    """The map beside a ranking; none where no place of it is drawn."""
    best = list(_ranked(fits, known))
    drawn = {one["properties"]["key"] for one in best}
    others = [one for one in _ranked(near, known) if one["properties"]["key"] not in drawn]
    layers = [Layer("near", "差一点的", shapes=others), Layer("fits", "能放的", shapes=best)]
    return _map(user, layers, known)


def map_of_seats(
    user: User, seats: Sequence[Mapping[str, Any]], known: Mapping[str, Ground]
) -> Any:
    """The map of a placement: on each place the projects that go there."""
    layers = [
        Layer("promised", "此前已承诺", shapes=list(_seated(seats, known, is_promised=True))),
        Layer("seats", "这次安排", shapes=list(_seated(seats, known, is_promised=False))),
    ]
    return _map(user, layers, known)


def keys_of_seats(seats: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of all places of a placement."""
    return {str(part["key"]) for seat in seats for part in seat["parts"]}


def box_of_seat(seat: Mapping[str, Any], known: Mapping[str, Ground]) -> str:
    """Where the map finds a seat."""
    return _box([str(part["key"]) for part in seat["parts"]], known)


def _ranked(rows: Sequence[Row], known: Mapping[str, Ground]) -> Iterator[Feature]:
    by_place: dict[str, list[Row]] = {}
    names: dict[str, str] = {}
    for row in rows:
        for place in row.lot.places:
            by_place.setdefault(place.key, []).append(row)
            names[place.key] = place.name
    for key, found in by_place.items():
        if key in known:
            first = found[0]
            ranks = "、".join(str(row.rank) for row in found)
            joined = "（含与邻地合并）" if any(len(row.lot.places) > 1 for row in found) else ""
            yield feature(
                known[key].shape,
                key=key,
                label=f"{first.rank}. {names[key]}",
                says=f"排第{ranks}位{joined}，最高{first.lot.points}分",
                at=f"#{first.anchor}",
            )


def _seated(
    seats: Sequence[Mapping[str, Any]], known: Mapping[str, Ground], *, is_promised: bool
) -> Iterator[Feature]:
    by_place: dict[str, list[Mapping[str, Any]]] = {}
    for seat in seats:
        if bool(seat["is_promised"]) is is_promised:
            for part in seat["parts"]:
                by_place.setdefault(str(part["key"]), []).append(seat)
    for key, found in by_place.items():
        if key in known:
            says = "；".join(f"{seat['name']}：{seat['where']}" for seat in found)
            label = "、".join(str(seat["name"]) for seat in found)
            at = f"#seat-{found[0]['project']}"
            yield feature(known[key].shape, key=key, label=label, says=says, at=at)


def _map(user: User, layers: Sequence[Layer], known: Mapping[str, Ground]) -> Any:
    box = around(one.box for one in known.values())
    if box is None:
        return None
    if not may(user, "land.read"):
        return drawing(layers, box)
    under = [Layer(key, title, reverse("land:shapes", args=[key])) for key, title in _UNDER]
    return drawing([*under, *layers], box, measure=reverse("land:measure"))


def _box(keys: Iterable[str], known: Mapping[str, Ground]) -> str:
    box = around(known[key].box for key in keys if key in known)
    return json.dumps(box) if box else ""


def _ground(sides: Sequence[Any]) -> Ground | None:
    shape, west, south, east, north = sides
    if not shape or west is None:
        return None
    return Ground(shape, (west, south, east, north))
