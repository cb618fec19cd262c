"""Places in a text: `Span` in the restored text, `Evidence` in the text as published.

A span never leaves the engine. Evidence carries its quote, so that `source[start:end] == quote`
can be checked by anyone who holds the source. `Text.evidence` is the only crossing.
Both are named tuples because the reader makes tens of thousands a second.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of restored text, counted in characters."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Evidence(NamedTuple):
    """A half-open stretch of the source as published, with the words that stand there."""

    start: int
    end: int
    quote: str
