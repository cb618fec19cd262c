"""What the map shows of a layer in a box: shapes by their box, or, where they are too many, cells.

The geometry is passed on as it stands in the database, unread; what is smaller than a few dots of
the screen goes as its box, what has very many points is thinned. So 100,000 parcels stay usable.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Sum, TextField
from django.db.models.functions import Cast

from yinfeng.lexicon.land import words
from yinfeng.mapping.areas import mu_of
from yinfeng.mapping.shapes import Box, simplified

MOST = 1500
_LONG = 3000
_CELLS = 24
_DOTS = 3
_TILE = 512


@dataclass(frozen=True, slots=True)
class View:
    """A box of the map at a zoom."""

    box: Box
    zoom: float

    @property
    def dot(self) -> float:
        """The width of a dot of the screen in degrees."""
        return float(360 / (_TILE * 2**self.zoom))


class _Whole(Func):
    """The whole part of a number, which is never negative here: all land lies north and east.

    SQLite has no floor of its own; one in Python, called for every row, takes half of the time.
    """

    template = "CAST(%(expressions)s AS INTEGER)"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """A cast would round."""
        return self.as_sql(compiler, connection, template="FLOOR(%(expressions)s)::integer")


def within(rows: Any, box: Box) -> Any:
    """Those rows whose box meets the box."""
    west, south, east, north = box
    return rows.filter(west__lte=east, east__gte=west, south__lte=north, north__gte=south)


def shown(rows: Any, view: View, label: str, key: str, tone: str = "") -> str:
    """The rows in the view as GeoJSON; *label* and *tone* name their fields."""
    found = within(rows.order_by(), view.box)
    # Of a past day the rows are versions: the key of one is not that of its record.
    names = ["id", label, *([tone] if tone else [])]
    box = ("west", "south", "east", "north")
    text = Cast("shape", TextField())
    table = list(found.values_list(*names, *box)[: MOST + 1])
    if len(table) > MOST:
        return _collection(_cells(found, view))
    large = [row[0] for row in table if _is_large(row[-4:], view)]
    shapes = dict(found.filter(id__in=large).values_list("id", text)) if large else {}
    return _collection(_features(table, shapes, view, key, bool(tone)))


def _is_large(box: Iterable[float], view: View) -> bool:
    west, south, east, north = box
    return max(east - west, north - south) > _DOTS * view.dot


def _features(
    table: Iterable[tuple[Any, ...]], shapes: dict[int, str], view: View, key: str, toned: bool
) -> Iterator[str]:
    tones = words("states") if toned else {}
    for pk, label, *rest in table:
        tone = rest[0] if toned else ""
        told = {"id": pk, "label": label, "at": f"/land/{key}/{pk}", "tone": tone}
        if toned:
            told["says"] = tones.get(tone, "")
        geometry = shapes.get(pk) or _box_as_shape(rest[-4:])
        if len(geometry) > _LONG:
            thin = simplified(json.loads(geometry), view.dot / 2)
            geometry = json.dumps(thin, separators=(",", ":"))
        yield _feature(json.dumps(told, ensure_ascii=False), geometry)


def _cells(found: Any, view: View) -> Iterator[str]:
    """How many there are in each cell of a grid, and what they come to."""
    west, south, east, north = view.box
    step = max(east - west, north - south) / _CELLS or 1
    counted = (
        found.annotate(
            column=_Whole((F("west") + F("east")) / (2 * step)),
            line=_Whole((F("south") + F("north")) / (2 * step)),
        )
        .values("column", "line")
        .annotate(count=Count("pk"), **_area(found.model))
    )
    for one in counted:
        centre = ((one["column"] + 0.5) * step, (one["line"] + 0.5) * step)
        area = one.get("total")
        mu = f"{mu_of(Decimal(area)):,.0f}亩" if area else ""
        told = {"count": one["count"], "label": f"{one['count']}", "says": mu}
        geometry = {"type": "Point", "coordinates": centre}
        yield _feature(json.dumps(told, ensure_ascii=False), json.dumps(geometry))


def _area(model: Any) -> dict[str, Any]:
    names = {field.name for field in model._meta.fields}
    return {"total": Sum("area")} if "area" in names else {}


def _box_as_shape(box: Iterable[float]) -> str:
    w, s, e, n = box
    ring = [[w, s], [e, s], [e, n], [w, n], [w, s]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def _feature(told: str, geometry: str) -> str:
    return f'{{"type":"Feature","properties":{told},"geometry":{geometry}}}'


def _collection(features: Iterable[str]) -> str:
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'
