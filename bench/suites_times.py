"""How many dates and date periods of public suites the reader finds and places rightly.

    python bench/suites_times.py FOLDER [--misses]

FOLDER holds `recognizers/` (Specs/DateTime/Chinese of microsoft/Recognizers-Text) and `jionlp/`
(test_time_parser.py and test_time_extractor.py of dongrixinyu/JioNLP). Nothing of them is kept
here. Clock times, durations and sets are left out of the count, and the list that asks for the next
day of a name (周一 as the Monday to come), which a report on what was done never means. The suites
disagree on whether the reference day itself belongs to 未来7天, and the last unit to a range: both
pass. One writes days of the moon in the numbers of the moon (春节 as 1 January): the same day by
the sun passes. One gives 年底 and 半年后 a stretch of its own choice (`blur`) and lets seasons
begin at 立春: there it is enough that the stretches meet.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from yinfeng.lexicon import lunar
from yinfeng.mentions import times
from yinfeng.text.plain import plain
from yinfeng.values import Period

_ONE = timedelta(days=1)


@dataclass(frozen=True)
class Want:
    """One expected time: its words, and the (first, last) days that would all be right."""

    words: str
    days: tuple[tuple[date | None, date | None], ...] = ()
    is_blurred: bool = False


@dataclass(frozen=True)
class Case:
    """One string of a suite, its reference day and what it holds."""

    suite: str
    says: str
    day: date
    wants: tuple[Want, ...]


def _day(words: object) -> date | None:
    try:
        return date.fromisoformat(str(words)[:10])
    except ValueError:
        return None


def _recognizers(folder: Path) -> Iterator[Case]:
    for name in ("Date", "DatePeriod", "Holiday"):
        for kind in ("Extractor", "Parser"):
            path = folder / f"{name}{kind}.json"
            for row in json.loads(path.read_text(encoding="utf-8-sig")):
                day = _day(row.get("Context", {}).get("ReferenceDateTime")) or date(2017, 3, 22)
                wants = tuple(_value(result) for result in row["Results"])
                yield Case(f"recognizers {name}{kind}", row["Input"], day, wants)
    path = folder / "DateTimeModel.json"
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        kinds = {result["TypeName"].split(".")[-1] for result in row["Results"]}
        if kinds - {"date", "daterange"}:
            continue
        day = _day(row.get("Context", {}).get("ReferenceDateTime")) or date(2017, 3, 22)
        yield Case("recognizers Model", row["Input"], day, tuple(_model(r) for r in row["Results"]))


def _value(result: dict[str, object]) -> Want:
    value = result.get("Value")
    days = []
    for key in ("PastResolution", "FutureResolution"):
        found = list(value.get(key, {}).values()) if isinstance(value, dict) else []
        if found and found[0] != "0001-01-01":
            days.append((_day(found[0]), _day(found[-1])))
    words = str(result["Text"])
    return Want(words, (*days, *_by_sun(words, days)))


_MOON = re.compile(r"农历|正月|大年|初[一二三四五六七八九十]|春节|除夕|元宵|端午|中秋|重阳")


def _by_sun(words: str, days: list[tuple[date | None, date | None]]) -> Iterator[tuple[date, date]]:
    """The days by the sun that a suite wrote in the numbers of the moon."""
    for first, _ in days if _MOON.search(words) else ():
        day = first and lunar.day_of(first.year, first.month, first.day)
        if day:
            yield day, day


def _model(result: dict[str, object]) -> Want:
    resolution = result.get("Resolution")
    rows = resolution.get("values", []) if isinstance(resolution, dict) else []
    days = [
        (_day(r.get("start", r.get("value"))), _day(r.get("end", r.get("value"))))
        for r in rows
        if r.get("value") != "not resolved"
    ]
    words = str(result["Text"])
    return Want(words, (*days, *_by_sun(words, days)))


_SEASON = re.compile(r"[春夏秋冬](?!节)")
_CLOCK = re.compile(r"[点时晚刻钟分秒午夜晨:：]|凌晨|黎明|白天|早上")


def _jionlp(folder: Path) -> Iterator[Case]:
    tree = ast.parse((folder / "test_time_parser.py").read_text(encoding="utf-8"))
    asks_ahead = {
        part.value.lineno
        for part in ast.walk(tree)
        if isinstance(part, ast.keyword) and part.arg == "ret_future"
    }
    for node in ast.walk(tree):
        if not (
            isinstance(node, ast.Assign)
            and getattr(node.targets[0], "id", "") == "time_string_list"
        ):
            continue
        assert isinstance(node.value, ast.List)
        last = node.value.end_lineno or 0
        if any(last < line <= last + 5 for line in asks_ahead):
            continue
        for row in node.value.elts:
            case = _jionlp_case(row)
            if case is not None:
                yield case


def _jionlp_case(row: ast.expr) -> Case | None:
    assert isinstance(row, ast.List)
    words = ast.literal_eval(row.elts[0])
    answer = ast.literal_eval(row.elts[2])
    base = _base(ast.unparse(row.elts[1]))
    if base is None or not isinstance(answer, dict):
        return None
    if not str(answer["type"]).startswith(("time_point", "time_span")):
        return None
    first, last = (None if "inf" in t else t for t in answer["time"])
    if _CLOCK.search(words) or (first and not first.endswith(("00:00:00", "01:06:40"))):
        return None
    is_blur = answer["definition"] == "blur"
    want = Want(words, ((_day(first), _day(last)),), is_blur or _SEASON.search(words) is not None)
    return Case("jionlp blurred" if is_blur else "jionlp exact", words, base, (want,))


def _base(source: str) -> date | None:
    source = source.replace("_ts_1", "1623604000").replace("_ts_2", "1630480532")
    if "time.time" in source:
        return date(2021, 6, 14)
    if source.startswith("datetime"):
        return date(*ast.literal_eval(source[len("datetime.datetime") :])[:3])
    value = ast.literal_eval(source)
    if value is None:
        return None
    if isinstance(value, dict):
        return date(value["year"], value.get("month", 7), value.get("day", 1))
    if isinstance(value, list):
        year, month, day = [*value, 7, 1][:3] if len(value) != 2 else [*value, 1]
        return date(year, month, day)
    return datetime.fromtimestamp(value, timezone(timedelta(hours=8))).date()


def _agrees(found: Period, want: Want) -> bool:
    """Whether the days are those wanted; suites differ on whether a last unit is inclusive."""
    if not want.days:
        return True
    if found.start is None and found.end is None:
        return False
    last = found.end - _ONE if found.end else None
    if want.is_blurred:
        starts, ends = found.start or date.min, last or date.max
        return any(
            (first or date.min) <= ends and starts <= (end or date.max) for first, end in want.days
        )
    return any(_starts(found.start, first) and _ends(last, end) for first, end in want.days)


def _starts(found: date | None, wanted: date | None) -> bool:
    return wanted is None or found is None or abs((found - wanted).days) <= 1


def _ends(last: date | None, wanted: date | None) -> bool:
    if wanted is None or last is None:
        return True
    units = (last, last + _ONE, last - _ONE, last.replace(day=1), last.replace(month=1, day=1))
    return wanted in units


@dataclass
class Score:
    """How a suite went: times wanted, found with their words, placed rightly, and false ones."""

    wanted: int = 0
    found: int = 0
    placed: int = 0
    false: int = 0


def _told(found: dict[str, Period], words: str) -> Period | None:
    """The time found with those words; 从 or 在 before it and words behind it make no odds."""
    for says, period in found.items():
        if words.replace(",", "，").lstrip("从自在") == says.replace(",", "，").lstrip("从自在"):
            return period
    alone = list(found.items())
    return alone[0][1] if len(alone) == 1 and words.startswith(alone[0][0]) else None


def scored(case: Case, score: Score) -> Iterator[str]:
    """Count one case in, and say what went wrong with it."""
    text = plain(case.says, published=case.day)
    found = {
        text.says(m.span): m.value for m in times.recognise(text) if isinstance(m.value, Period)
    }
    told = [f"{words} {period.first}..{period.last}" for words, period in found.items()]
    for want in case.wants:
        value = _told(found, want.words.strip())
        right = value is not None and _agrees(value, want)
        score.wanted += 1
        score.found += value is not None
        score.placed += right
        if not right:
            days = [f"{first}..{last}" for first, last in want.days]
            yield f"{case.suite}: {case.says} @{case.day} wants {want.words} {days} got {told}"
    if not case.wants and found:
        score.false += 1
        yield f"{case.suite}: {case.says} holds no time, got {told}"


def main(folder: Path, *, misses: bool) -> None:
    """Print, for each suite, how many times are found with their words, and placed rightly."""
    scores: dict[str, Score] = {}
    for case in (*_recognizers(folder / "recognizers"), *_jionlp(folder / "jionlp")):
        for line in scored(case, scores.setdefault(case.suite, Score())):
            if misses:
                print(line)
    for suite, s in scores.items():
        found, placed = s.found / s.wanted, s.placed / s.wanted
        print(f"{suite:28} {s.wanted:4}  found {found:.0%}  placed {placed:.0%}  false {s.false}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), misses="--misses" in sys.argv)
