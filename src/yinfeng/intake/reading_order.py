"""Runs of words with their places on a page → lines in the order in which a person reads them.

A newspaper page is cut into segments from top to bottom: as long as the same gutter stays free,
lines belong to columns, and a headline across the gutter ends them. Columns are read from left to
right, each cut again in its turn. Rows of a table also leave gutters free, but their cells are
short; they stay rows, a tab between cells.
"""

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


class PageLine(NamedTuple):
    """A line of a page and the size of its type."""

    words: str
    size: float


Gap = tuple[float, float]

_DEEPEST = 12
_GUTTER = 0.7
_NARROWEST_COLUMN = 8
_SHORTEST_LINE = 8


def lines_of(runs: Sequence[Run]) -> list[PageLine]:
    """The lines of a page in reading order."""
    kept = [run for run in runs if run.words.strip() and run.height > 0]
    if not kept:
        return []
    return list(_read(kept, median(run.height for run in kept), 0))


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
    if len(columns) > 1 and all(_is_told(column, size) for column in columns):
        return columns
    return [list(runs)]


def _is_told(column: Sequence[Run], size: float) -> bool:
    """Whether a column holds running text and not the cells of a table."""
    width = max(run.right for run in column) - min(run.left for run in column)
    long = sum(len(run.words) >= _SHORTEST_LINE for run in column)
    return width >= _NARROWEST_COLUMN * size and long >= 2 and long * 2 >= len(column)


def _rows(runs: Sequence[Run]) -> Iterator[PageLine]:
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.top + run.bottom) / 2):
        if row and not _level(row[0], run):
            yield _line(row)
            row = []
        row.append(run)
    if row:
        yield _line(row)


def _level(one: Run, other: Run) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.height, other.height)


def _line(row: Sequence[Run]) -> PageLine:
    ordered = sorted(row, key=lambda run: run.left)
    words = ordered[0].words
    for before, run in pairwise(ordered):
        gap = (run.left - before.right) / max(run.height, before.height)
        beside_latin = before.words[-1].isascii() and run.words[0].isascii()
        words += ("\t" if gap > 1.2 else " " if gap > 0.25 and beside_latin else "") + run.words
    return PageLine(words.strip(), max(run.height for run in row))
