"""The headings of a sheet: two rows of them read as one, and the units that they give.

总投资（亿元） gives 3.2 its unit; so does 单位：万元 above the table. Of two rows of headings,
merged above and apart below, the lower says what a column is and the upper of what.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from yinfeng.web.lists.importing.matching import plain

_BARE = re.compile(r"[+-]?[\d,]+(?:\.\d+)?")
_UNIT = re.compile(
    r"[（(\[【]\s*(?:单位[:：]?)?\s*((?:亿|万|千)?(?:元|美元|欧元|港元|日元)|亩|公顷|平方米|万平方米|㎡|万㎡)"
    r"\s*[)）\]】]"
)
_ABOVE = re.compile(r"单位\s*[:：]\s*((?:亿|万|千)?(?:元|美元))")


def with_unit(words: str, head: str) -> str:
    """The words of a cell, a bare number with the unit of its heading."""
    bare = unicodedata.normalize("NFKC", words).replace(" ", "")
    unit = _UNIT.search(head)
    return f"{bare}{unit[1]}" if unit and _BARE.fullmatch(bare) else words


def headings(rows: Sequence[Sequence[str]], at: int, known: Collection[str]) -> list[str]:
    """The headings of the row *at*; what names nothing alone takes the one above along."""
    heads = list(rows[at])
    above = rows[at - 1] if at else ()
    for column, upper in enumerate(above):
        lower = heads[column] if column < len(heads) else ""
        spans = sum(cell == upper for cell in above)
        is_title = spans >= len(heads) or spans < 2
        if lower and upper and upper != lower and not is_title and plain(lower) not in known:
            heads[column] = f"{upper}{lower}"
    return heads


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
        if said and worded.get(mapping.get(str(at), "")) == "money" and not _UNIT.search(head)
        else head
        for at, head in enumerate(heads)
    ]
