"""Runs that give nothing back, in patterns that every Python matches alike.

`(?>…)` and `(?:…)*+` say so too, but before 3.11.5 (Debian 12 has 3.11.2) Python goes on from
where the last, failed try stopped when what is held can itself go back or look around. Only a
single character class may be held by a sign (`[0-9]*+`); a house test sees to it.
"""


def held(pattern: str, name: str) -> str:
    """*pattern* as one piece that gives nothing back; *name* is free in the whole pattern."""
    return f"(?=(?P<{name}>{pattern}))(?P={name})"


def all_of(piece: str, times: str = "*") -> str:
    """As many of *piece* as there are, none given back; *piece* reads a place in one way only."""
    return f"(?:{piece}){times}(?!(?:{piece}))"
