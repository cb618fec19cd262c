"""Many words looked for at once: where each stands in a text, and its key.

The leftmost word wins, the longest where several start together. A word with an empty key is a
trap: 召开工作会 holds no 开工, 注册资本 no 注册. It is found, so that it hides them, and left out.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind


class Found(NamedTuple):
    """A word of a dictionary where it stands in a text."""

    start: int
    end: int
    key: str


_HALVES = re.compile("[\ud800-\udfff]")


def found_in(
    words: AhoCorasick, says: str, *, overlapping: bool = False
) -> list[tuple[int, int, int]]:
    """What an automaton finds in *says*: key, start, end; half a character is no obstacle."""
    try:
        return words.find_matches_as_indexes(says, overlapping)
    except UnicodeEncodeError:
        return words.find_matches_as_indexes(_HALVES.sub("\ufffd", says), overlapping)


class Dictionary:
    """Words and their keys, ready to be looked for."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = tuple(keys.values())
        self._words = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest)

    def find(self, says: str) -> Iterator[Found]:
        """Every word that stands in *says*, from left to right, traps left out."""
        keys = self._keys
        for at, start, end in found_in(self._words, says):
            if keys[at]:
                yield Found(start, end, keys[at])
