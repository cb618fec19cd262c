"""Breaks: which lines a layout cut out of one sentence, as in 动力传动(齿 / 轮)、智能制造.

A line that stops without a stop goes on in the next line of prose. Short lines between the two
are captions or column heads that the page put there: they are set aside, not lost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yinfeng.lexicon.common_words import is_word
from yinfeng.text.layout import WIDE, Row
from yinfeng.text.text import LineKind

LONG = 30
"""Prose of so many characters without a stop was hardly meant to end there."""

FULL = 5
"""So many lines at least show how wide a page is."""

PARTED = 3
"""So many paragraphs at least show what stands between them."""

REACH = 4
"""So many captions at most stand between the two parts of one sentence."""

_CLOSED = frozenset("。！？!?；;…")
_STOP = frozenset('。！？!?；;…:：”’"』」)）】》')
_NEVER_OPEN = (LineKind.FURNITURE, LineKind.TABLE, LineKind.CAPTION)
_HANGING = frozenset(",，、(（“‘《—/和与及或的")
_LEADING = frozenset(",，。、；;：！？!?)）”’》】%％")
_FIGURE_LEFT = re.compile(r"[\d.]{1,8}[%％]?[。;；,，]")
_NEVER_FIRST = frozenset(",，。、；;！？!?)）”’》】%％")
_CUT_FIGURE = re.compile(r"\d\.?$")
_REST_OF_FIGURE = re.compile(
    r"\.?\d+(?:\.\d+)?(?:[%％]|[万亿千百个家亩项平米户人吨年月日批次名条])|[万亿]?(?:美?元|亩|平方米)|[%％]"
)
_BRACKETS = ("()", "（）", "“”", "《》")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|\d{1,2}[)）]"
    r"|[①-⑳⒈-⒛●•◆◇■□★☆▲△▶►▍▎▌❖☞※○◎·—-]|第[一二三四五六七八九十]{1,3}[章节条部、]|附件|[一二三四五六七八九]是"
    r"|[\u4e00-\u9fff]{2,10}[:：]"
)
# A row of a typed table begins with its number; 05 特刊 2023年6月29日 is the head of a page.
_ROW = re.compile(r"[1-9]\d{0,2}[ \u3000]+(?![年月日时点分])[\u4e00-\u9fff]")
_DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年")
_PROSE = re.compile(r"[,，、。；;]")
_MASTHEAD = re.compile(r"\s{2,}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\s*星期[一二三四五六日天])?$")


class Chain(NamedTuple):
    """The rows that make up one line, and the rows set aside from between them."""

    rows: tuple[int, ...]
    aside: tuple[int, ...]


class Habits(NamedTuple):
    """How a page breaks its lines: its usual gap, its width if wrapped, whether it uses stops.

    On a page that *is_parted* a blank line follows each paragraph, so a break without one is none;
    on one that *is_indented* every paragraph steps in.
    """

    gap: int
    width: int
    is_stopped: bool
    is_parted: bool
    is_indented: bool


def chains(rows: Sequence[Row]) -> Iterator[Chain]:
    """The rows that belong together, only where a line was broken inside a sentence."""
    habits = _habits(rows)
    at = 0
    while at < len(rows):
        chain, aside = [at], list[int]()
        while (after := _continuation(rows, chain[-1], habits)) is not None:
            aside += range(chain[-1] + 1, after)
            chain.append(after)
        if len(chain) > 1:
            yield Chain(tuple(chain), tuple(aside))
        at = chain[-1] + 1


def _habits(rows: Sequence[Row]) -> Habits:
    prose = [row for row in rows if row.kind is LineKind.PROSE]
    stopped = sum(row.says[-1] in _STOP for row in prose)
    gaps = sorted(row.gap for row in rows[1:]) or [1]
    width = _width([row.says for row in rows])
    is_stopped = 3 * stopped >= len(prose)
    steps = [row for row in rows if row.is_indented and _fills(row, width)]
    is_indented = width > 0 and len(steps) >= PARTED
    gap = gaps[(len(gaps) - 1) // 2]
    return Habits(gap, width, is_stopped, _is_parted(rows), is_indented)


def _is_parted(rows: Sequence[Row]) -> bool:
    """Whether next to all lines that end with a full stop have a blank line behind them."""
    gaps = [after.gap for row, after in pairwise(rows) if row.says[-1] in _CLOSED]
    return len(gaps) >= PARTED and 5 * sum(gap > 1 for gap in gaps) >= 4 * len(gaps)


def _width(lines: Sequence[str]) -> int:
    """The width at which a page wraps its lines, or 0 where lines are as long as their words."""
    if len(lines) < FULL:
        return 0
    lines = [line for line in lines if len(line) >= WIDE] or lines
    longest = _usual_width([len(line) for line in lines])
    full = [line for line in lines if longest - 3 <= len(line) <= longest]
    wrapped = sum(line[-1] not in _STOP for line in full)
    is_wrapped = 2 * len(full) >= len(lines) and 3 * wrapped >= 2 * len(full)
    return longest if WIDE <= longest <= 60 and is_wrapped else 0


def _usual_width(lengths: Sequence[int]) -> int:
    """The length that most lines reach within three characters; few lines are longer.

    The masthead of a newspaper runs over all columns, so the longest line of a page tells nothing.
    """
    ordered = sorted(lengths)
    longest = ordered[-1 - len(ordered) // 10]
    within = (
        (bisect_right(ordered, top) - bisect_left(ordered, top - 3), top)
        for top in {*ordered}
        if top <= longest
    )
    return max(within)[1]


def _continuation(rows: Sequence[Row], at: int, habits: Habits) -> int | None:
    row = rows[at]
    if row.kind in _NEVER_OPEN or at + 1 == len(rows):
        return None
    if _is_begun(row, rows[at + 1], habits):
        return at + 1
    if not _is_open(row, habits):
        return None
    for after in range(at + 1, min(at + 2 + REACH, len(rows))):
        follower = rows[after]
        is_head = after + 1 < len(rows) and _is_begun(follower, rows[after + 1], habits)
        if _is_running(follower) or is_head:
            return after if _goes_on(rows, at, after, habits) else None
        is_next = follower.kind is LineKind.HEADING and habits.width and after == at + 1
        # 就实 / 老粮站拆除现场 / 现签约: the word that goes on behind it shows a caption.
        beyond = rows[after + 1].says if after + 1 < len(rows) else ""
        is_next = is_next and not (beyond and _is_word_cut(row.says, beyond))
        if is_next and _fits(follower, habits):
            return after
        if not _may_stand_between(follower):
            return None
    return None


def _is_begun(row: Row, follower: Row, habits: Habits) -> bool:
    """Whether the next line cannot be the first of its sentence, whatever the line before it is."""
    if follower.gap > max(habits.gap, 1):
        return False
    is_told = _PROSE.search(row.says) is not None
    if _CUT_FIGURE.search(row.says) and _REST_OF_FIGURE.match(follower.says):
        return is_told or len(row.says) >= WIDE
    if is_told and row.says[-1] not in _STOP and _FIGURE_LEFT.fullmatch(follower.says):
        return True
    if follower.kind in _NEVER_OPEN:
        return False
    if follower.says[0] in _NEVER_FIRST:
        return True
    if _is_long_and_cut(row, follower):
        return True
    if habits.is_indented and row.kind is LineKind.PROSE:
        fills = _fills(follower, habits.width) and _PROSE.search(follower.says) is not None
        plain = not follower.is_indented and not _begins_item(follower.says)
        runs = follower.kind is LineKind.PROSE or fills
        return plain and runs and is_told and _fills(row, habits.width)
    if not habits.is_parted or follower.gap > 1 or not is_told:
        return False
    if not _is_running(follower) and len(follower.says) < WIDE:
        return False
    if row.says[-1] in _STOP and not row.kind is follower.kind is LineKind.PROSE:
        return False
    is_new = _begins_item(follower.says) or _is_next_item(row, follower)
    return not is_new and not follower.is_indented


def _is_long_and_cut(row: Row, follower: Row) -> bool:
    """Whether prose goes on where a line too long for a heading stops: …仪式 / 在会议中心举行。"""
    if row.kind is not LineKind.HEADING or follower.kind is not LineKind.PROSE:
        return False
    if len(row.says) < LONG or row.says[-1] in _STOP or _begins_item(follower.says):
        return False
    has_comma = _PROSE.search(row.says) is not None and not follower.is_indented
    return has_comma or _is_word_cut(row.says, follower.says)


def _is_open(row: Row, habits: Habits) -> bool:
    """Whether a line stops where its sentence does not."""
    if row.says[-1] in _CLOSED:
        return False
    if _MASTHEAD.search(row.says):
        return False
    if habits.width and _fills(row, habits.width):
        # A line of no clauses that is longer than the columns stands over all of them.
        is_head = len(row.says) > habits.width + 2 and not _PROSE.search(row.says)
        return row.says[-1] not in ":：" and not is_head
    if row.says[-1] in _STOP:
        return False
    if row.kind is not LineKind.PROSE:
        return bool(_PROSE.search(row.says)) and (len(row.says) >= LONG or _hangs(row.says))
    return len(row.says) >= LONG or row.says[-1] in _HANGING or bool(_PROSE.search(row.says))


def _fills(row: Row, width: int) -> bool:
    """Whether a line reaches the end of its column; the first of a paragraph steps in by two."""
    return len(row.says) + 2 * row.is_indented >= width - 3


def _is_running(row: Row) -> bool:
    """Whether a line may be the rest of a sentence: prose, or a short line with a comma in it."""
    if row.kind is LineKind.PROSE or row.says[0] in _LEADING:
        return True
    return row.kind is LineKind.HEADING and bool(_PROSE.search(row.says))


def _fits(follower: Row, habits: Habits) -> bool:
    plain = not _begins_item(follower.says) and not follower.is_indented
    return plain and follower.gap <= habits.gap


def _goes_on(rows: Sequence[Row], at: int, after: int, habits: Habits) -> bool:
    """Whether the open line *at* goes on in the line *after*, past what stands between."""
    row, follower, passed = rows[at], rows[after], rows[at + 1 : after]
    sure = _hangs(row.says) or _is_word_cut(row.says, follower.says)
    if follower.says[0] in _LEADING:
        return True
    if habits.is_parted and follower.gap > 1 and not passed and not _PROSE.search(row.says):
        return False
    if _begins_item(follower.says) or (follower.is_indented and not sure and not row.is_indented):
        return False
    is_prose = _is_in_prose(rows, at) and follower.kind is LineKind.PROSE
    if _is_next_item(row, follower) or not (is_prose or sure or habits.width):
        return False
    if passed:
        return sure or max(between.gap for between in passed) > habits.gap
    return sure or habits.is_stopped or bool(habits.width)


def _begins_item(says: str) -> bool:
    return _ITEM.match(says) is not None or _ROW.match(says) is not None


def _is_in_prose(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is prose, or a long one behind prose that a short column cut."""
    return rows[at].kind is LineKind.PROSE or (at > 0 and rows[at - 1].kind is LineKind.PROSE)


def _is_next_item(row: Row, follower: Row) -> bool:
    if _DATED.match(row.says) and _DATED.match(follower.says):
        return True
    return row.says[:3] == follower.says[:3]


def _may_stand_between(row: Row) -> bool:
    if row.kind is LineKind.CAPTION or row.kind is LineKind.FURNITURE:
        return True
    return row.kind is LineKind.HEADING and not _ITEM.match(row.says)


def _hangs(says: str) -> bool:
    if says[-1] in _HANGING:
        return True
    tail = says[-60:]
    return any(tail.rfind(pair[0]) > tail.rfind(pair[1]) for pair in _BRACKETS)


def _is_word_cut(before: str, after: str) -> bool:
    return before[-1] == after[0] or is_word(before[-1] + after[0])
