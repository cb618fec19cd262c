"""A number of a sheet as the sheet shows it: 1200.0 is 1200, 0.125 as a percentage is 12.5%.

Excel keeps a date as days since 1900 and a percentage as a fraction; only the number format of the
cell tells. Grouping commas and trailing zeros are left out, decimals that the format hides too.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]')
_DECIMALS = re.compile(r"[0#?](?:,*)\.([0#?]+)")
# 1900 was no leap year but Excel counts it as one, so the count starts a day early.
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_466
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-m-d h:mm", 27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"",
    29: "m\"月\"d\"日\"", 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"", 32: "h:mm", 33: "h:mm:ss",
    36: "yyyy\"年\"m\"月\"", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 50: "yyyy\"年\"m\"月\"", 51: "m\"月\"d\"日\"",
    52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"", 54: "m\"月\"d\"日\"", 55: "yyyy\"年\"m\"月\"",
    56: "m\"月\"d\"日\"", 57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
}  # fmt: skip


class _Look(NamedTuple):
    """What a number format makes of a number."""

    is_percent: bool
    decimals: int | None
    has_year: bool
    has_day: bool
    has_clock: bool


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """The words that a cell with the number format *code* shows for *value*."""
    look = _look(code)
    if (look.has_year or look.has_day or look.has_clock) and 0 <= value < _LAST_SERIAL:
        return _day(value, look, _FIRST_DAY_1904 if from_1904 else _FIRST_DAY)
    number = Decimal(repr(float(value)))
    if not number.is_finite():
        return str(value)
    if look.is_percent:
        number *= 100
    if look.decimals is not None and number.adjusted() < 20:
        step = Decimal(1).scaleb(-look.decimals)
        number = number.quantize(step, ROUND_HALF_UP)
    return _plain(number) + ("%" if look.is_percent else "")


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    words = words.rstrip("0").rstrip(".") if "." in words else words
    return "0" if words in ("-0", "") else words


def _day(value: float, look: _Look, first: datetime) -> str:
    moment = first + timedelta(seconds=round(value * 86400))
    clock = moment.strftime("%H:%M:%S").removesuffix(":00")
    if not (look.has_year or look.has_day):
        return clock
    day = moment.strftime("%Y-%m-%d" if look.has_day else "%Y-%m")
    return f"{day} {clock}" if look.has_clock and clock != "00:00" else day


@lru_cache(maxsize=1024)
def _look(code: str) -> _Look:
    code = _LITERAL.sub("", code.split(";", 1)[0]).lower()
    if not code or code in ("general", "@", "g/通用格式", "通用格式"):
        return _Look(False, None, False, False, False)
    has_clock = "h" in code or "s" in code
    has_year, has_day = "y" in code or "e" in code.replace("e+", ""), "d" in code
    if not (has_year or has_day or has_clock) and "m" in code:
        has_year = True
    found = _DECIMALS.search(code)
    decimals = len(found[1]) if found else (0 if "0" in code or "#" in code else None)
    if "e+" in code or "/" in code or "?" in code:
        decimals = None
    return _Look("%" in code, decimals, has_year, has_day, has_clock)
