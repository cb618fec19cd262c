"""Points in a row as rings: told apart by their number, or by where each comes round again.

A ring ends where its first point stands again, or where its first label does (J1, J2, J3, J1 …
elsewhere): lists of surveyors close their rings, and some do not.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from yinfeng.mapping.figures import Point, Polygon, Ring, closed

_LEAST = 3


@dataclass
class Rings:
    """The rings of one shape as their points come in."""

    named: dict[str, list[Point]] = field(default_factory=dict)
    loose: list[list[Point]] = field(default_factory=list)
    _label: str = ""
    _is_over: bool = True

    def put(self, point: Point, *, ring: str = "", label: str = "") -> None:
        """Another point, in the ring of that name, or in the one under way."""
        if ring:
            self.named.setdefault(ring, []).append(point)
            return
        now = self.loose[-1] if self.loose else []
        is_first_again = bool(label) and label == self._label and len(now) >= _LEAST
        if self._is_over or (is_first_again and point != now[0]):
            self.loose.append([point])
            self._label, self._is_over = label, False
            return
        now.append(point)
        self._is_over = len(now) > _LEAST and point == now[0]

    def part(self) -> None:
        """What comes next is another ring."""
        if self.loose and len(self.loose[-1]) >= _LEAST:
            self._is_over = True

    def polygons(self) -> list[Polygon]:
        """A ring within an earlier one is a hole of it; one beside it a polygon of its own."""
        found: list[list[Ring]] = []
        for points in (*self.named.values(), *self.loose):
            ring = closed(points)
            home = next(
                (one for one in found if all(_is_within(point, one[0]) for point in ring)), None
            )
            if home is not None:
                home.append(ring)
            else:
                found.append([ring])
        return [tuple(one) for one in found]


def _is_within(point: Point, ring: Sequence[Point]) -> bool:
    """Whether the point lies in the ring, by counting the edges to its right."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
