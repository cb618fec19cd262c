"""A page: one document ready for the fact patterns, its mentions laid out by sentence.

Patterns read `Page` and `Sentence`; they never search the raw text for figures or names again.
`quoted` and `told` are how a pattern turns spans into evidence.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from yinfeng.text import Line, Text
from yinfeng.values import (
    Evidence,
    Mention,
    Name,
    Period,
    Quantity,
    Span,
    Status,
    Term,
    Told,
)

T = TypeVar("T")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its span, words, line, and the mentions inside it from left to right.

    Spans of mentions count in the whole clean text, not in the sentence.
    """

    span: Span
    says: str
    line: Line
    paragraph: int
    mentions: tuple[Mention, ...]

    @cached_property
    def quantities(self) -> tuple[Mention, ...]:
        """The figures of the sentence."""
        return tuple(m for m in self.mentions if type(m.value) is Quantity)

    @cached_property
    def periods(self) -> tuple[Mention, ...]:
        """The times of the sentence."""
        return tuple(m for m in self.mentions if type(m.value) is Period)

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The names of the sentence."""
        return tuple(m for m in self.mentions if type(m.value) is Name)

    @cached_property
    def terms(self) -> tuple[Mention, ...]:
        """The dictionary terms of the sentence."""
        return tuple(m for m in self.mentions if type(m.value) is Term)


@dataclass(frozen=True)
class Page:
    """One document's text, its mentions in order, and its sentences."""

    text: Text
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...] = field(default=())

    def says(self, start: int, end: int) -> str:
        """The restored words between two offsets."""
        return self.text.clean[start:end]

    def quoted(self, start: int, end: int) -> tuple[str, Evidence]:
        """The restored words of a stretch and the evidence for them, trimmed of outer space."""
        clean = self.text.clean
        while start < end and clean[start].isspace():
            start += 1
        while end > start and clean[end - 1].isspace():
            end -= 1
        return clean[start:end], self.text.evidence(Span(start, end))

    def told(
        self, value: T, *spans: Span, status: Status = Status.DONE, pattern: str = ""
    ) -> Told[T]:
        """*value* with the evidence of the spans that prove it."""
        return Told(value, tuple(self.text.evidence(s) for s in spans), status, pattern)


def laid_out(text: Text, mentions: Iterable[Mention]) -> Page:
    """The page of a text: mentions sorted by place and dealt to their sentences."""
    ordered = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
    starts = [m.span.start for m in ordered]
    return Page(text, ordered, tuple(_sentences(text, ordered, starts)))


def _sentences(
    text: Text, mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterable[Sentence]:
    at, lines = 0, text.lines
    for span in text.sentences:
        while at + 1 < len(lines) and lines[at].span.end <= span.start:
            at += 1
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        yield Sentence(span, text.says(span), lines[at], at, tuple(mentions[first:last]))
