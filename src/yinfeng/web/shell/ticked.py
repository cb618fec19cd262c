"""Keys that a form sends as words: what can be the key of no row is left out."""

from collections.abc import Iterable

# The longest key that both databases take.
_DIGITS = 18


def is_key(given: str) -> bool:
    """Whether the words can be the key of a row."""
    return given.isdecimal() and len(given) <= _DIGITS


def keys_of(given: Iterable[str]) -> list[int]:
    """The keys among these words."""
    return [int(one) for one in given if is_key(one)]
