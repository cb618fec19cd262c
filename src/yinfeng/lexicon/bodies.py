"""What the names of bodies begin with, end in and never hold.

Endings carry the kind of body (有限公司 a firm, 街道 a town). Edges are words that end before a
name begins. Generics are words that make no name before an ending (该公司, 全镇, 物流公司).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.held_runs import held
from yinfeng.lexicon.verbs import verbs
from yinfeng.values import NameKind


@dataclass(frozen=True, slots=True)
class Ending:
    """What a name ends in, the kind it makes, and the least that must stand before it."""

    says: str
    kind: NameKind
    core: int


@dataclass(frozen=True, slots=True)
class Edges:
    """The words at the left edge of a name, laid out by their last character for walking back."""

    hard: Mapping[str, tuple[str, ...]]
    soft: Mapping[str, tuple[str, ...]]
    keeps: Mapping[str, tuple[tuple[int, str], ...]]
    measures: frozenset[str]
    counters: frozenset[str]
    numerals: frozenset[str]
    head: re.Pattern[str]


@cache
def _rows(name: str) -> dict[str, list[str]]:
    path = files("yinfeng.lexicon") / "data" / f"{name}.yaml"
    rows: dict[str, list[str]] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return rows


def one_of(words: Iterable[str]) -> str:
    """One pattern for *words*, the longest first; words that begin alike are tried together."""
    return _branches(sorted(set(words)))


def _branches(words: list[str]) -> str:
    tails: dict[str, list[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + _tail(rest) for first, rest in tails.items()]
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


def _tail(words: list[str]) -> str:
    if words == [""]:
        return ""
    branches = _branches(words)
    return f"(?:{branches})?" if "" in words else branches


@cache
def endings() -> Mapping[str, Ending]:
    """Every ending by its words."""
    path = files("yinfeng.lexicon") / "data" / "body_suffixes.yaml"
    groups = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    found: dict[str, Ending] = {}
    for group in groups:
        kind, core = NameKind(group["kind"]), group["core"]
        for says in group["says"]:
            found[says] = Ending(says, kind, core)
            if says.endswith("园") and kind is NameKind.PARK:
                found.setdefault(says + "区", Ending(says + "区", kind, core))
    return found


@cache
def edges() -> Edges:
    """The words at the left edge of a name."""
    rows = _rows("body_edges")
    return Edges(
        hard=_by_last(rows["hard"]),
        soft=_by_last(rows["soft"]),
        keeps=_by_each(rows["keeps"]),
        measures=frozenset(rows["measures"]),
        counters=frozenset(rows["counters"]),
        numerals=frozenset("".join(rows["numerals"])),
        head=re.compile(f"{held(one_of(rows['soft']) + '+', 'soft')}(?!{one_of(rows['goes_on'])})"),
    )


@cache
def edge_words() -> frozenset[str]:
    """Every word of two characters that leads into a name and is none itself."""
    rows = _rows("body_edges")
    words = {*rows["hard"], *rows["soft"], *verbs()}
    return frozenset(w for w in words if len(w) == 2) - set(_rows("body_generics")["commanding"])


def _by_last(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(sorted(group, key=len, reverse=True)) for last, group in found.items()}


def _by_each(words: Iterable[str]) -> Mapping[str, tuple[tuple[int, str], ...]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for word in words:
        for at, character in enumerate(word):
            found.setdefault(character, []).append((at, word))
    return {character: tuple(group) for character, group in found.items()}


@cache
def quality_words() -> re.Pattern[str]:
    """A run of words that make no name before any ending: 该, 骨干, 国家级."""
    return re.compile(f"(?:{one_of(_rows('body_generics')['any'])})*")


@cache
def common_words() -> re.Pattern[str]:
    """A run of words that make no name of a firm or institute: 知名, 物流, 生物医药."""
    rows = _rows("body_generics")
    return re.compile(f"(?:{one_of(rows['any'] + rows['trades'])})*")


@cache
def trades() -> frozenset[str]:
    """Words of trades that stand behind the trade name of a firm: 铁路, 器材, 电子科技."""
    return frozenset(_rows("body_generics")["trades"])


@cache
def poor_ends() -> tuple[str, ...]:
    """What the name of no town or village ends in before 镇 or 村: 示范, 薄弱, 古."""
    return tuple(_rows("body_generics")["poor_ends"])


@cache
def followed_by() -> Mapping[str, str]:
    """Characters that make another word of an ending that they follow: 村 in 村民."""
    path = files("yinfeng.lexicon") / "data" / "body_generics.yaml"
    rows: Mapping[str, Mapping[str, str]] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return rows["followed_by"]


@cache
def region_heads() -> frozenset[str]:
    """Region names with which names of bodies begin: 江苏, 昆山."""
    rows = _rows("region_heads")
    return frozenset(name for group in rows.values() for name in group if len(name) > 1)


@cache
def countries() -> frozenset[str]:
    """Countries that stand before the name of a foreign firm."""
    return frozenset(_rows("region_heads")["countries"])
