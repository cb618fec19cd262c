"""GCJ-02 and BD-09, the shifted coordinates of web maps in China, there and exactly back.

The shift is the published formula of the trade; what it was made of before is found again by
repeating until the shift of the answer gives the question (under a millimetre in a few rounds).
"""

from math import atan2, cos, pi, sin, sqrt

# The ellipsoid of the formula is Krassovsky's, whatever the datum of the point.
_A = 6378245.0
_E2 = 0.00669342162296594323
_ROUNDS = 30
_ENOUGH = 1e-11
_X_PI = pi * 3000 / 180
_BAIDU = (0.0065, 0.006)


def to_gcj(lon: float, lat: float) -> tuple[float, float]:
    """Where a web map draws the point."""
    east, north = _shift(lon, lat)
    return lon + east, lat + north


def from_gcj(lon: float, lat: float) -> tuple[float, float]:
    """The point that a web map draws there."""
    x, y = lon, lat
    for _ in range(_ROUNDS):
        east, north = _shift(x, y)
        next_x, next_y = lon - east, lat - north
        if abs(next_x - x) < _ENOUGH and abs(next_y - y) < _ENOUGH:
            return next_x, next_y
        x, y = next_x, next_y
    return x, y


def to_bd(lon: float, lat: float) -> tuple[float, float]:
    """Where a map of Baidu draws the point."""
    return _gcj_to_bd(*to_gcj(lon, lat))


def from_bd(lon: float, lat: float) -> tuple[float, float]:
    """The point that a map of Baidu draws there."""
    x, y = lon - _BAIDU[0], lat - _BAIDU[1]
    for _ in range(_ROUNDS):
        made_x, made_y = _gcj_to_bd(x, y)
        next_x, next_y = x + lon - made_x, y + lat - made_y
        if abs(next_x - x) < _ENOUGH and abs(next_y - y) < _ENOUGH:
            break
        x, y = next_x, next_y
    return from_gcj(x, y)


def _gcj_to_bd(lon: float, lat: float) -> tuple[float, float]:
    radius = sqrt(lon * lon + lat * lat) + 0.00002 * sin(lat * _X_PI)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _X_PI)
    return radius * cos(angle) + _BAIDU[0], radius * sin(angle) + _BAIDU[1]


def _shift(lon: float, lat: float) -> tuple[float, float]:
    """By how many degrees east and north a web map shifts the point."""
    x, y = lon - 105.0, lat - 35.0
    waves = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y / 30 * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    angle = lat / 180 * pi
    root = sqrt(1 - _E2 * sin(angle) ** 2)
    per_north = _A * (1 - _E2) / root**3 * pi / 180
    per_east = _A / root * cos(angle) * pi / 180
    return east / per_east, north / per_north
