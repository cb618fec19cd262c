"""What GDAL reads of a file in memory, as figures."""

from collections.abc import Iterator

import numpy as np
import pyogrio.raw
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from yinfeng.mapping.figures import Figure, Polygon, Unreadable, closed

# Nothing on earth has a coordinate of more digits; a scratched file has.
_FARTHEST = 1e9


def figures_of(
    content: bytes, called: str, encoding: str | None, problems: list[str]
) -> Iterator[Figure]:
    """The polygons of the first layer; what is none is told among *problems*."""
    try:
        meta, _, shapes, columns = pyogrio.raw.read(content, encoding=encoding)
    except (DataSourceError, DataLayerError, UnicodeDecodeError, LookupError, ValueError):
        raise Unreadable(f"{called}读不出来，文件可能不完整，请重新导出。") from None
    names = [str(name) for name in meta["fields"]]
    made = geometries(shapes)
    for place, geometry in enumerate(made, 1):
        polygons = tuple(polygons_of(geometry)) if geometry is not None else ()
        if not polygons:
            problems.append(f"{called}第{place}个图形不是面，已略过")
            continue
        said = {name: _said(column[place - 1]) for name, column in zip(names, columns, strict=True)}
        yield Figure(place, polygons, {key: value for key, value in said.items() if value})


def geometries(
    shapes: "np.ndarray[tuple[int], np.dtype[np.object_]] | None",
) -> list[shapely.Geometry | None]:
    """What GDAL gives as bytes, as geometries; of one that is broken, or lies nowhere, None."""
    if shapes is None:
        return []
    with np.errstate(invalid="ignore"):
        made = shapely.from_wkb(shapes, on_invalid="ignore")
        bounds = shapely.bounds(made)
    near = (np.abs(bounds) < _FARTHEST).all(axis=1)
    return [one if is_near else None for one, is_near in zip(made, near, strict=True)]


def polygons_of(geometry: shapely.Geometry) -> Iterator[Polygon]:
    """The polygons of a geometry; a line that comes back to where it began is one too."""
    kind = geometry.geom_type
    if geometry.is_empty:
        return
    if kind == "Polygon":
        yield tuple(_ring(one) for one in (geometry.exterior, *geometry.interiors))
    elif kind == "LineString":
        if len(geometry.coords) >= 4 and geometry.coords[0][:2] == geometry.coords[-1][:2]:
            yield (_ring(geometry),)
    elif hasattr(geometry, "geoms"):
        for one in geometry.geoms:
            yield from polygons_of(one)


def _ring(ring: shapely.Geometry) -> tuple[tuple[float, float], ...]:
    return closed((point[0], point[1]) for point in ring.coords)


def _said(value: object) -> str:
    if value is None or (isinstance(value, float | np.floating) and np.isnan(value)):
        return ""
    if isinstance(value, np.datetime64):
        return "" if np.isnat(value) else str(value)[:10]
    if isinstance(value, float | np.floating):
        return f"{float(value):.10g}"
    return str(value).strip()
