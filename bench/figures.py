"""Figures of a list made by hand, and the share of them that a reader finds rightly.

A finding is a kind, its words, and its values as text: the figure and its unit, both ends of a
range, the first and the last day of a time, the name of a place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from yinfeng import text
from yinfeng.mentions import RECOGNISERS
from yinfeng.values import Document, Mention, Name, NameKind, Period, Quantity

FIGURES = Path(__file__).with_name("figures.yaml")
DATED = date(2024, 6, 20)
KINDS = ("money", "area", "count", "ratio", "time", "place")
PEERS_KINDS = ("money", "time", "place")


class Finding(NamedTuple):
    """One figure: its kind, and its values as text."""

    kind: str
    values: tuple[str, ...]


class Listed(NamedTuple):
    """One sentence of the list and the figures that stand in it."""

    says: str
    figures: tuple[Finding, ...]


def listed() -> tuple[Listed, ...]:
    """The sentences of the list, in order."""
    rows = yaml.safe_load(FIGURES.read_text(encoding="utf-8"))
    return tuple(
        Listed(
            row["says"], tuple(_wanted(kind, one) for kind in KINDS for one in row.get(kind, ()))
        )
        for row in rows
    )


def _wanted(kind: str, one: Any) -> Finding:
    if kind == "place":
        return Finding(kind, (one,))
    if kind == "time":
        return Finding(kind, tuple(str(end) for end in one[1:]))
    return Finding(kind, (*(number(value) for value in one[1:-1]), one[-1]))


def number(value: object) -> str:
    """A number as plain text, so that 15.50 and 15.5 are one."""
    return f"{Decimal(str(value)).normalize():f}"


def found_by_reader(says: str) -> Iterator[Finding]:
    """What the recognisers of this house find."""
    restored = text.restore(Document(name="figures", source=says, published=DATED))
    for recognise in RECOGNISERS:
        for mention in recognise(restored):
            yield from _finding(mention)


def _finding(mention: Mention) -> Iterator[Finding]:
    match mention.value:
        case Quantity() as figure:
            ends = (figure.low, figure.high) if figure.is_range else (figure.figure,)
            dimension = figure.unit.dimension.value
            kind = dimension if dimension in KINDS else "count"
            if kind == "count" and figure.unit.name.startswith("CNY"):
                kind = "money"
            values = [number(abs(end)) for end in ends if end is not None]
            yield Finding(kind, (*values, figure.unit.name))
        case Period() as period:
            yield Finding("time", (period.first or "", period.last or ""))
        case Name(kind=NameKind.PERSON):
            return
        case Name() as name:
            yield Finding("place", (name.text,))


def shares(find: Callable[[str], Iterable[Finding]]) -> Mapping[str, tuple[int, int]]:
    """For each kind, how many figures of the list are found rightly, of how many."""
    right = dict.fromkeys(KINDS, 0)
    total = dict.fromkeys(KINDS, 0)
    for sentence in listed():
        found = list(find(sentence.says))
        for figure in sentence.figures:
            total[figure.kind] += 1
            right[figure.kind] += any(_is_right(figure, one) for one in found)
    return {kind: (right[kind], total[kind]) for kind in KINDS}


def _is_right(wanted: Finding, found: Finding) -> bool:
    if wanted.kind == "place":
        # A county is found where it stands in a longer address.
        return found.kind == "place" and wanted.values[0] in found.values[0]
    return wanted == found
