"""A grid of cells as Word, Excel and web pages have it; merged cells are one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from yinfeng.intake.manuscript import Entry, Manuscript
from yinfeng.values import BlockKind, Cell

_ALIEN = re.compile(r"[\t\r\n\x0b\x0c\u2028\u2029]+")
_HAN_BREAK = re.compile(
    r"(?<=[^\x00-\x7f])\s*[\r\n\u2028\u2029]+\s*|\s*[\r\n\u2028\u2029]+\s*(?=[^\x00-\x7f])"
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


def set_row(
    manuscript: Manuscript, grid: Grid, row: int, kind: BlockKind = BlockKind.TABLE
) -> tuple[Cell, ...]:
    """The cells of one row of *grid*, set as a line of the source."""
    columns = range(grid.width)
    return manuscript.row([Entry(grid.words(row, c), grid.address(row, c)) for c in columns], kind)
