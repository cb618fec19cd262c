"""Words as pairs of characters: the one function for the index and for what is asked of it.

Each pair becomes a word of plain letters, so that no database splits or folds it in a way of its
own: 土地 → `lhhfzlhjg`. The initials of a name (云泽镇 → yzz) are pairs of their own kind, which
begin with q. What a passage is (its unit, its kind, whether it holds names) stands among its words
as marks, which begin with x: so the index itself knows the scope, and few rows are fetched.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pypinyin import Style, lazy_pinyin, pinyin

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_BETWEEN = "z"
_INITIALS = "q"
# Stands between two names, so that nothing is found across them.
_BREAK = "qq"
# The mark of a passage that holds the names of its thing.
HEAD = "xh"


def grams(folded: str) -> str:
    """Every pair of neighbours of the folded words, and the last character by itself."""
    codes = [_code(char) for char in folded]
    return " ".join([*_pairs(codes), *(f"{code}{_BETWEEN}" for code in codes[-1:])])


def phrase(folded: str) -> str:
    """The pairs by which folded words of two characters or more are looked for, in order."""
    return " ".join(_pairs([_code(char) for char in folded]))


def beginning(char: str) -> str:
    """How every pair begins whose first character this is."""
    return f"{_code(char)}{_BETWEEN}"


def initials(names: Iterable[str]) -> str:
    """The pairs of initials of names, in each way in which they may be read."""
    every = list(dict.fromkeys(names))
    # A name inside another one is found in that.
    apart = [n for n in every if not any(n in other for other in every if other != n)]
    found = dict.fromkeys(letters for name in apart for letters in _readings(name))
    return f" {_BREAK} ".join(initials_phrase(letters) for letters in found if len(letters) > 1)


def initials_phrase(letters: str) -> str:
    """The pairs by which initials are looked for."""
    return " ".join(f"{_INITIALS}{a}{b}" for a, b in pairwise(letters))


def marks(unit: int, kind: str, *, is_head: bool) -> str:
    """What a passage is, in words of the index."""
    told = [unit_mark(unit), kind_mark(kind), *([HEAD] if is_head else [])]
    return " ".join((_BREAK, *told))


def unit_mark(unit: int) -> str:
    """The word by which the passages of a unit are found."""
    return f"xu{unit}"


def kind_mark(kind: str) -> str:
    """The word by which the passages of a kind are found."""
    return "xk" + "".join(char for char in kind if char.isalnum())


def _apart(strange: str) -> str:
    """Characters that have no reading, for themselves."""
    # The package takes a list of characters here, though it declares a string.
    return list(strange)  # type: ignore[return-value]


def _readings(name: str) -> Iterator[str]:
    """The initials as the words are read, then with one character read in another way."""
    usual = [one[:1] for one in lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_apart)]
    yield _plain("".join(usual))
    if len(usual) != len(name):
        return
    for place, char in enumerate(name):
        for other in _initials_of(char):
            if other != usual[place]:
                yield _plain("".join([*usual[:place], other, *usual[place + 1 :]]))


@lru_cache(maxsize=20_000)
def _initials_of(char: str) -> tuple[str, ...]:
    ways = pinyin(char, style=Style.FIRST_LETTER, heteronym=True, errors=_apart)[0]
    return tuple(dict.fromkeys(one[:1] for one in ways if one))


def _plain(letters: str) -> str:
    return "".join(one for one in letters.casefold() if one.isascii() and one.isalnum())


def _pairs(codes: list[str]) -> Iterator[str]:
    return (f"{a}{_BETWEEN}{b}" for a, b in pairwise(codes))


def _code(char: str) -> str:
    return f"{ord(char):x}".translate(_LETTERS)
