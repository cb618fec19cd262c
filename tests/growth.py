"""How the time of a work grows with its size: never in seconds, which are the machine's."""

import time
from collections.abc import Callable

# Four times the work takes four times as long; with the square it would be sixteen.
EVEN = 9.0
BELOW_THE_SQUARE = 13.0
_RUNS = 3


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times longer the work takes at four times the size; the quickest of some runs."""
    work(size)
    short, long = [min(_taken(work, many) for _ in range(_RUNS)) for many in (size, 4 * size)]
    return long / max(short, 1e-4)


def _taken(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
