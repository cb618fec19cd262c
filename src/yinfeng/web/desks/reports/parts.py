"""Parts of a report before they are set: rows with keys, compared with the issue before.

A row is 新 when the last issue had it not, 变 when it says something else now, 停 when it says
the same and is past the term within which something had to happen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from yinfeng.ledger.papers import Paper, Proof
from yinfeng.reports.report import Cell, Line, Piece, Section, Source
from yinfeng.reports.sourcing import cell

NEW, CHANGED, STALLED, SAME = "新增", "有变化", "停滞", ""
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, its cells, and whether something is overdue to happen."""

    key: str
    cells: tuple[Cell, ...]
    is_quiet: bool = False

    @property
    def says(self) -> str:
        """The words by which the row is compared."""
        return "｜".join(one.says for one in self.cells)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report; a compared one begins each row with what changed."""

    key: str
    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    empty: str
    note: str = ""
    shown: int = _SHOWN
    is_compared: bool = False
    only_moved: bool = False

    def spoken(self) -> dict[str, str]:
        """What each row says, for the next issue to compare with."""
        return {row.key: row.says for row in self.rows} if self.is_compared else {}

    def section(self, before: Mapping[str, str]) -> Section:
        """The part as a section of the report."""
        marked = [(mark_of(row, before), row) for row in self.rows]
        if self.only_moved:
            marked = [(mark, row) for mark, row in marked if mark != SAME]
        return Section(
            key=self.key,
            title=self.title,
            columns=("变化", *self.columns) if self.is_compared else self.columns,
            widths=(8, *self.widths) if self.is_compared else self.widths,
            lines=tuple(
                Line((cell(mark), *row.cells) if self.is_compared else row.cells)
                for mark, row in marked
            ),
            shown=self.shown,
            empty=self.empty,
            note=self.note,
        )


def mark_of(row: Row, before: Mapping[str, str]) -> str:
    """How a row stands to the last issue."""
    if row.key not in before:
        return NEW
    if before[row.key] != row.says:
        return CHANGED
    return STALLED if row.is_quiet else SAME


class Proving:
    """The sources of a report while it is made, with the addresses at which they are seen."""

    def __init__(self) -> None:
        self.addresses: dict[str, str] = {}

    def record(self, name: str, words: str, address: str) -> tuple[Source, ...]:
        """What a person registered, in its own words."""
        return self.words(Paper(name), words, 0, len(words), words, address)

    def words(
        self, paper: Paper, around: str, start: int, end: int, quote: str, address: str
    ) -> tuple[Source, ...]:
        """Words inside a run of a paper or of a signed form."""
        self.addresses[paper.key] = address
        whole = Proof(paper, "", start, end, quote)
        if around == quote:
            return (Source(whole, whole),)
        return (Source(whole, Proof(paper, "", 0, len(around), around)),)

    def told(self, says: str, name: str, words: str, address: str) -> Cell:
        """A cell that a registered record proves."""
        return Cell((Piece(says, self.record(name, words, address)),))


def renamed(section: Section, **changes: object) -> Section:
    """A section of the engine under the names of this report."""
    return replace(section, **changes)  # type: ignore[arg-type]
