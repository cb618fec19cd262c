"""The parts of a regular expression: its branches, its groups, what repeats a part.

`(?:新|再)?开工|\\d+家` has two branches; the first opens with a group that may be left out.
"""

import re
from typing import NamedTuple

ATOM = re.compile(r"\\.|\[(?P<not>\^)?(?P<in>(?:\\.|[^\]\\])+)\]|(?P<plain>[^\\\[\](){}|*+?^$.])")
_TIMES = re.compile(
    r"(?P<sign>[?*+]|\{(?=,?\d)(?P<least>\d*)(?P<to>,)?(?P<most>\d*)\})(?P<way>[?+]?)"
)


class Times(NamedTuple):
    """How often a part may stand: at least, at most (None for ever so often), and where that ends.

    *is_greedy* is false where as few as possible are tried first, or where none is given back.
    """

    least: int
    most: int | None
    is_greedy: bool
    end: int


def times_at(source: str, at: int) -> Times:
    """How often the part that ends at *at* may stand: once where nothing is said."""
    told = _TIMES.match(source, at)
    if told is None:
        return Times(1, 1, True, at)
    if told["sign"] in "?*+":
        least, most = told["sign"] == "+", 1 if told["sign"] == "?" else None
    else:
        least = int(told["least"] or 0)
        most = least if not told["to"] else int(told["most"]) if told["most"] else None
    return Times(int(least), most, not told["way"], told.end())


def branches(source: str) -> list[str]:
    """The branches of an alternation, brackets and classes kept whole."""
    found, start, at = list[str](), 0, 0
    while at < len(source):
        if source[at] == "|":
            found.append(source[start:at])
            start = at + 1
        at = past(source, at)
    return [*found, source[start:]]


def closing(source: str, at: int) -> int:
    """The place behind the bracket that closes the one at *at*."""
    at += 1
    while source[at] != ")":
        at = past(source, at)
    return at + 1


def past(source: str, at: int) -> int:
    """The place behind one sign, class or bracketed group."""
    if source[at] == "\\":
        return at + 2
    if source[at] == "[":
        atom = ATOM.match(source, at)
        return atom.end() if atom else at + 1
    return closing(source, at) if source[at] == "(" else at + 1
