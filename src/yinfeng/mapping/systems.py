"""Coordinate systems: those that the house takes in, and those that it refuses with a sentence.

CGCS2000 as longitude and latitude, or in 3-degree zones: 590696.854, 3378804.048 on the meridian
of 120° (EPSG 4549), 40590696.854 with the number of the zone before it (EPSG 4528). North may
stand first. WGS-84 is CGCS2000 to the width of a hand. GCJ-02 and BD-09 are shifted back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from yinfeng.mapping.figures import Figure, Point, Ring
from yinfeng.mapping.offset import from_bd, from_gcj, to_bd, to_gcj

GEOGRAPHIC = 4490
_ZONES = range(25, 46)
_PLAIN_FIRST, _NUMBERED_FIRST = 4534, 4513
# Places in China and around it; nothing that the house keeps lies elsewhere.
_CHINA = (73.0, 3.0, 136.0, 54.0)
_FORMER = (
    (("xian_1980", "xian 1980", "西安80", "西安1980", "xian80"), "西安80坐标系"),
    (("beijing_1954", "beijing 1954", "北京54", "北京1954", "beijing54"), "北京54坐标系"),
    (("new_beijing", "new beijing"), "新北京54坐标系"),
)

Kind = Literal["degrees", "metres", "gcj02", "bd09"]


@dataclass(frozen=True, slots=True)
class System:
    """One system: its key, what an office calls it, and how points come out of it."""

    key: str
    label: str
    kind: Kind
    epsg: int = GEOGRAPHIC
    is_swapped: bool = False

    @property
    def zone(self) -> int:
        """The number of its 3-degree zone, or nought."""
        if self.kind != "metres":
            return 0
        first = _NUMBERED_FIRST if self.epsg < _PLAIN_FIRST else _PLAIN_FIRST
        return self.epsg - first + _ZONES[0]

    def to_degrees(self, points: Iterable[Point]) -> Ring:
        """The points in CGCS2000, as longitude and latitude."""
        ring = [(y, x) if self.is_swapped else (x, y) for x, y in points]
        if self.kind == "degrees":
            return tuple(ring)
        if self.kind == "metres":
            return _through(_transformer(self.epsg, GEOGRAPHIC), ring)
        return tuple((from_gcj if self.kind == "gcj02" else from_bd)(*point) for point in ring)

    def from_degrees(self, points: Iterable[Point]) -> Ring:
        """Points of CGCS2000 in this system."""
        ring = list(points)
        if self.kind == "metres":
            ring = list(_through(_transformer(GEOGRAPHIC, self.epsg), ring))
        elif self.kind != "degrees":
            ring = [(to_gcj if self.kind == "gcj02" else to_bd)(*point) for point in ring]
        return tuple((y, x) if self.is_swapped else (x, y) for x, y in ring)


CGCS2000 = System("cgcs2000", "国家2000经纬度", "degrees")
WGS84 = System("wgs84", "WGS-84经纬度", "degrees", epsg=4326)
GCJ02 = System("gcj02", "GCJ-02（高德、腾讯地图）", "gcj02")
BD09 = System("bd09", "BD-09（百度地图）", "bd09")


def zoned(zone: int, *, numbered: bool, swapped: bool = False) -> System:
    """The 3-degree zone of that number (40 lies on 120°), with or without its number before."""
    assert zone in _ZONES, zone
    epsg = (_NUMBERED_FIRST if numbered else _PLAIN_FIRST) + zone - _ZONES[0]
    key = f"zone{zone}{'n' if numbered else ''}{'-swapped' if swapped else ''}"
    number = f"第{zone}带（带号前缀）" if numbered else f"中央经线{zone * 3}°（无带号）"
    order = "，北坐标在前" if swapped else ""
    return System(key, f"国家2000三度带{number}{order}", "metres", epsg, swapped)


@cache
def system(key: str) -> System | None:
    """The system of that key."""
    for one in (CGCS2000, WGS84, GCJ02, BD09):
        if one.key == key:
            return one
        if f"{one.key}-swapped" == key:
            return System(key, f"{one.label}，纬度在前", one.kind, one.epsg, True)
    found = re.fullmatch(r"zone(\d\d)(n?)(-swapped)?", key)
    if found and int(found[1]) in _ZONES:
        return zoned(int(found[1]), numbered=bool(found[2]), swapped=bool(found[3]))
    return None


def swapped(one: System) -> System:
    """The same system with its coordinates the other way round."""
    made = system(f"{one.key}-swapped")
    assert made is not None
    return made


def zone_at(longitude: float) -> int:
    """The number of the 3-degree zone in which a place lies."""
    return round(longitude / 3)


def plane_at(longitude: float) -> Transformer:
    """How points in degrees come onto the plane of the zone in which a place lies."""
    zone = min(max(zone_at(longitude), _ZONES[0]), _ZONES[-1])
    return _transformer(GEOGRAPHIC, zoned(zone, numbered=False).epsg)


def is_in_china(point: Point) -> bool:
    """Whether a point in degrees lies in China or around it."""
    west, south, east, north = _CHINA
    return west <= point[0] <= east and south <= point[1] <= north


def in_degrees(figure: Figure, one: System) -> Figure:
    """The figure in CGCS2000."""
    polygons = tuple(tuple(one.to_degrees(ring) for ring in polygon) for polygon in figure.polygons)
    return Figure(figure.place, polygons, figure.words, figure.faults)


def declared_system(words: str) -> tuple[str, str]:
    """The key of the system that a .prj file or a name of one declares, or why it is refused."""
    plain = words.strip().lower()
    if not plain:
        return "", ""
    if why := _former(plain):
        return "", why
    try:
        crs = CRS.from_user_input(words.strip())
    except CRSError:
        return "", "" if not plain.startswith(("geogcs", "projcs")) else _unknown(words)
    if why := _former(crs.to_wkt().lower()):
        return "", why
    epsg = crs.to_epsg(min_confidence=25) or 0
    if epsg in (4490, 4479) or _names(crs, "2000", is_projected=False):
        return CGCS2000.key, ""
    if epsg in (4326, 4979) or crs.name.upper() in ("WGS 84", "GCS_WGS_1984"):
        return WGS84.key, ""
    return _declared_zone(crs, words)


def _former(plain: str) -> str:
    """Why a system of former times is refused."""
    for names, label in _FORMER:
        if any(name in plain for name in names):
            return (
                f"文件声明为{label}。它与国家2000没有固定的换算关系，要用当地的转换参数；"
                "请测绘单位转换成国家2000后再导入，系统不猜。"
            )
    return ""


def _declared_zone(crs: CRS, words: str) -> tuple[str, str]:
    """A zone by its meridian and its false easting, however it is named."""
    operation = crs.coordinate_operation
    if (
        operation is None
        or "2000" not in f"{crs.name} {crs.geodetic_crs and crs.geodetic_crs.name}"
    ):
        return "", _unknown(words)
    told = {one.name: float(one.value) for one in operation.params}
    meridian = told.get("Longitude of natural origin", 0.0)
    easting = told.get("False easting", 0.0)
    zone = round(meridian / 3)
    if abs(meridian - zone * 3) > 1e-6 or zone not in _ZONES:
        return "", (
            f"文件声明的中央经线是{meridian:g}°，不是国家2000的三度带（地方坐标系或六度带）。"
            "请测绘单位转换成国家2000三度带或经纬度后再导入。"
        )
    if abs(easting - 500_000) < 1:
        return zoned(zone, numbered=False).key, ""
    if abs(easting - zone * 1_000_000 - 500_000) < 1:
        return zoned(zone, numbered=True).key, ""
    return "", f"文件声明的东偏移{easting:g}米不是国家2000三度带的，请核对坐标系。"


def _names(crs: CRS, words: str, *, is_projected: bool) -> bool:
    return crs.is_projected == is_projected and crs.is_geographic and words in crs.name


def _unknown(words: str) -> str:
    name = re.search(r'"([^"]+)"', words)
    return (
        f"文件声明的坐标系“{name[1] if name else words.strip()[:40]}”系统不认识。"
        "请转换成国家2000（经纬度或三度带）后再导入。"
    )


@cache
def _transformer(source: int, target: int) -> Transformer:
    # Without always_xy 4490 takes latitude first and gives northing first.
    return Transformer.from_crs(source, target, always_xy=True)


def _through(transformer: Transformer, ring: list[Point]) -> Ring:
    if not ring:
        return ()
    array = np.asarray(ring, dtype=float)
    x, y = transformer.transform(array[:, 0], array[:, 1])
    return tuple(zip(x.tolist(), y.tolist(), strict=True))
