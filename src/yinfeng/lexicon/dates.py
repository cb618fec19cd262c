"""Words that place a time: 今年, 上个月, 次日, 十四五, 元旦; and numbers as dates write them.

One file, `data/dates.yaml`. `number` reads 25, ２５, 二十五, 廿五 and, digit by digit, 二〇一九.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

_DIGITS = {
    **{str(n): n for n in range(10)},
    **{chr(0xFF10 + n): n for n in range(10)},
    **{c: n for n, c in enumerate("〇一二三四五六七八九")},
    **{"零": 0, "○": 0, "Ｏ": 0, "两": 2, "俩": 2, "仨": 3, "首": 1, "元": 1, "正": 1},
}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_LARGE = {"百": 100, "千": 1000}


def number(words: str) -> int:
    """The number that the words of a date write; -1 if they write none."""
    if all(c in _DIGITS for c in words):
        value = 0
        for c in words:
            value = value * 10 + _DIGITS[c]
        return value if words else -1
    return _counted(words)


def _counted(words: str) -> int:
    total, digit = 0, -1
    for c in words:
        if c in _DIGITS:
            digit = max(digit, 0) * 10 + _DIGITS[c] if digit > 0 else _DIGITS[c]
        elif c == "十":
            total, digit = total + 10 * (digit if digit > 0 else 1), -1
        elif c in _TENS:
            total, digit = total + _TENS[c], -1
        elif c in _LARGE and digit > 0:
            total, digit = total + digit * _LARGE[c], -1
        else:
            return -1
    return total + max(digit, 0)


@cache
def _lists() -> Mapping[str, object]:
    path = files("yinfeng.lexicon") / "data" / "dates.yaml"
    with path.open(encoding="utf-8") as stream:
        return cast(Mapping[str, object], yaml.load(stream, Loader=yaml.CSafeLoader))


@cache
def offsets(name: str) -> Mapping[str, int]:
    """The words of the list *name* and what each counts."""
    rows = _lists()[name]
    if not isinstance(rows, dict) or not all(isinstance(n, int) for n in rows.values()):
        raise ValueError(f"dates.yaml: {name} does not give each word a number")
    return {str(word): n for word, n in rows.items()}


@cache
def days(name: str) -> Mapping[str, tuple[int, int]]:
    """The words of the list *name* and the month and day of each."""
    rows = _lists()[name]
    if not isinstance(rows, dict):
        raise ValueError(f"dates.yaml: {name} is no list of days")
    return {str(word): (int(month), int(day)) for word, (month, day) in rows.items()}


@cache
def weekday_feasts() -> Mapping[str, tuple[int, int, int]]:
    """The feasts told by a weekday: month, which one of the month, and the weekday from 1."""
    rows = _lists()["floating_festivals"]
    if not isinstance(rows, dict):
        raise ValueError("dates.yaml: floating_festivals is no list of feasts")
    return {str(word): (int(m), int(nth), int(day)) for word, (m, nth, day) in rows.items()}


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of the list *name*, longest first."""
    rows = _lists()[name]
    if not isinstance(rows, dict | list):
        raise ValueError(f"dates.yaml: {name} is no list of words")
    return tuple(sorted(map(str, rows), key=len, reverse=True))


@cache
def one_of(*names: str) -> str:
    """The words of the named lists as one alternation, longest first."""
    every = sorted((word for name in names for word in words(name)), key=len, reverse=True)
    return "(?:" + "|".join(every) + ")"
