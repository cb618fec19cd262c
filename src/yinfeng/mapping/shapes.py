"""Shapes of CGCS2000: their area, what is wrong with them, what was mended, what they touch.

An area is that of the plane of the 3-degree zone in which the shape lies, as on the sheet of the
surveyor and the certificate: 200 by 150 metres are 45.00亩, in the zone beside 0.14% more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape

from yinfeng.mapping.figures import Figure, Ring
from yinfeng.mapping.systems import plane_at

_CENT = Decimal("0.01")
# A thousandth of a metre along a meridian, in degrees.
_MILLIMETRE = 9.0e-9
_LEAST = 0.01

Geometry = Mapping[str, object]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mended:
    """A shape fit to be kept, and what was mended; *before* is its area as the lines ran."""

    geometry: Geometry | None
    area: Decimal
    box: Box
    mended: tuple[str, ...] = ()
    refused: str = ""
    before: Decimal | None = None

    @property
    def change(self) -> Decimal | None:
        """By what share of its area mending changed it; none where it was fit as it came."""
        if self.before is None or self.geometry is None:
            return None
        return abs(self.area - self.before) / max(self.area, self.before)


@dataclass(frozen=True, slots=True)
class Meeting:
    """That two shapes lie on one another: which, on how much, and how wide that is."""

    first: int
    second: int
    area: Decimal
    share: float
    width: float


def area_of(geometry: Geometry) -> Decimal:
    """The square metres of a GeoJSON geometry in degrees, to the hundredth."""
    return _metres(shape(geometry))


def box_of(geometry: Geometry) -> Box:
    """West, south, east, north of a geometry."""
    west, south, east, north = shape(geometry).bounds
    return west, south, east, north


def mended(figure: Figure, *, sliver: float = 0.5, twin: float = 0.001) -> Mended:
    """The figure, in degrees, as a geometry that can be kept, or why it cannot."""
    said: list[str] = list(figure.faults)
    polygons = []
    for rings in figure.polygons:
        kept = [_thinned(ring, twin, said) for ring in rings]
        whole = [ring for ring in kept if len(ring) >= 4]
        if len(whole) < len(kept):
            said.append("有一圈不足三个点，已去掉")
        if kept and len(kept[0]) >= 4:
            polygons.append(Polygon(kept[0], [ring for ring in kept[1:] if len(ring) >= 4]))
    if not polygons:
        return _refused("没有一圈是完整的（至少要三个不同的点）", said)
    made = polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    before = None
    if not made.is_valid:
        before = _metres(made)
        reason = _why_invalid(made)
        made = _polygons(shapely.make_valid(made, method="structure", keep_collapsed=False))
        after = _metres(made)
        said.append(f"{reason}，已理顺：面积由{before}㎡变为{after}㎡")
    made = _without_slivers(made, sliver, said)
    area = _metres(made)
    if made.is_empty or area < Decimal(str(_LEAST)):
        return _refused("理顺以后没有面积，可能是一条线或折返的点", said)
    west, south, east, north = made.bounds
    outer = shapely.orient_polygons(made)
    told = tuple(dict.fromkeys(said))
    return Mended(_geojson(outer), area, (west, south, east, north), told, before=before)


def meetings(
    shapes: Sequence[Geometry], others: Sequence[Geometry] | None = None
) -> Iterator[Meeting]:
    """The pairs that lie on one another: among *shapes*, or of them with *others*."""
    mine = [shape(one) for one in shapes]
    theirs = mine if others is None else [shape(one) for one in others]
    tree = shapely.STRtree(theirs)
    for first, one in enumerate(mine):
        for second in sorted(tree.query(one, predicate="intersects").tolist()):
            if others is None and second <= first:
                continue
            common = _polygons(shapely.intersection(one, theirs[second]))
            area = _metres(common)
            if area > 0:
                least = min(_metres(one), _metres(theirs[second]))
                share = float(area / least) if least else 0.0
                yield Meeting(first, second, area, share, _width(common))


def outside(geometry: Geometry, of: Iterable[Geometry]) -> tuple[Decimal, float]:
    """How much of the shape lies outside all of the others, in square metres, and how wide."""
    rest = shape(geometry)
    for other in of:
        rest = shapely.difference(rest, shape(other))
    left = _polygons(rest)
    return _metres(left), _width(left)


def holds_point(geometry: Geometry, longitude: float, latitude: float) -> bool:
    """Whether the point lies in the shape or on its edge."""
    return bool(shape(geometry).intersects(shapely.Point(longitude, latitude)))


def simplified(geometry: Geometry, tolerance: float) -> Geometry:
    """The shape with fewer points, off by no more than *tolerance* degrees."""
    return _geojson(shape(geometry).simplify(tolerance, preserve_topology=True))


def rings_of(geometry: Geometry) -> tuple[tuple[Ring, ...], ...]:
    """The polygons of a geometry, each as its rings, the outer one first."""
    made = shape(geometry)
    parts = made.geoms if isinstance(made, MultiPolygon) else (made,)
    return tuple(
        tuple(
            tuple((x, y) for x, y, *_ in ring.coords) for ring in (part.exterior, *part.interiors)
        )
        for part in parts
    )


def _thinned(ring: Ring, twin: float, said: list[str]) -> Ring:
    """The ring without points that stand on the one before, closed."""
    least = twin / 0.001 * _MILLIMETRE
    kept: list[tuple[float, float]] = []
    for x, y in ring:
        if not (isfinite(x) and isfinite(y)):
            said.append("有坐标不是数字的点，已去掉")
        elif kept and abs(x - kept[-1][0]) < least and abs(y - kept[-1][1]) < least:
            said.append("有重复的点，已合并")
        else:
            kept.append((x, y))
    if (
        len(kept) > 1
        and abs(kept[0][0] - kept[-1][0]) < least
        and abs(kept[0][1] - kept[-1][1]) < least
    ):
        kept[-1] = kept[0]
    elif kept:
        kept.append(kept[0])
    if len(kept) > 1 and kept[0] == kept[-1] and len(set(kept)) < 3:
        return ()
    if (
        ring
        and ring[0] == ring[-1]
        and said
        and said[-1] == "有重复的点，已合并"
        and len(kept) == len(ring)
    ):
        said.pop()
    return tuple(kept)


def _why_invalid(made: shapely.Geometry) -> str:
    reason = shapely.is_valid_reason(made).lower()
    if "self-intersection" in reason or "self intersection" in reason:
        return "边线自己交叉"
    if "hole" in reason or "shell" in reason:
        return "内圈与外圈的位置不对"
    return "图形不合规"


def _polygons(made: shapely.Geometry) -> shapely.Geometry:
    """Only what has an area."""
    if made.geom_type in ("Polygon", "MultiPolygon"):
        return made
    parts = [
        part
        for one in getattr(made, "geoms", ())
        for part in getattr(_polygons(one), "geoms", (_polygons(one),))
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    return MultiPolygon(parts) if len(parts) != 1 else parts[0]


def _without_slivers(made: shapely.Geometry, sliver: float, said: list[str]) -> shapely.Geometry:
    if made.geom_type != "MultiPolygon":
        return made
    thick = [part for part in made.geoms if _width(part) >= sliver]
    thin = len(made.geoms) - len(thick)
    if thin and thick:
        lost = _metres(made) - sum((_metres(part) for part in thick), Decimal(0))
        said.append(f"去掉{thin}块窄于{sliver:g}米的碎片，共{lost}㎡")
        return thick[0] if len(thick) == 1 else MultiPolygon(thick)
    return made


def _width(made: shapely.Geometry) -> float:
    """The width of the widest part in metres: that of a strip of its area and length."""
    widths = [0.0]
    for part in _faces(made):
        flat = _flat(part)
        widths.append(2 * flat.area / flat.length if flat.length else 0.0)
    return max(widths)


def _metres(made: shapely.Geometry) -> Decimal:
    if made.is_empty:
        return Decimal("0.00")
    total = sum(part.area for part in _faces(_flat(made)))
    return Decimal(repr(float(total))).quantize(_CENT) if isfinite(total) else Decimal(0)


def _faces(made: shapely.Geometry) -> Iterator[shapely.Geometry]:
    for part in getattr(made, "geoms", (made,)):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part


def _flat(made: shapely.Geometry) -> shapely.Geometry:
    """The shape in metres on the plane of the zone in which its middle lies."""
    west, _, east, _ = made.bounds
    plane = plane_at((west + east) / 2)

    def projected(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(plane.transform(points[:, 0], points[:, 1]))

    return shapely.transform(made, projected)


def _geojson(made: shapely.Geometry) -> Geometry:
    return {"type": made.geom_type, "coordinates": _lists(mapping(made)["coordinates"])}


def _lists(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_lists(one) for one in value]
    # Ten places are a hundredth of a millimetre.
    return round(value, 10) if isinstance(value, float) else value


def _refused(why: str, said: Sequence[str]) -> Mended:
    return Mended(None, Decimal(0), (0.0, 0.0, 0.0, 0.0), tuple(dict.fromkeys(said)), why)
