"""A grid of cells set as lines of source and as a `Table`.

What the shape says is decided here: lines above the head are title and captions (单位：万元), a
head of several rows is joined downwards (投资/总投资), merged cells mean the same in every row that
they cover, a lone cell across the body opens a section, lone cells below it are notes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from yinfeng.intake.grid import Grid, Place, set_row
from yinfeng.intake.grid_heads import CAPTION, head_of, headings_of, is_figure, names_columns
from yinfeng.intake.manuscript import Manuscript
from yinfeng.values import BlockKind, Cell, Table

_NOTE = re.compile(
    r"\s*[（(]?(?:注|备注|说明|填表说明|附注|资料来源|数据来源)[\d一二三]?[）)]?\s*[:：1]"
)
_SIGNATURE = re.compile(
    r"\s*(?:填报|填表|制表|审核|复核|报送|单位负责|分管领导|联系|统计负责)\S{0,6}[:：]"
)
_TALLY = re.compile(r"[（(]?(?:\d{1,2}|[甲乙丙丁])[）)]?")


def set_grid(manuscript: Manuscript, grid: Grid) -> None:
    """Set every row of *grid*, and keep each table that its shape shows."""
    row, height = 0, len(grid.rows)
    while row < height:
        head = head_of(grid, row)
        if head is None:
            _set_headless(manuscript, grid, row)
            return
        _set_above(manuscript, grid, range(row, head.start))
        row = _set_table(manuscript, grid, head)


def _set_above(manuscript: Manuscript, grid: Grid, rows: range) -> None:
    kind = BlockKind.TITLE
    for row in rows:
        filled = sorted(grid.filled(row) & {(row, column) for column in range(grid.width)})
        if not filled:
            continue
        words = [grid.words(*place) for place in filled]
        is_caption = len(filled) > 1 or bool(CAPTION.match(words[0]))
        set_row(manuscript, grid, row, BlockKind.CAPTION if is_caption else kind)
        if not is_caption:
            kind = BlockKind.CAPTION


def _set_table(manuscript: Manuscript, grid: Grid, head: range) -> int:
    """Set head and body of a table; the row at which what follows it begins."""
    for row in head:
        set_row(manuscript, grid, row)
    headings = headings_of(grid, head)
    end = _end_of_body(grid, head)
    body = _set_body(manuscript, grid, range(head.stop, end), headings)
    manuscript.table(Table(grid.name, headings, tuple(body)))
    return end


def _end_of_body(grid: Grid, head: range) -> int:
    """The first row after empty ones at which another table begins, else the end of the grid."""
    was_empty = False
    for row in range(head.stop, len(grid.rows)):
        filled = grid.filled(row)
        if was_empty and filled and _begins_table(grid, row, head):
            return row
        was_empty = not filled
    return len(grid.rows)


def _begins_table(grid: Grid, row: int, head: range) -> bool:
    next_head = head_of(grid, row)
    if next_head is None:
        return False
    if any(len(grid.filled(above)) > 1 for above in range(row, next_head.start)):
        return False
    return names_columns(grid, next_head.start) and grid.rows[row] != grid.rows[head.start]


def _set_body(
    manuscript: Manuscript, grid: Grid, rows: range, headings: Sequence[str]
) -> Iterator[tuple[Cell, ...]]:
    last = max((row for row in rows if len(grid.filled(row)) > 1), default=rows.start - 1)
    known: dict[Place, Cell] = {}
    for row in rows:
        kind = _kind_of_row(grid, row, rows, last, headings)
        cells = set_row(manuscript, grid, row, kind)
        known.update(((row, column), cell) for column, cell in enumerate(cells))
        if kind is BlockKind.TABLE and grid.filled(row):
            yield tuple(_meant_cell(grid, known, row, column) for column in range(len(cells)))


def _kind_of_row(
    grid: Grid, row: int, rows: range, last: int, headings: Sequence[str]
) -> BlockKind:
    """What a row of the body is: data, a section's heading, a note, a signature, furniture."""
    own = [grid.words(row, column) for column in range(grid.width)]
    words = [one for one in own if one]
    if words and tuple(own) == tuple(headings):
        return BlockKind.FURNITURE
    if row == rows.start and _is_tally(words):
        return BlockKind.FURNITURE
    if words and _NOTE.match(words[0]) and len(grid.filled(row)) == 1:
        return BlockKind.PARAGRAPH
    if words and row >= last and _SIGNATURE.match(words[0]):
        return BlockKind.FURNITURE
    if len(words) != 1 or len(grid.filled(row)) != 1 or grid.width < 3 or is_figure(words[0]):
        return BlockKind.TABLE
    return BlockKind.HEADING if row < last else BlockKind.PARAGRAPH


def _is_tally(words: Sequence[str]) -> bool:
    """Whether a row only counts the columns, as statistical forms do: 甲, 1, 2, 3."""
    if len(words) < 3 or not all(map(_TALLY.fullmatch, words)):
        return False
    counts = [int(one.strip("()（）")) for one in words if not re.search("[甲乙丙丁]", one)]
    return len(counts) > 1 and all(b - a == 1 for a, b in pairwise(counts))


def _meant_cell(grid: Grid, known: Mapping[Place, Cell], row: int, column: int) -> Cell:
    """The cell whose words hold here; a merge carries its words down its own first column only."""
    first = grid.firsts.get((row, column))
    if first is None or first[1] != column:
        return known[row, column]
    return known.get(first, known[row, column])


def _set_headless(manuscript: Manuscript, grid: Grid, begin: int) -> None:
    """Set rows that have no head above them; of two or more, a table without headings is kept."""
    known: dict[Place, Cell] = {}
    full = []
    for row in range(begin, len(grid.rows)):
        is_lone = len(grid.filled(row)) == 1
        kind = BlockKind.PARAGRAPH if is_lone else BlockKind.TABLE
        known.update(
            ((row, c), cell) for c, cell in enumerate(set_row(manuscript, grid, row, kind))
        )
        if not is_lone and grid.filled(row):
            full.append(row)
    if len(full) > 1:
        columns = range(grid.width)
        rows = (tuple(_meant_cell(grid, known, row, c) for c in columns) for row in full)
        manuscript.table(Table(grid.name, ("",) * grid.width, tuple(rows)))
