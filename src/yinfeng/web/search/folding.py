"""How words are folded, so that 雲澤（镇）, 云泽镇 and ＹＺ, yz are found by one another.

One character at a time: full width becomes half width, capitals small, traditional characters
simplified; spaces and signs go, but for the point inside a number (3.2亿 is not 32亿).
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from yinfeng.lexicon.scripts import simple_forms

_POINT = "."


def folded(words: str) -> str:
    """The words as they are compared."""
    return "".join(text for text, _ in _pieces(words))


def folded_with_places(words: str) -> tuple[str, list[int]]:
    """The words as they are compared, and for each character where it came from."""
    pieces = [(char, place) for text, place in _pieces(words) for char in text]
    return "".join(char for char, _ in pieces), [place for _, place in pieces]


def _pieces(words: str) -> Iterator[tuple[str, int]]:
    for place, char in enumerate(words):
        if char == _POINT or char == "．":
            if 0 < place < len(words) - 1 and _is_digit(words[place - 1], words[place + 1]):
                yield _POINT, place
        elif text := _fold(char):
            yield text, place


def _is_digit(*chars: str) -> bool:
    return all(char.isdigit() for char in chars)


@lru_cache(maxsize=65536)
def _fold(char: str) -> str:
    known = simple_forms()
    wide = unicodedata.normalize("NFKC", char).casefold()
    return "".join(known.get(one, one) for one in wide if one.isalnum())
