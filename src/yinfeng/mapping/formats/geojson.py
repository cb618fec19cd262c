"""GeoJSON: in longitude and latitude by its standard, or in the system that an older file names."""

import json
import re
from collections.abc import Iterator, Mapping

from yinfeng.mapping.figures import Drawn, Figure, Polygon, Unreadable, closed, within_bounds
from yinfeng.mapping.systems import declared_system

_EPSG = re.compile(r"(?:EPSG:{1,2}|EPSG/0/)(\d+)", re.IGNORECASE)
_DEEPEST = 40
_LEAST = 3


def read(content: bytes) -> Drawn:
    """The polygons of a GeoJSON file."""
    try:
        root = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("GeoJSON应是UTF-8编码，请重新导出。") from None
    except (ValueError, RecursionError):
        raise Unreadable("文件不是完整的GeoJSON，请重新导出。") from None
    if not isinstance(root, dict):
        raise Unreadable("文件不是GeoJSON：最外层应是一个对象。")
    problems: list[str] = []
    declared, refused = _declared(root)
    figures = within_bounds(_figures(root, problems))
    return Drawn(figures, declared, refused, tuple(problems))


def _declared(root: Mapping[str, object]) -> tuple[str, str]:
    crs = root.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str):
        return "", ""
    found = _EPSG.search(name)
    if "CRS84" in name:
        return "wgs84", ""
    return declared_system(f"EPSG:{found[1]}" if found else name)


def _figures(root: Mapping[str, object], problems: list[str]) -> Iterator[Figure]:
    features = root.get("features") if root.get("type") == "FeatureCollection" else [root]
    if not isinstance(features, list):
        raise Unreadable("GeoJSON里没有features。")
    for place, feature in enumerate(features, 1):
        if not isinstance(feature, dict):
            problems.append(f"第{place}个不是图形，已略过")
            continue
        is_feature = feature.get("type") == "Feature"
        geometry = feature.get("geometry") if is_feature else feature
        words = feature.get("properties") if is_feature else None
        try:
            polygons = tuple(_polygons(geometry, 0))
        except (TypeError, ValueError, LookupError, OverflowError):
            problems.append(f"第{place}个图形的坐标写得不对，已略过")
            continue
        if not polygons:
            problems.append(f"第{place}个图形不是面，已略过")
            continue
        yield Figure(place, polygons, _words(words))


def _polygons(geometry: object, depth: int) -> Iterator[Polygon]:
    if not isinstance(geometry, dict) or depth > _DEEPEST:
        return
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        parts = geometry.get("geometries")
        for one in parts if isinstance(parts, list) else ():
            yield from _polygons(one, depth + 1)
    elif kind == "Polygon":
        yield _polygon(coordinates)
    elif kind == "MultiPolygon" and isinstance(coordinates, list):
        yield from (_polygon(one) for one in coordinates)
    elif kind in ("LineString", "MultiLineString") and isinstance(coordinates, list):
        # A boundary drawn as a line that comes back to where it began.
        lines = coordinates if kind == "MultiLineString" else [coordinates]
        for line in lines:
            if isinstance(line, list) and len(line) > _LEAST and line[0] == line[-1]:
                yield _polygon([line])


def _polygon(rings: object) -> Polygon:
    if not isinstance(rings, list):
        raise TypeError
    return tuple(closed((float(p[0]), float(p[1])) for p in ring) for ring in rings)


def _words(properties: object) -> dict[str, str]:
    if not isinstance(properties, dict):
        return {}
    return {
        str(key): f"{value:g}" if isinstance(value, bool) else str(value).strip()
        for key, value in properties.items()
        if value is not None and not isinstance(value, dict | list)
    }
