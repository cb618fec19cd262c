"""Terms of duties: a day (2027年6月底前) or so long after an event (取得土地后3个月内).

A term keeps the event from which it runs, so that it becomes a day when the event has happened.
"""

import calendar as months
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from yinfeng.lexicon.calendar import Calendar
from yinfeng.lexicon.duties import DutyWords
from yinfeng.lexicon.numerals import number

_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_LENGTH = re.compile(
    rf"(?P<n>{_NUMBER}|半)\s*(?:[（(]\d{{1,4}}[）)])?个?(?P<half>半)?"
    r"(?P<unit>工作日|自然日|日历日|[日天年]|(?<=个)月|(?<=半)月|月(?=内|以内|之内))(?P<more>半)?(?:时间)?(?:内|以内|之内|之前|前)"
)
_YEAR = r"(?P<year>20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年"
_DAY = re.compile(
    rf"{_YEAR}(?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
    rf"(?:(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度)?"
    r"(?P<end>底|末)?(?P<by>之前|以前|前|内|以内|之内)?"
)
_SIGNS = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_FROM = re.compile(r"后|起|之日|日内|以后|之后")
_EVENT_REACH = 40
_YEAR_MONTHS, _QUARTER, _HALF = 12, 3, 6
# A hundred years: what is longer is a slip of the pen and no term.
_LONGEST = {"d": 36_525, "w": 26_100, "m": 1_200}


@dataclass(frozen=True, slots=True)
class Term:
    """Until when: a fixed day, or so many units after an event; `words` of the packed clause."""

    start: int
    end: int
    day: date | None = None
    anchor: str = ""
    count: int = 0
    unit: str = ""
    event: str = ""

    @property
    def rule(self) -> str:
        """How the term is kept where it is not a day yet: C1+18m, A2+30d, D1+20w."""
        return f"{self.anchor}+{self.count}{self.unit}" if self.anchor and self.unit else ""


def terms_in(words: str, lexicon: DutyWords) -> list[Term]:
    """The terms in the words of one sentence, from left to right."""
    days = list(_days(words))
    lengths = [
        one
        for one in _lengths(words, lexicon)
        if not any(one.start < day.end and day.start < one.end for day in days)
    ]
    return sorted([*lengths, *days], key=lambda one: one.start)


def day_of(rule: str, anchors: Mapping[str, date], working: Calendar) -> date | None:
    """The day of a kept term; None until its event has happened, or where no calendar reaches."""
    match = re.fullmatch(r"(\w+)\+(\d+)([dwm])", rule)
    if match is None or match[1] not in anchors:
        return None
    start, count = anchors[match[1]], int(match[2])
    if count > _LONGEST[match[3]]:
        return None
    try:
        if match[3] == "d":
            return start + timedelta(days=count)
        if match[3] == "w":
            return working.after(start, count)
        return _months_later(start, count)
    except (ValueError, OverflowError):
        return None


def _months_later(start: date, count: int) -> date:
    """The same day so many months later, the last of the month where it has none."""
    at = start.year * _YEAR_MONTHS + start.month - 1 + count
    year, month = at // _YEAR_MONTHS, at % _YEAR_MONTHS + 1
    return date(year, month, min(start.day, months.monthrange(year, month)[1]))


def _lengths(words: str, lexicon: DutyWords) -> Iterator[Term]:
    before, upto = "", 0
    matches = list(_LENGTH.finditer(words))
    for match, after in zip_longest(matches, matches[1:]):
        length = _length(match)
        if length is None:
            continue
        reach = max(0, match.start() - _EVENT_REACH)
        left = max(words.rfind(sign, reach, match.start()) for sign in "，。；：") + 1
        # A 、 behind an earlier term begins a new one; 付清价款、税费后 is one event.
        left = max(left, words.find("、", upto, match.start()) + 1 if upto else 0)
        event = words[max(left, reach) : match.start()]
        anchor, at = _anchor(event, lexicon)
        is_said = bool(anchor) and _FROM.search(event[at:]) is not None
        start = max(left, reach) + (at if is_said else len(event))
        # 取得土地后3个月内开工，18个月内竣工: the second term runs from what the first one asked.
        chosen = anchor if is_said else before
        yield Term(start, match.end(), None, chosen, *length, words[start : match.start()])
        upto = match.end()
        before = _goal_after(words, upto, after.start() if after else len(words), lexicon)


def _goal_after(words: str, start: int, end: int, lexicon: DutyWords) -> str:
    stop = min((at for at in (words.find(s, start, end) for s in "，。；") if at >= 0), default=end)
    found = [
        (match.start(), key)
        for key, pattern in lexicon.gates.items()
        if (match := pattern.search(words[start:stop])) is not None
    ]
    return max(found)[1] if found else ""


def _anchor(event: str, lexicon: DutyWords) -> tuple[str, int]:
    """The last event that the words name, and where it begins."""
    found = [
        (match.end(), -match.start(), key)
        for key, pattern in (*lexicon.gates.items(), *lexicon.events.items())
        for match in pattern.finditer(event)
    ]
    if not found:
        return "", len(event)
    _, start, key = max(found)
    return key, -start


def _length(match: re.Match[str]) -> tuple[int, str] | None:
    length = _said_length(match)
    return length if length and length[0] <= _LONGEST[length[1]] else None


def _said_length(match: re.Match[str]) -> tuple[int, str] | None:
    halves = bool(match["half"]) or bool(match["more"])
    count = None if match["n"] == "半" else number(match["n"])
    if count is None and match["n"] != "半":
        return None
    whole = int(count or 0)
    match match["unit"]:
        case "年":
            return whole * _YEAR_MONTHS + (_HALF if halves or match["n"] == "半" else 0), "m"
        case "月":
            if match["n"] == "半":
                return 15, "d"
            return (whole * 30 + 15, "d") if halves else (whole, "m")
        case "工作日":
            return whole, "w"
        case _:
            return (whole, "d") if whole else None


def _days(words: str) -> Iterator[Term]:
    for match in _DAY.finditer(words):
        if not (match["by"] or match["end"] or match["day"]):
            continue
        day = _fixed(match)
        if day is not None:
            yield Term(match.start(), match.end(), day)


def _fixed(match: re.Match[str]) -> date | None:
    year = int("".join(_SIGNS.get(sign, sign) for sign in match["year"]))
    month, day = match["month"], match["day"]
    if match["half"]:
        return _end_of(year, _HALF if match["half"] == "上" else _YEAR_MONTHS)
    if match["quarter"]:
        return _end_of(year, _QUARTER * int(number(match["quarter"]) or 1))
    if not month:
        # 2027年前 is before the year begins, 2027年底前 and 2027年内 before it ends.
        is_whole = match["end"] or match["by"] in ("内", "以内", "之内")
        return date(year, 12, 31) if is_whole else date(year - 1, 12, 31)
    at = int(number(month) or 1)
    if not day:
        is_whole = match["end"] or match["by"] in ("内", "以内", "之内")
        return _end_of(year, at) if is_whole else date(year, at, 1) - timedelta(days=1)
    try:
        return date(year, at, int(number(day) or 1))
    except ValueError:
        return None


def _end_of(year: int, month: int) -> date:
    return date(year, month, months.monthrange(year, month)[1])
