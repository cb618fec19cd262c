"""DXF: closed lines are shapes; the layer and a text inside say which.

Read line by line as the format is written, a code and its value: the reader that others use for
it loops for ever on a drawing that was cut off. Circles, ellipses, closed splines, and lines and
arcs that meet end to end are shapes too. A ring on a layer that is called a hole is one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite

import shapely

from yinfeng.mapping.figures import (
    MOST_POINTS,
    Drawn,
    Figure,
    Point,
    Polygon,
    Ring,
    Unreadable,
    closed,
    within_bounds,
)
from yinfeng.mapping.formats.chains import rings_of_paths
from yinfeng.mapping.formats.curves import allowed
from yinfeng.mapping.formats.entities import Pairs, is_closed, path_of, place_of, value

# The layers that this house writes: what is on the first with one text is one shape.
_MOST_LINES = 6
LAYER, HOLES = "LAND", "LAND-HOLE"
_BINARY = b"AutoCAD Binary DXF"
_NEW_LINE = re.compile(r"\\P")
_FORMATTED = re.compile(r"\\[A-Za-z][^;\\]*;|[{}]")
_UNICODE = re.compile(r"\\U\+([0-9A-Fa-f]{4})")
_HOLE = re.compile(r"HOLE|洞|扣除|内环|天窗", re.IGNORECASE)
_CONTROLS = ("VERTEX", "SEQEND")
_TOO_HARD = {"HATCH": "填充", "INSERT": "图块（请先炸开）"}

# The point, the lines of the text, and its layer.
Label = tuple[Point, str, str]


@dataclass
class _Heard:
    """What a drawing was found to hold so far."""

    rings: list[tuple[str, Ring]] = field(default_factory=list)
    open: dict[str, list[Sequence[Point]]] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    points: int = 0

    def path(self, layer: str, points: Sequence[Point], *, joined: bool) -> None:
        """Keep a line: a ring where it is closed, else what may be part of one."""
        self.points += len(points)
        if self.points > MOST_POINTS:
            raise Unreadable(f"一个文件最多{MOST_POINTS:,}个点，曲线太多，请分几次导入。")
        if joined:
            self.rings.append((layer, closed(points)))
        else:
            self.open.setdefault(layer, []).append(points)

    def skip(self, what: str, count: int = 1) -> None:
        """Count what is left out."""
        self.skipped[what] = self.skipped.get(what, 0) + count


def read(content: bytes) -> Drawn:
    """The shapes of a drawing."""
    if content.startswith(_BINARY):
        raise Unreadable("这是二进制DXF，请在CAD里另存为文本（ASCII）DXF再导入。")
    if b"SECTION" not in content[:20_000]:
        raise Unreadable("文件不是DXF，请在CAD里另存为DXF再导入。")
    heard = _Heard()
    for kind, pairs in _entities(_words(content)):
        _hear(heard, kind, pairs)
    for layer, paths in heard.open.items():
        near = 2 * allowed([path[0] for path in paths])
        rings, left = rings_of_paths(paths, near)
        heard.rings += [(layer, closed(ring)) for ring in rings if len(ring) > 2]
        if left:
            heard.skip("没有闭合的线", left)
    problems = [f"有{count}个{what}，已略过" for what, count in heard.skipped.items()]
    whole, strays = _with_holes(heard.rings)
    problems += [f"有{strays}个洞不在任何图形里，已略过"] if strays else []
    figures = within_bounds(_figures(whole, heard.labels))
    return Drawn(figures, problems=tuple(problems))


def _hear(heard: _Heard, kind: str, pairs: Pairs) -> None:
    if kind in ("TEXT", "MTEXT"):
        if label := _label(pairs):
            heard.labels.append(label)
        return
    if kind in _TOO_HARD:
        heard.skip(_TOO_HARD[kind])
        return
    points = path_of(kind, pairs)
    if points is None:
        return
    if len(points) < 2:
        heard.skip("没有闭合的线")
        return
    heard.path(value(pairs, 8), points, joined=is_closed(kind, pairs, points))


def _words(content: bytes) -> str:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("gb18030", "replace")
    return _UNICODE.sub(lambda found: chr(int(found[1], 16)), words)


def _entities(words: str) -> Iterator[tuple[str, Pairs]]:
    """The entities of the drawing; the vertices of an older line belong to it."""
    kind, pairs, section = "", [], ""  # type: tuple[str, Pairs, str]
    for code, said in _pairs(words):
        if code != 0:
            pairs.append((code, said))
            if kind == "SECTION" and code == 2:
                section = said
        elif kind == "POLYLINE" and said in _CONTROLS:
            # The flags of a vertex are not those of its line: they get a code of their own.
            pairs.append((-1, said))
        else:
            if section == "ENTITIES" and kind:
                yield kind, pairs
            kind, pairs = said, []
    if section == "ENTITIES" and kind:
        yield kind, pairs


def _pairs(words: str) -> Iterator[tuple[int, str]]:
    lines = iter(words.splitlines())
    for code, said in zip(lines, lines, strict=False):
        if not code.strip().removeprefix("-").isdecimal():
            raise Unreadable("DXF不完整：有一行应是编码而不是。请在CAD里重新另存。")
        yield int(code.strip()[:9]), said.strip()


def _label(pairs: Pairs) -> Label | None:
    x, y = place_of(pairs)
    written = "".join(said for code, said in pairs if code in (3, 1))
    words = _plain(_NEW_LINE.sub("\n", written))
    if not words or not isfinite(x) or not isfinite(y):
        return None
    return (x, y), words, _plain(value(pairs, 8))


def _with_holes(rings: Sequence[tuple[str, Ring]]) -> tuple[list[tuple[str, Polygon]], int]:
    """The outer rings, each with the holes in it; and how many holes lie in none."""
    outer = [(layer, ring) for layer, ring in rings if not _HOLE.search(layer)]
    holes = [ring for layer, ring in rings if _HOLE.search(layer)]
    found: list[list[Ring]] = [[ring] for _, ring in outer]
    areas = [shapely.Polygon(ring) for _, ring in outer]
    tree = shapely.STRtree(areas)
    strays = 0
    for hole in holes:
        around = tree.query(shapely.Point(hole[0]), predicate="intersects").tolist()
        around = [at for at in around if areas[at].area > shapely.Polygon(hole).area]
        if around:
            found[min(around, key=lambda at: (areas[at].area, at))].append(hole)
        else:
            strays += 1
    return [(layer, tuple(every)) for (layer, _), every in zip(outer, found, strict=True)], strays


def _figures(shapes: Sequence[tuple[str, Polygon]], labels: Sequence[Label]) -> Iterator[Figure]:
    tree = shapely.STRtree([shapely.Point(point) for point, *_ in labels])
    parts: dict[tuple[str, str], list[Polygon]] = {}
    told: dict[tuple[str, str], list[str]] = {}
    for number, (layer, polygon) in enumerate(shapes):
        ground = shapely.Polygon(polygon[0], [hole for hole in polygon[1:] if len(hole) > 3])
        within = sorted(tree.query(ground, predicate="intersects").tolist())
        lines = _lines([labels[at] for at in within])
        said = lines[0] if lines else ""
        # Of this house's own drawings the parts of one shape have the same text.
        key = (layer, said) if layer == LAYER and said else (layer, f"\0{number}{said}")
        parts.setdefault(key, []).append(polygon)
        told.setdefault(key, lines)
    for place, (key, polygons) in enumerate(parts.items(), 1):
        named = {f"文字{at if at > 1 else ''}": said for at, said in enumerate(told[key], 1)}
        yield Figure(place, tuple(polygons), {"图层": _plain(key[0]), **named})


def _lines(labels: Sequence[Label]) -> list[str]:
    """The lines that stand in a shape, layer by layer, from the top down, as one reads them."""
    first = {layer: at for at, (*_, layer) in reversed(list(enumerate(labels)))}
    found = sorted(labels, key=lambda one: (first[one[2]], -one[0][1], one[0][0]))
    lines = [line.strip() for _, words, _ in found for line in words.split("\n")]
    return [line for line in lines if line][:_MOST_LINES]


def _plain(words: str) -> str:
    """A text without the marks of its look."""
    return _FORMATTED.sub("", words).strip()
