"""A day as a sheet says it: 2026-03-18, 20260318, 26.3.18, 二〇二六年三月十八日, 46099."""

import re
import unicodedata
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?")
_CLOSE_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT_DAY = re.compile(r"(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
# A day of which Excel has lost the look is a count of days: 46083 is 2026-03-02.
_SERIAL = re.compile(r"([34]\d{4})(?:\.0)?")
_FIRST_OF_EXCEL = date(1899, 12, 30)
_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_TENS = re.compile(r"(?P<tens>\d?)十(?P<ones>\d?)")
_CENTURY = 2000


def day_said(words: str) -> date | None:
    """The day that the words say; None where they say none. A day that is not raises ValueError."""
    if serial := _SERIAL.fullmatch(words):
        return _FIRST_OF_EXCEL + timedelta(days=int(serial[1]))
    plain = _in_digits(words)
    found = _DAY.fullmatch(words) or _DAY.fullmatch(plain) or _CLOSE_DAY.fullmatch(plain)
    if found:
        return date(int(found[1]), int(found[2]), int(found[3]))
    short = _SHORT_DAY.fullmatch(plain)
    return date(_CENTURY + int(short[1]), int(short[2]), int(short[3])) if short else None


def _in_digits(words: str) -> str:
    """A day in plain digits: full-width ones and Chinese numerals are read alike."""
    plain = unicodedata.normalize("NFKC", words).replace(" ", "").translate(_CHINESE)
    return _TENS.sub(lambda m: f"{m['tens'] or 1}{m['ones'] or 0}", plain)
