"""Areas as an office writes them: 120亩, 8公顷, 1.2平方公里, 68507.52㎡; kept in square metres.

A mu is 10000/15 square metres and is kept as that fraction: 15亩 is exactly a hectare.
"""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

_MU = Decimal(10000) / Decimal(15)
_UNITS = {
    "平方公里": Decimal(1_000_000),
    "平方千米": Decimal(1_000_000),
    "km2": Decimal(1_000_000),
    "万平方米": Decimal(10_000),
    "万㎡": Decimal(10_000),
    "公顷": Decimal(10_000),
    "ha": Decimal(10_000),
    "万亩": None,
    "亩": None,
    "平方米": Decimal(1),
    "平米": Decimal(1),
    "平": Decimal(1),
    "㎡": Decimal(1),
    "m2": Decimal(1),
}
_WRITTEN = re.compile(r"(-?\d[\d,]*(?:\.\d+)?|\.\d+)\s*(\D*\d?)")
_CENT = Decimal("0.01")


class NotAnArea(ValueError):
    """What was written is no area; the words say what to write."""


def mu_of(square_metres: Decimal) -> Decimal:
    """The area in mu, unrounded."""
    return square_metres * 15 / 10_000


def square_metres_of_mu(mu: Decimal) -> Decimal:
    """The area in square metres, to the hundredth."""
    return (mu * 10_000 / 15).quantize(_CENT)


def area_written(words: str, unit: str = "㎡") -> Decimal:
    """The square metres that the words say; a bare number is of *unit*."""
    plain = unicodedata.normalize("NFKC", words).replace(" ", "").replace(",", "")
    found = _WRITTEN.fullmatch(plain.lower())
    if not found:
        raise NotAnArea("请写数字和单位，如：120亩、68507.52㎡")
    number, written = found[1], found[2] or unicodedata.normalize("NFKC", unit)
    names = {unicodedata.normalize("NFKC", name).lower(): name for name in _UNITS}
    name = names.get(written.lower())
    if not written:
        raise NotAnArea("请写明单位，如：120亩、68507.52㎡")
    if name is None:
        raise NotAnArea(f"不认识单位“{written}”，请用亩、㎡、公顷或平方公里")
    try:
        value = Decimal(number)
    except InvalidOperation:
        raise NotAnArea("请写数字和单位，如：120亩、68507.52㎡") from None
    if name.endswith("亩"):
        return square_metres_of_mu(value * (10_000 if name == "万亩" else 1))
    scale = _UNITS[name]
    assert scale is not None
    return (value * scale).quantize(_CENT)


def unit_in(head: str) -> str:
    """The unit of area that the head of a column names, as in 面积（亩）, or nothing."""
    plain = unicodedata.normalize("NFKC", head).lower().replace(" ", "")
    inside = re.findall(r"[(\[【]([^)\]】]+)[)\]】]", plain)
    for words in (*inside, plain):
        for name in _UNITS:
            if words == unicodedata.normalize("NFKC", name).lower():
                return name
    return ""
