"""Family names, offices, and the words around a person's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Surnames:
    """Family names, characters that no given name holds, and words that only look like names.

    Those that are common words besides (东, 平, 云) are `doubtful`; `sounds` write names of other
    tongues.
    """

    common: frozenset[str]
    every: frozenset[str]
    doubtful: frozenset[str]
    compound: frozenset[str]
    never: frozenset[str]
    words: tuple[str, ...]
    sounds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """What titles are made of, and the words that stand after a name."""

    heads: tuple[str, ...]
    not_before: Mapping[str, str]
    before_heads: Mapping[str, tuple[str, ...]]
    follows: tuple[str, ...]
    speech: tuple[str, ...]
    after: frozenset[str]


def _rows(name: str) -> dict[str, list[str]]:
    path = files("yinfeng.lexicon") / "data" / f"{name}.yaml"
    rows: dict[str, list[str]] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return rows


@cache
def surnames() -> Surnames:
    """Family names, the common ones apart."""
    rows = _rows("surnames")
    common = frozenset("".join(rows["common"]))
    doubtful = frozenset("".join(rows["doubtful"]))
    return Surnames(
        common=common,
        every=common | frozenset("".join(rows["rare"])) | doubtful,
        doubtful=doubtful,
        compound=frozenset(rows["compound"]),
        never=frozenset("".join(rows["never"])),
        words=tuple(rows["words"]),
        sounds=frozenset("".join(rows["sounds"])),
    )


@cache
def titles() -> Titles:
    """Offices and ranks; `before_heads` is laid out by last character for walking back."""
    rows = _rows("titles")
    path = files("yinfeng.lexicon") / "data" / "titles.yaml"
    stops: Mapping[str, Mapping[str, str]] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return Titles(
        heads=tuple(sorted(set(rows["heads"]), key=len, reverse=True)),
        not_before=stops["not_before"],
        before_heads=_by_last([*rows["ranks"], *rows["offices"]]),
        follows=tuple(sorted(set(rows["follows"]), key=len, reverse=True)),
        speech=tuple(sorted(set(rows["speech"]), key=len, reverse=True)),
        after=frozenset(rows["after"]),
    )


def _by_last(words: list[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(sorted(group, key=len, reverse=True)) for last, group in found.items()}
