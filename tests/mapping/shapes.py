"""Shapes of an invented place for the tests: parcels of 云泽镇 beside 120.945° E, 30.526° N."""

from yinfeng.mapping.figures import Figure, Ring
from yinfeng.mapping.shapes import Geometry, mended
from yinfeng.mapping.systems import System, in_degrees, zoned

EAST, NORTH = 590_696.854, 3_378_804.048
PLAIN = zoned(40, numbered=False)
NUMBERED = zoned(40, numbered=True)
REGION = (120.5, 30.2, 121.4, 30.8)


def square(east: float = 0, north: float = 0, side: float = 100, height: float = 0) -> Ring:
    """A square of the zone of 120°, so many metres east and north of the point of the tests."""
    x, y, up = EAST + east, NORTH + north, height or side
    return ((x, y), (x + side, y), (x + side, y + up), (x, y + up), (x, y))


def figure(*rings: Ring, place: int = 1, **words: str) -> Figure:
    """A figure of one polygon."""
    return Figure(place, (rings,), words)


def kept(*rings: Ring, system: System = PLAIN) -> Geometry:
    """The geometry of one polygon as the house keeps it."""
    made = mended(in_degrees(figure(*rings), system))
    assert made.geometry is not None, made.refused
    return made.geometry
