"""Where the words that a person typed or selected stand in a paper.

They are looked for as they stand; then without regard to spaces and line breaks, which no one
types; then in the restored text, for who reads that one. What is found is always quoted from the
source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yinfeng.text.text import Segment, Text
from yinfeng.values import Document as Published
from yinfeng.values import Evidence, Span
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.models import Reading

_MOST = 20
_AROUND = 24
_SHORTEST = 2
_SPACE = re.compile(r"\s+")
_NOWHERE = "原文里没有“{words}”这段话。请从原文中照抄或选取，不要改字；换行和空格不影响。"
_SHORT = "证明的原话太短，请至少照抄两个字。"
_MANY = "“{words}”在原文里出现了{n}次以上，请多抄几个字，好认出是哪一处。"


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the words stand, with what stands around them."""

    evidence: Evidence
    before: str
    after: str


class Ambiguous(Refused):
    """The words stand in several places, of which a person has to choose one."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__(f"这段话在原文里有{len(places)}处，请选定是哪一处。")
        self.places = places


def the_place(reading: Reading, words: str, at: int | None = None) -> Evidence:
    """The place of the words: the only one, or the one that begins at *at*."""
    found = places(reading, words)
    chosen = [one.evidence for one in found if one.evidence.start == at]
    if chosen or len(found) == 1:
        return (chosen or [found[0].evidence])[0]
    raise Ambiguous(found)


def places(reading: Reading, words: str) -> tuple[Place, ...]:
    """Every place where the words stand, in order; refused where there is none."""
    plain = _SPACE.sub("", words)
    if len(plain) < _SHORTEST:
        raise Refused(_SHORT)
    found = sorted(set(_in_source(reading, words.strip(), plain)) or set(_restored(reading, plain)))
    said = words.strip()[:40]
    if not found:
        raise Refused(_NOWHERE.format(words=said))
    if len(found) > _MOST:
        raise Refused(_MANY.format(words=said, n=_MOST))
    return tuple(_place(reading.source, one) for one in found)


def inside(around: Evidence, words: str) -> Evidence:
    """The words where they stand inside a quote, else the whole quote."""
    plain = _SPACE.sub("", words)
    match = _loosely(plain).search(around.quote) if plain else None
    if match is None:
        return around
    start = around.start + match.start()
    return Evidence(start, start + len(match[0]), match[0])


def restored_words(reading: Reading, evidence: Evidence) -> str:
    """What a stretch of the source says once it is restored."""
    span = _text(reading).clean_span(evidence.start, evidence.end)
    return reading.restored[span.start : span.end] or evidence.quote


def _in_source(reading: Reading, words: str, plain: str) -> Iterator[Evidence]:
    exactly = [match.span() for match in re.finditer(re.escape(words), reading.source)]
    loosely = exactly or [match.span() for match in _loosely(plain).finditer(reading.source)]
    yield from (Evidence(a, b, reading.source[a:b]) for a, b in loosely)


def _restored(reading: Reading, plain: str) -> Iterator[Evidence]:
    text = _text(reading)
    for match in _loosely(plain).finditer(reading.restored):
        first = text.evidence(Span(match.start(), match.start() + 1))
        last = text.evidence(Span(match.end() - 1, match.end()))
        # A caption that was moved stands elsewhere in the source: its words are no one stretch.
        if first.start < last.end and last.end - first.start < 3 * len(match[0]) + _AROUND:
            yield Evidence(first.start, last.end, reading.source[first.start : last.end])


def _loosely(plain: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(re.escape(sign) for sign in plain))


def _text(reading: Reading) -> Text:
    segments = tuple(Segment(*one) for one in reading.segments)
    published = Published(name="", source=reading.source)
    return Text(published, reading.restored, segments, (), ())


def _place(source: str, evidence: Evidence) -> Place:
    before = source[max(0, evidence.start - _AROUND) : evidence.start]
    return Place(evidence, before, source[evidence.end : evidence.end + _AROUND])
