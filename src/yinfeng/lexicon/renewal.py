"""Rules of a renewal: its rates, its stages with their papers, why people do not sign.

`data/renewal/*.yaml`; an office lays its own file over them. A rate always names both counts:
签约率（按户）is 已签约产权户 of 红线内产权户.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml

from yinfeng.lexicon.office_files import BadPolicy, Rows, integer, mapping, office_rows

T = TypeVar("T")

# What the register can count, and what it can check of itself.
COUNTABLE = frozenset(
    {
        *("owners", "owners_signed", "area", "area_signed", "tenants", "tenants_signed"),
        *("owners_vacated", "floor", "floor_demolished", "area_clear", "area_resupplied"),
        *("money_due", "money_paid"),
    }
)
CHECKABLE = frozenset(
    {
        *("all_entered", "certificates_checked", "all_signed", "all_vacated"),
        *("all_paid", "any_resupplied"),
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number that the register counts: its name and unit."""

    key: str
    label: str
    measure: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: what stands above the line, what below it."""

    key: str
    label: str
    part: Count
    whole: Count
    sure: str


@dataclass(frozen=True, slots=True)
class Rates:
    """Every rate of an office, the one that stands first, and how loose 约 is."""

    title: str
    version: str
    basis: str
    rates: tuple[Rate, ...]
    headline: str
    about: Decimal

    def rate(self, key: str) -> Rate:
        """The rate of that key."""
        return next(one for one in self.rates if one.key == key)


@dataclass(frozen=True, slots=True)
class Gate:
    """A paper that a stage asks for, and what the register must show besides."""

    key: str
    says: str
    check: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a renewal with its papers."""

    key: str
    label: str
    gates: tuple[Gate, ...]
    sure: str


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in their order."""

    title: str
    version: str
    basis: str
    stages: tuple[Stage, ...]

    def stage(self, key: str) -> Stage | None:
        """The stage of that key."""
        return next((one for one in self.stages if one.key == key), None)


@dataclass(frozen=True, slots=True)
class HardCases:
    """Why people do not sign, and how long a hard case may lie still."""

    title: str
    version: str
    basis: str
    reasons: Mapping[str, str]
    quiet_days: int


def rates(overlay: str = "") -> Rates:
    """The rates, with an office's own YAML text laid over them."""
    return read("renewal/rates", overlay, _rates, ("counts.", "rates."))


def stages(overlay: str = "") -> Stages:
    """The stages, with an office's own YAML text laid over them."""
    keys = mapping(house("renewal/stages")["stages"], "stages")
    own = (*(f"stages.{key}.gates." for key in keys), "stages.")
    return read("renewal/stages", overlay, _stages, own)


def hard_cases(overlay: str = "") -> HardCases:
    """The reasons of hard cases, with an office's own YAML text laid over them."""
    return read("renewal/hard_cases", overlay, _hard_cases, ("reasons.",))


@cache
def house(name: str) -> Rows:
    """The house's file called *name* below `data`."""
    path = files("yinfeng.lexicon") / "data" / f"{name}.yaml"
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def read(name: str, overlay: str, make: Callable[[Rows], T], free: tuple[str, ...] = ()) -> T:
    """What a file with an office's own over it makes; bad data name the file and the key."""
    rows = house(name)
    try:
        return make(office_rows(rows, overlay, free) if overlay else rows)
    except BadPolicy:
        raise
    except (KeyError, TypeError, ValueError, StopIteration, InvalidOperation) as error:
        raise BadPolicy(f"{'本单位文件' if overlay else name + '.yaml'}：{error}") from error


def number(value: object, key: str) -> Decimal:
    """A number as a person writes it, to the last digit."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(f"{key} 要写数字，不能是 {value!r}")
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"{key} 要写数字，不能是 {value!r}") from None
    if not found.is_finite() or found < 0:
        raise ValueError(f"{key} 要写不小于零的数字，不能是 {value!r}")
    return found


def _rates(rows: Rows) -> Rates:
    counts = {
        key: Count(key, str(mapping(row, key)["label"]), str(mapping(row, key)["measure"]))
        for key, row in mapping(rows["counts"], "counts").items()
    }
    if unknown := counts.keys() - COUNTABLE:
        raise ValueError(f"counts 里有系统不统计的项目：{'、'.join(sorted(unknown))}")
    made = []
    for key, given in mapping(rows["rates"], "rates").items():
        row = mapping(given, key)
        for end in ("part", "whole"):
            if row[end] not in counts:
                raise ValueError(f"rates.{key}.{end} 不认识：{row[end]}")
        part, whole = counts[str(row["part"])], counts[str(row["whole"])]
        made.append(Rate(key, str(row["label"]), part, whole, str(row.get("sure", "J"))))
    headline = str(rows["headline"])
    if headline not in {rate.key for rate in made}:
        raise ValueError(f"headline 不是任何一个口径：{headline}")
    return Rates(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        rates=tuple(made),
        headline=headline,
        about=number(rows["about"], "about"),
    )


def _stages(rows: Rows) -> Stages:
    made = []
    for key, given in mapping(rows["stages"], "stages").items():
        row = mapping(given, key)
        gates = tuple(_gate(one, f"{key}.{one}", row) for one in mapping(row["gates"], key))
        if not gates:
            raise ValueError(f"stages.{key} 没有佐证")
        made.append(Stage(key, str(row["label"]), gates, str(row.get("sure", "J"))))
    return Stages(str(rows["title"]), str(rows["version"]), str(rows["basis"]).strip(), tuple(made))


def _gate(key: str, where: str, row: Rows) -> Gate:
    gate = mapping(mapping(row["gates"], where)[key], where)
    check = str(gate.get("check", ""))
    if check and check not in CHECKABLE:
        raise ValueError(f"{where}.check 不认识：{check}")
    return Gate(key, str(gate["says"]), check)


def _hard_cases(rows: Rows) -> HardCases:
    reasons = {key: str(says) for key, says in mapping(rows["reasons"], "reasons").items()}
    return HardCases(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        reasons=reasons,
        quiet_days=integer(rows["quiet_days"], "quiet_days"),
    )
