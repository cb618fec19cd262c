"""Streams: the bytes behind a damaged page, as far as the page still tells them.

`tokens` cuts 談?wù)猩添?xiàng)目 into characters, notes that stand in their brackets, cuts (a note
whose opening bracket was lost together with one byte) and marks of loss.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from yinfeng.lexicon.readings import LETTERS, TONED, is_reading

# A note may itself have been annotated: 優(yōu(zī)) holds the two bytes of 資 across ō and u.
_LETTER = f"[{LETTERS}]"
_INSIDE = rf"{_LETTER}{{1,7}}(?:[(（]{_LETTER}{{1,7}}[)）]{_LETTER}{{0,6}})?"
_TOKEN = re.compile(rf"(?P<mark>[?\ufffd]?)(?P<open>[(（]?)(?P<reading>{_INSIDE})[)）]|[\s\S]")
CUT = re.compile(
    rf"(?:[?\ufffd][(（]?|(?<=[\u3400-\u9fff]))(?=[a-zɡ]{{0,5}}[{TONED}]){_INSIDE}[)）]"
)
"""Where a note has lost its opening bracket or stands behind a lost byte."""

PLAIN_CUT = re.compile(rf"{CUT.pattern}|[?\ufffd][(（]?[a-z]{{1,6}}[)）]")
"""The same on a page where some readings have no tone mark."""

NOTE = re.compile(rf"[(（](?<=([\u3400-\u9fff])[(（]) ?({_INSIDE}) ?[)）]")
"""A note that stands in its brackets behind a character."""


def reading_of(inside: str) -> str:
    """The reading that a note gives, without a note inside it."""
    if "(" not in inside and "（" not in inside:
        return inside
    opened = re.search(r"[(（]", inside)
    assert opened is not None
    closed = re.search(r"[)）]", inside)
    return inside[: opened.start()] + (inside[closed.end() :] if closed else "")


class Sort(Enum):
    """What a token is."""

    CHARACTER = "character"
    NOTE = "note"
    CUT = "cut"
    LOST = "lost"


class Token(NamedTuple):
    """One token: what it is, where it stands, the character or reading that it shows."""

    sort: Sort
    start: int
    end: int
    says: str
    is_bracketed: bool = False


def tokens(words: str, start: int) -> Iterator[Token]:
    """The tokens of *words* from *start* on."""
    at = start
    while at < len(words):
        match = _TOKEN.match(words, at)
        assert match is not None
        yield _token(match)
        at = match.end()


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    reading = reading_of(match["reading"] or "")
    if reading and is_reading(reading):
        if match["mark"] or not match["open"]:
            return Token(Sort.CUT, start, end, reading, bool(match["open"]))
        return Token(Sort.NOTE, start, end, reading)
    says = match.string[start]
    sort = Sort.LOST if says in "?\ufffd" else Sort.CHARACTER
    return Token(sort, start, start + 1, says)


@cache
def pairs() -> dict[bytes, str]:
    """The character of each pair of bytes that GBK knows."""
    leads, trails = range(0x81, 0xFF), [*range(0x40, 0x7F), *range(0x80, 0xFF)]
    found = ((bytes((a, b)), bytes((a, b)).decode("gbk", "ignore")) for a in leads for b in trails)
    return {pair: character for pair, character in found if len(character) == 1}


@lru_cache(maxsize=4096)
def written(character: str) -> bytes:
    """The bytes of a character in GBK, none if it has none there."""
    stream = character.encode("gb18030", "ignore")
    return stream if len(stream) <= 2 else b""
