"""A year told, and what of it: 去年, 2018至2020年, 一季度末, 上半年, 年底, 明年春, 今明两年."""

from datetime import date

from yinfeng.lexicon import dates, lunar
from yinfeng.mentions.moments.months import in_month, part_of_month
from yinfeng.mentions.moments.scope import (
    ONE_DAY,
    Scope,
    Stretch,
    Told,
    day_of,
    full_year,
    month_after,
    months,
    one_day,
    unknown,
    years,
)
from yinfeng.values import Grain

_QUARTER_KEYS = ("q", "qf", "qw", "qq")


_YEAR_PART_KEYS = (
    *_QUARTER_KEYS,
    *("h", "f", "l", "lw", "fw", "n", "nw", "n1", "yp", "s", "v", "fy", "byp", "bya"),
)


def calendar(m: Told, scope: Scope) -> Stretch | None:
    """A year, a part of a year, a month or a day: 去年, 2019年一季度, 5月, 3月1日至5日."""
    year = written_year(m, scope) if m["Y"] else None
    if m["Y"] and year is None:
        return unknown(_grain(m))
    if m["pair"]:
        return _pair(m["pair"], scope)
    if m["m"] or m["mw"]:
        return in_month(m, scope, year)
    if m["bx"]:
        return part_of_month(m["bx"], scope)
    if m["Y"] and not any(m.group(*_YEAR_PART_KEYS)):
        assert year is not None
        first = dates.number(m["y0"]) if m["y0"] else year
        return years(first, year)
    quarter = _quarter(m, scope, year)
    if quarter is not None:
        return quarter
    here = year if year is not None else scope.this_year()
    if here is None:
        return unknown(_grain(m))
    return _year_part(m, here)


def written_year(m: Told, scope: Scope, tag: str = "") -> int | None:
    """The year that the words of a moment tell; *tag* picks the group of the grammar."""
    words = m["y" + tag] or m["yc" + tag]
    if words:
        return dates.number(words.replace("零", "") if "千" in words else words)
    if m["yy" + tag]:
        return full_year(dates.number(m["yy" + tag] or ""))
    word = (m["yw" + tag] or "").removesuffix("度")
    if word in dates.offsets("told_years"):
        if scope.year is None and dates.offsets("told_years")[word]:
            return None if scope.anchor.year is None else scope.anchor.year + 1
        return None if scope.year is None else scope.year + dates.offsets("told_years")[word]
    own = scope.own_year
    return None if own is None else own + dates.offsets("years").get(word, 0)


# --- families -------------------------------------------------------------------------------


def _pair(words: str, scope: Scope) -> Stretch | None:
    """今明两年: two years told together."""
    if scope.anchor.year is None:
        return unknown(Grain.YEARS)
    first = scope.anchor.year + dates.offsets("year_pairs")[words]
    return years(first, first + 1)


def _grain(m: Told) -> Grain:
    if m["d"]:
        return Grain.DAY
    if m["m"] or m["mw"] or m["n"] or m["n1"]:
        return Grain.MONTH
    if any(m[k] for k in _QUARTER_KEYS):
        return Grain.QUARTER
    if m["h"]:
        return Grain.HALF
    parts = ("f", "l", "lw", "fw", "nw", "yp", "s", "v", "fy", "byp")
    return Grain.SPAN if any(m[k] for k in parts) else Grain.YEAR


def _quarter(m: Told, scope: Scope, year: int | None) -> Stretch | None:
    if not any(m.group(*_QUARTER_KEYS)):
        return None
    here = year if year is not None else scope.this_year()
    if m["qw"] in dates.offsets("quarters"):
        if scope.anchor.day is None:
            return unknown(Grain.QUARTER)
        day = scope.anchor.day
        at = day.year * 4 + (day.month - 1) // 3 + dates.offsets("quarters")[m["qw"]]
        here, first, last = at // 4, at % 4 + 1, at % 4 + 1
    elif m["qf"]:
        first, last = 1, dates.number(m["qf"])
        here = year if year is not None else scope.year_until(3 * last)
    else:
        words = m["q"] or m["qq"] or ("四" if m["qw"] == "末季度" else "一")
        last = dates.number(words)
        first = dates.number(m["q0"]) if m["q0"] else last
    if here is None:
        return unknown(Grain.QUARTER)
    grain = Grain.QUARTER if first == last else Grain.SPAN
    part = m["qp"] or m["qwp"]
    if part:
        month = 3 * first - 2 if part == "初" else 3 * last
        return months(here, month, month, Grain.MONTH)
    return months(here, 3 * first - 2, 3 * last, grain)


def _year_part(m: Told, year: int) -> Stretch | None:
    if m["h"]:
        early = m["h"][0] in "上前"
        return months(year, 1, 6, Grain.HALF) if early else months(year, 7, 12, Grain.HALF)
    if m["f"]:
        return months(year, 1, dates.number(m["f"]), Grain.SPAN)
    if m["l"]:
        return months(year, 13 - dates.number(m["l"]), 12, Grain.SPAN)
    if m["n"] or m["n1"]:
        month = dates.number(m["n"]) if m["n"] else 1
        return months(year, month, month, Grain.MONTH)
    if m["s"]:
        return _season(year, m["s"])
    if m["v"]:
        return months(year, *dates.days("vacations")[m["v"]], Grain.SPAN)
    if m["fy"]:
        return one_day(festival_day(year, m["fy"]))
    if m["nw"] or m["fw"] or m["lw"]:
        return _weeks_of_year(m, year)
    part = (m["yp"] or m["byp"] or "").removeprefix("年").removeprefix("岁")
    return _end_of_year(part, year)


def _end_of_year(part: str, year: int) -> Stretch | None:
    if part in ("底", "末", "终"):
        return months(year, 12, 12, Grain.MONTH)
    if part in ("初", "伊始", "开年"):
        return months(year, 1, 2 if part == "初" else 1, Grain.SPAN)
    if part == "中":
        return months(year, 6, 7, Grain.SPAN)
    return years(year, year)


def _season(year: int, season: str) -> Stretch | None:
    month = dates.offsets("seasons")[season]
    if not 1 <= year <= 9990:
        return None
    return Stretch(date(year, month, 1), month_after(year, month, 3), Grain.SPAN)


def _weeks_of_year(m: Told, year: int) -> Stretch | None:
    if not 1 <= year <= 9990:
        return None
    first = date(year, 1, 4) - date(year, 1, 4).weekday() * ONE_DAY
    if m["nw"]:
        start = first + 7 * (dates.number(m["nw"]) - 1) * ONE_DAY
        return Stretch(start, start + 7 * ONE_DAY, Grain.SPAN)
    count, unit = dates.number(m["fw"] or m["lw"] or ""), m["fu"] or m["lu"]
    if unit == "月":
        return months(year, 13 - count, 12, Grain.SPAN)
    step = ONE_DAY if unit == "天" else 7 * ONE_DAY
    if m["fw"]:
        start = date(year, 1, 1) if unit == "天" else first
        return Stretch(start, start + count * step, Grain.SPAN)
    last = date(year + 1, 1, 1)
    end = last if unit == "天" else last - last.weekday() * ONE_DAY
    return Stretch(end - count * step, end, Grain.SPAN)


def festival_day(year: int, name: str) -> date | None:
    """The day of a feast in a year."""
    if name in dates.weekday_feasts():
        month, nth, weekday = dates.weekday_feasts()[name]
        first = date(year, month, 1)
        return first + ((weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1)) * ONE_DAY
    if name in dates.days("festivals"):
        return day_of(year, *dates.days("festivals")[name])
    if name in dates.days("lunar_festivals"):
        return lunar.day_of(year, *dates.days("lunar_festivals")[name])
    return lunar.solar_term(year, name.removesuffix("节"))
