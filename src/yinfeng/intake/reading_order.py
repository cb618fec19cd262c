"""Runs of words with their places on a page → lines in the order in which a person reads them.

A newspaper page is cut into segments from top to bottom: as long as the same gutter stays free,
lines belong to columns, and a headline across the gutter ends them. Columns are read from left to
right, each cut again in its turn. Rows of a table also leave gutters free, but their cells are
short; they stay rows, a tab between cells.

Programs write a line in pieces (a figure apart from the words beside it) and give a stop at the
end of a line the whole square that it only half fills; both are set right before gutters are
looked for.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """Words on one line without a gap, and their box; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float
    words: str

    @property
    def height(self) -> float:
        """How tall the run is, which is about the size of its type."""
        return self.bottom - self.top


class Column(NamedTuple):
    """The stretch from left to right that a stack of lines fills."""

    left: float
    right: float


class PageLine(NamedTuple):
    """A line of a page, the size of its type, its place, and the column in which it stands."""

    words: str
    size: float
    left: float
    right: float
    top: float
    column: Column


Gap = tuple[float, float]

_DEEPEST = 12
_GUTTER = 0.7
_NARROWEST_COLUMN = 8
_SHORTEST_LINE = 8
_PIECE = 0.6
_CLOSING = frozenset("，。、；：！？）”’》」』】")
_OPENING = frozenset("（“‘《「『【")
_STOPS = frozenset("。！？”）")
_MASTHEAD = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]|第\s*\S{1,3}\s*版")


def lines_of(runs: Sequence[Run]) -> list[PageLine]:
    """The lines of a page in reading order."""
    kept = [run for run in runs if run.words.strip() and run.height > 0]
    if not kept:
        return []
    size = median(run.height for run in kept for _ in run.words)
    whole = [_inked(run) for run in _whole(kept)]
    first = next(_bands(whole))
    if len(first) == len(whole) or not _is_masthead(first):
        return list(_read(whole, size, 0))
    below = [run for run in whole if run not in first]
    return [*_rows(first), *_read(below, size, 0)]


def _whole(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, those put together that a program wrote as pieces of one line."""
    last: Run | None = None
    for run in runs:
        gap = run.left - last.right if last else 0.0
        if last and _level(last, run) and -_PIECE < gap / max(run.height, last.height) < _PIECE:
            longer = max(last, run, key=lambda one: len(one.words))
            words = last.words + _glue(last, run) + run.words
            last = Run(last.left, longer.top, run.right, longer.bottom, words)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _inked(run: Run) -> Run:
    """A run without the empty half of the square of a stop at its end, or of a bracket before."""
    half = 0.5 * run.height
    left = run.left + half if run.words[0] in _OPENING else run.left
    right = run.right - half if run.words[-1] in _CLOSING else run.right
    return run._replace(left=left, right=right) if left < right else run


def _is_masthead(band: Sequence[Run]) -> bool:
    """Whether a band is one row that tells the day or the page of a newspaper."""
    is_row = all(_level(band[0], run) for run in band)
    return is_row and bool(_MASTHEAD.search("".join(run.words for run in band)))


def _read(runs: Sequence[Run], size: float, depth: int) -> Iterator[PageLine]:
    if depth >= _DEEPEST:
        yield from _rows(runs)
        return
    plain: list[Run] = []
    for segment in _segments(runs, size):
        columns = _columns(segment, size)
        if len(columns) < 2:
            plain += segment
            continue
        yield from _rows(plain)
        plain = []
        for column in columns:
            yield from _read(column, size, depth + 1)
    yield from _rows(plain)


def _segments(runs: Sequence[Run], size: float) -> Iterator[list[Run]]:
    """Stretches from top to bottom in which the same gutters stay free."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    segment: list[Run] = []
    common: list[Gap] = []
    for band in _bands(runs):
        free = _free(band, left, right)
        shared = _shared(common, free) if segment else free
        if segment and not _two_sided([*segment, *band], shared, size):
            yield segment
            segment, shared = [], free
        segment, common = segment + band, shared
    yield segment


def _bands(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Groups of runs that no empty horizontal strip divides."""
    band: list[Run] = []
    bottom = 0.0
    for run in sorted(runs, key=lambda run: run.top):
        # Boxes of neighbouring lines touch or overlap a little in tightly set type.
        if band and run.top > bottom - 0.25 * run.height:
            yield band
            band = []
        bottom = max(bottom, run.bottom) if band else run.bottom
        band.append(run)
    yield band


def _free(runs: Sequence[Run], left: float, right: float) -> list[Gap]:
    """The stretches between *left* and *right* where no run stands."""
    free, at = [], left
    for run in sorted(runs, key=lambda run: run.left):
        if run.left > at:
            free.append((at, run.left))
        at = max(at, run.right)
    if at < right:
        free.append((at, right))
    return free


def _shared(one: Sequence[Gap], other: Sequence[Gap]) -> list[Gap]:
    shared = []
    for left, right in one:
        for begin, end in other:
            if max(left, begin) < min(right, end):
                shared.append((max(left, begin), min(right, end)))
    return shared


def _two_sided(runs: Sequence[Run], gaps: Sequence[Gap], size: float) -> list[Gap]:
    """The gaps wide enough for a gutter that have runs on both sides."""
    first = min(run.right for run in runs)
    last = max(run.left for run in runs)
    return [
        gap
        for gap in gaps
        if gap[1] - gap[0] >= _GUTTER * size and first <= gap[0] and gap[1] <= last
    ]


def _columns(runs: Sequence[Run], size: float) -> list[list[Run]]:
    """The columns of a segment, one when it has none or its columns are those of a table."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    edges = [gap[1] for gap in _two_sided(runs, _free(runs, left, right), size)]
    columns: list[list[Run]] = [[] for _ in range(len(edges) + 1)]
    for run in runs:
        columns[sum(edge <= run.left + 0.01 for edge in edges)].append(run)
    columns = [column for column in columns if column]
    if len(columns) > 1 and _are_told(columns, size):
        return columns
    return [list(runs)]


def _are_told(columns: Sequence[Sequence[Run]], size: float) -> bool:
    """Whether columns hold running text; the last of them may hold a line or two of its end."""
    *firsts, last = columns
    if not all(_is_told(column, size) for column in firsts):
        return False
    if _is_told(last, size):
        return True
    top = min(run.top for column in columns for run in column)
    final = max(last, key=lambda run: run.bottom)
    begins = min(run.top for run in last) < top + size
    return begins and len(final.words) > 1 and final.words[-1] in _STOPS


def _is_told(column: Sequence[Run], size: float) -> bool:
    """Whether a column holds running text and not the cells of a table."""
    width = max(run.right for run in column) - min(run.left for run in column)
    long = sum(len(run.words) >= _SHORTEST_LINE for run in column)
    return width >= _NARROWEST_COLUMN * size and long >= 2 and long * 2 >= len(column)


def _rows(runs: Sequence[Run]) -> Iterator[PageLine]:
    if not runs:
        return
    column = Column(min(run.left for run in runs), max(run.right for run in runs))
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.top + run.bottom) / 2):
        if row and not _level(row[0], run):
            yield _line(row, column)
            row = []
        row.append(run)
    if row:
        yield _line(row, column)


def _level(one: Run, other: Run) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.height, other.height)


def _line(row: Sequence[Run], column: Column) -> PageLine:
    ordered = sorted(row, key=lambda run: run.left)
    words = ordered[0].words
    for before, run in pairwise(ordered):
        words += _glue(before, run) + run.words
    indent = len(words) - len(words.lstrip("\u3000"))
    size = max(row, key=lambda run: len(run.words)).height
    left = ordered[0].left + indent * ordered[0].height
    right, top = ordered[-1].right, min(run.top for run in row)
    return PageLine(words.strip(), size, left, right, top, column)


def _glue(before: Run, run: Run) -> str:
    """What stands for the gap between two runs of a line."""
    gap = (run.left - before.right) / max(run.height, before.height)
    beside_latin = before.words[-1].isascii() and run.words[0].isascii()
    return "\t" if gap > 1.2 else " " if gap > 0.25 and beside_latin else ""
