"""Alternations sorted by their first sign: 新?增|(?<!签)约 as 新增|增|约(?<!签约).

Where every branch begins with a plain sign, Python's `re` passes over all other places at once,
twenty times as fast as it tries the branches there.
"""

import re

from yinfeng.lexicon.pattern_parts import ATOM, branches, closing, past, times_at

_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)")
_BEHIND = ("(?<=", "(?<!")
_WIDEST, _LONGEST, _DEEPEST = 16, 4, 60


class _Unknown(Exception):
    """A branch may begin with more signs than can be told apart."""


def by_first_sign(source: str) -> str | None:
    """The same pattern with its branches sorted by their first signs; None where one has many.

    Its groups have names, if any: a group without one may come to stand in several branches.
    """
    opening = _GROUP.match(source)
    end = closing(source, 0) if opening else 0
    if opening and len(branches(source)) == 1 and times_at(source, end).end == end:
        inner = by_first_sign(source[opening.end() : end - 1])
        return None if inner is None else f"{opening[0]}{inner}){source[end:]}"
    rests: dict[str, list[str]] = {}
    try:
        for branch in branches(source):
            for sign, rest in _opened(branch):
                rests.setdefault(sign, []).append(rest)
    except _Unknown:
        return None
    told = "|".join(sign + _one_of(found) for sign, found in rests.items())
    is_whole = told.count("(?P<") == source.count("(?P<")
    return f"(?:{told})" if is_whole and len(told) < _LONGEST * len(source) else None


def _one_of(rests: list[str]) -> str:
    different = list(dict.fromkeys(rests))
    return different[0] if len(different) == 1 else f"(?:{'|'.join(different)})"


def _opened(branch: str, depth: int = 0) -> list[tuple[str, str]]:
    """The first sign and the rest of every way in which the branch may begin, in its order."""
    if not branch or branch[0] in "^$." or depth > _DEEPEST:
        raise _Unknown
    if branch.startswith(_BEHIND):
        end = closing(branch, 0)
        look, before = branch[:4], branch[4 : end - 1]
        return [
            (c, f"{look}(?:{before}){c}){rest}") for c, rest in _opened(branch[end:], depth + 1)
        ]
    parts, end = _first_parts(branch)
    least, most, is_greedy, stop = times_at(branch, end)
    if not is_greedy:
        raise _Unknown
    rest = branch[stop:]
    again = "" if most == 1 else f"{branch[:end]}{{{max(least - 1, 0)},{most - 1 if most else ''}}}"
    ways = [
        way
        for part in parts
        for way in (
            [(part, again + rest)]
            if part == branch[:end]
            else _opened(part + again + rest, depth + 1)
        )
    ]
    return ways if least else [*ways, *_opened(rest, depth + 1)]


def _first_parts(branch: str) -> tuple[list[str], int]:
    """What the first sign, class or group of a branch may be, and where it ends."""
    end = past(branch, 0)
    if branch[0] == "(":
        if not branch.startswith("(?:"):
            raise _Unknown
        return branches(branch[3 : end - 1]), end
    if branch[0] != "[":
        if branch[0] == "\\" and branch[1].isalnum():
            raise _Unknown
        return [branch[:end]], end
    atom = ATOM.match(branch)
    signs = atom["in"] if atom is not None and not atom["not"] else "\\"
    if "\\" in signs or "-" in signs[1:-1] or len(signs) > _WIDEST:
        raise _Unknown
    return [re.escape(sign) for sign in dict.fromkeys(signs)], end
