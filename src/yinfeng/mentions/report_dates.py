"""When a report was given, and the year that its title tells.

A copy of a report on a site of documents has the day on which it was put there, perhaps years
later; the report itself says 2019年工作总结及2020年工作计划, or ——2020年8月10日在镇人民代表大会上.
"""

import re
from collections.abc import Sequence
from datetime import date

from yinfeng.text import Line, LineKind

_HEAD_LINES, _HEAD_REACH = 14, 1500
_GIVEN = re.compile(
    r"(?:^|(?<=[\s)）]))[\s—\-–(（]{0,8}(?P<y>20\d\d)\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?日\s?"
    r"在[^,，。;；\n]{2,40}(?:会议|大会|全会|会)上",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"(?P<y>20\d\d)\s?年(?:\s?度|[上下]半年|[一二三四]季度|1[-—]\d{1,2}月|前[一二三四]?季度)?[^,，。;；\n\d]{0,16}?"
    r"(?:总结|回顾|计划|工作报告|思路|要点|汇报|运行情况|完成情况|公报|打算|分析)"
)


def given_on(clean: str) -> date | None:
    """The day on which a report was given, by the line below its title."""
    match = _GIVEN.search(clean, 0, _HEAD_REACH)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def year_of_title(clean: str, lines: Sequence[Line]) -> int | None:
    """The year of the report that a page's title says it is: 2019年工作总结及2020年工作计划."""
    for line in lines[:_HEAD_LINES]:
        if line.kind in (LineKind.TITLE, LineKind.HEADING):
            years = [int(match["y"]) for match in _TITLED.finditer(clean, *line.span)]
            if years:
                return max(years)
    return None
