"""Times told by their distance: 过去五年, 三年内, 两天前, 下周三, 次日, 25日, 截至目前."""

from datetime import date

from yinfeng.lexicon import dates
from yinfeng.mentions.moments.months import WEEKDAYS
from yinfeng.mentions.moments.scope import (
    ONE_DAY,
    Scope,
    Stretch,
    Told,
    after,
    day_of,
    month_after,
    months,
    one_day,
    unknown,
    years,
)
from yinfeng.values import Grain

_HALF_MONTH = 15 * ONE_DAY
_AHEAD = ("未来", "今后", "接下来", "往后", "后", "下")


def span(m: Told, scope: Scope) -> Stretch | None:
    """过去五年, 近三年来, 三年内, 两天前, 半年后; needs the document's own day."""
    unit = m["su"] or m["tu"] or ""
    unit = unit if unit in ("年", "季度", "月", "天", "日") else "周"
    words = m["sn"] or m["tn"] or ""
    halves = words == "半" or any(m[key] for key in ("sg", "sh", "tg", "th"))
    count = 0 if words == "半" else dates.number(words)
    if m["tn"] and (m["te"] or "").endswith(("前", "后")):
        return _away(count, unit, (m["te"] or "").endswith("后"), halves, scope)
    if (m["sp"] or "").endswith("过"):
        return _away(count, unit, True, halves, scope)
    own = scope.anchor.day
    if own is None:
        return unknown(Grain.SPAN)
    ahead = (m["sp"] or "").removesuffix("的") in _AHEAD or "内" in (m["te"] or m["se"] or "")
    if ahead:
        finish = _shifted(own + ONE_DAY, count, unit, halves)
        return Stretch(own + ONE_DAY, finish, Grain.SPAN) if finish else None
    start = _shifted(own, -count, unit, halves) if count else _shifted(own, 0, unit, halves)
    if count == 0:
        start = _shifted(own, -6, "月", half=False)
    return Stretch(start, own, Grain.SPAN) if start else None


def _away(count: int, unit: str, later: bool, halves: bool, scope: Scope) -> Stretch | None:
    """三年前, 5天后: the year, month, week or day that lies so far away."""
    own = scope.anchor.day
    sign = 1 if later else -1
    if unit == "年" and not halves and scope.anchor.year is not None:
        return years(scope.anchor.year + sign * count, scope.anchor.year + sign * count)
    if own is None:
        return unknown(Grain.SPAN)
    if unit in ("年", "季度", "月"):
        half_year = 6 if halves and unit == "年" else 0
        months_away = {"年": 12, "季度": 3, "月": 1}[unit] * count + half_year
        from_day = own + sign * _HALF_MONTH if halves and unit == "月" else own
        if not months_away:
            return one_day(from_day)
        there = _shifted(from_day, sign * months_away, "月", half=False)
        return months(there.year, there.month, there.month, Grain.MONTH) if there else None
    there = _shifted(own, sign * count, unit, half=False)
    if there is None or unit != "周":
        return one_day(there)
    monday = there - there.weekday() * ONE_DAY
    return Stretch(monday, monday + 7 * ONE_DAY, Grain.SPAN)


def _shifted(day: date, count: int, unit: str, half: bool) -> date | None:
    months_of = {"年": 12, "季度": 3, "月": 1}.get(unit)
    if months_of is None:
        days = 1 if unit in "天日" else 7
        return day + count * days * ONE_DAY
    if half and unit == "月":
        day += _HALF_MONTH if count >= 0 else -_HALF_MONTH
    by = count * months_of + (months_of // 2 if half else 0) * (1 if count >= 0 else -1)
    at = day.year * 12 + day.month - 1 + by
    if not 12 <= at < 9998 * 12:
        return None
    last = (month_after(at // 12, at % 12 + 1) - ONE_DAY).day
    return date(at // 12, at % 12 + 1, min(day.day, last))


def weekly(m: Told, scope: Scope) -> Stretch | None:
    """下周三, 本周, 周末."""
    own = scope.anchor.day
    if m["lwd"]:
        return _last_in_month(m["lwd"], scope)
    weekday = m["wd"] or m["bw"] or ("末" if m["bwe"] else None)
    if own is None:
        return unknown(Grain.DAY if weekday else Grain.SPAN)
    monday = own + (7 * dates.offsets("weeks").get(m["ww"] or "", 0) - own.weekday()) * ONE_DAY
    if weekday is None:
        return Stretch(monday, monday + 7 * ONE_DAY, Grain.SPAN)
    day = monday + WEEKDAYS[weekday] * ONE_DAY
    return Stretch(day, day + 2 * ONE_DAY, Grain.SPAN) if weekday == "末" else one_day(day)


def _last_in_month(weekday: str, scope: Scope) -> Stretch | None:
    """最后一个周三 of the month that was told before."""
    if scope.year is None or scope.month is None:
        return unknown(Grain.DAY)
    last = month_after(scope.year, scope.month) - ONE_DAY
    return one_day(last - ((last.weekday() - WEEKDAYS[weekday]) % 7) * ONE_DAY)


def daily(m: Told, scope: Scope) -> Stretch | None:
    """昨天, 次日."""
    word = m["dw"] or ""
    base = scope.anchor.day
    if word in dates.offsets("told_days"):
        base, offset = scope.day, dates.offsets("told_days")[word]
    else:
        offset = dates.offsets("days")[word]
    return one_day(base + offset * ONE_DAY) if base else unknown(Grain.DAY)


def bare_day(m: Told, scope: Scope) -> Stretch | None:
    """25日 after a month, or in a document whose day is known."""
    last = dates.number(m["b"] or m["b1"] or m["bh"] or "")
    year, month = scope.year, scope.month
    own = scope.anchor.day
    if month is None and own is not None:
        back = last > own.day and not scope.expects
        at = month_after(own.year, own.month, -1 if back else 0)
        if back and (month_after(at.year, at.month) - ONE_DAY).day < last:
            at = month_after(at.year, at.month, -1)
        year, month = at.year, at.month
    if year is None or month is None:
        return unknown(Grain.DAY)
    finish = one_day(day_of(year, month, last))
    if finish is None or not m["b0"]:
        return finish
    start = day_of(year, month, dates.number(m["b0"]))
    return Stretch(start, finish.end, Grain.SPAN) if start else None


def now(m: Told, scope: Scope) -> Stretch | None:
    """截至目前: open at the start, up to the document's day; a lone 现在 is that day."""
    if m["today"]:
        return one_day(scope.anchor.day) or unknown(Grain.DAY)
    return Stretch(None, after(scope.anchor.day), Grain.SPAN)


def vague(_m: Told, _scope: Scope) -> Stretch | None:
    """近日 tells no date."""
    return unknown(Grain.UNKNOWN)
