"""Real files for the tests of intake, made with the libraries that offices' programs resemble."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

import docx
import openpyxl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from yinfeng.intake.opening import documents_of
from yinfeng.values import Block, BlockKind, Document, Problem, Table

Shown: TypeAlias = str | float | date | datetime | None
FONT = "STSong-Light"


def opened(data: bytes, name: str) -> list[Document | Problem]:
    """Everything that the bytes of a file hold."""
    return list(documents_of(data, name))


def document(data: bytes, name: str) -> Document:
    """The only document of a file."""
    (found,) = opened(data, name)
    assert isinstance(found, Document), found
    return found


def problem(data: bytes, name: str) -> Problem:
    """The only problem of a file."""
    (found,) = opened(data, name)
    assert isinstance(found, Problem), found
    return found


def said(document: Document, kind: BlockKind) -> list[str]:
    """The words of all blocks of a kind."""
    return [document.source[b.start : b.end] for b in document.blocks if b.kind is kind]


def rows(document: Document, table: Table) -> list[list[str]]:
    """The words of a table's cells."""
    return [[document.source[cell.start : cell.end] for cell in row] for row in table.rows]


def placed(document: Document) -> dict[str, str]:
    """The words at each place."""
    return {part.place: document.source[part.start : part.end] for part in document.parts}


def lies_inside(document: Document) -> bool:
    """Whether every stretch that a document names lies in its source, parts in order."""
    length = len(document.source)
    stretches: list[tuple[int, int]] = [(p.start, p.end) for p in document.parts]
    in_order = stretches == sorted(stretches)
    stretches += [(b.start, b.end) for b in document.blocks if isinstance(b, Block)]
    stretches += [(c.start, c.end) for t in document.tables for r in t.rows for c in r]
    widths = all(len(row) == len(t.header) for t in document.tables for row in t.rows)
    return in_order and widths and all(0 <= start <= end <= length for start, end in stretches)


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An Office file with some parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**members, **parts})


def part_of(data: bytes, name: str) -> bytes:
    """One part of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def word(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    return saved_word(made)


def saved_word(made: "docx.document.Document") -> bytes:
    """The bytes of a Word file."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def book(lines: Iterable[Sequence[Shown]], merges: Sequence[str] = ()) -> openpyxl.Workbook:
    """A workbook with one sheet called 项目台账."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "项目台账"
    for line in lines:
        sheet.append(tuple(line))
    for merge in merges:
        sheet.merge_cells(merge)
    return made


def saved_book(made: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


class Paper:
    """A PDF in the making, in Chinese type."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file)

    def write(self, left: float, top: float, words: str, size: float = 10) -> None:
        """Write one line."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(left, top, words)

    def column(self, left: float, top: float, words: str, width: int) -> None:
        """Write a column of *width* characters a line."""
        for at in range(0, len(words), width):
            self.write(left, top, words[at : at + width])
            top -= 14

    def saved(self) -> bytes:
        """The bytes of the PDF."""
        self.canvas.save()
        return self._file.getvalue()
