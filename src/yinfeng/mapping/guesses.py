"""Which coordinate system a file is in: candidates, the likeliest first, each with its reasons.

Eight digits that begin with 40 are eastings of zone 40; seven digits are northings; figures under
180 are degrees. Which of what is possible is likely is told by where the shapes would fall.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yinfeng.mapping.figures import Figure, Point
from yinfeng.mapping.systems import (
    BD09,
    CGCS2000,
    GCJ02,
    WGS84,
    System,
    is_in_china,
    swapped,
    system,
    zone_at,
    zoned,
)

Box = tuple[float, float, float, float]
_SAMPLE = 200
# A shape this near the office's region (degrees, about 10 km) is taken to belong to it.
_NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A system that the file may be in, where its shapes would fall, and why it stands here."""

    system: System
    centre: Point
    reasons: tuple[str, ...]
    score: int


def candidates(
    figures: Sequence[Figure],
    *,
    declared: str = "",
    region: Box | None = None,
    meridian: int | None = None,
) -> tuple[Candidate, ...]:
    """The systems in which these figures make sense, the likeliest first.

    *region* is the box of what the office has on the map already, or of its province; *meridian*
    the central meridian that the office works with.
    """
    points = _sample(figures)
    if not points:
        return ()
    found = [
        _judged(one, said, points, declared, region, meridian)
        for one, said in _possible(points, region)
    ]
    standing = [one for one in found if one is not None]
    return tuple(sorted(standing, key=lambda one: (-one.score, one.system.key)))


def likeliest(found: Sequence[Candidate]) -> str:
    """The key of the system that is likelier than every other; nothing where several tie.

    A tie of meridians puts the same parcels thousands of kilometres apart: nobody should take the
    first of them by leaving the form as it is.
    """
    first, *others = (*found, None)
    second = others[0] if others else None
    if first is None or (second is not None and second.score == first.score):
        return ""
    return first.system.key


def _sample(figures: Sequence[Figure]) -> list[Point]:
    every = [
        point
        for figure in figures[:_SAMPLE]
        for polygon in figure.polygons
        for ring in polygon
        for point in ring[:_SAMPLE]
    ]
    return every[:: max(1, len(every) // _SAMPLE)]


def _possible(points: Sequence[Point], region: Box | None) -> Iterator[tuple[System, str]]:
    """The systems whose figures look like these."""
    (low_x, high_x), (low_y, high_y) = _ends(points, 0), _ends(points, 1)
    if max(map(abs, (low_x, high_x, low_y, high_y))) <= 360:
        yield from _of_degrees(low_x, high_x, low_y, high_y)
        return
    for first, second, is_swapped in ((low_x, low_y, False), (low_y, low_x, True)):
        if _is_numbered(first) and _is_north(second):
            zone = int(first // 1_000_000)
            said = f"东坐标八位、以{zone}开头，是带号"
            yield zoned(zone, numbered=True, swapped=is_swapped), said + _order(is_swapped)
        elif 100_000 <= first < 1_000_000 and _is_north(second):
            for zone in _zones_of(region):
                said = "东坐标六位，没有带号；中央经线要由所在地确定"
                yield zoned(zone, numbered=False, swapped=is_swapped), said + _order(is_swapped)


def _order(is_swapped: bool) -> str:
    return "；第一列七位，是北坐标" if is_swapped else "；第二列七位，是北坐标"


def _of_degrees(
    low_x: float, high_x: float, low_y: float, high_y: float
) -> Iterator[tuple[System, str]]:
    upright = is_in_china((low_x, low_y)) and is_in_china((high_x, high_y))
    lying = is_in_china((low_y, low_x)) and is_in_china((high_y, high_x))
    for one in (CGCS2000, WGS84, GCJ02, BD09):
        if upright:
            yield one, "数值是经纬度，经度在前"
        elif lying:
            yield swapped(one), "数值是经纬度，纬度在前"


def _zones_of(region: Box | None) -> range:
    """The zones that the region lies in; without one those of the whole country."""
    if region is None:
        return range(25, 46)
    return range(max(25, zone_at(region[0]) - 1), min(45, zone_at(region[2]) + 1) + 1)


def _judged(
    one: System,
    said: str,
    points: Sequence[Point],
    declared: str,
    region: Box | None,
    meridian: int | None,
) -> Candidate | None:
    degrees = one.to_degrees(points)
    if not all(is_in_china(point) for point in degrees):
        return None
    centre = (sum(p[0] for p in degrees) / len(degrees), sum(p[1] for p in degrees) / len(degrees))
    reasons, score = [said], 0
    for reason, weight in _weighed(one, centre, declared, region, meridian):
        reasons.append(reason)
        score += weight
    return Candidate(one, centre, tuple(reasons), score)


def _weighed(
    one: System, centre: Point, declared: str, region: Box | None, meridian: int | None
) -> Iterator[tuple[str, int]]:
    if declared and one.key.removesuffix("-swapped") == declared:
        yield "文件自己声明的就是它", 60
    elif declared and _is_like(one, declared):
        yield "与文件声明的相符，只是坐标顺序不同", 40
    if region is not None:
        is_in = _is_near(centre, region)
        yield ("落在本单位所在区域", 100) if is_in else ("落在本单位所在区域以外", -50)
    if one.kind == "metres":
        off = abs(centre[0] - one.zone * 3)
        if off <= 1.6:
            yield f"离中央经线{off:.2f}°，在本带以内", 20
        else:
            yield f"离中央经线{off:.2f}°，超出本带", -40
        if meridian == one.zone * 3:
            yield f"本单位惯用中央经线{meridian}°", 15
        if one.is_swapped:
            yield "测绘成果常把北坐标写在前面", 1
    elif one.kind == "degrees":
        yield (
            ("国土成果通用", 10)
            if one.epsg != 4326
            else ("GPS和国外软件常用，与国家2000相差不到一掌", 5)
        )
    elif one.kind == "gcj02":
        yield "只有从网络地图上点出来的坐标才是它，会差几百米，请对照底图", -5
    else:
        yield "只有从百度地图上点出来的坐标才是它，会差上千米，请对照底图", -6


def _is_like(one: System, declared: str) -> bool:
    other = system(declared)
    return other is not None and (other.epsg, other.kind) == (one.epsg, one.kind)


def _is_near(point: Point, region: Box) -> bool:
    west, south, east, north = region
    return west - _NEAR <= point[0] <= east + _NEAR and south - _NEAR <= point[1] <= north + _NEAR


def _is_numbered(value: float) -> bool:
    return 25 <= value // 1_000_000 <= 45


def _is_north(value: float) -> bool:
    return 300_000 <= value < 6_000_000


def _ends(points: Sequence[Point], axis: int) -> tuple[float, float]:
    values = [point[axis] for point in points]
    return min(values), max(values)
