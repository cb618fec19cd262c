"""Closed lists of words around projects, by name: `stops`, `generic`, `works`, `not_yet` …

One YAML file, `data/projects.yaml`; a word may be a regular expression where the list says so.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.leading import alternatives


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    path = files("yinfeng.lexicon") / "data" / "projects.yaml"
    rows = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in rows.items():
        if not isinstance(value, str) or not value.split():
            raise ValueError(f"projects.yaml: {key} is no list of words")
        lists[key] = tuple(value.split())
    return lists


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
