"""Which parcels have an edge in common: they touch, or nearly, along more than a corner."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import shapely
import shapely.geometry

# In degrees: drawings of neighbours part by half a metre, and a common edge has five metres.
_NEAR = 5e-6
_EDGE = 5e-5


def neighbours(shapes: Mapping[int, Mapping[str, object]]) -> Mapping[int, frozenset[int]]:
    """For each parcel with a GeoJSON range, those that it could be joined with."""
    keys = sorted(shapes)
    if not keys:
        return {}
    drawn = np.array([_geometry(shapes[key]) for key in keys], dtype=object)
    one, other = shapely.STRtree(drawn).query(drawn, predicate="dwithin", distance=_NEAR)
    pairs = one < other
    one, other = one[pairs], other[pairs]
    wide = shapely.buffer(drawn[one], 2 * _NEAR, quad_segs=2)
    edge = shapely.length(shapely.intersection(wide, shapely.boundary(drawn[other])))
    found: dict[int, set[int]] = defaultdict(set)
    for first, second in zip(one[edge >= _EDGE], other[edge >= _EDGE], strict=True):
        found[keys[first]].add(keys[second])
        found[keys[second]].add(keys[first])
    return {key: frozenset(near) for key, near in found.items()}


def _geometry(shape: Mapping[str, object]) -> shapely.Geometry:
    given = shapely.geometry.shape(shape)
    return given if given.is_valid else shapely.make_valid(given)
