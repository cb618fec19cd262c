"""A month told, and what of it: 5月, 3月上旬, 3月1日至5日, 六月的第二周, 下旬."""

from collections.abc import Mapping
from datetime import date

from yinfeng.lexicon import dates
from yinfeng.mentions.moments.scope import (
    ONE_DAY,
    Scope,
    Stretch,
    Told,
    day_of,
    month_after,
    months,
    one_day,
    unknown,
)
from yinfeng.values import Grain

WEEKDAYS: Mapping[str, int] = {
    **{c: n for n, c in enumerate("一二三四五六")},
    "日": 6,
    "天": 6,
    "末": 5,
}
_TENDAYS = {
    "上旬": (1, 11),
    "中旬": (11, 21),
    "下旬": (21, 0),
    "中上旬": (1, 21),
    "中下旬": (11, 0),
    "上半月": (1, 16),
    "下半月": (16, 0),
    "初": (1, 6),
    "中": (11, 21),
    "底": (25, 0),
    "末": (25, 0),
}


def in_month(m: Told, scope: Scope, year: int | None) -> Stretch | None:
    """A month, a part of it or a day in it; *year* is the year told right before it."""
    found = _month_and_year(m, scope, year)
    if found is None:
        return unknown(_grain(m))
    year, month = found
    first = dates.number(m["m0"]) if m["m0"] else month
    if first != month and not m["d"] and not (m["mc"] and first + 1 != month):
        return _month_range(year, first, month)
    whole = months(year, month, month, Grain.MONTH)
    if whole is None:
        return None
    if m["d"]:
        return _days_of(m, year, month)
    return _month_part(m, year, month, whole)


def _month_and_year(m: Told, scope: Scope, year: int | None) -> tuple[int, int] | None:
    """The year and the (last) month that the words tell."""
    if m["m"]:
        month = dates.number(m["m"] or "")
        month = 1 if month < 0 else month
        first = dates.number(m["m0"]) if m["m0"] else month
        day = dates.number(m["d"]) if m["d"] else 1
        found = year if year is not None else scope.year_of(first, day)
        if year is None and first == 1 < month:
            found = scope.year_until(month)
        while found is not None and year is None and (month, day) == (2, 29) and found % 4:
            found -= 1
        return None if found is None else (found, month)
    word = m["mw"] or ""
    if word in dates.offsets("told_months") and scope.month and scope.year:
        base = date(scope.year, scope.month, 1)
        offset = dates.offsets("told_months")[word]
    elif scope.anchor.day is not None:
        base = scope.anchor.day
        offset = {**dates.offsets("months"), **dates.offsets("told_months")}[word]
    else:
        return None
    moved = month_after(year if year is not None else base.year, base.month, offset)
    return moved.year, moved.month


def _month_range(year: int, first: int, last: int) -> Stretch | None:
    if first > last:
        begin, finish = months(year, first, 12, Grain.SPAN), months(year + 1, 1, last, Grain.SPAN)
        return Stretch(begin.start, finish.end, Grain.SPAN) if begin and finish else None
    return months(year, first, last, Grain.SPAN)


def _days_of(m: Told, year: int, month: int) -> Stretch | None:
    last = one_day(day_of(year, month, dates.number(m["d"] or "")))
    if last is None:
        return unknown(Grain.DAY)
    if not m["d0"]:
        return last
    first = day_of(year, month, dates.number(m["d0"] or ""))
    if first is None or last.start is None or first > last.start:
        return None
    return Stretch(first, last.end, Grain.SPAN)


def _month_part(m: Told, year: int, month: int, whole: Stretch) -> Stretch:
    part = m["xun"] or m["mp"]
    assert whole.start is not None
    assert whole.end is not None
    if part:
        first, last = _TENDAYS[part]
        end = date(year, month, last) if last else whole.end
        return Stretch(date(year, month, first), end, Grain.TENDAYS)
    if m["mf"]:
        return Stretch(whole.start, whole.start + dates.number(m["mf"]) * ONE_DAY, Grain.SPAN)
    if m["ml"]:
        return Stretch(whole.end - dates.number(m["ml"]) * ONE_DAY, whole.end, Grain.SPAN)
    if m["mn"]:
        return _week_of_month(m["mn"], m["mnd"], whole)
    return whole


def part_of_month(part: str, scope: Scope) -> Stretch | None:
    """下旬 after a month, or in the document's month."""
    own = scope.anchor.day
    year, month = scope.year, scope.month
    if month is None and own is not None:
        year, month = own.year, own.month
    if year is None or month is None:
        return unknown(Grain.TENDAYS)
    first, last = _TENDAYS[part.removeprefix("月")]
    end = date(year, month, last) if last else month_after(year, month)
    return Stretch(date(year, month, first), end, Grain.TENDAYS)


def _week_of_month(which: str, weekday: str | None, whole: Stretch) -> Stretch:
    assert whole.start is not None
    assert whole.end is not None
    target = WEEKDAYS[weekday] if weekday else 0
    first = whole.start + ((target - whole.start.weekday()) % 7) * ONE_DAY
    if which.startswith("第"):
        start = first + 7 * (dates.number(which[1:]) - 1) * ONE_DAY
    else:
        start = first + 7 * ((whole.end - ONE_DAY - first).days // 7) * ONE_DAY
    if weekday:
        return Stretch(start, start + ONE_DAY, Grain.DAY)
    return Stretch(start, start + 7 * ONE_DAY, Grain.SPAN)


def _grain(m: Told) -> Grain:
    return Grain.DAY if m["d"] else Grain.MONTH
