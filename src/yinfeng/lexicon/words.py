"""Closed lists of words that steer the reading, by name: `future`, `target`, `fillers` …

`data/words.yaml` holds what all patterns share, each file of `data/words/` what one kind of fact
needs; a word may be a regular expression and a list has one name in all of them. `pattern(name)`
is the list as one compiled alternation, longest word first, so that no pattern keeps lists of its
own.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from yinfeng.lexicon.leading import alternatives


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for path in _files():
        with path.open(encoding="utf-8") as stream:
            rows = yaml.load(stream, Loader=yaml.CSafeLoader)
        for key, value in rows.items():
            listed = value.split() if isinstance(value, str) else value
            if not listed or not all(isinstance(word, str) for word in listed):
                raise ValueError(f"{path.name}: {key} is no list of words")
            if key in lists:
                raise ValueError(f"{path.name}: {key} is told in another file too")
            lists[key] = tuple(listed)
    return lists


def _files() -> Iterator[Traversable]:
    data = files("yinfeng.lexicon") / "data"
    yield data / "words.yaml"
    yield from sorted((data / "words").iterdir(), key=lambda path: path.name)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of the list *name*; KeyError for an unknown list."""
    return frozenset(_lists()[name])


@cache
def one_of(name: str) -> str:
    """The list *name* as one alternation for a larger pattern, longest word first."""
    return alternatives(sorted(_lists()[name], key=len, reverse=True))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The list *name* as a compiled pattern that finds any of its words."""
    return re.compile(one_of(name))


@cache
def letters_kept() -> Mapping[str, tuple[tuple[int, str], ...]]:
    """For each one-letter stop, the words that hold it inside a name, with its place in them."""
    stops = {word for word in listed("stops") if len(word) == 1}
    found: dict[str, list[tuple[int, str]]] = {stop: [] for stop in stops}
    for word in sorted(listed("keeps")):
        for at, letter in enumerate(word):
            if letter in found:
                found[letter].append((at, word))
    return {letter: tuple(places) for letter, places in found.items() if places}


@cache
def _region() -> re.Pattern[str]:
    return re.compile(
        r"^(?:[一-龥]{2,3}(?:省|自治区)(?!级))?(?:[一-龥]{2,4}市(?!级))?(?:[一-龥]{2,3}(?:区|县|市)(?!级))?"
    )


# What is left of 某县工业园区 without its county names no zone.
_NO_NAME = re.compile(
    r"(?:经济|工业|产业|高新|技术|农业|科技|现代|示范|集中|综合|开发|保税|合作|试验|园|新|区|街道)+"
)


def without_region(name: str) -> str:
    """A body's name without the provinces, cities and counties before it: 闵行区梅陇镇 → 梅陇镇."""
    match = _region().match(name)
    rest = name[match.end() :] if match else name
    return rest if len(rest) >= 2 and _NO_NAME.fullmatch(rest) is None else name
