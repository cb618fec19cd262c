"""Guesses: what a shifted run may have said, judged token by token.

A guess holds the words so far and, while the page is read one byte late, the byte that waits for
its second half. Each token either fits a guess, splits it into several, or ends it. What a guess
says must also be what the tool would have damaged in just this way: a character that the page
annotates cannot stand there without its note.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from yinfeng.lexicon import common_words
from yinfeng.lexicon.readings import characters_read, is_first_reading, is_read
from yinfeng.lexicon.scripts import simple_forms, simplified_only, traditional
from yinfeng.text.likelihood import SWALLOWED, Language, Reach
from yinfeng.text.streams import Sort, Token, pairs, written

FEW, MOST_TRAILS, FEW_TRAILS, CLOSINGS = 20, 80, 30, 150
"""So many characters are thought of where a second byte is lost: most for a few guesses."""

HOPELESS = 20.0
"""So much less probable than the best, as a natural logarithm, a guess is not carried on."""

_COMMON, _SIGN_LEADS = -16.5, (0xA1, 0xA3)
_HIGH = bytes(range(0x80, 0xFF))
_KNOWN, _FOREIGN, _UNNOTED, _MODERN = 3.0, -7.0, -1.0, -3.0
_CONTRADICTED, _ALSO, _AT_END = -9.0, -4.0, 4.0


_BEFORE_END = re.compile(
    rf"([。！？!?、，,；“《（(]){SWALLOWED}?(?:</?(?:p|div|br|td|li)\b|/(?:p|div|td|li)>|$)"
)


class Guess(NamedTuple):
    """Words that may have stood there, and the state of the bytes behind them."""

    score: float
    words: str
    reach: Reach
    tail: bytes
    pending: int | None = None
    is_noted: bool = False
    owes_note: bool = False

    @property
    def total(self) -> float:
        """How probable the guess is, as a natural logarithm."""
        return self.score + self.reach.score


@dataclass(frozen=True)
class Page:
    """What a page tells of its damage: which characters it annotates, which it does not."""

    language: Language
    noted: frozenset[str]
    bare: frozenset[str]
    noted_pairs: frozenset[bytes]
    is_narrow: bool


def followed(
    guesses: Sequence[Guess], token: Token, page: Page, *, is_swallowing: bool
) -> Iterator[Guess]:
    """The guesses that *guesses* become with one more token."""
    if token.sort is Sort.NOTE:
        for guess in guesses:
            yield from _noted(guess, token.says)
        return
    dues: Sequence[Guess] = [_due(guess) if guess.owes_note else guess for guess in guesses]
    if token.sort is Sort.CUT:
        for guess in dues:
            yield from _cut(guess, token.says, page)
        return
    if token.sort is Sort.LOST:
        waiting = [guess for guess in dues if guess.pending is not None]
        yield from _lost(waiting, page, is_swallowing=is_swallowing)
        dues = [guess for guess in dues if guess.pending is None]
    yield from _shown(dues, token.says, page)


def _due(guess: Guess) -> Guess:
    """The guess, dearer since its last character lacks the note that it has elsewhere."""
    return guess._replace(score=guess.score + _CONTRADICTED, owes_note=False)


def _cut(guess: Guess, reading: str, page: Page) -> Iterator[Guess]:
    """The lost byte closes a pair, with the byte before it, of a character that is so read."""
    lead = guess.tail[-1:]
    for character, trail in _characters(reading, lead):
        scored = guess._replace(score=guess.score + _fitness(character, reading, page))
        if guess.pending is not None:
            closed = _closed(scored._replace(is_noted=True), trail, page)
            if closed:
                yield closed._replace(is_noted=True)
        elif trail >= 0x80:
            tail = lead + bytes((trail,))
            yield scored._replace(pending=trail, tail=tail, is_noted=True)


@lru_cache(maxsize=1 << 10)
def _characters(reading: str, lead: bytes) -> tuple[tuple[str, int], ...]:
    """The characters that are so read and begin with that byte, each with its second byte."""
    told = ((character, written(character)) for character in characters_read(reading))
    return tuple(
        (character, stream[1])
        for character, stream in told
        if stream[:1] == lead and len(stream) == 2
    )


def _fitness(character: str, reading: str, page: Page) -> float:
    if character in page.noted:
        return _KNOWN
    if character in page.bare:
        return _CONTRADICTED
    usual = 0.0 if is_first_reading(character, reading) else _ALSO
    return usual if character in traditional() else usual + _FOREIGN


def _noted(guess: Guess, reading: str) -> Iterator[Guess]:
    """A note in its brackets stands behind two bytes of a character that is so read."""
    noted = guess._replace(is_noted=True, owes_note=False)
    if is_read(pairs().get(guess.tail, ""), reading):
        yield noted
    elif guess.pending is None:
        yield noted._replace(score=noted.score + _CONTRADICTED)


def _lost(guesses: Sequence[Guess], page: Page, *, is_swallowing: bool) -> Iterator[Guess]:
    """One byte lost with the sign after it, or a pair of bytes that is no character."""
    trails = MOST_TRAILS if len(guesses) <= FEW else FEW_TRAILS
    told = (
        closed
        for guess in guesses
        for byte in _common_trails()[guess.pending or 0][:trails]
        if (closed := _closed(guess, byte, page))
    )
    closings = best(told, CLOSINGS)
    if not is_swallowing:
        yield from closings
        return
    for closed in closings:
        swallowed = page.language.after(closed.reach, SWALLOWED)
        yield closed._replace(words=closed.words + SWALLOWED, reach=swallowed, tail=b"")
        if closed.tail[-1] >= 0xA1:
            yield from _unknown_lead(closed, closed.tail[-1])


@cache
def _common_trails() -> tuple[tuple[int, ...], ...]:
    """For each first byte, the second bytes that make a common character, or a sign, of it."""
    return tuple(tuple(_trails(lead))[:MOST_TRAILS] for lead in range(0x100))


def _trails(lead: int) -> Iterator[int]:
    weights, forms = common_words.weights(), simple_forms()
    told = ((pairs().get(bytes((lead, byte)), ""), byte) for byte in _HIGH)
    weighed = ((weights.get(forms.get(sign, sign), -99.0), sign, byte) for sign, byte in told)
    for weight, sign, byte in sorted(weighed, key=lambda one: (-one[0], one[2])):
        if weight > _COMMON or (sign and lead in _SIGN_LEADS):
            yield byte


def _unknown_lead(closed: Guess, byte: int) -> Iterator[Guess]:
    score, words, reach = closed.score, closed.words, closed.reach
    for lead, tail in _unknown_leads(byte):
        yield Guess(score, words, reach, tail, lead, closed.is_noted, closed.owes_note)


@lru_cache(maxsize=256)
def _unknown_leads(byte: int) -> tuple[tuple[int, bytes], ...]:
    """The bytes that are no character behind *byte*, each with the pair of the two."""
    told = ((lead, bytes((byte, lead))) for lead in range(0x81, 0xFE))
    return tuple((lead, pair) for lead, pair in told if pair not in pairs())


def _shown(guesses: Iterable[Guess], character: str, page: Page) -> Iterator[Guess]:
    """The guesses that are still possible behind a character of the page."""
    stream, is_narrow = written(character), character.isascii()
    owes = stream in page.noted_pairs
    for guess in guesses:
        if guess.pending is None:
            score = guess.score + _contradiction(guess, stream[:1], page)
            reach = page.language.after(guess.reach, character)
            tail = (guess.tail + stream)[-2:]
            yield Guess(score, guess.words + character, reach, tail, None, False, owes)
        elif is_narrow:
            yield from _narrow(guess, character, page)
        elif len(stream) == 2:
            closed = _closed(guess, stream[0], page)
            if closed:
                score, words, reach, *_ = closed
                yield Guess(score, words, reach, stream, stream[1], False, owes)


def _narrow(guess: Guess, character: str, page: Page) -> Iterator[Guess]:
    """A sign of one byte, which ends the shift, or one that was wide before the page was kept."""
    code = ord(character)
    if 0x40 <= code < 0x7F:
        closed = _closed(guess, code, page, is_noted=True)
        if closed:
            owes = closed.tail in page.noted_pairs
            yield closed._replace(owes_note=owes) if owes else closed
    if 0x21 <= code < 0x7F and page.is_narrow:
        closed = _closed(guess, 0xA3, page)
        if closed:
            tail = bytes((0xA3, code + 0x80))
            yield Guess(closed.score, closed.words, closed.reach, tail, code + 0x80)


def _closed(guess: Guess, byte: int, page: Page, *, is_noted: bool = False) -> Guess | None:
    """The guess with the waiting byte and *byte* made a character, if they are one."""
    assert guess.pending is not None
    pair = bytes((guess.pending, byte))
    character = pairs().get(pair)
    if character is None:
        return None
    score = guess.score
    if not (is_noted or guess.is_noted):
        score += _contradiction(guess, pair[1:], page) + _plainness(character, page)
    shown = _narrowed(character) if page.is_narrow else character
    reach = page.language.after(guess.reach, shown)
    return Guess(score, guess.words + shown, reach, pair)


def _contradiction(guess: Guess, byte: bytes, page: Page) -> float:
    """What it costs that two bytes stand together without the note that they have elsewhere."""
    together = guess.tail[-1:] + byte in page.noted_pairs
    return _CONTRADICTED if together and not guess.is_noted else 0.0


def _plainness(character: str, page: Page) -> float:
    if character in simplified_only():
        return _MODERN
    if character in traditional() and character not in page.bare:
        return _UNNOTED
    return 0.0


def _narrowed(character: str) -> str:
    return chr(ord(character) - 0xFEE0) if "\uff01" <= character <= "\uff5e" else character


def best(guesses: Iterable[Guess], most: int) -> list[Guess]:
    """The most probable guesses, one for each state and words; the hopeless are left out."""
    kept: dict[tuple[str, int | None], tuple[float, Guess]] = {}
    top = -inf
    for guess in guesses:
        key, total = (guess.words, guess.pending), guess.score + guess.reach.scores[0]
        if total >= top - HOPELESS and (key not in kept or kept[key][0] < total):
            kept[key] = total, guess
            top = max(top, total)
    ranked = sorted(kept.values(), key=lambda told: -told[0])[:most]
    return [guess for total, guess in ranked if total >= top - HOPELESS]


def ended(guess: Guess, *, is_last: bool) -> Guess:
    """The guess at the end of a line, which is where a full stop stands and no comma does."""
    match = _BEFORE_END.search(guess.words if is_last else guess.words + "_")
    if match is None:
        return guess
    return guess._replace(score=guess.score + (_AT_END if match[1] in "。！？!?" else -_AT_END))
