"""The tree as paths: a unit's path is its parent's with four digits added, 0001 → 00010003.

Digits only, and of one length a step: whatever the collation of the database, the units under one
are a range of paths, which an index answers.
"""

STEP = 4
_MOST = 10**STEP - 1
LONGEST = 60


def child(parent: str, number: int) -> str:
    """The path of the *number*-th unit under *parent*."""
    assert 1 <= number <= _MOST
    return f"{parent}{number:0{STEP}}"


def number(path: str) -> int:
    """Which unit under its parent has this path."""
    return int(path[-STEP:])


def after(path: str) -> str:
    """The first path that lies behind everything under *path*."""
    return f"{int(path) + 1:0{len(path)}}"


def is_under(path: str, top: str) -> bool:
    """Whether the unit at *path* is the one at *top* or lies below it."""
    return path.startswith(top)


def line_of(path: str) -> list[str]:
    """The paths of the unit at *path* and of every unit above it, the highest first."""
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]
