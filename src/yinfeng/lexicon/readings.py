"""How the characters of GBK are read: 務 wù, 長 cháng zhǎng.

`characters(reading)` and `readings(character)` are two views of one table.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
"""The vowels that carry a tone mark."""

LETTERS = "a-zɡüêńňǹḿ" + TONED
"""What a reading is written with, as the inside of a character class."""


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    path = files("yinfeng.lexicon") / "data" / "readings.csv"
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.reader(line for line in stream if not line.startswith("#")))[1:]
    return {reading: (first, also) for reading, first, also in rows}


@cache
def _by_character() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for reading, (first, also) in _table().items():
        for character in first + also:
            found[character].add(reading)
    return {character: frozenset(told) for character, told in found.items()}


def characters_read(reading: str) -> str:
    """The characters that may be read so; a reading without tone marks fits any tone."""
    told = normal(reading)
    if not told.isascii():
        return "".join(_table().get(told, ("", "")))
    return "".join("".join(each) for key, each in _table().items() if toneless(key) == told)


def is_first_reading(character: str, reading: str) -> bool:
    """Whether the character is read so before all else."""
    first, _ = _table().get(normal(reading), ("", ""))
    return character in first


def readings_of(character: str) -> frozenset[str]:
    """The ways in which a character may be read."""
    return _by_character().get(character, frozenset())


def is_read(character: str, reading: str) -> bool:
    """Whether the character may be read so; a reading without tone marks fits any tone."""
    told = normal(reading)
    if told in readings_of(character):
        return True
    return told.isascii() and any(toneless(known) == told for known in readings_of(character))


def is_reading(says: str) -> bool:
    """Whether *says* is the reading of some character."""
    return normal(says) in _table()


def normal(reading: str) -> str:
    """A reading in the letters of the table."""
    return reading.replace("ɡ", "g")


@cache
def toneless(reading: str) -> str:
    """A reading without its tone mark: wù → wu, lǜ → lü."""
    return re.sub(f"[{TONED}]", lambda match: "aeiouü"[TONED.index(match[0]) // 4], reading)
