"""A step of restoration: what it mends, the characters that tell of the damage, and its edits."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from yinfeng.text.edits import Edit


class Step(NamedTuple):
    """One step: *mend* is asked only where a text has one of the characters of *tells*."""

    kind: str
    tells: frozenset[str]
    mend: Callable[[str], Sequence[Edit]]
