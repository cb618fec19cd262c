"""A report as its page shows it: cells with numbers of sources, and where each source is seen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yinfeng.ledger.papers import Proof
from yinfeng.reports.renderings.excerpts import citation, excerpt, restored
from yinfeng.reports.report import Line, Report, Section, Source, marked
from yinfeng.web.desks.reports.content import Content

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """Some words of a cell with the numbers of their sources."""

    says: str
    marks: tuple[int, ...]
    between: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell under its column."""

    column: str
    pieces: tuple[ShownPiece, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """One section: its numeral and title, its rows of cells."""

    numeral: str
    section: Section
    rows: tuple[tuple[ShownCell, ...], ...]


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One source: its number, the words in their run, where they are found."""

    number: int
    before: str
    words: str
    after: str
    restored: str
    citation: str
    address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page of a report."""

    sections: tuple[ShownSection, ...]
    sources: tuple[ShownSource, ...]


def sheet(content: Content) -> Sheet:
    """The page of a content."""
    report = content.report
    numbers = report.numbers
    sections = (
        ShownSection(_NUMERALS[at], one, tuple(_row(line, one, numbers) for line in one.lines))
        for at, one in enumerate(report.sections)
    )
    return Sheet(tuple(sections), tuple(_sources(report, content.addresses)))


def _row(line: Line, section: Section, numbers: Mapping[Proof, int]) -> tuple[ShownCell, ...]:
    cells = zip(section.columns, line.cells, marked(line, numbers), strict=True)
    return tuple(
        ShownCell(
            column,
            tuple(
                ShownPiece(piece.says, marks, cell.between if at else "")
                for at, (piece, marks) in enumerate(pieces)
            ),
        )
        for column, cell, pieces in cells
    )


def _sources(report: Report, addresses: Mapping[str, str]) -> Iterator[ShownSource]:
    for number, source in enumerate(report.sources, 1):
        yield _source(number, source, addresses)


def _source(number: int, source: Source, addresses: Mapping[str, str]) -> ShownSource:
    before, words, after = excerpt(source)
    at = addresses.get(source.around.paper.key, "")
    return ShownSource(number, before, words, after, restored(source), citation(source), at)
