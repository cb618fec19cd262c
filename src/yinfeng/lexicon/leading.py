"""Where a pattern may begin: `led` lets a search pass over all other places at once.

Python's `re` does so by itself only where every branch begins with a plain character; a branch
that begins with 新? or (?<!签) makes a search try all branches everywhere, twenty times slower.
"""

import re
from typing import NamedTuple

from yinfeng.lexicon.openings import by_first_sign
from yinfeng.lexicon.pattern_parts import ATOM, branches, closing

_LOOKING = ("(?=", "(?!", "(?<=", "(?<!")
_OPENING = re.compile(r"\((?:\?:|\?P<\w+>)?")
_TIMES = re.compile(r"(?P<none>[?*]|\{0?,)|\+|\{\d", re.ASCII)
_REST_OF_TIMES = re.compile(r"[\d,]*\}?[?+]?", re.ASCII)
_DASH = re.compile("^-|-$")
_CLASSES = frozenset(("\\d", "\\s", "\\w"))


class _Heads(NamedTuple):
    """What words may begin with, as the inside of a character class, and whether they may be none.

    None for *signs*: any character.
    """

    signs: str | None
    may_be_empty: bool


def led(source: str) -> str:
    """The same pattern, tried only where one of the characters stands that it may begin with."""
    sorted_by_sign = by_first_sign(source)
    if sorted_by_sign is not None:
        return sorted_by_sign
    heads = _of_branches(source)
    if not heads.signs or heads.may_be_empty or "一-龥" in heads.signs:
        return source
    return f"(?=[{heads.signs}])(?:{source})"


def alternatives(words: list[str]) -> str:
    """Words, some of them patterns, as one alternation in their order."""
    return f"(?:{led('|'.join(words))})"


def _of_branches(source: str) -> _Heads:
    found = [_of_sequence(branch) for branch in branches(source)]
    signs = [one.signs for one in found if one.signs is not None]
    whole = "".join(signs) if len(signs) == len(found) else None
    return _Heads(whole, any(one.may_be_empty for one in found))


def _of_sequence(source: str) -> _Heads:
    signs, at = "", 0
    while at < len(source):
        if source.startswith(_LOOKING, at):
            at = closing(source, at)
            continue
        head, at = _of_atom(source, at)
        if head.signs is None:
            return _Heads(None, False)
        signs += head.signs
        times = _TIMES.match(source, at)
        if not (head.may_be_empty or (times is not None and times["none"])):
            return _Heads(signs, False)
        if times is not None:
            rest = _REST_OF_TIMES.match(source, times.end())
            at = rest.end() if rest else times.end()
    return _Heads(signs, True)


def _of_atom(source: str, at: int) -> tuple[_Heads, int]:
    if source[at] == "(":
        opening, end = _OPENING.match(source, at), closing(source, at)
        if opening is None or source.startswith("?", opening.end()):
            return _Heads(None, False), end
        return _of_branches(source[opening.end() : end - 1]), end
    atom = ATOM.match(source, at)
    if atom is None or atom["not"]:
        return _Heads(None, False), at + 1
    if atom["in"]:
        return _Heads(_DASH.sub(r"\\-", atom["in"]), False), atom.end()
    if atom["plain"]:
        return _Heads(re.escape(atom["plain"]), False), atom.end()
    is_sign = atom[0] in _CLASSES or not atom[0][1].isalnum()
    return _Heads(atom[0] if is_sign else None, False), atom.end()
