"""Restoration: a document's words mended step by step and laid out in lines and sentences.

Nothing is rewritten: every stretch of the clean text knows the stretch of the source that it
came from, and what could not be mended with certainty stands as it stood, marked unsure.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from yinfeng.text.breaks import Chain, chains
from yinfeng.text.edits import Mended, joined, untouched
from yinfeng.text.layout import Row, Stretch, rows
from yinfeng.text.run_on import parted
from yinfeng.text.sentences import sentences
from yinfeng.text.steps import STEPS
from yinfeng.text.text import (
    Damage,
    Line,
    LineKind,
    Repair,
    Segment,
    Text,
    clean_offset,
    in_source_order,
)
from yinfeng.values import BlockKind, Document, Span

_HEADS = (LineKind.TITLE, LineKind.HEADING)
_TELLS = re.compile(
    f"[{re.escape(''.join(sorted(frozenset[str]().union(*(step.tells for step in STEPS)))))}]"
)

PASSES = 4
"""So often at most a page is mended and laid out anew, since what is mended may show more."""


def restore(document: Document) -> Text:
    """The document's restored text, with the way back to its source."""
    mended = untouched(document.source)
    for _ in range(PASSES):
        mended = _stepped(mended)
        found = _rows(document, mended)
        # What one person says in a chat goes on in no other's words.
        broken = list(chains(found)) if not document.is_chat else []
        if not broken:
            return _laid_out(document, mended, found)
        mended = _unbroken(mended, found, broken)
    return _laid_out(document, mended, _rows(document, mended))


def _stepped(mended: Mended) -> Mended:
    """The words after all steps, and again while a step shows more damage."""
    for _ in range(PASSES):
        before, mended = mended.words, _once(mended)
        if mended.words == before:
            break
    return mended


def _once(mended: Mended) -> Mended:
    shown = frozenset(_TELLS.findall(mended.words))
    for step in STEPS:
        if step.tells.isdisjoint(shown):
            continue
        edits = step.mend(mended.words)
        if edits:
            mended = mended.after(step.kind, edits)
            shown = frozenset(_TELLS.findall(mended.words))
    return mended


def _rows(document: Document, mended: Mended) -> list[Row]:
    """The lines of the page, each with its kind; what people say in a chat has no headings."""
    found = rows(mended.words, _stretches(document, mended))
    if not document.is_chat:
        return found
    return [
        row._replace(kind=LineKind.PROSE) if row.kind in _HEADS and not row.is_told else row
        for row in found
    ]


def _stretches(document: Document, mended: Mended) -> list[Stretch]:
    """The format's blocks and tables in the mended words, from left to right."""
    back = in_source_order(mended.segments)
    told = [(block.start, block.end, block.kind) for block in document.blocks]
    for table in document.tables:
        cells = [cell for row in table.rows for cell in row]
        told += [(cell.start, cell.end, BlockKind.TABLE) for cell in cells if cell.end > cell.start]
    told += [(r.start, r.end, BlockKind.CAPTION) for r in mended.repairs if r.kind == "caption"]
    placed = (
        Stretch(clean_offset(back, start, at_end=False), clean_offset(back, end, at_end=True), kind)
        for start, end, kind in told
    )
    return sorted(placed)


def _unbroken(mended: Mended, found: Sequence[Row], broken: Sequence[Chain]) -> Mended:
    """The words with each chain of rows on one line and what stood between moved to the end."""
    pieces, at = [], 0
    for link in broken:
        for before, after in zip(link.rows, link.rows[1:], strict=False):
            pieces.append((at, found[before].end, _glue(found[before].says, found[after].says)))
            at = found[after].start
    pieces.append((at, len(mended.words), ""))
    for row in chain.from_iterable(link.aside for link in broken):
        pieces[-1] = (*pieces[-1][:2], "\n")
        pieces.append((found[row].start, found[row].end, ""))
    return _assembled(mended, pieces, _breaks(mended, found, broken))


def _glue(before: str, after: str) -> str:
    return " " if before[-1].isascii() and before[-1].isalpha() and after[0].isascii() else ""


def _breaks(mended: Mended, found: Sequence[Row], broken: Sequence[Chain]) -> Iterator[Repair]:
    for link in broken:
        for before, after in zip(link.rows, link.rows[1:], strict=False):
            start, end = mended.source(found[before].end, found[after].start)
            yield Repair("break", start, max(start, end), "")
        for row in link.aside:
            start, end = mended.source(found[row].start, found[row].end)
            yield Repair("caption", start, end, mended.words[found[row].start : found[row].end])


def _assembled(
    mended: Mended, pieces: Sequence[tuple[int, int, str]], repairs: Iterator[Repair]
) -> Mended:
    words = "".join(mended.words[start:end] + glue for start, end, glue in pieces)
    segments = tuple(joined(_placed(mended, pieces)))
    return Mended(words, segments, mended.repairs + tuple(repairs), mended.doubts)


def _placed(mended: Mended, pieces: Sequence[tuple[int, int, str]]) -> Iterator[Segment]:
    at = 0
    for start, end, glue in pieces:
        for cut in mended.slices(start, end):
            shift = at - start
            yield Segment(cut[0] + shift, cut[1] + shift, cut[2], cut[3])
        at += end - start
        if glue:
            place = mended.source(start, end)[1]
            yield Segment(at, at + len(glue), place, place)
            at += len(glue)


def _laid_out(document: Document, mended: Mended, found: Sequence[Row]) -> Text:
    lines = [Line(Span(row.start, row.end), row.kind) for row in found]
    if not document.is_chat:
        lines = list(parted(mended.words, lines))
    spans = tuple(sentences(mended.words, lines))
    back = in_source_order(mended.segments)
    unsure = (
        Span(clean_offset(back, start, at_end=False), clean_offset(back, end, at_end=True))
        for start, end in mended.doubts
    )
    counts = dict(Counter(repair.kind for repair in mended.repairs))
    damage = Damage(counts, tuple(sorted(set(unsure))), mended.repairs)
    return Text(document, mended.words, mended.segments, tuple(lines), spans, damage)
