"""DXF: closed lines are shapes; the layer and a text inside say which.

Read line by line as the format is written, a code and its value: the reader that others use for
it loops for ever on a drawing that was cut off. A bulge of a line is drawn out as an arc.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan, cos, hypot, isfinite, sin

import shapely

from yinfeng.mapping.figures import Drawn, Figure, Point, Ring, Unreadable, closed, within_bounds

_BINARY = b"AutoCAD Binary DXF"
_FORMATTED = re.compile(r"\\[A-Za-z][^;\\]*;|[{}]")
_UNICODE = re.compile(r"\\U\+([0-9A-Fa-f]{4})")
_CONTROLS = ("VERTEX", "SEQEND")
_CURVES = {
    "CIRCLE": "圆",
    "ELLIPSE": "椭圆",
    "SPLINE": "样条曲线",
    "HATCH": "填充",
    "INSERT": "图块",
}
# An arc is drawn out in steps of so many radians: off by less than its radius / 3000.
_STEP = 0.05
_CLOSED = 1
_FARTHEST = 1e9

Pairs = list[tuple[int, str]]
Label = tuple[Point, str]


def read(content: bytes) -> Drawn:
    """The shapes of a drawing."""
    if content.startswith(_BINARY):
        raise Unreadable("这是二进制DXF，请在CAD里另存为文本（ASCII）DXF再导入。")
    if b"SECTION" not in content[:20_000]:
        raise Unreadable("文件不是DXF，请在CAD里另存为DXF再导入。")
    problems: list[str] = []
    lines: list[tuple[str, Ring]] = []
    labels: list[Label] = []
    skipped: dict[str, int] = {}
    for kind, pairs in _entities(_words(content)):
        if kind in ("LWPOLYLINE", "POLYLINE"):
            ring = _ring(pairs)
            if ring:
                lines.append((_value(pairs, 8), ring))
            else:
                skipped["没有闭合的线"] = skipped.get("没有闭合的线", 0) + 1
        elif kind in ("TEXT", "MTEXT") and (label := _label(pairs)):
            labels.append(label)
        elif kind in _CURVES:
            skipped[_CURVES[kind]] = skipped.get(_CURVES[kind], 0) + 1
    problems += [f"有{count}个{what}，不是闭合多段线，已略过" for what, count in skipped.items()]
    return Drawn(within_bounds(_figures(lines, labels)), problems=tuple(problems))


def _words(content: bytes) -> str:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("gb18030", "replace")
    return _UNICODE.sub(lambda found: chr(int(found[1], 16)), words)


def _entities(words: str) -> Iterator[tuple[str, Pairs]]:
    """The entities of the drawing; the vertices of an older line belong to it."""
    kind, pairs, section = "", [], ""  # type: tuple[str, Pairs, str]
    for code, value in _pairs(words):
        if code != 0:
            pairs.append((code, value))
            if kind == "SECTION" and code == 2:
                section = value
        elif kind == "POLYLINE" and value in _CONTROLS:
            # The flags of a vertex are not those of its line: they get a code of their own.
            pairs.append((-1, value))
        else:
            if section == "ENTITIES" and kind:
                yield kind, pairs
            kind, pairs = value, []
    if section == "ENTITIES" and kind:
        yield kind, pairs


def _pairs(words: str) -> Iterator[tuple[int, str]]:
    lines = iter(words.splitlines())
    for code, value in zip(lines, lines, strict=False):
        if not code.strip().lstrip("-").isdecimal():
            raise Unreadable("DXF不完整：有一行应是编码而不是。请在CAD里重新另存。")
        yield int(code.strip()[:9]), value.strip()


def _ring(pairs: Pairs) -> Ring:
    """The line as a ring with its arcs drawn out, if it is closed."""
    is_old = any(code == -1 for code, _ in pairs)
    flags = next((_number(value) for code, value in pairs if code == 70), 0.0)
    points: list[tuple[float, float, float]] = []
    begun = not is_old
    for code, value in pairs:
        if code == -1:
            begun = value == "VERTEX"
        elif begun and code == 10:
            points.append((_number(value), float("nan"), 0.0))
        elif begun and points and code == 20:
            points[-1] = (points[-1][0], _number(value), points[-1][2])
        elif begun and points and code == 42:
            points[-1] = (*points[-1][:2], _number(value))
    plain = [(x, y) for x, y, _ in points]
    is_closed = bool(int(flags if isfinite(flags) else 0) & _CLOSED) or plain[:1] == plain[-1:]
    far = any(not (abs(x) < _FARTHEST and abs(y) < _FARTHEST) for x, y in plain)
    if len(plain) < 3 or not is_closed or far:
        return ()
    turning = [*points, points[0]]
    return closed(point for one, two in pairwise(turning) for point in _arc(one, two))


def _arc(one: tuple[float, float, float], two: tuple[float, float, float]) -> Iterator[Point]:
    """The points from one vertex up to the next; the bulge is the tangent of a quarter angle."""
    (x, y, bulge), (to_x, to_y, _) = one, two
    yield x, y
    chord = hypot(to_x - x, to_y - y)
    if not bulge or not isfinite(bulge) or chord == 0:
        return
    angle = 4 * atan(bulge)
    # The centre lies on the middle line of the chord, to its left for a bulge above nought.
    beside = (1 / bulge - bulge) / 4
    middle_x = (x + to_x) / 2 - (to_y - y) * beside
    middle_y = (y + to_y) / 2 + (to_x - x) * beside
    count = min(200, int(abs(angle) / _STEP) + 1)
    for step in range(1, count):
        turn = angle * step / count
        dx, dy = x - middle_x, y - middle_y
        yield (
            middle_x + dx * cos(turn) - dy * sin(turn),
            middle_y + dx * sin(turn) + dy * cos(turn),
        )


def _label(pairs: Pairs) -> Label | None:
    x, y = _number(_value(pairs, 10)), _number(_value(pairs, 20))
    words = _plain("".join(value for code, value in pairs if code in (3, 1)))
    return ((x, y), words) if words and isfinite(x) and isfinite(y) else None


def _figures(lines: Sequence[tuple[str, Ring]], labels: Sequence[Label]) -> Iterator[Figure]:
    tree = shapely.STRtree([shapely.Point(point) for point, _ in labels])
    for place, (layer, ring) in enumerate(lines, 1):
        within = sorted(tree.query(shapely.Polygon(ring), predicate="intersects").tolist())
        said = {"文字": labels[within[0]][1]} if within else {}
        yield Figure(place, ((ring,),), {"图层": _plain(layer), **said})


def _value(pairs: Pairs, code: int) -> str:
    return next((value for one, value in pairs if one == code), "")


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return float("nan")


def _plain(words: str) -> str:
    """A text without the marks of its look."""
    return _FORMATTED.sub("", words).strip()
