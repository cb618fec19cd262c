"""The words that names of firms and projects are made of: trades, legal forms, branches.

汽配 and 汽车精密件 are one trade: `trade_groups` gives both the same name, so that 捷尔达汽配 and
捷尔达汽车精密件 can meet.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def _lists() -> Mapping[str, list[str | list[str]]]:
    path = files("yinfeng.lexicon") / "data" / "trade_words.yaml"
    rows: dict[str, list[str | list[str]]] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    for key in ("trades", "others", "forms", "branches", "project_ends"):
        if not isinstance(rows.get(key), list):
            raise ValueError(f"trade_words.yaml: {key} is no list")
    return rows


@cache
def trade_groups() -> Mapping[str, str]:
    """Every trade word and the name of its group."""
    groups = {word: word for word in _plain("others")}
    for group in _lists()["trades"]:
        groups.update((word, group[0]) for word in group)
    return groups


@cache
def forms() -> tuple[str, ...]:
    """How names of firms end, the longest first."""
    return _by_length("forms")


@cache
def branches() -> tuple[str, ...]:
    """How names of branches end, the longest first."""
    return _by_length("branches")


@cache
def project_ends() -> tuple[str, ...]:
    """How names of projects end, the longest first."""
    return _by_length("project_ends")


def _plain(key: str) -> list[str]:
    return [word for word in _lists()[key] if isinstance(word, str)]


def _by_length(key: str) -> tuple[str, ...]:
    return tuple(sorted(_plain(key), key=len, reverse=True))
