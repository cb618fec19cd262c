"""A reason: what speaks for two names being one thing, or against it, said in words."""

from collections.abc import Callable
from typing import NamedTuple

from yinfeng.identity.keys import Key


class Ground(NamedTuple):
    """What one reason says of one pair: a weight from -1 (surely two) to 1 (surely one)."""

    reason: str
    weight: float
    says: str


class Reason(NamedTuple):
    """One reason; `weigh` is None for pairs of which it has nothing to say."""

    key: str
    title: str
    weigh: Callable[[Key, Key], Ground | None]
