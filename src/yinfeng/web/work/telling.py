"""How far a long piece of work is: who does it says so, and need not know who hears it."""

from collections.abc import Callable
from typing import TypeAlias

# Hears how many of how many parts are done.
Tell: TypeAlias = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Tell nobody."""
