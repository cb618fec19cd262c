"""Common words of newspaper Chinese and how often they occur: 发展, 招商, 园区.

They tell a likely reading of damaged words from an unlikely one; nothing is ever added from them.
"""

import csv
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LONGEST = 4
"""The longest word of the list, in characters."""


@cache
def weights() -> Mapping[str, float]:
    """The natural logarithm of each word's share of a text."""
    path = files("yinfeng.lexicon") / "data" / "common_words.csv"
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.reader(line for line in stream if not line.startswith("#")))[1:]
    counts = {word: 2 ** (int(power) / 2) for power, words in rows for word in words.split()}
    whole = math.log(sum(counts.values()))
    return {word: math.log(count) - whole for word, count in counts.items()}


def is_word(says: str) -> bool:
    """Whether *says* is a common word."""
    return says in weights()
