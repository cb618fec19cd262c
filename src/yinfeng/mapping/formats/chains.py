"""Lines and arcs drawn one by one, joined end to end into closed rings.

Ends meet where they are within a millimetre of one another. Where three lines meet it is not told
which two belong together: they stay lines.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import shapely

from yinfeng.mapping.figures import Point

Path = Sequence[Point]


def rings_of_paths(paths: Sequence[Path], near: float) -> tuple[list[list[Point]], int]:
    """The rings that the paths make, and how many paths are left over."""
    rings: list[list[Point]] = []
    left: set[int] = set(range(len(paths)))
    nodes = _nodes(paths, near)
    at_node: dict[int, list[int]] = {}
    for path, ends in nodes.items():
        for node in ends:
            at_node.setdefault(node, []).append(path)
    for begun in range(len(paths)):
        if begun in left and (found := _round(begun, nodes, at_node)):
            rings.append(list(_joined(found, paths)))
            left -= {path for path, _ in found}
    return rings, len(left)


def _nodes(paths: Sequence[Path], near: float) -> Mapping[int, tuple[int, int]]:
    """The node at each end of each path: ends near one another are one node."""
    ends = [point for path in paths for point in (path[0], path[-1])]
    drawn = shapely.points(np.array(ends, dtype=np.float64)) if ends else np.array([])
    first = list(range(len(ends)))
    if ends:
        pairs = shapely.STRtree(drawn).query(drawn, predicate="dwithin", distance=near)
        for one, other in sorted(zip(*pairs.tolist(), strict=True)):
            first[one] = min(first[one], first[other])
    return {at: (first[2 * at], first[2 * at + 1]) for at in range(len(paths))}


def _round(
    begun: int, nodes: Mapping[int, tuple[int, int]], at_node: Mapping[int, list[int]]
) -> list[tuple[int, bool]]:
    """The way from a path round to where it began, each with whether it is walked backwards."""
    start, now = nodes[begun]
    way, path = [(begun, False)], begun
    while now != start:
        beside = at_node[now]
        if len(beside) != 2 or beside[0] == beside[1]:
            return []
        path = beside[0] if beside[1] == path else beside[1]
        one, other = nodes[path]
        way.append((path, one != now))
        now = other if one == now else one
    return way if len(at_node[start]) == 2 else []


def _joined(way: Sequence[tuple[int, bool]], paths: Sequence[Path]) -> Iterator[Point]:
    for path, is_backwards in way:
        points = paths[path][::-1] if is_backwards else paths[path]
        yield from points[:-1]
