"""What a moment of the grammar means in days, given what its text has told before.

The words 3月, 25日 and 全年 lean on the words before them: a year told as the topic of a paragraph,
a month told in the same sentence, else the document's own date. What cannot be placed stays open.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from yinfeng.lexicon import dates, lunar
from yinfeng.mentions.anchors import Anchor
from yinfeng.values import Grain

_ONE = timedelta(days=1)
_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六")} | {"日": 6, "天": 6, "末": 5}


class Stretch(NamedTuple):
    """A half-open stretch of days; None is an open or unknown end."""

    start: date | None
    end: date | None
    grain: Grain


Told = re.Match[str]


@dataclass
class Scope:
    """What the text has told so far: the year, month and day that later words lean on."""

    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: date | None = None
    expects: bool = False

    def new_paragraph(self) -> None:
        """Forget what the paragraph before told."""
        self.year = self.month = self.day = None

    def new_sentence(self) -> None:
        """Forget a year told long before the document, which no later sentence leans on."""
        own = self.anchor.year
        if own is not None and self.year is not None and not own - 1 <= self.year <= own + 1:
            self.new_paragraph()

    def this_year(self) -> int | None:
        """The year in scope: told before in the paragraph, else the document's."""
        return self.year if self.year is not None else self.anchor.year

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year of a month told without one."""
        if self.year is not None:
            turns = self.month is not None and self.month >= 9 and month <= 4
            latest = self.anchor.year or self.year
            return self.year + 1 if turns and self.year < latest else self.year
        return self._own_year_of(month, day)

    def _own_year_of(self, month: int, day: int) -> int | None:
        own = self.anchor.day
        if own is None:
            return self.anchor.year
        ahead = (month, day) > (own.month, own.day) and month > 0
        if not ahead or self.expects:
            return own.year
        # Nobody writes 去年 before 12月5日 in January; in summer a bare 9月 is this year's plan.
        return own.year - 1 if month - own.month > (3 if own.month <= 3 else 6) else own.year

    def tell(self, stretch: Stretch) -> None:
        """Remember a told stretch for the words that lean on it."""
        if stretch.start is None:
            return
        self.year = stretch.start.year
        fine = stretch.grain in (Grain.DAY, Grain.TENDAYS, Grain.MONTH)
        self.month = stretch.start.month if fine else None
        self.day = stretch.start if stretch.grain is Grain.DAY else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_after(year: int, month: int, count: int = 1) -> date:
    months = year * 12 + month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def months(year: int, first: int, last: int, grain: Grain) -> Stretch | None:
    """From the first of one month to the end of another of a year; None outside the calendar."""
    if not (1 <= year <= 9998 and 1 <= first <= 12 and 1 <= last <= 12):
        return None
    return Stretch(date(year, first, 1), _month_after(year, last), grain)


def years(first: int, last: int) -> Stretch | None:
    """From the first of January of one year to the end of another."""
    if not 1 <= first <= last <= 9998:
        return None
    grain = Grain.YEAR if first == last else Grain.YEARS
    return Stretch(date(first, 1, 1), date(last + 1, 1, 1), grain)


def one_day(day: date | None) -> Stretch | None:
    """The one day as a stretch."""
    if day is None or day == date.max:
        return None
    return Stretch(day, day + _ONE, Grain.DAY)


def unknown(grain: Grain) -> Stretch:
    """A time of that grain that cannot be placed."""
    return Stretch(None, None, grain)


def full_year(two: int) -> int:
    """The year that two digits write: 19年 is 2019, 87年 is 1987."""
    return 2000 + two if two < 50 else 1900 + two


# --- families -------------------------------------------------------------------------------


def numeric(m: Told, scope: Scope) -> Stretch | None:
    """2019-03-15, 2019/3, 20190315, 15.3.2019."""
    for y, mo, d in (
        ("ny", "nm", "nd"),
        ("py", "pm", "pd"),
        ("ey", "em", "ed"),
        ("xy", "xm", "xd"),
    ):
        if m[y]:
            return one_day(_day(*(dates.number(m[k] or "") for k in (y, mo, d))))
    for y, mo in (("jy", "jm"), ("ky", "km"), ("ky2", "km2")):
        if m[y]:
            month = dates.number(m[mo] or "")
            return months(dates.number(m[y] or ""), month, month, Grain.MONTH)
    year = dates.number(m["uy"] or m["vy"] or m["ly"] or "")
    return years(year, year)


def _written_year(m: Told, scope: Scope, tag: str = "") -> int | None:
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
    if scope.anchor.year is None:
        return None
    return scope.anchor.year + dates.offsets("years").get(word, 0)


def calendar(m: Told, scope: Scope) -> Stretch | None:
    """A year, a part of a year, a month or a day: 去年, 2019年一季度, 5月, 3月1日至5日."""
    year = _written_year(m, scope) if m["Y"] else None
    if m["Y"] and year is None:
        return unknown(_grain(m))
    if m["pair"]:
        return _pair(m["pair"], scope)
    if m["m"] or m["mw"]:
        return _in_month(m, scope, year)
    if m["bx"]:
        return _bare_part_of_month(m["bx"], scope)
    if m["Y"] and not any(m[k] for k in _YEAR_PART_KEYS):
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


def _pair(words: str, scope: Scope) -> Stretch | None:
    """今明两年: two years told together."""
    if scope.anchor.year is None:
        return unknown(Grain.YEARS)
    first = scope.anchor.year + dates.offsets("year_pairs")[words]
    return years(first, first + 1)


_QUARTER_KEYS = ("q", "qf", "qw", "qq")
_YEAR_PART_KEYS = (
    *_QUARTER_KEYS,
    *("h", "f", "l", "lw", "fw", "n", "nw", "n1", "yp", "s", "fy", "byp", "bya"),
)


def _grain(m: Told) -> Grain:
    if m["d"]:
        return Grain.DAY
    if m["m"] or m["mw"] or m["n"] or m["n1"]:
        return Grain.MONTH
    if any(m[k] for k in _QUARTER_KEYS):
        return Grain.QUARTER
    if m["h"]:
        return Grain.HALF
    parts = ("f", "l", "lw", "fw", "nw", "yp", "s", "fy", "byp")
    return Grain.SPAN if any(m[k] for k in parts) else Grain.YEAR


def _month_and_year(m: Told, scope: Scope, year: int | None) -> tuple[int, int] | None:
    """The year and the (last) month that the words tell."""
    if m["m"]:
        month = dates.number(m["m"] or "")
        month = 1 if month < 0 else month
        first = dates.number(m["m0"]) if m["m0"] else month
        day = dates.number(m["d"]) if m["d"] else 1
        found = year if year is not None else scope.year_of(first, day)
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
    moved = _month_after(year if year is not None else base.year, base.month, offset)
    return moved.year, moved.month


def _in_month(m: Told, scope: Scope, year: int | None) -> Stretch | None:
    found = _month_and_year(m, scope, year)
    if found is None:
        return unknown(_grain(m))
    year, month = found
    if m["m0"] and not m["d"]:
        return _month_range(year, dates.number(m["m0"] or ""), month)
    whole = months(year, month, month, Grain.MONTH)
    if whole is None:
        return None
    if m["d"]:
        return _days_of(m, year, month)
    return _month_part(m, year, month, whole)


def _month_range(year: int, first: int, last: int) -> Stretch | None:
    if first > last:
        begin, finish = months(year, first, 12, Grain.SPAN), months(year + 1, 1, last, Grain.SPAN)
        return Stretch(begin.start, finish.end, Grain.SPAN) if begin and finish else None
    return months(year, first, last, Grain.SPAN)


def _days_of(m: Told, year: int, month: int) -> Stretch | None:
    last = one_day(_day(year, month, dates.number(m["d"] or "")))
    if last is None:
        return unknown(Grain.DAY)
    if not m["d0"]:
        return last
    first = _day(year, month, dates.number(m["d0"] or ""))
    if first is None or last.start is None or first > last.start:
        return None
    return Stretch(first, last.end, Grain.SPAN)


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


def _month_part(m: Told, year: int, month: int, whole: Stretch) -> Stretch:
    part = m["xun"] or m["mp"]
    assert whole.start is not None
    assert whole.end is not None
    if part:
        first, last = _TENDAYS[part]
        end = date(year, month, last) if last else whole.end
        return Stretch(date(year, month, first), end, Grain.TENDAYS)
    if m["mf"]:
        return Stretch(whole.start, whole.start + dates.number(m["mf"]) * _ONE, Grain.SPAN)
    if m["ml"]:
        return Stretch(whole.end - dates.number(m["ml"]) * _ONE, whole.end, Grain.SPAN)
    if m["mn"]:
        return _week_of_month(m["mn"], m["mnd"], whole)
    return whole


def _bare_part_of_month(part: str, scope: Scope) -> Stretch | None:
    """下旬 after a month, or in the document's month."""
    own = scope.anchor.day
    year, month = scope.year, scope.month
    if month is None and own is not None:
        year, month = own.year, own.month
    if year is None or month is None:
        return unknown(Grain.TENDAYS)
    first, last = _TENDAYS[part]
    end = date(year, month, last) if last else _month_after(year, month)
    return Stretch(date(year, month, first), end, Grain.TENDAYS)


def _week_of_month(which: str, weekday: str | None, whole: Stretch) -> Stretch:
    assert whole.start is not None
    assert whole.end is not None
    target = _WEEKDAYS[weekday] if weekday else 0
    first = whole.start + ((target - whole.start.weekday()) % 7) * _ONE
    if which.startswith("第"):
        start = first + 7 * (dates.number(which[1:]) - 1) * _ONE
    else:
        start = first + 7 * ((whole.end - _ONE - first).days // 7) * _ONE
    if weekday:
        return Stretch(start, start + _ONE, Grain.DAY)
    return Stretch(start, start + 7 * _ONE, Grain.SPAN)


def _quarter(m: Told, scope: Scope, year: int | None) -> Stretch | None:
    if not any(m[k] for k in _QUARTER_KEYS):
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
    if m["fy"]:
        return one_day(_festival(year, m["fy"]))
    if m["nw"] or m["fw"] or m["lw"]:
        return _weeks_of_year(m, year)
    part = (m["yp"] or m["byp"] or "").removeprefix("年").removeprefix("岁")
    return _end_of_year(part, year)


def _end_of_year(part: str, year: int) -> Stretch | None:
    if part in ("底", "末", "终"):
        return months(year, 12, 12, Grain.MONTH)
    if part in ("初", "伊始"):
        return months(year, 1, 2 if part == "初" else 1, Grain.SPAN)
    if part == "中":
        return months(year, 6, 7, Grain.SPAN)
    return years(year, year)


def _season(year: int, season: str) -> Stretch | None:
    month = dates.offsets("seasons")[season]
    if not 1 <= year <= 9990:
        return None
    return Stretch(date(year, month, 1), _month_after(year, month, 3), Grain.SPAN)


def _weeks_of_year(m: Told, year: int) -> Stretch | None:
    if not 1 <= year <= 9990:
        return None
    first = date(year, 1, 4) - date(year, 1, 4).weekday() * _ONE
    if m["nw"]:
        start = first + 7 * (dates.number(m["nw"]) - 1) * _ONE
        return Stretch(start, start + 7 * _ONE, Grain.SPAN)
    count, unit = dates.number(m["fw"] or m["lw"] or ""), m["fu"] or m["lu"]
    if unit == "月":
        return months(year, 13 - count, 12, Grain.SPAN)
    step = _ONE if unit == "天" else 7 * _ONE
    if m["fw"]:
        start = date(year, 1, 1) if unit == "天" else first
        return Stretch(start, start + count * step, Grain.SPAN)
    last = date(year + 1, 1, 1)
    end = last if unit == "天" else last - last.weekday() * _ONE
    return Stretch(end - count * step, end, Grain.SPAN)


def _festival(year: int, name: str) -> date | None:
    if name in dates.days("festivals"):
        return _day(year, *dates.days("festivals")[name])
    if name in dates.days("lunar_festivals"):
        return lunar.day_of(year, *dates.days("lunar_festivals")[name])
    return lunar.solar_term(year, name.removesuffix("节"))


def festival(m: Told, scope: Scope) -> Stretch | None:
    """国庆节, 春节: the day in the year in scope."""
    year = scope.this_year()
    if year is None:
        return unknown(Grain.DAY)
    return one_day(_festival(year, m["fa"] or m["fb"] or "")) or unknown(Grain.DAY)


_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def lunar_date(m: Told, scope: Scope) -> Stretch | None:
    """农历八月初五, 正月十五, 闰四月."""
    year = _written_year(m, scope, "l") if m["Yl"] else scope.this_year()
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
    return one_day(min(whole[0] + (day - 1) * _ONE, whole[1] - _ONE)) if 1 <= day <= 30 else None


_DECADE_PARTS = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9), "": (0, 9)}


def decade(m: Told, scope: Scope) -> Stretch | None:
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
        return years(first + 4, first + 4)
    if part.startswith(("初", "开局")):
        return years(first, first)
    if part == "以来":
        return Stretch(date(first, 1, 1), after(scope.anchor.day), Grain.YEARS)
    return years(first, first + 4)


def era(m: Told, scope: Scope) -> Stretch | None:
    """康熙三年五月, 民国三年: by the sun, as local histories are read."""
    year = dates.offsets("eras")[m["en"] or ""] + dates.number(m["ey4"] or "")
    if not m["em4"]:
        return years(year, year)
    month = max(dates.number(m["em4"]), 1)
    if m["ed4"]:
        return one_day(_day(year, month, dates.number(m["ed4"])))
    return months(year, month, month, Grain.MONTH)


def after(day: date | None) -> date | None:
    """The day after, of a day that is known."""
    return None if day is None else day + _ONE


def now(m: Told, scope: Scope) -> Stretch | None:
    """截至目前: open at the start, up to the document's day."""
    return Stretch(None, after(scope.anchor.day), Grain.SPAN)


def vague(m: Told, scope: Scope) -> Stretch | None:
    """近日 tells no date."""
    return unknown(Grain.UNKNOWN)


def _shifted(day: date, count: int, unit: str, half: bool) -> date | None:
    months_of = {"年": 12, "季度": 3, "月": 1}.get(unit)
    if months_of is None:
        days = 1 if unit in "天日" else 7
        return day + count * days * _ONE
    by = count * months_of + (months_of // 2 if half else 0) * (1 if count >= 0 else -1)
    at = day.year * 12 + day.month - 1 + by
    if not 12 <= at < 9998 * 12:
        return None
    last = (_month_after(at // 12, at % 12 + 1) - _ONE).day
    return date(at // 12, at % 12 + 1, min(day.day, last))


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
    own = scope.anchor.day
    if own is None:
        return unknown(Grain.SPAN)
    ahead = (m["sp"] or "").removesuffix("的") in _AHEAD or "内" in (m["te"] or m["se"] or "")
    if ahead:
        finish = _shifted(own + _ONE, count, unit, halves)
        return Stretch(own + _ONE, finish, Grain.SPAN) if finish else None
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
        months_away = {"年": 12, "季度": 3, "月": 1}[unit] * count + (6 if halves else 0)
        there = _shifted(own, sign * months_away, "月", half=False)
        return months(there.year, there.month, there.month, Grain.MONTH) if there else None
    there = _shifted(own, sign * count, unit, half=False)
    if there is None or unit != "周":
        return one_day(there)
    monday = there - there.weekday() * _ONE
    return Stretch(monday, monday + 7 * _ONE, Grain.SPAN)


def weekly(m: Told, scope: Scope) -> Stretch | None:
    """下周三, 本周, 周末."""
    own = scope.anchor.day
    weekday = m["wd"] or m["bw"] or ("末" if m["bwe"] else None)
    if own is None:
        return unknown(Grain.DAY if weekday else Grain.SPAN)
    monday = own + (7 * dates.offsets("weeks").get(m["ww"] or "", 0) - own.weekday()) * _ONE
    if weekday is None:
        return Stretch(monday, monday + 7 * _ONE, Grain.SPAN)
    day = monday + _WEEKDAYS[weekday] * _ONE
    return Stretch(day, day + 2 * _ONE, Grain.SPAN) if weekday == "末" else one_day(day)


def daily(m: Told, scope: Scope) -> Stretch | None:
    """昨天, 次日."""
    word = m["dw"] or ""
    base = scope.anchor.day
    if word in dates.offsets("told_days"):
        base, offset = scope.day, dates.offsets("told_days")[word]
    else:
        offset = dates.offsets("days")[word]
    return one_day(base + offset * _ONE) if base else unknown(Grain.DAY)


def bare_day(m: Told, scope: Scope) -> Stretch | None:
    """25日 after a month, or in a document whose day is known."""
    last = dates.number(m["b"] or m["b1"] or m["bh"] or "")
    year, month = scope.year, scope.month
    own = scope.anchor.day
    if month is None and own is not None:
        back = last > own.day and not scope.expects
        at = _month_after(own.year, own.month, -1 if back else 0)
        year, month = at.year, at.month
    if year is None or month is None:
        return unknown(Grain.DAY)
    finish = one_day(_day(year, month, last))
    if finish is None or not m["b0"]:
        return finish
    start = _day(year, month, dates.number(m["b0"]))
    return Stretch(start, finish.end, Grain.SPAN) if start else None


FAMILIES: Mapping[str, Callable[[Told, Scope], Stretch | None]] = {
    "numeric": numeric,
    "lunar": lunar_date,
    "decade": decade,
    "now": now,
    "span": span,
    "calendar": calendar,
    "plan": plan,
    "era": era,
    "weekly": weekly,
    "daily": daily,
    "day": bare_day,
    "festival": festival,
    "vague": vague,
}


def reckoned(match: re.Match[str], scope: Scope) -> Stretch | None:
    """The days that a matched moment means; None when the words are no time after all."""
    family = FAMILIES[match.lastgroup or ""]
    return family(match, scope)
