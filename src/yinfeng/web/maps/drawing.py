"""What a page tells the map in it: its layers, the box in which it opens, where it may measure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from yinfeng.mapping.shapes import Box

Feature = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that is switched on and off; it fetches what lies in view, or has its shapes here."""

    key: str
    title: str
    url: str = ""
    shapes: Sequence[Feature] = ()

    @property
    def told(self) -> dict[str, Any]:
        """The layer as the script reads it."""
        told: dict[str, Any] = {"key": self.key, "title": self.title}
        if self.url:
            return {**told, "url": self.url}
        return {**told, "shapes": {"type": "FeatureCollection", "features": [*self.shapes]}}


def drawing(layers: Iterable[Layer], box: Box, *, query: str = "", measure: str = "") -> Any:
    """The map of a page; *query* narrows its parcels, *measure* is where areas are reckoned."""
    return {
        "layers": [layer.told for layer in layers],
        "query": query,
        "box": box,
        "measure": measure,
        "tiles": settings.TILES,
        "tilesBy": settings.TILES_BY,
    }


def feature(geometry: Any, **told: Any) -> Feature:
    """A shape with what is told of it: *label* stands on it, *says* and *at* on a click."""
    return {"type": "Feature", "properties": told, "geometry": geometry}


def around(boxes: Iterable[Box]) -> Box | None:
    """The box around boxes, if there are any."""
    sides = list(zip(*boxes, strict=True))
    if not sides:
        return None
    west, south, east, north = sides
    return min(west), min(south), max(east), max(north)
