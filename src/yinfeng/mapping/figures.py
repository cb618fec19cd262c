"""Shapes as a file has them: polygons of rings, what the file says of each, what was wrong with it.

A ring is a run of (x, y): east and north, or longitude and latitude, in whatever system the file
is in. Its last point is its first again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

MOST_FIGURES = 50_000
MOST_POINTS = 2_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One shape: its place in the file from 1, its polygons (outer ring first), its words."""

    place: int
    polygons: tuple[Polygon, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """How many points it has."""
        return sum(len(ring) for polygon in self.polygons for ring in polygon)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a file holds: its shapes, the system that it declares, what could not be read."""

    figures: tuple[Figure, ...] = ()
    declared: str = ""
    refused: str = ""
    problems: tuple[str, ...] = ()


class Unreadable(Exception):
    """A file out of which no shape can be read; the words say why and what to do."""


def closed(points: Iterable[Point]) -> Ring:
    """The run of points as a ring: closed where it was left open."""
    ring = tuple((float(x), float(y)) for x, y in points)
    return ring if not ring or ring[0] == ring[-1] else (*ring, ring[0])


def within_bounds(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures, unless they are more than the house takes in at once."""
    found: list[Figure] = []
    points = 0
    for figure in figures:
        points += figure.points
        found.append(figure)
        if len(found) > MOST_FIGURES or points > MOST_POINTS:
            raise Unreadable(
                f"一个文件最多{MOST_FIGURES:,}个图形、{MOST_POINTS:,}个点，请分几次导入。"
            )
    return tuple(found)


def with_numbers(drawn: Drawn) -> Drawn:
    """Without the points that are no numbers, which no database keeps; they are told."""
    found: list[Figure] = []
    problems: list[str] = []
    for figure in drawn.figures:
        every = (ring for polygon in figure.polygons for ring in polygon)
        if all(isfinite(x) and isfinite(y) for ring in every for x, y in ring):
            found.append(figure)
            continue
        problems.append(f"第{figure.place}个图形有坐标不是数字的点，已去掉")
        if polygons := tuple(filter(None, map(_with_numbers, figure.polygons))):
            found.append(replace(figure, polygons=polygons))
    if not problems:
        return drawn
    return replace(drawn, figures=tuple(found), problems=(*drawn.problems, *problems))


def _with_numbers(polygon: Polygon) -> Polygon:
    outer, *holes = (
        closed((x, y) for x, y in ring if isfinite(x) and isfinite(y)) for ring in polygon
    )
    return (outer, *filter(None, holes)) if outer else ()
