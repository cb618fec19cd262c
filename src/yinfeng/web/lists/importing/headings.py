"""The headings of a sheet: rows of them read as one, and the units and the year that they give.

总投资（亿元）, 总投资/亿元 give 3.2 its unit; so does 单位：万元 above the table. Of rows of
headings, merged above and apart below, the lowest says what a column is and those above of what.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from yinfeng.web.lists.importing.matching import plain

_NUMBER = r"[+-]?[\d,]+(?:\.\d+)?"
# A number as clerks type it under a unit: 3.2, 约3.2, 60余, 3-5, 12000万.
_BARE = re.compile(
    rf"(?P<about>约|大约|近|超过?|逾|不低于|不少于)?(?P<number>{_NUMBER}(?:[-–—~至]{_NUMBER})?)"
    r"(?P<scale>千万|百万|万|亿)?(?P<odd>余|多)?(?P<after>左右|上下|以上|以内)?"
)
_SCALED = re.compile(r"^(?:亿|千万|百万|万|千)(?=.)")
# What stands in a cell of which nothing is known.
_NOTHING = frozenset(
    ("/", "／", "\\", "-", "—", "——", "－", "--", "无", "暂无", "待定", "未定", "不详", "暂未确定")
)
_UNITS = (
    r"(?:人民币)?((?:亿|千万|百万|万|千)?(?:元|美元|欧元|港元|日元)|亩|公顷|平方公里"
    r"|(?:万)?(?:平方米|平米|㎡|m²|m2))"
)
_UNIT = re.compile(
    rf"[（(\[【]\s*(?:单位[:：]?)?\s*{_UNITS}\s*[)）\]】]|[/／:：，,\s]\s*{_UNITS}\s*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"单位\s*[:：]\s*((?:亿|万|千)?(?:元|美元))")
_YEAR = re.compile(r"(20\d\d)\s*年")
_MONTH_ALONE = re.compile(r"\d{1,2}月(?:份|\d{1,2}[日号]|底|末|初|[上中下]旬)?(?:前)?")


def with_unit(words: str, head: str, measures: str = "") -> str:
    """The words of a cell, a bare number with the unit of its heading; empty for a mere stroke."""
    bare = unicodedata.normalize("NFKC", words).replace(" ", "")
    if says_nothing(words):
        return ""
    found, unit = _BARE.fullmatch(bare), unit_of(head)
    if found is None:
        return words
    said = {name: part or "" for name, part in found.groupdict().items()}
    if said["scale"]:
        # 12000万 under 万元 are 12000万元: the cell says its own scale.
        unit = _SCALED.sub("", unit) or ("元" if measures == "money" else "")
    if not unit:
        return words
    return f"{said['about']}{said['number']}{said['scale']}{said['odd']}{unit}{said['after']}"


def says_nothing(words: str) -> bool:
    """Whether a cell only says that nothing is known: /, —, 暂无."""
    return words.strip() in _NOTHING


def head_below(rows: Sequence[Sequence[str]], at: int) -> int:
    """The lowest of rows of headings: merged ones are repeated in the row below."""
    while at + 1 < len(rows):
        said = [
            (upper, lower) for upper, lower in zip(rows[at], rows[at + 1], strict=True) if upper
        ]
        if sum(upper == lower for upper, lower in said) * 2 < len(said) or not said:
            break
        at += 1
    return at


def unit_of(head: str) -> str:
    """The unit that a heading gives; empty where it gives none."""
    found = _UNIT.search(head)
    if found is None:
        return ""
    said = (found[1] or found[2]).lower()
    return said.replace("m²", "㎡").replace("m2", "㎡").replace("平米", "平方米")


def headings(rows: Sequence[Sequence[str]], at: int, known: Collection[str]) -> list[str]:
    """The headings of the row *at*; what names nothing alone takes those above along."""
    heads = list(rows[at])
    for higher in range(at - 1, -1, -1):
        above = rows[higher]
        if not _is_heading(above, heads):
            break
        for column, upper in enumerate(above[: len(heads)]):
            lower = heads[column]
            if not upper or upper in lower or above.count(upper) < 2:
                continue
            if not lower:
                heads[column] = upper
            elif plain(lower) not in known:
                heads[column] = f"{upper}{lower}"
            elif (unit := unit_of(upper)) and not unit_of(lower):
                # 投资规模（万元） over 总投资 and 其中固投 gives both their unit.
                heads[column] = f"{lower}（{unit}）"
    return heads


def _is_heading(above: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether a row is one of headings: neither one title over all, nor a line beside a table."""
    said = [cell for cell in above if cell]
    return len(set(said)) > 1 and len(said) * 2 > len(heads)


def with_sheet_year(
    rows: Sequence[Sequence[str]], above: Sequence[Sequence[str]], name: str
) -> list[list[str]]:
    """The rows, a month without a year (5月底) with the one year that the sheet names above."""
    titles = (name, *(cell for row in above for cell in row))
    years = {year for title in titles for year in _YEAR.findall(title)}
    if len(years) != 1:
        return [list(row) for row in rows]
    year = years.pop()
    return [
        [f"{year}年{cell}" if _MONTH_ALONE.fullmatch(cell) else cell for cell in row]
        for row in rows
    ]


def with_sheet_unit(
    heads: Sequence[str],
    above: Sequence[Sequence[str]],
    mapping: Mapping[str, str],
    worded: Mapping[str, str],
) -> list[str]:
    """The headings, those of sums without a unit with the one that stands above the table."""
    said = next((m[1] for row in above for cell in row if (m := _ABOVE.search(cell))), "")
    return [
        f"{head}（{said}）"
        if said and worded.get(mapping.get(str(at), "")) == "money" and not unit_of(head)
        else head
        for at, head in enumerate(heads)
    ]
