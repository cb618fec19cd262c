"""Many words looked for at once: where each stands in a text, and its key.

The leftmost word wins, the longest where several start together. A word with an empty key is a
trap: 召开工作会 holds no 开工, 注册资本 no 注册. It is found, so that it hides them, and left out.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind


class Found(NamedTuple):
    """A word of a dictionary where it stands in a text."""

    start: int
    end: int
    key: str


class Dictionary:
    """Words and their keys, ready to be looked for."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = tuple(keys.values())
        self._words = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest)

    def find(self, says: str) -> Iterator[Found]:
        """Every word that stands in *says*, from left to right, traps left out."""
        keys = self._keys
        for at, start, end in self._words.find_matches_as_indexes(says):
            if keys[at]:
                yield Found(start, end, keys[at])
