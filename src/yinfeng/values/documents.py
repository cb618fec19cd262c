"""A document as it arrived: the decoded source, untouched, and what its format says of its layout.

All offsets count characters of `source`. `parts` tell a person where an offset stands (第3页,
项目台账!C5); `blocks` carry what only the format knows (a heading style, a table row); `tables`
keep a ledger's cells, so that each fact of a row can quote its own cell.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the source is, where the format says so."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source whose role the format gives."""

    start: int
    end: int
    kind: BlockKind


CHAT_MEDIA = "text/x-chat"
"""The media type of pasted chats."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source and where a person finds it: 第3页, 项目台账!C5, 正文第12段.

    *day* is when it was written, where that is told of it alone: a message of a chat.
    """

    start: int
    end: int
    place: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its stretch of the source and its address; an empty one has length 0."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the source: one joined heading a column (levels by `/`), then rows of cells."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What arrived, decoded and untouched, with what its format says of itself."""

    name: str
    source: str
    sha256: str = ""
    path: str = ""
    media: str = "text/plain"
    encoding: str = ""
    title: str = ""
    published: date | None = None
    publisher: str = ""
    parts: tuple[Part, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def is_chat(self) -> bool:
        """Whether it is what several people wrote to one another, message by message."""
        return self.media == CHAT_MEDIA

    def part_at(self, offset: int) -> Part | None:
        """The part in which the character at *offset* stands, if it stands in one."""
        at = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[at] if at >= 0 and offset < self.parts[at].end else None

    def place(self, offset: int) -> str:
        """Where a person finds the character at *offset*: its part, else its line."""
        part = self.part_at(offset)
        if part is not None:
            return part.place
        return f"第{self.source.count(chr(10), 0, offset) + 1}行"
