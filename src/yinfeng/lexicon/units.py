"""Units, measure words, and the words that open an end of a figure: 亩, 万元/亩, 超过, 以上.

One file, `data/units.yaml`, loaded once. `written()` maps each way to write a unit to the unit
that it stands for; `alternatives()` is the same as one pattern for a larger grammar.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict, cast

import yaml

from yinfeng.values import Bound, Dimension, Unit

_COMMON = "元%个家亩人年名项天吨平户条美公台套次批件场小位月倍辆千万块立座百村起处"
_DIGITS = ("any", "arabic", "multiplied")


@dataclass(frozen=True, slots=True)
class Word:
    """One way to write a unit: what it measures, its size in that unit, and what it follows.

    *digits* is `any`, `arabic` (not after a lone Chinese digit) or `multiplied` (behind 万 or 亿).
    *part_of* are patterns that, following, make it part of another word.
    """

    unit: Unit
    scale: Decimal
    digits: str
    part_of: tuple[str, ...]
    example: str


class _Row(TypedDict):
    name: str
    dimension: str
    says: list[str]
    example: str
    scale: NotRequired[float]
    digits: NotRequired[str]
    unless: NotRequired[str]


class _File(TypedDict):
    units: list[_Row]
    before: dict[str, dict[str, str]]
    after: dict[str, dict[str, str]]
    bare: dict[str, dict[str, str]]
    currencies: dict[str, str]
    phrases: str
    money: str
    slogans: str
    each: str


@cache
def _file() -> _File:
    path = files("yinfeng.lexicon") / "data" / "units.yaml"
    with path.open(encoding="utf-8") as stream:
        return cast(_File, yaml.load(stream, Loader=yaml.CSafeLoader))


@cache
def written() -> Mapping[str, Word]:
    """Every way to write a unit."""
    words: dict[str, Word] = {}
    for row in _file()["units"]:
        word = _word(row)
        for says in row["says"]:
            if says in words:
                raise ValueError(f"units.yaml: {says} stands twice")
            words[says] = word
    return words


def _word(row: _Row) -> Word:
    digits = row.get("digits", "any")
    if digits not in _DIGITS or not row.get("example"):
        raise ValueError(f"units.yaml: {row['name']} has unknown digits, or no example")
    return Word(
        unit=Unit(row["name"], Dimension(row["dimension"])),
        scale=Decimal(str(row.get("scale", 1))),
        digits=digits,
        part_of=tuple(str(row.get("unless", "")).split()),
        example=row["example"],
    )


@cache
def alternatives() -> str:
    """A pattern that matches any unit as written, the longest first, never inside another word."""
    by_head: dict[str, list[str]] = defaultdict(list)
    for says in sorted(written(), key=len, reverse=True):
        by_head[says[0]].append(re.escape(says[1:]) + _edge(says))
    # An alternation is tried from the left: the heads of the commonest units first.
    common = sorted(by_head, key=lambda head: _COMMON.find(head) % (len(_COMMON) + 1))
    heads = (f"{re.escape(head)}(?:{'|'.join(by_head[head])})" for head in common)
    return f"(?=[{re.escape(''.join(by_head))}])(?:{'|'.join(heads)})"


def _edge(says: str) -> str:
    part_of = list(written()[says].part_of)
    if says[-1].isascii() and says[-1].isalnum():
        part_of.append("[A-Za-z0-9]")
    return f"(?!{'|'.join(part_of)})" if part_of else ""


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A word that says how exact a figure is, and the neighbours that make it another word."""

    bound: Bound
    spoilt_by: tuple[str, ...]


@cache
def bounds_before() -> Mapping[str, BoundWord]:
    """The words before a figure that open an end of it: 超过, 不到, 近."""
    return _bounds(_file()["before"], tuple)


@cache
def bounds_after() -> Mapping[str, BoundWord]:
    """The words after a figure that open an end of it: 以上, 以内, 左右."""
    return _bounds(_file()["after"], lambda words: tuple(words.split()))


def _bounds(
    rows: Mapping[str, Mapping[str, str]], spoilers: Callable[[str], tuple[str, ...]]
) -> Mapping[str, BoundWord]:
    return {
        word: BoundWord(Bound(bound), spoilers(words))
        for bound, listed_words in rows.items()
        for word, words in listed_words.items()
    }


@cache
def bare_bounds() -> Mapping[str, BoundWord]:
    """The words that open an amount written without digits: 上亿元, 过百家, 达百亿元."""
    return _bounds(_file()["bare"], tuple)


@cache
def currencies() -> Mapping[str, Unit]:
    """The words and signs for a currency that stand before the number: 人民币, ¥, US$."""
    return {word: Unit(name, Dimension.MONEY) for word, name in _file()["currencies"].items()}


@cache
def phrases() -> tuple[str, ...]:
    """Runs of words that begin like a figure and are none: 三位一体, 一把手."""
    return tuple(_file()["phrases"].split())


@cache
def money_words() -> tuple[str, ...]:
    """Words that make an amount in 亿 or 万 without a unit one of yuan: 投资, 税收."""
    return tuple(_file()["money"].split())


@cache
def each_words() -> frozenset[str]:
    """Words between 每 with its unit and the sum that it rates: 每吨|售价|80元."""
    return frozenset(_file()["each"].split())


@cache
def slogan_nouns() -> tuple[str, ...]:
    """Nouns of slogans and size classes, before which a bare amount tells nothing: 百亿元园区."""
    return tuple(_file()["slogans"].split())


def grouped(words: Iterable[str]) -> str:
    """Words as one alternation, grouped by first character so that a miss is cheap."""
    by_head: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_head[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in by_head.items())
