"""How a project is reviewed before it is admitted: papers, score sheet, vetoes, limits.

`data/agreements/review.yaml`; an office lays its own file over it: it may add papers, items and
vetoes, and what it sets to null is left out. The points of the items must come to 100.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

import yaml

from yinfeng.lexicon.office_files import (
    UNREADABLE,
    BadPolicy,
    Rows,
    integer,
    mapping,
    office_rows,
    unusable,
)

_WHOLE = 100
# Where an office may have keys of its own.
_FREE = ("papers.", "items.", "vetoes.")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the score sheet: its most points and what it asks."""

    key: str
    says: str
    points: int
    asks: str


@dataclass(frozen=True, slots=True)
class Veto:
    """One reason that alone refuses a project."""

    key: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The rules of reviews as they stand."""

    title: str
    version: str
    basis: str
    sure: str
    papers: dict[str, str]
    items: tuple[Item, ...]
    vetoes: tuple[Veto, ...]
    pass_from: Decimal
    conditional_from: Decimal
    drop_extremes_from: int
    fewest_members: int
    compulsory_from: Decimal
    higher_from: Decimal
    scope_basis: str


@cache
def reviewing(overlay: str = "") -> Reviewing:
    """The rules of reviews, with an office's own YAML text laid over them."""
    path = files("yinfeng.lexicon") / "data" / "agreements" / "review.yaml"
    rows = mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), "review")
    try:
        own = office_rows(rows, overlay, _FREE) if overlay.strip() else rows
        return _reviewing(own)
    except BadPolicy:
        raise
    except UNREADABLE as error:
        raise unusable(error, "本单位文件" if overlay else "review.yaml") from error


def _reviewing(rows: Rows) -> Reviewing:
    items = tuple(_item(key, row) for key, row in mapping(rows["items"], "items").items() if row)
    vetoes = mapping(rows["vetoes"], "vetoes")
    scope = mapping(rows["scope"], "scope")
    passing, conditional = Decimal(str(rows["pass_from"])), Decimal(str(rows["conditional_from"]))
    if sum(item.points for item in items) != _WHOLE:
        raise ValueError(f"各评分项的分值之和应为{_WHOLE}")
    if not 0 <= conditional <= passing <= _WHOLE:
        raise ValueError("conditional_from 不能高于 pass_from，都在0到100之间")
    return Reviewing(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]),
        sure=str(rows["sure"]),
        papers={key: str(says) for key, says in mapping(rows["papers"], "papers").items() if says},
        items=items,
        vetoes=tuple(_veto(key, row) for key, row in vetoes.items() if row),
        pass_from=passing,
        conditional_from=conditional,
        drop_extremes_from=integer(rows["drop_extremes_from"], "drop_extremes_from"),
        fewest_members=integer(rows["fewest_members"], "fewest_members"),
        compulsory_from=Decimal(str(scope["compulsory_from"])),
        higher_from=Decimal(str(scope["higher_from"])),
        scope_basis=str(scope["basis"]),
    )


def _item(key: str, given: object) -> Item:
    row = mapping(given, key)
    return Item(key, str(row["says"]), integer(row["points"], "points"), str(row.get("asks", "")))


def _veto(key: str, given: object) -> Veto:
    row = mapping(given, key)
    return Veto(key, str(row["says"]), str(row.get("basis", "")))
