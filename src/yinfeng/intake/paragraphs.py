"""Lines of a page → its paragraphs: what the width of a column broke is one line again.

A line that reaches the right edge of its column was broken there; it goes on in the next line
unless that begins further in, stands further off or in other type, or is an item of a list. The
first line of the next column goes on in the same way.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from yinfeng.intake.reading_order import Column, PageLine

_INDENT = 0.7
_RAGGED = 1.2
_SAME_TYPE = 0.1
_FAR = 1.5
_LARGE = 1.15
_LETTER = 0.6
_STACK = 3
_ENDED = frozenset("。！？!?；;：:…")
_CLOSING = frozenset("，。、；：！？）”’》」』】,.;:!?)%％")
_PROSE = re.compile(r"[，。、；,;]")
_UNBROKEN = re.compile(r"[A-Za-z0-9.,%/+-]+")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}(?:、|[.．](?!\d))|[①-⑳⒈-⒛●•◆◇■□★☆▲△▶]|第[一二三四五六七八九十]{1,3}[章节条]"
)


def paragraphs(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The paragraphs of the *lines* of a page in reading order."""
    lines = list(_fitted(lines))
    pitch = _pitch(lines)
    is_indented = _uses_indents(lines)
    whole: PageLine | None = None
    last: PageLine | None = None
    for line in lines:
        if whole and last and _goes_on(last, line, pitch, is_indented=is_indented):
            whole = whole._replace(words=whole.words + _glue(whole.words, line.words) + line.words)
        else:
            if whole:
                yield whole
            whole = line
        last = line
    if whole:
        yield whole


def _stacks(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Lines of one type that stand under one another in one column."""
    stack: list[PageLine] = []
    for line in lines:
        if stack and not (line.column == stack[-1].column and _is_like(stack[-1], line)):
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack


def _fitted(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines, each in the width of the prose around it: headings may run over more columns.

    Where a column holds no prose, nothing tells how wide it is: a list of names is no paragraph.
    """
    widths: dict[Column, float] = {}
    stacks = list(_stacks(lines))
    for stack in filter(_is_prose, stacks):
        own, column = _own(stack), stack[0].column
        widths[column] = max(own.right, widths.get(column, 0.0))
    for stack in stacks:
        column = stack[0].column
        if not _is_prose(stack):
            column = column._replace(right=widths.get(column, inf))
        elif len(stack) >= _STACK:
            column, stack = _own(stack), _counted(stack)
        yield from (line._replace(column=column) for line in stack)


def _counted(stack: Sequence[PageLine]) -> list[PageLine]:
    """The lines, those of as many characters as most have reaching the edge: figures are narrow."""
    usual, times = Counter(len(line.words) for line in stack).most_common(1)[0]
    if 2 * times < len(stack):
        return list(stack)
    right = _own(stack).right
    return [line._replace(right=right) if len(line.words) == usual else line for line in stack]


def _is_prose(stack: Sequence[PageLine]) -> bool:
    return 2 * sum(bool(_PROSE.search(line.words)) for line in stack) >= len(stack)


def _own(stack: Sequence[PageLine]) -> Column:
    return Column(min(line.left for line in stack), max(line.right for line in stack))


def _is_like(line: PageLine, other: PageLine) -> bool:
    return abs(line.size - other.size) <= _SAME_TYPE * line.size


def _goes_on(line: PageLine, after: PageLine, pitch: float, *, is_indented: bool) -> bool:
    """Whether the end of the column cut *line* off from *after*."""
    if not _is_like(line, after) or _ITEM.match(after.words):
        return False
    if "\t" in line.words or "\t" in after.words:
        return False
    is_below = after.column == line.column and after.top > line.top
    if is_below and after.top - line.top > _FAR * max(pitch, line.size):
        return False
    if line.words[-1] in _ENDED and not (is_indented and is_below):
        return False
    return _reaches_edge(line, after) and not _begins_further_in(after)


def _begins_further_in(line: PageLine) -> bool:
    return line.left > line.column.left + _INDENT * line.size


def _reaches_edge(line: PageLine, after: PageLine) -> bool:
    """Whether the next character, or the word that may not be broken, found no room."""
    unbroken = _UNBROKEN.match(after.words)
    room = _RAGGED + _LETTER * len(unbroken[0] if unbroken else "")
    room += sum(letter in _CLOSING for letter in after.words[1:2])
    room += 0.5 * (line.words[-1] in _CLOSING)
    return line.right >= line.column.right - room * line.size


def _uses_indents(lines: Sequence[PageLine]) -> bool:
    """Whether the first lines of paragraphs begin two squares in, as they mostly do."""
    body = median(line.size for line in lines) if lines else 0.0
    plain = [line for line in lines if line.size <= _LARGE * body]
    return any(1.5 <= (line.left - line.column.left) / line.size <= 2.6 for line in plain)


def _pitch(lines: Sequence[PageLine]) -> float:
    """The usual step from one line to the next."""
    steps = sorted(
        after.top - line.top
        for line, after in pairwise(lines)
        if after.column == line.column and after.top > line.top
    )
    return median(steps) if steps else 0.0


def _glue(before: str, after: str) -> str:
    is_latin = before[-1].isascii() and before[-1].isalnum() and after[0].isascii()
    return " " if is_latin and after[0].isalnum() and not after[0].isdigit() else ""
