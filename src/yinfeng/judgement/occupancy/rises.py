"""Rent that rises on agreed days, as contracts write it: 2028-01-01起12.5，2030年1月1日起13.2元."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

Rise = tuple[date, Decimal]

_ONE = re.compile(
    r"(?P<year>\d{4})[-年./](?P<month>\d{1,2})[-月./](?P<day>\d{1,2})日?起?[:：]?"
    r"(?P<rent>\d+(?:\.\d{1,4})?)(?:元.*)?"
)
_BETWEEN = re.compile(r"[，,；;、\n]+")
_SPACE = re.compile(r"\s+")


class NotRises(ValueError):
    """Words that name no days with their rents; the words say how to write them."""


def rises_of(words: str) -> tuple[Rise, ...]:
    """The day from which each rent holds, and the rent of a square metre and month."""
    told = [_SPACE.sub("", one) for one in _BETWEEN.split(words)]
    found = tuple(_rise(one) for one in told if one)
    days = [day for day, _ in found]
    if any(later <= day for day, later in pairwise(days)):
        raise NotRises("租金递增的日期要从早到晚，一天一个租金")
    return found


def _rise(said: str) -> Rise:
    match = _ONE.fullmatch(said)
    if match is None:
        raise NotRises(f"租金递增里的“{said}”看不懂，请写成：2028-01-01起12.5，2030-01-01起13.2")
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise NotRises(f"租金递增里的“{said}”没有这一天") from None
    return day, Decimal(match["rent"])
