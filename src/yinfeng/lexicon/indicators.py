"""The dictionary of indicators: what each is called, its unit, and how its figures add up.

One file an indicator, `data/indicators/<key>.yaml`. A word told for two indicators, a missing field
or a key that is not the file's name stops the program at load.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.dictionary import Dictionary


class RollUp(StrEnum):
    """How an upper unit's figure is made of its parts'."""

    SUM = "sum"
    DISTINCT = "distinct"
    RATIO = "ratio"
    NONE = "none"


class Along(StrEnum):
    """What the figures of one year are to one another."""

    CUMULATIVE = "cumulative"
    POINT = "point"
    MONTH = "month"
    YEAR = "year"


class Kind(StrEnum):
    """Whether the figure is over a period or on a day."""

    FLOW = "flow"
    STOCK = "stock"


class Direction(StrEnum):
    """Which way is better; a local band has its own rule."""

    UP = "up"
    DOWN = "down"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that tells the indicator, and the words of its figure if it has one."""

    says: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """One indicator of the dictionary."""

    key: str
    label: str
    unit: str
    kind: Kind
    says: tuple[str, ...]
    traps: tuple[str, ...]
    roll_up: RollUp
    along_year: Along
    direction: Direction
    source: str
    examples: tuple[Example, ...]


@cache
def indicators() -> Mapping[str, IndicatorEntry]:
    """Every indicator of the dictionary by its key."""
    return {entry.key: entry for entry in _entries()}


def _entries() -> Iterator[IndicatorEntry]:
    folder = files("yinfeng.lexicon") / "data" / "indicators"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".yaml"):
            continue
        row = cast(dict[str, object], yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
        if path.name != f"{row.get('key')}.yaml":
            raise ValueError(f"{path.name}: key {row.get('key')} is not the file's name")
        try:
            yield _entry(row)
        except (KeyError, ValueError, TypeError) as fault:
            raise ValueError(f"{path.name}: {fault}") from fault


def _entry(row: Mapping[str, object]) -> IndicatorEntry:
    says, traps = cast(list[str], row["says"]), cast(list[str], row["not"])
    examples = cast(list[dict[str, str]], row["examples"])
    if not examples:
        raise ValueError("no examples")
    return IndicatorEntry(
        key=str(row["key"]),
        label=str(row["label"]),
        unit=str(row["unit"]),
        kind=Kind(str(row["kind"])),
        says=tuple(says),
        traps=tuple(traps),
        roll_up=RollUp(str(row["roll_up"])),
        along_year=Along(str(row["along_year"])),
        direction=Direction(str(row["direction"])),
        source=str(row["source"]),
        examples=tuple(Example(**example) for example in examples),
    )


@cache
def dictionary() -> Dictionary:
    """Every name of an indicator, ready to be looked for; the longer name wins."""
    keys: dict[str, str] = {}
    for entry in indicators().values():
        for word in entry.says:
            if keys.setdefault(word, entry.key) != entry.key:
                raise ValueError(f"{entry.key}.yaml: {word} is told for {keys[word]} too")
    for entry in indicators().values():
        for word in entry.traps:
            keys.setdefault(word, "")
    return Dictionary(keys)
