"""A report: sections of lines whose every cell keeps the words that prove it.

The same value is rendered as Markdown, HTML or Word; renderings decide looks, never content.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yinfeng.ledger.papers import Proof


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """The words that prove a cell, and the wider run of the same paper in which they stand.

    `restored` is how the run reads once its damage is mended, where that differs.
    """

    words: Proof
    around: Proof
    restored: str = ""

    @property
    def mark(self) -> tuple[int, int]:
        """Where the words stand in the wider run."""
        start = self.words.start - self.around.start
        return start, start + len(self.words.quote)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a cell and the sources that prove them; a mere label needs none."""

    says: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: pieces that are read together with a mark between them, each with its words."""

    pieces: tuple[Piece, ...]
    between: str = ""

    @property
    def says(self) -> str:
        """The words of the cell."""
        return self.between.join(piece.says for piece in self.pieces)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources of the cell, each once."""
        return tuple(dict.fromkeys(s for piece in self.pieces for s in piece.sources))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section, a cell a column."""

    cells: tuple[Cell, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources of the line, each once."""
        return tuple(dict.fromkeys(source for cell in self.cells for source in cell.sources))


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table; the first `shown` lines stand on the main page, all of them in the annex."""

    key: str
    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    lines: tuple[Line, ...]
    shown: int
    empty: str
    note: str = ""

    @property
    def front(self) -> tuple[Line, ...]:
        """The lines of the main page."""
        return self.lines[: self.shown]

    @property
    def rest(self) -> tuple[Line, ...]:
        """The lines that only the annex has room for."""
        return self.lines[self.shown :]


@dataclass(frozen=True, slots=True)
class Report:
    """One issue of a report."""

    title: str
    office: str
    day: date
    summary: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the report in the order of first use, one for each wider run."""
        seen: dict[Proof, Source] = {}
        for section in self.sections:
            for line in section.lines:
                for source in line.sources:
                    seen.setdefault(source.around, source)
        return tuple(seen.values())

    @property
    def numbers(self) -> dict[Proof, int]:
        """The number of each source in the list of sources, from 1."""
        return {source.around: at for at, source in enumerate(self.sources, 1)}


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report that the house can make: its key, its title, and what makes it."""

    key: str
    title: str
    make: Callable[..., Report]


def lines(rows: Iterable[Iterable[Cell]]) -> tuple[Line, ...]:
    """Rows of cells as lines."""
    return tuple(Line(tuple(cells)) for cells in rows)


# A piece that many places prove shows the first of them; the others stay in the list.
_PRINTED = 2

Marked = tuple[Piece, tuple[int, ...]]


def marked(line: Line, numbers: Mapping[Proof, int]) -> Iterator[Iterator[Marked]]:
    """Cell by cell the pieces of a line with the numbers to print, each number once a line."""
    seen: set[int] = set()

    def marks(piece: Piece) -> tuple[int, ...]:
        fresh = sorted({numbers[source.around] for source in piece.sources} - seen)[:_PRINTED]
        seen.update(fresh)
        return tuple(fresh)

    for cell in line.cells:
        yield ((piece, marks(piece)) for piece in cell.pieces)


def chinese_day(day: date) -> str:
    """A day as an office writes it: 2019年4月10日."""
    return f"{day.year}年{day.month}月{day.day}日"
