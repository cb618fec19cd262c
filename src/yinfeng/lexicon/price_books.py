"""Price books of a compensation and its red lines, with an office's own file laid over them.

The house knows what a compensation consists of and no unit price: 建筑物重置成新 is quantity ×
price × factor, its price by structure is the county's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from yinfeng.lexicon.office_files import BadPolicy, Rows, mapping, strings
from yinfeng.lexicon.renewal import house, number, read


class Way(StrEnum):
    """How a component is computed."""

    PRICE = "price"
    SHARE = "share"
    BANDS = "bands"
    APPRAISED = "appraised"


class Stops(StrEnum):
    """What waits for a ruling on a red line."""

    APPROVAL = "approval"
    PAYMENT = "payment"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a compensation, with the clause that it rests on."""

    key: str
    label: str
    way: Way
    measure: str
    clause: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A price that holds up to and including a day."""

    until: date
    price: Decimal


@dataclass(frozen=True, slots=True)
class PriceBook:
    """Components and unit prices as they stand in one version."""

    title: str
    version: str
    basis: str
    components: Mapping[str, Component]
    prices: Mapping[str, Mapping[str, Decimal]]
    bands: Mapping[str, tuple[Band, ...]]


@dataclass(frozen=True, slots=True)
class RedLine:
    """A thing that a compensation must not show, and the paper that answers it."""

    key: str
    title: str
    asks: str
    stops: Stops


@dataclass(frozen=True, slots=True)
class RedLines:
    """All of them, with the numbers that they use."""

    title: str
    version: str
    basis: str
    lines: Mapping[str, RedLine]
    area: Decimal
    before_handover: Decimal


def price_book(overlay: str = "") -> PriceBook:
    """The price book, with an office's own YAML text laid over it."""
    components = mapping(house("renewal/prices")["components"], "components")
    free = ["components.", "prices.", "bands.", "clauses."]
    free += [f"{part}.{key}." for part in ("prices", "bands", "components") for key in components]
    return read("renewal/prices", overlay, _book, tuple(free))


def red_lines(overlay: str = "") -> RedLines:
    """The red lines, with an office's own YAML text laid over them."""
    return read("renewal/red_lines", overlay, _red_lines)


def _book(rows: Rows) -> PriceBook:
    clauses = mapping(rows["clauses"], "clauses")
    components = {
        key: _component(key, mapping(row, key), clauses)
        for key, row in mapping(rows["components"], "components").items()
    }
    for key in components:
        if strangers := set(components[key].of) - components.keys():
            raise ValueError(f"components.{key}.of 不认识：{'、'.join(sorted(strangers))}")
    prices, bands = mapping(rows["prices"], "prices"), mapping(rows["bands"], "bands")
    for part in (prices, bands, clauses):
        if strangers := part.keys() - components.keys():
            raise ValueError(f"没有这些补偿项目：{'、'.join(sorted(strangers))}")
    return PriceBook(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        components=components,
        prices={
            key: {str(kind): number(price, f"{key}.{kind}") for kind, price in _of(row, key)}
            for key, row in prices.items()
        },
        bands={key: _bands(row, key) for key, row in bands.items()},
    )


def _of(row: object, key: str) -> list[tuple[str, object]]:
    return list(mapping(row, key).items())


def _component(key: str, row: Rows, clauses: Rows) -> Component:
    try:
        way = Way(str(row["way"]))
    except ValueError:
        raise BadPolicy(f"components.{key}.way 不认识：{row['way']}") from None
    of = strings(row.get("of", []), f"{key}.of")
    if (way is Way.SHARE) != bool(of):
        raise BadPolicy(f"components.{key}：按比例计算的项目要写 of，其他项目不写")
    clause = str(clauses.get(key, row["clause"]))
    return Component(key, str(row["label"]), way, str(row["measure"]), clause, of)


def _bands(row: object, key: str) -> tuple[Band, ...]:
    made = []
    for day, price in _of(row, key):
        until = day if isinstance(day, date) else date.fromisoformat(str(day))
        made.append(Band(until, number(price, f"{key}.{day}")))
    return tuple(sorted(made, key=lambda band: band.until))


def _red_lines(rows: Rows) -> RedLines:
    lines = {}
    for key, given in mapping(rows["lines"], "lines").items():
        row = mapping(given, key)
        stops = Stops(str(row["stops"]))
        lines[key] = RedLine(key, str(row["title"]), str(row["asks"]), stops)
    limits = mapping(rows["thresholds"], "thresholds")
    return RedLines(
        title=str(rows["title"]),
        version=str(rows["version"]),
        basis=str(rows["basis"]).strip(),
        lines=lines,
        area=number(limits["area"], "area"),
        before_handover=number(limits["before_handover"], "before_handover"),
    )
