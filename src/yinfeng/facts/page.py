"""A page: one document ready for the fact patterns, its mentions laid out by sentence.

Patterns read `Page` and `Sentence`; they never search the raw text for figures or names again.
`quoted` and `told` are how a pattern turns spans into evidence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from yinfeng.text import Line, Text
from yinfeng.values import (
    Evidence,
    Mention,
    Name,
    NameKind,
    Period,
    Quantity,
    Span,
    Status,
    Term,
    Told,
)

T = TypeVar("T")

_SITES = (NameKind.PARK, NameKind.VILLAGE, NameKind.STATION, NameKind.BUILDING)
_INVESTORS = (NameKind.FIRM, NameKind.GROUP, NameKind.INSTITUTE)


@dataclass(frozen=True)
class Sentence:
    """One sentence: its span, words, line, and the mentions inside it from left to right.

    The mentions stand together and by sort: figures, times, names, terms of the dictionary.
    A tabular sentence is a row of columns parted by gaps.

    Spans of mentions count in the whole clean text, not in the sentence.
    """

    span: Span
    says: str
    line: Line
    paragraph: int
    mentions: tuple[Mention, ...]
    quantities: tuple[Mention, ...]
    periods: tuple[Mention, ...]
    names: tuple[Mention, ...]
    terms: tuple[Mention, ...]
    is_tabular: bool


@dataclass(frozen=True)
class Page:
    """One document's text, its mentions in order, and its sentences."""

    text: Text
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...] = field(default=())
    _kept: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What *make* tells of the page, made only at the first asking for *key*."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    @cached_property
    def leaders(self) -> dict[int, tuple[Mention, ...]]:
        """The times and bodies by the place where they begin, longest first."""
        found: dict[int, tuple[Mention, ...]] = {}
        for mention in self.mentions:
            value = mention.value
            if type(value) is Period or (type(value) is Name and value.kind is not NameKind.PERSON):
                start = mention.span.start
                found[start] = (*found.get(start, ()), mention)
        return found

    def leaders_at(self, offset: int) -> tuple[Mention, ...]:
        """The times and bodies that begin at *offset*, longest first."""
        return self.leaders.get(offset, ())

    @cached_property
    def _order(self) -> dict[int, int]:
        return {sentence.span.start: at for at, sentence in enumerate(self.sentences)}

    def after(self, sentence: Sentence) -> Iterable[Sentence]:
        """The sentences that follow one, in order."""
        at = self._order[sentence.span.start]
        return (self.sentences[n] for n in range(at + 1, len(self.sentences)))

    def before(self, sentence: Sentence, most: int) -> Iterable[Sentence]:
        """Up to *most* sentences that come before one, nearest first."""
        at = self._order[sentence.span.start]
        return (self.sentences[n] for n in range(at - 1, max(-1, at - 1 - most), -1))

    def sentences_between(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that share a character with the stretch between two offsets."""
        first = bisect_right(self.sentences, start, key=lambda one: one.span.end)
        last = bisect_left(self.sentences, end, first, key=lambda one: one.span.start)
        return self.sentences[first:last]

    @cached_property
    def paragraph_ends(self) -> dict[int, int]:
        """The number of each paragraph's last sentence."""
        return {sentence.paragraph: at for at, sentence in enumerate(self.sentences)}

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin between two offsets, from left to right."""
        starts = self._starts
        first = bisect_left(starts, start)
        return self.mentions[first : bisect_left(starts, end, first)] if start < end else ()

    @cached_property
    def firms(self) -> tuple[Mention, ...]:
        """The first mention of each firm, group and institute named on the page."""
        first: dict[str, Mention] = {}
        for mention in self.mentions:
            if type(mention.value) is Name and mention.value.kind in _INVESTORS:
                first.setdefault(mention.value.text, mention)
        return tuple(first.values())

    @cached_property
    def _firms_by_pair(self) -> dict[str, dict[str, Mention]]:
        return _by_pair(self.firms)

    @cached_property
    def _brands_by_pair(self) -> dict[str, dict[str, Mention]]:
        return _by_pair(
            m for m in self.mentions if type(m.value) is Name and m.value.kind is NameKind.BRAND
        )

    def brands_with(self, pair: str) -> Iterable[Mention]:
        """The first mention of each brand that has these two characters in its name."""
        return self._brands_by_pair.get(pair, {}).values()

    def firms_with(self, pair: str) -> Iterable[Mention]:
        """The first mention of each firm that has these two characters in its name."""
        return self._firms_by_pair.get(pair, {}).values() if len(pair) == 2 else self.firms

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at *offset*, if one does."""
        at = bisect_left(self.sentences, offset + 1, key=lambda one: one.span.start) - 1
        held = at >= 0 and offset < self.sentences[at].span.end
        return self.sentences[at] if held else None

    @cached_property
    def sites(self) -> tuple[Mention, ...]:
        """The parks, villages, stations and buildings named on the page."""
        return tuple(m for m in self.mentions if type(m.value) is Name and m.value.kind in _SITES)

    def mentions_around(self, offset: int) -> Iterable[Mention]:
        """The mentions that may cover the character at *offset*."""
        starts = self._starts
        last = bisect_left(starts, offset)
        return self.mentions[max(0, last - 12) : last]

    def is_inside_name(self, offset: int) -> bool:
        """Whether the character at *offset* lies inside a name."""
        return any(
            m.span.start < offset < m.span.end
            for m in self.mentions_around(offset)
            if type(m.value) is Name
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

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

    def clean_end(self, evidence: Evidence) -> int:
        """Where the stretch that *evidence* quotes ends in the restored text."""
        return self.text.clean_span(evidence.start, evidence.end).end

    def clean_start(self, evidence: Evidence) -> int:
        """Where the stretch that *evidence* quotes begins in the restored text."""
        return self.text.clean_span(evidence.start, evidence.end).start

    def told(
        self, value: T, *spans: Span, status: Status = Status.DONE, pattern: str = ""
    ) -> Told[T]:
        """*value* with the evidence of the spans that prove it."""
        return Told(value, tuple(map(self.text.evidence, spans)), status, pattern)


def _by_pair(mentions: Iterable[Mention]) -> dict[str, dict[str, Mention]]:
    """The first mention of each name, by the pairs of characters that the name has."""
    found: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        name = mention.value.text if type(mention.value) is Name else ""
        for at in range(len(name) - 1):
            found.setdefault(name[at : at + 2], {}).setdefault(name, mention)
    return found


def laid_out(text: Text, mentions: Iterable[Mention]) -> Page:
    """The page of a text: mentions sorted by place and dealt to their sentences."""
    ordered = tuple(sorted(mentions, key=_place))
    starts = [m.span.start for m in ordered]
    return Page(text, ordered, tuple(_sentences(text, ordered, starts)))


def _place(mention: Mention) -> tuple[int, int]:
    start, end = mention[0]
    return start, -end


def _sentences(
    text: Text, mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterable[Sentence]:
    at, lines = 0, text.lines
    for span in text.sentences:
        while at + 1 < len(lines) and lines[at].span.end <= span.start:
            at += 1
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        own = tuple(mentions[first:last])
        says = text.clean[span.start : span.end]
        is_tabular = "\t" in says or says.count("  ") >= 3
        figures, times, names, terms = _by_sort(own)
        yield Sentence(span, says, lines[at], at, own, figures, times, names, terms, is_tabular)


def _by_sort(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, ...]]:
    if not mentions:
        return (), (), (), ()
    sorts: dict[type, list[Mention]] = {Quantity: [], Period: [], Name: [], Term: []}
    for mention in mentions:
        sorts[type(mention[1])].append(mention)
    return map(tuple, sorts.values())
