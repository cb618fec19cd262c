"""The restored text of a document, and the way back to the words as published.

`clean` is what the engine reads. Every character of it lies in one segment that knows its stretch
of the source, so any span becomes evidence that quotes the source exactly.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from yinfeng.values import Document, Evidence, Span

# Half the time of `Evidence(…)`, and no other thing is made so often.
_evidence = partial(tuple.__new__, Evidence)


class Segment(NamedTuple):
    """A stretch of clean text and the stretch of the source that it came from.

    Stretches of equal length map character by character; others map as a whole. Segments are
    in the order of the clean text; a moved caption makes the source side go back and forth.
    """

    clean_start: int
    clean_end: int
    source_start: int
    source_end: int

    @property
    def is_even(self) -> bool:
        """Whether both sides have the same length, so that characters correspond one to one."""
        return self.clean_end - self.clean_start == self.source_end - self.source_start


_TALK = 300


class LineKind(StrEnum):
    """What a line of the restored text is."""

    TITLE = "title"
    HEADING = "heading"
    PROSE = "prose"
    CAPTION = "caption"
    TABLE = "table"
    FURNITURE = "furniture"


class Line(NamedTuple):
    """One line of clean text, its line break left out, and what it is."""

    span: Span
    kind: LineKind


class Repair(NamedTuple):
    """One thing mended: its kind, its stretch of the source, and the words put in its place."""

    kind: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Damage:
    """What was mended in a document, counted by kind, and where it could not be mended."""

    mended: dict[str, int] = field(default_factory=dict)
    unsure: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True)
class Text:
    """Restored text with its layout; made by `restore`, or by `plain` from sound words."""

    document: Document
    clean: str
    segments: tuple[Segment, ...]
    lines: tuple[Line, ...]
    sentences: tuple[Span, ...]
    damage: Damage = field(default_factory=Damage)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [segment.clean_start for segment in self.segments])
        object.__setattr__(self, "_back", in_source_order(self.segments))
        whole = self.segments[0] if len(self.segments) == 1 else None
        is_untouched = whole is not None and whole.is_even and whole.clean_start == 0
        object.__setattr__(self, "_shift", whole.source_start if is_untouched and whole else None)

    @property
    def is_talk(self) -> bool:
        """Whether it is a word between colleagues: a chat, or no more than a few sentences."""
        return self.document.is_chat or len(self.clean) <= _TALK

    def says(self, span: Span) -> str:
        """The restored words of *span*."""
        return self.clean[span.start : span.end]

    def evidence(self, span: Span) -> Evidence:
        """The source words that *span* came from; the only crossing from clean to source."""
        shift: int | None = self._shift  # type: ignore[attr-defined]
        if shift is not None:
            start, end = span[0] + shift, span[1] + shift
        else:
            start, end = self._source(span[0], at_end=False), self._source(span[1], at_end=True)
        assert start <= end, f"span {span} runs across a moved caption"
        return _evidence((start, end, self.document.source[start:end]))

    def source_end(self, offset: int) -> int:
        """Where the source words of a stretch that ends at *offset* end."""
        shift: int | None = self._shift  # type: ignore[attr-defined]
        return offset + shift if shift is not None else self._source(offset, at_end=True)

    def clean_span(self, start: int, end: int) -> Span:
        """The clean stretch that a stretch of the source became; empty if all was deleted."""
        shift: int | None = self._shift  # type: ignore[attr-defined]
        whole = self.segments[0] if shift is not None else None
        if whole is not None and whole.source_start <= start and end <= whole.source_end:
            return Span(start - whole.source_start, max(start, end) - whole.source_start)
        back: Sequence[Segment] = self._back  # type: ignore[attr-defined]
        first = clean_offset(back, start, at_end=False)
        last = clean_offset(back, end, at_end=True) if end > start else first
        return Span(first, max(first, last))

    def _source(self, offset: int, *, at_end: bool) -> int:
        starts: Sequence[int] = self._starts  # type: ignore[attr-defined]
        # The end of a span belongs to the character before it, else deleted words would be quoted.
        at = bisect_right(starts, offset - 1 if at_end else offset) - 1
        clean_start, clean_end, start, end = self.segments[at if at > 0 else 0]
        if clean_end - clean_start == end - start:
            return start + offset - clean_start
        return end if at_end else start


def in_source_order(segments: Sequence[Segment]) -> list[Segment]:
    """The segments that stand for source words, in the order of the source."""
    told = [segment for segment in segments if segment.source_end > segment.source_start]
    return sorted(told, key=lambda segment: segment.source_start)


def clean_offset(back: Sequence[Segment], offset: int, *, at_end: bool) -> int:
    """The offset in clean text of an offset of the source, given `in_source_order`."""
    # What was deleted belongs to the words after it at the start of a span, before it at the end.
    key = offset - 1 if at_end else offset
    at = bisect_right(back, key, key=lambda segment: segment.source_start) - 1
    if at < 0:
        return 0
    segment = back[at]
    if key >= segment.source_end:
        if at_end:
            return segment.clean_end
        return back[at + 1].clean_start if at + 1 < len(back) else segment.clean_end
    if segment.is_even:
        return segment.clean_start + offset - segment.source_start
    return segment.clean_end if at_end else segment.clean_start
