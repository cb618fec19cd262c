"""Shapes out of the house: GeoJSON and KML in degrees, SHP and DXF in degrees or in a zone."""

import itertools
import json
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from pyproj import CRS
from pyproj.enums import WktVersion

from yinfeng.mapping.figures import Polygon, Ring
from yinfeng.mapping.formats.drawing import HOLES, LAYER
from yinfeng.mapping.shapes import Geometry, rings_of
from yinfeng.mapping.systems import CGCS2000, System

_POLYGON = 5
# The time of files in a zip: always the same, so that the same shapes give the same bytes.
_THEN = (1980, 1, 1, 0, 0, 0)
_LONGEST = 254


@dataclass(frozen=True, slots=True)
class Named:
    """A shape of CGCS2000 with what is said of it, label by label."""

    geometry: Geometry
    words: Mapping[str, str]


def geojson(shapes: Sequence[Named], one: System = CGCS2000) -> bytes:
    """A collection of features; the system is named, as older programs ask for it."""
    features = [
        {"type": "Feature", "properties": dict(named.words), "geometry": _moved(named, one)}
        for named in shapes
    ]
    root = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{one.epsg}"}},
        "features": features,
    }
    return json.dumps(root, ensure_ascii=False, separators=(",", ":")).encode()


def kml(shapes: Sequence[Named]) -> bytes:
    """Placemarks, each with its words as extended data."""
    marks = "".join(_placemark(named) for named in shapes)
    head = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">'
    return f"{head}<Document>{marks}</Document></kml>".encode()


def shapefile(shapes: Sequence[Named], one: System = CGCS2000) -> bytes:
    """A zip with .shp, .shx, .dbf, .prj and .cpg."""
    records = [_record(_clockwise(named, one)) for named in shapes]
    shp, shx = _shp(records)
    wkt = CRS.from_epsg(one.epsg).to_wkt(WktVersion.WKT1_ESRI)
    parts = {
        "shp": shp, "shx": shx, "dbf": _dbf([named.words for named in shapes]),
        "prj": wkt.encode(), "cpg": b"UTF-8",
    }  # fmt: skip
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for ending, content in parts.items():
            entry = zipfile.ZipInfo(f"land.{ending}", _THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return packed.getvalue()


def dxf(shapes: Sequence[Named], one: System) -> bytes:
    """A drawing that every CAD opens: closed lines on a layer, the first word as a text inside.

    Holes are closed lines on a layer of their own; each part of a shape has the text.
    """
    lines = ["0", "SECTION", "2", "HEADER", "9", "$ACADVER", "1", "AC1009"]
    lines += ["9", "$DWGCODEPAGE", "3", "ANSI_936", "0", "ENDSEC", "0", "SECTION", "2", "ENTITIES"]
    for named in shapes:
        for polygon in _polygons(named, one):
            for place, ring in enumerate(polygon):
                lines += _polyline(ring, HOLES if place else LAYER)
        label = next(iter(named.words.values()), "")
        for polygon in rings_of(named.geometry) if label else ():
            lines += _text(polygon, one, label)
    lines += ["0", "ENDSEC", "0", "EOF", ""]
    return "\r\n".join(lines).encode("gb18030", "replace")


def _polygons(named: Named, one: System) -> Iterator[tuple[Ring, ...]]:
    for polygon in rings_of(named.geometry):
        yield tuple(one.from_degrees(ring) for ring in polygon)


def _moved(named: Named, one: System) -> Geometry:
    if one.kind == "degrees" and not one.is_swapped:
        return named.geometry
    parts = [[list(map(list, ring)) for ring in polygon] for polygon in _polygons(named, one)]
    return {"type": "MultiPolygon", "coordinates": parts}


def _placemark(named: Named) -> str:
    data = "".join(
        f'<Data name="{escape(key, {chr(34): "&quot;"})}"><value>{escape(value)}</value></Data>'
        for key, value in named.words.items()
    )
    label = escape(next(iter(named.words.values()), ""))
    polygons = "".join(_kml_polygon(polygon) for polygon in rings_of(named.geometry))
    extended = f"<ExtendedData>{data}</ExtendedData>"
    body = f"<MultiGeometry>{polygons}</MultiGeometry>"
    return f"<Placemark><name>{label}</name>{extended}{body}</Placemark>"


def _kml_polygon(polygon: tuple[Ring, ...]) -> str:
    parts = []
    for place, ring in enumerate(polygon):
        tag = "innerBoundaryIs" if place else "outerBoundaryIs"
        points = " ".join(f"{x!r},{y!r}" for x, y in ring)
        parts.append(f"<{tag}><LinearRing><coordinates>{points}</coordinates></LinearRing></{tag}>")
    return f"<Polygon>{''.join(parts)}</Polygon>"


def _clockwise(named: Named, one: System) -> list[Ring]:
    """The rings as a shapefile wants them: outer ones clockwise, holes the other way."""
    return [
        ring if (_turn(ring) < 0) == (place == 0) else ring[::-1]
        for polygon in _polygons(named, one)
        for place, ring in enumerate(polygon)
    ]


def _turn(ring: Ring) -> float:
    first = ring[0]
    return sum(
        (ax - first[0]) * (by - first[1]) - (bx - first[0]) * (ay - first[1])
        for (ax, ay), (bx, by) in itertools.pairwise(ring)
    )


def _box(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    xs = [x for ring in rings for x, _ in ring] or [0.0]
    ys = [y for ring in rings for _, y in ring] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def _record(rings: Sequence[Ring]) -> tuple[bytes, tuple[float, float, float, float]]:
    box, starts, at = _box(rings), [], 0
    for ring in rings:
        starts.append(at)
        at += len(ring)
    content = struct.pack("<i4d2i", _POLYGON, *box, len(rings), at)
    content += struct.pack(f"<{len(starts)}i", *starts)
    content += b"".join(struct.pack("<2d", *point) for ring in rings for point in ring)
    return content, box


def _shp(
    records: Sequence[tuple[bytes, tuple[float, float, float, float]]],
) -> tuple[bytes, bytes]:
    boxes = [box for _, box in records] or [(0.0, 0.0, 0.0, 0.0)]
    whole = (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
    bodies, index, at = [], [], 50
    for number, (content, _) in enumerate(records, 1):
        words = len(content) // 2
        bodies.append(struct.pack(">2i", number, words) + content)
        index.append(struct.pack(">2i", at, words))
        at += words + 4
    return (
        _shp_head(at, whole) + b"".join(bodies),
        _shp_head(50 + 4 * len(records), whole) + b"".join(index),
    )


def _shp_head(words: int, box: tuple[float, float, float, float]) -> bytes:
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack("<2i", 1000, _POLYGON)
    return head + struct.pack("<8d", *box, 0.0, 0.0, 0.0, 0.0)


def _dbf(rows: Sequence[Mapping[str, str]]) -> bytes:
    """A table of words in UTF-8; a name has room for ten bytes: three Chinese letters."""
    labels = list(dict.fromkeys(label for row in rows for label in row)) or ["name"]
    names = _field_names(labels)
    widths = [
        min(_LONGEST, max([1, *(len(row.get(label, "").encode()) for row in rows)]))
        for label in labels
    ]
    size = 1 + sum(widths)
    head = struct.pack("<4B I 2H 20x", 3, 80, 1, 1, len(rows), 33 + 32 * len(labels), size)
    fields = b"".join(
        struct.pack("<11s c 4x 2B 14x", name, b"C", width, 0)
        for name, width in zip(names, widths, strict=True)
    )
    cells = b"".join(
        b" " + b"".join(
            _cut(row.get(label, ""), width).ljust(width)
            for label, width in zip(labels, widths, strict=True)
        )
        for row in rows
    )  # fmt: skip
    return head + fields + b"\r" + cells + b"\x1a"


def _field_names(labels: Sequence[str]) -> list[bytes]:
    found: list[bytes] = []
    for label in labels:
        name, number = _cut(label, 10), 1
        while name in found:
            number += 1
            name = _cut(label, 10 - len(str(number))) + str(number).encode()
        found.append(name)
    return found


def _cut(words: str, most: int) -> bytes:
    """The words in UTF-8, no letter cut in two."""
    return words.encode()[:most].decode("utf-8", "ignore").encode()


def _polyline(ring: Ring, layer: str) -> Iterator[str]:
    yield from ("0", "POLYLINE", "8", layer, "66", "1", "70", "1")
    for x, y in ring[:-1]:
        yield from ("0", "VERTEX", "8", layer, "10", f"{x:.9f}", "20", f"{y:.9f}")
    yield from ("0", "SEQEND", "8", layer)


def _text(polygon: Polygon, one: System, label: str) -> Iterator[str]:
    ((x, y),) = one.from_degrees([_inside(polygon)])
    height = "2.5" if one.kind == "metres" else "0.00002"
    told = label.replace("\n", " ")
    yield from (
        "0",
        "TEXT",
        "8",
        LAYER,
        "10",
        f"{x:.6f}",
        "20",
        f"{y:.6f}",
        "40",
        height,
        "1",
        told,
    )


def _inside(polygon: Polygon) -> tuple[float, float]:
    """A point on the ground, in no hole: in the widest stretch on the line through its middle."""
    outer = polygon[0]
    middle = (min(y for _, y in outer) + max(y for _, y in outer)) / 2
    crossings = sorted(
        ax + (middle - ay) * (bx - ax) / (by - ay)
        for ring in polygon
        for (ax, ay), (bx, by) in itertools.pairwise(ring)
        if (ay > middle) != (by > middle)
    )
    pairs = list(zip(crossings[::2], crossings[1::2], strict=False))
    left, right = max(pairs, key=lambda pair: pair[1] - pair[0], default=(outer[0][0], outer[0][0]))
    return (left + right) / 2, middle
