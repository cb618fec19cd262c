"""Edits, and how they compose: 風(fēng)勁 → 風勁 → 风劲, each character knowing where it came from.

A step never returns text, only edits of the text that it was given. `Mended.after` applies them
and keeps, for every stretch of the mended words, the stretch of the source that it stands for.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import NamedTuple

from yinfeng.text.text import Repair, Segment


class Edit(NamedTuple):
    """New words for a stretch; words of the same length replace it character by character.

    An edit that is not *sure* marks its words as doubtful; with the words as they stand it only
    marks them.
    """

    start: int
    end: int
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Mended:
    """The words so far, the way back to the source, what was repaired, and where doubt remains."""

    words: str
    segments: tuple[Segment, ...]
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()

    def after(self, kind: str, edits: Sequence[Edit]) -> "Mended":
        """The words after *edits*, which are sorted and do not overlap."""
        done = [edit for edit in edits if edit.words != self.words[edit.start : edit.end]]
        repairs = self.repairs + tuple(
            self._repair(kind, edit) for edit in done if not self._ends_a_line(edit)
        )
        doubts = tuple(self.source(edit.start, edit.end) for edit in edits if not edit.sure)
        lengthy = [edit for edit in done if len(edit.words) != edit.end - edit.start]
        segments = tuple(_rerouted(self, lengthy)) if lengthy else self.segments
        return Mended(_rewritten(self.words, done), segments, repairs, self.doubts + doubts)

    def _ends_a_line(self, edit: Edit) -> bool:
        """Whether the edit only reads the line's end of another system, which is no damage."""
        return self.words[edit.start : edit.end] in ("\r", "\r\n") and edit.words == "\n"

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that the words between two offsets stand for."""
        if end <= start:
            at = self._at(start, at_end=start == len(self.words))
            return at, at
        return self._at(start, at_end=False), self._at(end, at_end=True)

    def slices(self, start: int, end: int) -> Iterator[Segment]:
        """The segments between two offsets, cut to them."""
        at = max(0, bisect_right(self.segments, (start, maxsize)) - 1)
        while at < len(self.segments) and self.segments[at].clean_start < end:
            if self.segments[at].clean_end > start:
                yield _cut(self.segments[at], start, end)
            at += 1

    def _repair(self, kind: str, edit: Edit) -> Repair:
        start, end = self.source(edit.start, edit.end)
        return Repair(kind, start, end, edit.words)

    def _at(self, offset: int, *, at_end: bool) -> int:
        key = offset - 1 if at_end else offset
        at = bisect_right(self.segments, (key, maxsize)) - 1
        if at < 0:
            return 0
        clean_start, clean_end, start, end = self.segments[at]
        if clean_end - clean_start == end - start:
            return start + offset - clean_start
        return end if at_end else start


def untouched(source: str) -> Mended:
    """The source as it stands, before any step."""
    length = len(source)
    return Mended(source, (Segment(0, length, 0, length),))


def joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, those that continue one another character by character made one."""
    last: Segment | None = None
    for segment in segments:
        if last and _continues(last, segment):
            last = Segment(last[0], segment[1], last[2], segment[3])
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last


def _continues(last: Segment, segment: Segment) -> bool:
    meets = last[1] == segment[0] and last[3] == segment[2]
    return meets and last.is_even and segment.is_even


def _rewritten(words: str, edits: Sequence[Edit]) -> str:
    pieces, at = list[str](), 0
    for edit in edits:
        assert at <= edit.start <= edit.end, "edits are sorted and apart"
        pieces += (words[at : edit.start], edit.words)
        at = edit.end
    return "".join([*pieces, words[at:]])


def _rerouted(mended: Mended, edits: Sequence[Edit]) -> Iterator[Segment]:
    return joined(_shifted(mended, edits))


def _shifted(mended: Mended, edits: Sequence[Edit]) -> Iterator[Segment]:
    """The segments behind the edits, read from left to right once."""
    segments, at, done, shift = mended.segments, 0, 0, 0
    end = len(mended.words)
    for edit in (*edits, Edit(end, end, "")):
        start = edit.start
        while at < len(segments) and segments[at].clean_start < start:
            first, last, source_start, source_end = segments[at]
            head, tail = (
                (done - first if first < done else 0),
                (last - start if last > start else 0),
            )
            if first + head < last - tail:
                if last - first == source_end - source_start:
                    source_start, source_end = source_start + head, source_end - tail
                yield Segment(first + head + shift, last - tail + shift, source_start, source_end)
            if tail:
                break
            at += 1
        if edit.words:
            placed = start + shift
            yield Segment(placed, placed + len(edit.words), *mended.source(start, edit.end))
        shift += len(edit.words) - (edit.end - start)
        done = edit.end


def _cut(segment: Segment, start: int, end: int) -> Segment:
    head = max(0, start - segment.clean_start)
    tail = max(0, segment.clean_end - end)
    if not (head or tail):
        return segment
    start, end = segment.clean_start + head, segment.clean_end - tail
    if not segment.is_even:
        return Segment(start, end, segment.source_start, segment.source_end)
    return Segment(start, end, segment.source_start + head, segment.source_end - tail)
