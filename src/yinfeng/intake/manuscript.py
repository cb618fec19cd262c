"""A source while it is being written: lines set one after another, each with what it is.

Formats that are not plain text (Word, Excel, web pages, PDF) have no text of their own to count
offsets in, so their words are set here, one paragraph or one table row a line. Cells of a row are
separated by a tab and keep their stretch.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from yinfeng.intake.format import Origin, Unreadable
from yinfeng.intake.imprint import day_told, year_told
from yinfeng.intake.limits import MAX_TEXT
from yinfeng.values import Block, BlockKind, Cell, Document, Part, Table

SAVED_NOTE = "日期取自文件属性（最后保存的日子）"
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Line breaks that str.splitlines knows but an editor does not show as such become plain spaces.
_ODD_SPACE = str.maketrans({"\x0b": " ", "\x0c": " ", "\x1c": " ", "\x1d": " ", "\x1e": " "})
_ODD_SPACE |= str.maketrans({"\x85": " ", "\u2028": "\n", "\u2029": "\n", "\0": "\ufffd"})


class Entry(NamedTuple):
    """The words of one cell and where it stands: 项目台账!C5."""

    words: str
    address: str


class Manuscript:
    """The lines set so far, with their blocks, places and tables."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._parts: list[Part] = []
        self._tables: list[Table] = []
        self._notes: list[str] = []

    def line(
        self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, place: str = ""
    ) -> tuple[int, int]:
        """The stretch on which *words* are set, blank edges left out; more than one line may be."""
        lines = [one.strip() for one in _sound(words).replace("\r", "\n").split("\n")]
        words = "\n".join(one for one in lines if one)
        if not words:
            return self._length, self._length
        start = self._set(words)
        stretch = start, start + len(words)
        self._blocks.append(Block(*stretch, kind))
        if place:
            self._parts.append(Part(*stretch, place))
        self._set("\n")
        return stretch

    def row(self, entries: Sequence[Entry], kind: BlockKind = BlockKind.TABLE) -> tuple[Cell, ...]:
        """The cells of one table row, set on one line with a tab between them."""
        begin, cells = self._length, []
        last = max((at for at, entry in enumerate(entries) if entry.words), default=-1)
        for at, (words, address) in enumerate(entries):
            start = self._set(words)
            cells.append(Cell(start, self._length, address))
            if words:
                self._parts.append(Part(start, self._length, address))
            if at < last:
                self._set("\t")
        if last >= 0:
            self._blocks.append(Block(begin, self._length, kind))
            self._set("\n")
        return tuple(cells)

    def table(self, table: Table) -> None:
        """Keep *table*, whose cells stand in the rows already set."""
        self._tables.append(table)

    def note(self, says: str) -> None:
        """Keep a remark on how the file was read."""
        if says not in self._notes:
            self._notes.append(says)

    def has_note(self, says: str) -> bool:
        """Whether this remark was kept."""
        return says in self._notes

    def part(self, start: int, end: int, place: str) -> None:
        """Say where a person finds the stretch from *start* to *end*."""
        self._parts.append(Part(start, end, place))

    @property
    def length(self) -> int:
        """How many characters are set so far."""
        return self._length

    def document(
        self,
        origin: Origin,
        media: str,
        *,
        encoding: str = "",
        title: str = "",
        published: date | None = None,
        saved: date | None = None,
        publisher: str = "",
    ) -> Document:
        """The finished document; a source without a word in it is unreadable.

        The day on which the file was *saved* stands in only where the words tell none: a paper
        of last spring may have been saved again this autumn, and one that is called after another
        year (2024年项目台账) keeps that.
        """
        source = "".join(self._pieces)
        if not source.strip():
            raise Unreadable("empty", "文件里没有文字。请确认内容没有丢失，或是否只有图片。")
        if saved and published is None:
            published = day_told(source)
            if published is None and year_told(source) in (None, saved.year):
                published = saved
                self.note(SAVED_NOTE)
        return Document(
            name=origin.name,
            source=source,
            sha256=origin.sha256,
            path=origin.path,
            media=media,
            encoding=encoding,
            title=title or self._first_title(source),
            published=published,
            publisher=publisher,
            parts=tuple(self._parts),
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            notes=tuple(self._notes),
        )

    def _first_title(self, source: str) -> str:
        titles = (block for block in self._blocks if block.kind is BlockKind.TITLE)
        first = next(titles, None)
        return source[first.start : first.end].replace("\n", " ") if first else ""

    def _set(self, words: str) -> int:
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        if self._length > MAX_TEXT:
            raise Unreadable("too-large", "文件里的文字超过20MB，没有读取。请拆成几个文件再导入。")
        return start


def _sound(words: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", words.translate(_ODD_SPACE))
