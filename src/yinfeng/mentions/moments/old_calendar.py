"""Old calendar, feasts, reigns, ages: 农历八月初五, 国庆节, 民国三年, 上世纪90年代."""

from datetime import date

from yinfeng.lexicon import dates, lunar
from yinfeng.mentions.moments.scope import (
    ONE_DAY,
    Scope,
    Stretch,
    Told,
    after,
    day_of,
    months,
    one_day,
    unknown,
    years,
)
from yinfeng.mentions.moments.years import festival_day, written_year
from yinfeng.values import Grain

_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


_DECADE_PARTS = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9), "": (0, 9)}


def festival(m: Told, scope: Scope) -> Stretch | None:
    """国庆节, 春节: the day in the year in scope."""
    year = scope.this_year()
    if year is None:
        return unknown(Grain.DAY)
    return one_day(festival_day(year, m["fa"] or m["fb"] or m["fc"] or "")) or unknown(Grain.DAY)


def lunar_date(m: Told, scope: Scope) -> Stretch | None:
    """农历八月初五, 正月十五, 闰四月."""
    year = written_year(m, scope, "l") if m["Yl"] else scope.this_year()
    words = m["lm"] or ""
    month = _LUNAR_MONTHS.get(words) or dates.number(words)
    grain = Grain.DAY if m["ld"] else Grain.MONTH
    if year is None:
        return unknown(grain)
    whole = lunar.month_of(year, month, is_leap=bool(m["leap"]))
    if whole is None:
        return unknown(grain)
    if not m["ld"]:
        return Stretch(*whole, Grain.MONTH)
    day = dates.number((m["ld"] or "").removeprefix("初"))
    return (
        one_day(min(whole[0] + (day - 1) * ONE_DAY, whole[1] - ONE_DAY)) if 1 <= day <= 30 else None
    )


def decade(m: Told, _scope: Scope) -> Stretch | None:
    """上世纪90年代末, 20世纪."""
    words = m["cent"] or m["cent2"] or ""
    century = {"上": 20, "上个": 20, "本": 21, "": 20}.get(words) or dates.number(words)
    if not 1 <= century <= 30:
        return None
    base = 100 * (century - 1)
    if m["cent2"]:
        first, last = {"初": (0, 19), "末": (80, 99), "中叶": (40, 69)}.get(m["cp"] or "", (0, 99))
        return years(base + first, base + last) if base + first > 0 else None
    tens = dates.number(m["dec"] or "")
    start = tens if tens > 100 else base + tens
    first, last = _DECADE_PARTS[(m["dp"] or "")[:1]]
    return years(start + first, start + last)


def plan(m: Told, scope: Scope) -> Stretch | None:
    """“十四五”期间, 十三五末."""
    first = dates.offsets("plans")[m["fy5"] or ""]
    part = m["p5"] or ""
    if part.startswith(("末", "期末", "收官")):
        last = years(first + 4, first + 4)
        return last and last._replace(grain=Grain.SPAN)
    if part.startswith(("初", "开局")):
        return years(first, first)
    if part == "以来":
        return Stretch(date(first, 1, 1), after(scope.anchor.day), Grain.YEARS)
    return years(first, first + 4)


def era(m: Told, _scope: Scope) -> Stretch | None:
    """康熙三年五月, 民国三年: by the sun, as local histories are read."""
    year = dates.offsets("eras")[m["en"] or ""] + dates.number(m["ey4"] or "")
    if m["ee4"]:
        return one_day(day_of(year, 12, 30))
    if not m["em4"]:
        return years(year, year)
    month = _LUNAR_MONTHS.get(m["em4"]) or max(dates.number(m["em4"]), 1)
    if day := m["ed4"] or m["el4"]:
        return one_day(day_of(year, month, dates.number(day.removeprefix("初"))))
    return months(year, month, month, Grain.MONTH)
