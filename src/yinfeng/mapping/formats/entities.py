"""The line that each entity of a drawing draws: straight, bulged, round, or a spline."""

from collections.abc import Sequence
from itertools import pairwise
from math import isfinite, pi, radians

from yinfeng.mapping.figures import Point
from yinfeng.mapping.formats.curves import Oval, Vertex, allowed, bulged, spline

Pairs = list[tuple[int, str]]

_FARTHEST = 1e9
_CLOSED, _FRAME = 1, 16
_TURN = 2 * pi


def path_of(kind: str, pairs: Pairs) -> list[Point] | None:
    """The points that an entity draws; none at all where it draws no line."""
    draws = _DRAWS.get(kind)
    if draws is None:
        return None
    points = draws(pairs)
    far = any(not (abs(x) < _FARTHEST and abs(y) < _FARTHEST) for x, y in points)
    return [] if far else points


def is_closed(kind: str, pairs: Pairs, points: Sequence[Point]) -> bool:
    """Whether the line comes back to where it began."""
    (x, y), (to_x, to_y) = points[0], points[-1]
    near = allowed(points[:1])
    if len(points) < 3:
        return False
    meets = abs(x - to_x) <= near and abs(y - to_y) <= near
    flagged = kind in ("LWPOLYLINE", "POLYLINE") and bool(_flags(pairs) & _CLOSED)
    return flagged or meets


def place_of(pairs: Pairs) -> Point:
    """Where something stands."""
    return _turned(pairs, [(_number(value(pairs, 10)), _number(value(pairs, 20)))])[0]


def value(pairs: Pairs, code: int) -> str:
    """The first value of a code."""
    return next((said for one, said in pairs if one == code), "")


def _line(pairs: Pairs) -> list[Point]:
    """A straight line from one point to another."""
    numbers = [_number(value(pairs, code)) for code in (10, 20, 11, 21)]
    return [(numbers[0], numbers[1]), (numbers[2], numbers[3])]


def _polyline(pairs: Pairs) -> list[Point]:
    """A run of vertices, the arcs between them drawn out; a closed one up to its end."""
    vertices = _vertices(pairs)
    if len(vertices) < 2:
        return []
    is_ring = bool(_flags(pairs) & _CLOSED)
    turning = [*vertices, vertices[0]] if is_ring else vertices
    points = [point for one, two in pairwise(turning) for point in bulged(one, two)]
    return _turned(pairs, [*points, turning[-1][:2]])


def _vertices(pairs: Pairs) -> list[Vertex]:
    is_old = any(code == -1 for code, _ in pairs)
    found: list[Vertex] = []
    begun = not is_old
    for code, said in pairs:
        if code == -1:
            begun = said == "VERTEX"
        elif begun and code == 10:
            found.append((_number(said), float("nan"), 0.0))
        elif begun and found and code == 20:
            found[-1] = (found[-1][0], _number(said), found[-1][2])
        elif begun and found and code == 42:
            found[-1] = (*found[-1][:2], _number(said))
        elif begun and is_old and found and code == 70 and _whole(said) & _FRAME:
            # The frame of a fitted line is not the line.
            found.pop()
            begun = False
    return found


def _circle(pairs: Pairs) -> list[Point]:
    radius = _number(value(pairs, 40))
    return _turned(pairs, _drawn(_oval(pairs, radius, 0.0, _TURN)))


def _arc(pairs: Pairs) -> list[Point]:
    start, end = (radians(_number(value(pairs, code))) for code in (50, 51))
    if not (isfinite(start) and isfinite(end)):
        return []
    sweep = (end - start) % _TURN or _TURN
    oval = _oval(pairs, _number(value(pairs, 40)), start, start + sweep)
    return _turned(pairs, _drawn(oval))


def _ellipse(pairs: Pairs) -> list[Point]:
    x, y = _number(value(pairs, 11)), _number(value(pairs, 21))
    ratio = _number(value(pairs, 40)) * (-1 if _is_turned(pairs) else 1)
    start, end = _number(value(pairs, 41) or "0"), _number(value(pairs, 42) or str(_TURN))
    if not (isfinite(start) and isfinite(end)):
        return []
    sweep = end - start if abs(end - start) >= _TURN - 1e-9 else (end - start) % _TURN
    centre = (_number(value(pairs, 10)), _number(value(pairs, 20)))
    return _drawn(Oval(centre, (x, y), (-y * ratio, x * ratio), start, start + sweep))


def _spline(pairs: Pairs) -> list[Point]:
    xs, ys = _all(pairs, 10), _all(pairs, 20)
    if len(xs) != len(ys) or not all(map(isfinite, (*xs, *ys))):
        return []
    return spline(
        _whole(value(pairs, 71)), _all(pairs, 40), list(zip(xs, ys, strict=True)), _all(pairs, 41)
    )


_DRAWS = {
    "LINE": _line, "LWPOLYLINE": _polyline, "POLYLINE": _polyline, "CIRCLE": _circle,
    "ARC": _arc, "ELLIPSE": _ellipse, "SPLINE": _spline,
}  # fmt: skip


def _oval(pairs: Pairs, radius: float, start: float, end: float) -> Oval:
    centre = (_number(value(pairs, 10)), _number(value(pairs, 20)))
    return Oval(centre, (radius, 0.0), (0.0, radius), start, end)


def _drawn(oval: Oval) -> list[Point]:
    numbers = (*oval.centre, *oval.major, *oval.minor)
    is_drawn = all(isfinite(one) and abs(one) < _FARTHEST for one in numbers)
    if not is_drawn or not any((*oval.major, *oval.minor)):
        return []
    points = list(oval.points())
    return [*points[:-1], points[0]] if oval.is_whole else points


def _turned(pairs: Pairs, points: list[Point]) -> list[Point]:
    """What is drawn on the back of the plane is seen through it: east is west."""
    return [(-x, y) for x, y in points] if _is_turned(pairs) else points


def _is_turned(pairs: Pairs) -> bool:
    return _number(value(pairs, 230) or "1") < 0


def _flags(pairs: Pairs) -> int:
    return next((_whole(said) for code, said in pairs if code == 70), 0)


def _all(pairs: Pairs, code: int) -> list[float]:
    return [_number(said) for one, said in pairs if one == code]


def _whole(words: str) -> int:
    """The whole part of a number; 0 where it is none."""
    number = _number(words)
    return int(number) if isfinite(number) else 0


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return float("nan")
