"""Curves of drawings as points: arcs, circles, ellipses, splines, each within a millimetre.

A step of *h* radians on a radius *r* leaves the arc by r·h²/8; a spline is halved until its points
at the quarters lie on the chord. In a drawing of degrees a millimetre is so much of a degree.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import atan, ceil, cos, hypot, isfinite, pi, sin, sqrt

from yinfeng.mapping.figures import Point

# Half of what is promised: points are rounded where they are written.
_METRES = 0.0005
_DEGREES = 4e-9
_MOST_STEPS = 20_000
_MOST_DEGREE, _MOST_CONTROLS = 11, 5_000
_DEEPEST = 11
_TURN = 2 * pi

Vertex = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Oval:
    """A circle or an ellipse, or the part between two angles: centre, both half axes as vectors."""

    centre: Point
    major: Point
    minor: Point
    start: float = 0.0
    end: float = _TURN

    @property
    def is_whole(self) -> bool:
        """Whether it comes back to where it began."""
        return abs(self.end - self.start) >= _TURN - 1e-9

    def points(self) -> Iterator[Point]:
        """Its points, both ends included."""
        sweep = self.end - self.start
        radius = max(hypot(*self.major), hypot(*self.minor))
        count = steps(sweep, radius, allowed((self.centre,)))
        for step in range(count + 1):
            angle = self.start + sweep * step / count
            yield (
                self.centre[0] + self.major[0] * cos(angle) + self.minor[0] * sin(angle),
                self.centre[1] + self.major[1] * cos(angle) + self.minor[1] * sin(angle),
            )


def allowed(points: Sequence[Point]) -> float:
    """By how much a chord may leave its curve, in the unit of the drawing."""
    is_degrees = all(0 < min(x, y) < 60 < max(x, y) < 150 for x, y in points)
    return _DEGREES if is_degrees else _METRES


def steps(sweep: float, radius: float, most: float) -> int:
    """Into how many chords an arc is cut."""
    if not (isfinite(sweep) and isfinite(radius)) or radius <= most:
        return 4
    return max(4, min(_MOST_STEPS, ceil(abs(sweep) / sqrt(8 * most / radius))))


def bulged(one: Vertex, two: Vertex) -> Iterator[Point]:
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
    radius = hypot(x - middle_x, y - middle_y)
    count = steps(angle, radius, allowed(((x, y), (to_x, to_y))))
    for step in range(1, count):
        turn = angle * step / count
        dx, dy = x - middle_x, y - middle_y
        yield (
            middle_x + dx * cos(turn) - dy * sin(turn),
            middle_y + dx * sin(turn) + dy * cos(turn),
        )


def spline(
    degree: int, knots: Sequence[float], controls: Sequence[Point], weights: Sequence[float]
) -> list[Point]:
    """The points of a spline; none where its figures do not make one."""
    count = len(controls)
    wanted = 1 <= degree <= _MOST_DEGREE and degree < count <= _MOST_CONTROLS
    if not wanted or len(knots) != count + degree + 1 or not _rises(knots):
        return []
    heavy = [
        (x * w, y * w, w) for (x, y), w in zip(controls, _weights(weights, count), strict=True)
    ]
    if any(w <= 0 for _, _, w in heavy):
        return []
    most = allowed(controls)
    ends = sorted(set(knots[degree : count + 1]))
    made = [_on_spline(degree, knots, heavy, ends[0])]
    at = partial(_on_spline, degree, knots, heavy)
    for low, high in pairwise(ends):
        made += _halved(at, (low, made[-1]), (high, at(high)), most, 0)
        if len(made) > _MOST_STEPS * 4:
            return []
    return made


def _halved(
    at: Callable[[float], Point],
    begun: tuple[float, Point],
    ended: tuple[float, Point],
    most: float,
    depth: int,
) -> list[Point]:
    """The points behind the first up to the last, halved until the chord is near enough."""
    (low, first), (high, last) = begun, ended
    inner = [(low + (high - low) * part, at(low + (high - low) * part)) for part in _QUARTERS]
    is_near = depth > 1 and all(_off(point, first, last) <= most for _, point in inner)
    if is_near or depth >= _DEEPEST:
        return [last]
    middle = inner[1]
    return [
        *_halved(at, begun, middle, most, depth + 1),
        *_halved(at, middle, ended, most, depth + 1),
    ]


_QUARTERS = (0.25, 0.5, 0.75)


def _off(point: Point, first: Point, last: Point) -> float:
    """How far a point is from a chord."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    long = hypot(dx, dy)
    if long == 0:
        return hypot(point[0] - first[0], point[1] - first[1])
    return abs((point[0] - first[0]) * dy - (point[1] - first[1]) * dx) / long


def _on_spline(
    degree: int, knots: Sequence[float], heavy: Sequence[tuple[float, float, float]], u: float
) -> Point:
    """The point at *u*, by blending the controls of its span (de Boor)."""
    span = min(max(bisect_right(knots, u) - 1, degree), len(heavy) - 1)
    near = [heavy[span - degree + at] for at in range(degree + 1)]
    for level in range(1, degree + 1):
        for at in range(degree, level - 1, -1):
            low, high = knots[span - degree + at], knots[span + 1 + at - level]
            part = (u - low) / (high - low) if high > low else 0.0
            near[at] = (
                (1 - part) * near[at - 1][0] + part * near[at][0],
                (1 - part) * near[at - 1][1] + part * near[at][1],
                (1 - part) * near[at - 1][2] + part * near[at][2],
            )
    x, y, w = near[degree]
    return x / w, y / w


def _weights(given: Sequence[float], count: int) -> Sequence[float]:
    return given if len(given) == count else [1.0] * count


def _rises(knots: Sequence[float]) -> bool:
    return all(isfinite(one) for one in knots) and all(one <= two for one, two in pairwise(knots))
