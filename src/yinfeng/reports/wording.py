"""Figures and times in the words of an office: 1.2亿元, 200多万元, 近10个, 1–4月, 增长17.49%.

Where the source's own words are clean they are used as they stand; otherwise the figure is written
in the unit that an office would choose, with its bound.
"""

import re
from datetime import timedelta
from decimal import Decimal

from yinfeng.values import Bound, Dimension, Grain, Period, Quantity, Told

_OWN_WORDS = re.compile(
    r"(?:近|约|超过|超|逾|不到|不少于|不低于|突破|上|达|高达|总计|至少)?"
    r"[\d.,０-９．一二三四五六七八九十百千万亿两半几数余多%％到至~\-—]+"
    r"(?:[多余])?(?:[一-龥/%％‰]{0,4})(?:以上|以内|左右|以下)?"
)
_LONGEST = 16
# Units in the old script: the restored ones are written instead.
_DAMAGED = frozenset("億萬畝個戶間條噸處園區")
_UNITS = {"CNY": "元", "mu": "亩", "m2": "平方米", "ha": "公顷", "km2": "平方公里"}
_CURRENCIES = {
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "TWD": "新台币",
    "JPY": "日元",
    "KRW": "韩元",
    "GBP": "英镑",
}
_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_SMALL = Decimal(10_000)


def figure(told: Told[Quantity]) -> str:
    """A figure as the paper words it, else as an office would write it."""
    words = told.evidence[0].quote if len(told.evidence) == 1 else ""
    return words if _are_fit(words) else written(told.value)


def _are_fit(words: str) -> bool:
    # A cell of a table says 48000 and leaves 万元 to its heading: such words need their unit.
    says_unit = re.search(r"[^\d.,]$", words)
    clean = len(words) <= _LONGEST and not _DAMAGED & set(words)
    return bool(clean and says_unit and _OWN_WORDS.fullmatch(words))


def written(quantity: Quantity) -> str:
    """A quantity in the unit that an office would choose, with its bound."""
    if quantity.bound is Bound.RANGE and quantity.low is not None and quantity.high is not None:
        return f"{_plain(quantity, quantity.low)}至{_plain(quantity, quantity.high)}"
    says = _plain(quantity, quantity.figure)
    match quantity.bound:
        case Bound.AT_LEAST:
            return f"{says}以上"
        case Bound.AT_MOST:
            return f"不到{says}"
        case Bound.ABOUT:
            return f"约{says}"
        case _:
            return says


def growth(told: Told[Quantity]) -> str:
    """A growth on the year before: +17.49%, -3%."""
    per_cent = told.value.figure * 100
    return f"{'+' if per_cent >= 0 else ''}{_short(per_cent)}%"


def _plain(quantity: Quantity, value: Decimal) -> str:
    if quantity.unit.dimension is Dimension.RATIO or not quantity.unit.name:
        return f"{_short(value * 100)}%"
    unit, _, per = quantity.unit.name.partition("/")
    scale, says = _scaled(value)
    name = _UNITS.get(unit) or _CURRENCIES.get(unit) or unit
    tail = f"/{_UNITS.get(per, per)}" if per else ""
    return f"{_short(scale)}{says}{name}{tail}"


def _scaled(value: Decimal) -> tuple[Decimal, str]:
    for size, says in _SCALES:
        if abs(value) >= size and abs(value) >= _SMALL:
            return value / size, says
    return value, ""


def _short(value: Decimal) -> str:
    says = f"{value.quantize(Decimal('0.0001')):f}"
    return says.rstrip("0").rstrip(".") if "." in says else says


def period(value: Period) -> str:
    """A time as an office writes it: 2019年3月15日, 2022年1–4月, 截至2022年6月30日."""
    if value.end is None:
        return f"{value.start:%Y}年以来" if value.start else ""
    last = value.end - timedelta(days=1)
    if value.start is None:
        return f"截至{last.year}年{last.month}月{last.day}日"
    if value.grain is Grain.DAY or value.start == last:
        return f"{last.year}年{last.month}月{last.day}日"
    return _stretch(value, f"{value.start.year}年")


def _stretch(value: Period, year: str) -> str:
    assert value.start is not None
    assert value.end is not None
    last = value.end - timedelta(days=1)
    whole_months = value.start.day == 1 and value.end.day == 1
    if value.start.year != last.year:
        return f"{year}至{last.year}年"
    if not whole_months:
        return f"{year}{value.start.month}月{value.start.day}日至{last.month}月{last.day}日"
    if (value.start.month, last.month) == (1, 12):
        return year
    if value.start.month == last.month:
        return f"{year}{last.month}月"
    return f"{year}{value.start.month}–{last.month}月"
