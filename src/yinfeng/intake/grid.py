"""A grid of cells as Word, Excel and web pages have it, set as lines of source and as a `Table`.

What the shape says is decided here: lines above the head are title and captions (单位：万元), a
head of several rows is joined downwards (投资/总投资), merged cells mean the same in every row that
they cover, a lone cell across the body opens a section, lone cells below it are notes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from yinfeng.intake.manuscript import Entry, Manuscript
from yinfeng.values import BlockKind, Cell, Table

_NUMBER = re.compile(r"[-+－]?[¥￥$]?\d[\d,，]*+(?:\.\d++)?\s*(?:%|％|‰)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPTION = re.compile(
    r"(?:单位|填报|填表|制表|编制|报送|统计|截至|截止|日期|时间|年度|密级|编号)[^:：]{0,8}[:：]"
)
_NOTE = re.compile(
    r"\s*[（(]?(?:注|备注|说明|填表说明|附注|资料来源|数据来源)[\d一二三]?[）)]?\s*[:：1]"
)
_SIGNATURE = re.compile(
    r"\s*(?:填报|填表|制表|审核|复核|报送|单位负责|分管领导|联系|统计负责)\S{0,6}[:：]"
)
_TALLY = re.compile(r"[（(]?(?:\d{1,2}|[甲乙丙丁])[）)]?")
_ALIEN = re.compile(r"[\t\r\n\x0b\x0c\u2028\u2029]+")
_HAN_BREAK = re.compile(
    r"(?<=[^\x00-\x7f])\s*[\r\n\u2028\u2029]+\s*|\s*[\r\n\u2028\u2029]+\s*(?=[^\x00-\x7f])"
)
_LONGEST_HEADING = 40
_HEADING_WORD = re.compile(
    r"序号|名称|单位|企业|公司|项目|金额|投资|时间|日期|备注|进度|进展|地点|地址|面积|产值|税收|负责|联系|产业|指标|合计|完成|数量"
)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: rows and columns from the first to the last, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The words of a table cell by cell; of merged cells only the first has words.

    *top* and *left* are the row and column of the first cell on its sheet, counted from nought.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    top: int = 0
    left: int = 0

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    @cached_property
    def firsts(self) -> Mapping[Place, Place]:
        """For each cell inside a merge, the first cell of the merge."""
        height, width = len(self.rows), self.width
        return {
            (row, column): (merge.top, merge.left)
            for merge in self.merges
            if merge.top < height and merge.left < width
            for row in range(merge.top, min(merge.bottom, height - 1) + 1)
            for column in range(merge.left, min(merge.right, width - 1) + 1)
        }

    def words(self, row: int, column: int) -> str:
        """The words that stand in a cell, nothing in one that a merge covers."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def meant(self, row: int, column: int) -> str:
        """The words that hold for a cell: its own, or those of its merge."""
        return self.words(*self.firsts.get((row, column), (row, column)))

    def address(self, row: int, column: int) -> str:
        """Where a person finds a cell: 项目台账!C5."""
        return f"{self.name}!{letters(self.left + column)}{self.top + row + 1}"

    def filled(self, row: int) -> frozenset[Place]:
        """The cells, each merge counted once, that give a row its words."""
        return self._filled[row]

    @cached_property
    def _filled(self) -> Sequence[frozenset[Place]]:
        firsts, columns = self.firsts, range(self.width)
        filled = []
        for row in range(len(self.rows)):
            places = (firsts.get((row, column), (row, column)) for column in columns)
            filled.append(frozenset(place for place in places if self.words(*place)))
        return filled


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """The letters of a column counted from nought: 0 is A, 27 is AB."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def one_line(words: str) -> str:
    """The words of a cell on one line: a break inside Chinese vanishes, any other is a space."""
    return _ALIEN.sub(" ", _HAN_BREAK.sub("", words)).strip() if words else ""


def set_grid(manuscript: Manuscript, grid: Grid) -> None:
    """Set every row of *grid*, and keep each table that its shape shows."""
    row, height = 0, len(grid.rows)
    while row < height:
        head = _head(grid, row)
        if head is None:
            _set_headless(manuscript, grid, row)
            return
        _set_above(manuscript, grid, range(row, head.start))
        row = _set_table(manuscript, grid, head)


def set_row(
    manuscript: Manuscript, grid: Grid, row: int, kind: BlockKind = BlockKind.TABLE
) -> tuple[Cell, ...]:
    """The cells of one row of *grid*, set as a line of the source."""
    columns = range(grid.width)
    return manuscript.row([Entry(grid.words(row, c), grid.address(row, c)) for c in columns], kind)


def _head(grid: Grid, begin: int) -> range | None:
    """The rows of the first table head at or below row *begin*."""
    # A head stands near the top of its region; looking further would take a body row for one.
    for row in range(begin, min(begin + 12, len(grid.rows) - 1)):
        filled = grid.filled(row)
        if len(filled) > 2 and any(_is_figure(grid.words(*place)) for place in filled):
            return None
        if _is_head(grid, row, filled):
            return range(row, _end_of_head(grid, row))
    return None


def _is_head(grid: Grid, row: int, filled: frozenset[Place]) -> bool:
    if len(filled) < 2 or any(not _is_heading(grid.words(*place)) for place in filled):
        return False
    if any(_CAPTION.match(grid.words(*place)) for place in filled):
        return False
    below = [len(grid.filled(r)) for r in range(row + 1, min(row + 4, len(grid.rows)))]
    if not below or max(below) < 2:
        return False
    covered = sum(bool(grid.meant(row, column)) for column in range(grid.width))
    return covered * 2 >= max(below)


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not _is_figure(words)


def _is_figure(words: str) -> bool:
    return bool(_NUMBER.fullmatch(words)) and not _YEAR.fullmatch(words)


def _end_of_head(grid: Grid, row: int) -> int:
    """The row after the last one of the head that begins at *row*."""
    end = row + 1
    last = len(grid.rows) - 1
    while end < last and end - row < 5 and (_spans_down(grid, row, end) or _splits(grid, row, end)):
        end += 1
    return end


def _spans_down(grid: Grid, first: int, row: int) -> bool:
    """Whether a merge that began in the head reaches into *row*."""
    return any(merge.top < row <= merge.bottom and merge.top >= first for merge in grid.merges)


def _splits(grid: Grid, first: int, row: int) -> bool:
    """Whether *row* gives finer headings to headings of the row above that span columns."""
    above = row - 1
    own = [column for column in range(grid.width) if grid.words(row, column)]
    if not own or any(not _is_heading(grid.words(row, column)) for column in own):
        return False
    wide = {
        column
        for merge in grid.merges
        if first <= merge.top <= above <= merge.bottom and merge.right > merge.left
        for column in range(merge.left, merge.right + 1)
        if any(grid.words(r, merge.left) for r in range(merge.top, merge.bottom + 1))
    }
    if wide:
        return wide >= set(own) and len(own) > 1
    # Without merges: the finer headings begin under a heading that has empty cells to its right.
    empty = {column for column in range(grid.width) if not grid.meant(above, column)}
    return (
        len(own) > 1 and all(c in empty or c + 1 in empty for c in own) and bool(empty & set(own))
    )


def _headings(grid: Grid, head: range) -> tuple[str, ...]:
    """One heading a column, the levels joined from above by a stroke."""
    levels = [_level(grid, row, row == head[-1]) for row in head]
    columns = zip(*levels, strict=True)
    return tuple("/".join(dict.fromkeys(filter(None, column))) for column in columns)


def _level(grid: Grid, row: int, is_last: bool) -> list[str]:
    level = [grid.meant(row, column) for column in range(grid.width)]
    if not is_last:
        for column in range(1, grid.width):
            if not level[column] and grid.words(row + 1, column):
                level[column] = level[column - 1]
    return level


def _set_above(manuscript: Manuscript, grid: Grid, rows: range) -> None:
    kind = BlockKind.TITLE
    for row in rows:
        filled = sorted(grid.filled(row) & {(row, column) for column in range(grid.width)})
        if not filled:
            continue
        words = [grid.words(*place) for place in filled]
        is_caption = len(filled) > 1 or bool(_CAPTION.match(words[0]))
        set_row(manuscript, grid, row, BlockKind.CAPTION if is_caption else kind)
        if not is_caption:
            kind = BlockKind.CAPTION


def _set_table(manuscript: Manuscript, grid: Grid, head: range) -> int:
    """Set head and body of a table; the row at which what follows it begins."""
    for row in head:
        set_row(manuscript, grid, row)
    headings = _headings(grid, head)
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
    next_head = _head(grid, row)
    if next_head is None:
        return False
    if any(len(grid.filled(above)) > 1 for above in range(row, next_head.start)):
        return False
    return names_columns(grid, next_head.start) and grid.rows[row] != grid.rows[head.start]


def names_columns(grid: Grid, row: int) -> bool:
    """Whether most cells of a row are words that head columns."""
    words = [grid.words(*place) for place in grid.filled(row)]
    return sum(bool(_HEADING_WORD.search(one)) for one in words) * 2 > len(words)


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
            yield tuple(meant_cell(grid, known, row, column) for column in range(len(cells)))


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
    if len(words) != 1 or len(grid.filled(row)) != 1 or grid.width < 3 or _is_figure(words[0]):
        return BlockKind.TABLE
    return BlockKind.HEADING if row < last else BlockKind.PARAGRAPH


def _is_tally(words: Sequence[str]) -> bool:
    """Whether a row only counts the columns, as statistical forms do: 甲, 1, 2, 3."""
    if len(words) < 3 or not all(map(_TALLY.fullmatch, words)):
        return False
    counts = [int(one.strip("()（）")) for one in words if not re.search("[甲乙丙丁]", one)]
    return len(counts) > 1 and all(b - a == 1 for a, b in pairwise(counts))


def meant_cell(grid: Grid, known: Mapping[Place, Cell], row: int, column: int) -> Cell:
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
        rows = (tuple(meant_cell(grid, known, row, c) for c in columns) for row in full)
        manuscript.table(Table(grid.name, ("",) * grid.width, tuple(rows)))
