"""Memory over many documents: it must not grow with their number."""

import resource
from collections.abc import Iterator
from typing import NamedTuple

from bench.articles import article
from yinfeng.reading import read

KILOBYTE = 1024


class Sample(NamedTuple):
    """How many documents were read, and the highest resident size so far in megabytes."""

    documents: int
    megabytes: float


def samples(documents: int, every: int) -> Iterator[Sample]:
    """The highest resident size after each *every* of *documents* articles."""
    for at in range(documents):
        for _ in read(article(at).encode(), f"{at}.txt"):
            pass
        if at % every == every - 1:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            yield Sample(at + 1, peak / KILOBYTE)
