"""The official regions and other places: what each is called, its code, and when it was valid.

`data/regions.csv` is the table of GB/T 2260, former regions included (海门市 320684 gave way to
海门区 320614 in 2020); `data/places.yaml` adds lands and cities abroad and stretches of country.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its code, full name, years of validity, successor, and the name without suffix.

    `short` is empty where the name without its suffix is a common word, as with 朝阳 or 城关.
    """

    code: str
    name: str
    since: int | None
    until: int | None
    successor: str
    short: str

    @property
    def level(self) -> int:
        """1 for a province, 2 for a prefecture, 3 for a county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    @property
    def prefix(self) -> str:
        """The digits that the codes of all its parts begin with."""
        return self.code[: 2 * self.level]

    def was_valid_in(self, year: int) -> bool:
        """Whether the region stood under this name and code in some part of a year."""
        return (self.since is None or self.since <= year) and (
            self.until is None or year <= self.until
        )


@cache
def regions() -> tuple[Region, ...]:
    """Every region of the table, present and former."""
    path = files("yinfeng.lexicon") / "data" / "regions.csv"
    with path.open(encoding="utf-8") as stream:
        rows = csv.DictReader(line for line in stream if not line.startswith("#"))
        return tuple(_region(row) for row in rows)


def _region(row: Mapping[str, str]) -> Region:
    if len(row["code"]) != 6 or not row["code"].isdigit():
        raise ValueError(f"regions.csv: {row['name']}: no code: {row['code']!r}")
    return Region(
        row["code"],
        row["name"],
        int(row["from"]) if row["from"] else None,
        int(row["to"]) if row["to"] else None,
        row["successor"],
        row["short"],
    )


@cache
def by_name() -> Mapping[str, tuple[Region, ...]]:
    """Regions by every name that may stand for them: in full, without suffix, former ones too."""
    named: dict[str, list[Region]] = {}
    for region in regions():
        for name in {region.name, region.short, _stem(region.name)} - {""}:
            named.setdefault(name, []).append(region)
    return {name: tuple(found) for name, found in named.items()}


@cache
def by_code() -> Mapping[str, Region]:
    """Regions by code; a code that two regions had in turn tells the present one."""
    return {region.code: region for region in sorted(regions(), key=lambda one: one.until is None)}


def line_of(code: str) -> tuple[Region, ...]:
    """The regions in which that of *code* lies and itself, the province first."""
    codes = dict.fromkeys((f"{code[:2]}0000", f"{code[:4]}00", code))
    return tuple(by_code()[one] for one in codes if one in by_code())


def stands_alone(name: str, region: Region) -> bool:
    """Whether the name tells the region without its parent before it."""
    if name == region.short:
        return True
    return name == region.name and len(name) > 2 and name not in other_places().needs_parent


def _stem(name: str) -> str:
    stem = name[:-1] if name[-1] in "市县区旗" else ""
    return stem if len(stem) >= 2 else ""


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    """Places outside the table with their codes, and the words that only look like places."""

    codes: Mapping[str, str]
    needs_parent: frozenset[str]
    traps: tuple[str, ...]


@cache
def other_places() -> OtherPlaces:
    """Lands, cities abroad and stretches of country."""
    path = files("yinfeng.lexicon") / "data" / "places.yaml"
    rows = cast(dict[str, object], yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    countries = cast(dict[str, str], rows["countries"])
    cities = cast(dict[str, str], rows["cities"])
    stretches = cast(list[str], rows["stretches"])
    codes = {**dict.fromkeys(stretches, ""), **cities, **countries}
    needs_parent = frozenset(cast(list[str], rows["needs_parent"]))
    return OtherPlaces(codes, needs_parent, tuple(cast(list[str], rows["traps"])))
