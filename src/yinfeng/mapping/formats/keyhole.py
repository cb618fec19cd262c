"""KML and KMZ: always WGS-84 by their standard, though what was drawn over a web map is not."""

from collections.abc import Iterator

from lxml import etree

from yinfeng.mapping.figures import (
    Drawn,
    Figure,
    Point,
    Polygon,
    Ring,
    Unreadable,
    closed,
    within_bounds,
)
from yinfeng.mapping.formats.archives import unpacked

_ZIP = b"PK\x03\x04"
_LEAST = 3


def read(content: bytes) -> Drawn:
    """The polygons of a file of placemarks."""
    if content.startswith(_ZIP):
        inside = unpacked(content, (".kml",))
        if not inside:
            raise Unreadable("KMZ里没有KML。")
        content = inside[min(inside)]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("KML不完整，请重新导出。") from None
    problems: list[str] = []
    figures = within_bounds(_figures(root, problems))
    return Drawn(figures, "wgs84", problems=tuple(problems))


def _figures(root: etree._Element, problems: list[str]) -> Iterator[Figure]:
    for place, mark in enumerate(root.iter("{*}Placemark"), 1):
        try:
            polygons = tuple(_polygons(mark))
        except ValueError:
            problems.append(f"第{place}个地标的坐标写得不对，已略过")
            continue
        if polygons:
            yield Figure(place, polygons, dict(_words(mark)))
        else:
            problems.append(f"第{place}个地标不是面，已略过")


def _polygons(mark: etree._Element) -> Iterator[Polygon]:
    for polygon in mark.iter("{*}Polygon"):
        outer = polygon.find("{*}outerBoundaryIs")
        if outer is not None:
            inner = polygon.findall("{*}innerBoundaryIs")
            yield (_ring(outer), *(_ring(one) for one in inner))
    for line in mark.iter("{*}LineString", "{*}LinearRing"):
        # A boundary that was walked or clicked comes back to where it began.
        points = _points(line) if line.tag.endswith("LineString") or _is_bare(line) else []
        if len(points) > _LEAST and points[0] == points[-1]:
            yield (closed(points),)


def _ring(boundary: etree._Element) -> Ring:
    return closed(_points(boundary))


def _points(around: etree._Element) -> list[Point]:
    words = around.findtext(".//{*}coordinates") or ""
    points = (one.split(",") for one in words.split())
    return [(float(one[0]), float(one[1])) for one in points if len(one) > 1]


def _is_bare(ring: etree._Element) -> bool:
    """Whether a ring stands by itself, not as the boundary of a polygon."""
    return not any(one.tag.endswith("BoundaryIs") for one in ring.iterancestors())


def _words(mark: etree._Element) -> Iterator[tuple[str, str]]:
    for name in ("name", "description"):
        says = (mark.findtext(f"{{*}}{name}") or "").strip()
        if says:
            yield name, says
    for one in mark.iter("{*}SimpleData"):
        if one.text and one.text.strip():
            yield str(one.get("name", "")), one.text.strip()
    for one in mark.iter("{*}Data"):
        says = (one.findtext("{*}value") or "").strip()
        if says:
            yield str(one.get("name", "")), says
