"""The day on which a text was written, by its own words: 签订日期：2021年3月5日, 〔2021〕12号.

The day on which a file was saved tells nothing: old texts are saved anew. What a blank leaves open
(202_年) is unknown, and then a draft is of today.
"""

import re
from collections.abc import Iterator
from datetime import date

_YEAR = r"(?P<y>20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
_DATE = re.compile(
    _YEAR
    + r"\s*[-/.年]\s*(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*[-/.月]"
    + r"\s*(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])?"
    + r"(?!\d)"
)
_LABEL = re.compile(
    r"(?:签订|签署|签约|订立|成文|印发|发布|制定|发文|起草|落款)\s*(?:日期|时间|日)?\s*[:：为于]?\s*$|(?:^|\s)(?:日期|时间)\s*[:：]\s*$"
    r"|于\s*$|(?:自|从)\s*$"
)
_NUMBER = re.compile(r"[〔\[（(【](?P<y>20\d\d)[〕\]）)】]\s*(?:第)?\s*\d{1,4}\s*号")
_SIGNED = re.compile(r"(?:签订|签署|订立)")
_DIGITS = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_HEAD = 400


def written_on(words: str) -> date | None:
    """The day that the text gives as its own, the latest of those that say so."""
    days = list(_labelled(words)) or list(_alone(words))
    if days:
        return max(days)
    number = _NUMBER.search(words[:_HEAD])
    return date(int(number["y"]), 12, 31) if number else None


def _labelled(words: str) -> Iterator[date]:
    for found in _DATE.finditer(words):
        before = words[max(0, found.start() - 14) : found.start()].split("\n")[-1]
        after = words[found.end() : found.end() + 20]
        label = _LABEL.search(before)
        if label and (not before.rstrip().endswith(("于", "自", "从")) or _SIGNED.search(after)):
            yield from _day(found)


def _alone(words: str) -> Iterator[date]:
    """A date that has a line of its own, as below a signature."""
    for line in words.splitlines():
        bare = line.strip(" \t\u3000（）()日期签订时间:：")
        found = _DATE.match(bare)
        if found and len(bare) - found.end() <= 1:
            yield from _day(found)


def _day(found: re.Match[str]) -> Iterator[date]:
    year = int("".join(_DIGITS.get(sign, sign) for sign in found["y"]))
    month, day = _number(found["m"]), _number(found["d"]) if found["d"] else 28
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _number(says: str) -> int:
    if says.isdecimal():
        return int(says)
    tens, found, ones = says.partition("十")
    if not found:
        return int(_DIGITS[says])
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
