"""Facts as lines of JSON, in the form of docs/facts.md, and back.

A line holds what the form names and nothing else, so that two readers can be compared field by
field. With its proof it holds besides: `source` (where the main quote stands in the document as
published), `evidence` (for each field the stretches that prove it, with their words), `status`
of what is not done, and `bounds` of figures whose looseness the form has no key for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import TypeAlias, cast

from yinfeng.values.facts import KINDS, Fact, Figure, Indicator, Many, When
from yinfeng.values.names import Person
from yinfeng.values.periods import Grain, Period
from yinfeng.values.quantities import Bound, Dimension, Quantity, Unit
from yinfeng.values.spans import Evidence
from yinfeng.values.told import Status, Told

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None
Row: TypeAlias = dict[str, Json]
Value: TypeAlias = str | Quantity | Period | tuple[str, ...] | tuple[Person, ...]

_COMMON = frozenset({"host", "quote", "evidence"})
_MODES = {Status.PLANNED: "plan", Status.TARGET: "target"}
_STATUSES = {"plan": Status.PLANNED, "target": Status.TARGET}
# Where the form names a key for how exact a figure is.
_BOUND_KEYS = {
    ("indicator", "value"): "bound",
    ("project", "investment"): "investment_bound",
    ("carrier", "area"): "bound",
}
# Figures that the form writes without a unit: money is yuan there, counts are plain.
_BARE = frozenset({"annual_sales", "annual_tax", "yoy", "signed_rate", "enterprises", "tenants"})
_CLASSES = {cls.kind: cls for cls in KINDS}
_FIELDS = {cls: tuple(f.name for f in fields(cls) if f.name not in _COMMON) for cls in KINDS}
_TAKE = {cls: attrgetter(*names) for cls, names in _FIELDS.items()}
_AREAS = frozenset({"mu", "m2", "ha", "km2"})
_CURRENCIES = frozenset({"CNY", "USD", "EUR", "HKD", "TWD", "JPY", "KRW", "GBP"})


def told_fields(fact: Fact) -> list[tuple[str, Told[Value]]]:
    """The fields of a fact that the text gives, in the order of the form."""
    kind = type(fact)
    fields_of = zip(_FIELDS[kind], _TAKE[kind](fact), strict=True)
    return [(name, told) for name, told in fields_of if told is not None]


def told_names(kind: type[Fact]) -> tuple[str, ...]:
    """The fields that a fact of the kind may tell, in the order of the form."""
    return _FIELDS[kind]


def line(fact: Fact, doc: str, *, proof: bool = False) -> Row:
    """The fact as one line of the form, keys in a stable order; with its proof when asked for."""
    row: Row = {"kind": fact.kind, "doc": doc, "host": fact.host}
    for name, told in told_fields(fact):
        row.update(_written(fact.kind, name, told.value))
    if isinstance(fact, Indicator):
        figure = fact.value or fact.yoy
        status = figure.status if figure else Status.DONE
        row["mode"] = _MODES.get(status, "actual")
        if fact.value is None and figure and figure.value.bound is not Bound.EXACT:
            row["bound"] = _bound(figure.value)
    row["quote"] = fact.quote
    if proof:
        row.update(_proof(fact))
    return row


def _proof(fact: Fact) -> Row:
    told = told_fields(fact)
    row: Row = {
        "source": {"start": fact.evidence.start, "end": fact.evidence.end},
        "evidence": {name: [list(e) for e in t.evidence] for name, t in told},
    }
    if status := {n: t.status.value for n, t in told if t.status is not Status.DONE}:
        row["status"] = status
    if bounds := {n: _ends(t.value) for n, t in told if _needs_ends(fact.kind, n, t.value)}:
        row["bounds"] = bounds
    return row


def _needs_ends(kind: str, name: str, value: Value) -> bool:
    if not isinstance(value, Quantity) or value.bound is Bound.EXACT:
        return False
    return (kind, name) not in _BOUND_KEYS or value.bound is Bound.RANGE


def _ends(value: Value) -> Json:
    assert isinstance(value, Quantity)
    low, high = (None if end is None else number(end) for end in (value.low, value.high))
    return [low, high, value.bound.value]


def _written(kind: str, name: str, value: Value) -> Row:
    if isinstance(value, Quantity):
        return _figure(kind, name, value)
    if isinstance(value, Period):
        return _time(name, value)
    if isinstance(value, str):
        return {name: value} if value else {}
    return {name: [_item(item) for item in value]} if value else {}


def _item(item: str | Person) -> Json:
    if isinstance(item, str):
        return item
    return {k: v for k, v in (("name", item.name), ("title", item.title)) if v}


def _figure(kind: str, name: str, value: Quantity) -> Row:
    row: Row = {name: number(value.figure)}
    unit = value.unit.name
    if unit and (name not in _BARE or (unit in _CURRENCIES and unit != "CNY")):
        row["unit" if name == "value" else f"{name}_unit"] = unit
    key = _BOUND_KEYS.get((kind, name))
    if key and value.bound is not Bound.EXACT:
        row[key] = _bound(value)
    return row


def _bound(value: Quantity) -> str:
    """How exact a figure is; the form has no range: its low end is at least what the words say."""
    return (Bound.AT_LEAST if value.bound is Bound.RANGE else value.bound).value


def _time(name: str, value: Period) -> Row:
    if name == "period":
        ends = (("from", value.first), ("to", value.last))
        return {key: end for key, end in ends if end}
    return {name: value.label} if value.label else {}


def number(value: Decimal) -> int | float:
    """A plain JSON number: whole ones as integers."""
    return int(value) if value == value.to_integral_value() else float(value)


def fact_of(row: Mapping[str, Json]) -> Fact:
    """The fact that a line tells, its proof taken from `source` and `evidence`.

    What the form leaves out (the grain of a figure, the pattern that read it) takes its default.
    """
    cls = _CLASSES[str(row["kind"])]
    main = _main_evidence(row)
    told: dict[str, Told[Value]] = {}
    for field in fields(cls):
        if field.name not in _COMMON:
            value = _read(cls.kind, field.name, field.type, row)
            if value is not None:
                told[field.name] = _told(field.name, value, row, main)
    return cls(
        host=str(row.get("host", "")),
        quote=str(row.get("quote", "")),
        evidence=main,
        **told,
    )


def _main_evidence(row: Mapping[str, Json]) -> Evidence:
    source = cast("Mapping[str, int]", row["source"])
    quote = str(source.get("quote", row.get("quote", "")))
    return Evidence(source["start"], source["end"], quote)


def _told(name: str, value: Value, row: Mapping[str, Json], main: Evidence) -> Told[Value]:
    proofs = cast("Mapping[str, Sequence[tuple[int, int, str]]]", row.get("evidence", {}))
    statuses = cast("Mapping[str, str]", row.get("status", {}))
    status = Status(statuses.get(name, Status.DONE))
    if name in ("value", "yoy") and "mode" in row and name not in statuses:
        status = _STATUSES.get(str(row["mode"]), Status.DONE)
    evidence = tuple(Evidence(*proof) for proof in proofs.get(name, ())) or (main,)
    return Told(value, evidence, status)


def _read(kind: str, name: str, form: object, row: Mapping[str, Json]) -> Value | None:
    if name == "period":
        return _span(cast("str | None", row.get("from")), cast("str | None", row.get("to")))
    value = row.get(name)
    if value is None:
        return None
    if form == Figure:
        return _quantity(kind, name, row)
    if form == When:
        return period_of(str(value))
    if isinstance(value, str):
        return value
    items = cast("Sequence[str | Mapping[str, str]]", value)
    if form == Many:
        return tuple(str(item) for item in items)
    return tuple(
        Person(i.get("name", ""), i.get("title", "")) for i in items if not isinstance(i, str)
    )


def _quantity(kind: str, name: str, row: Mapping[str, Json]) -> Quantity:
    value = Decimal(str(row[name]))
    unit = str(row.get("unit" if name == "value" else f"{name}_unit", ""))
    if not unit and name in ("annual_sales", "annual_tax"):
        unit = "CNY"
    bounds = cast("Mapping[str, tuple[float | None, float | None, str]]", row.get("bounds", {}))
    if name in bounds:
        low, high, bound = bounds[name]
        ends = tuple(None if end is None else Decimal(str(end)) for end in (low, high))
        return Quantity(unit_named(unit), ends[0], ends[1], bound=Bound(bound))
    exact = Bound(str(row.get(_BOUND_KEYS.get((kind, name), ""), Bound.EXACT)))
    low_end = None if exact is Bound.AT_MOST else value
    high_end = None if exact is Bound.AT_LEAST else value
    return Quantity(unit_named(unit), low_end, high_end, bound=exact)


def unit_named(name: str) -> Unit:
    """The unit that the form writes so: a currency, an area, a ratio, a rate or a count."""
    if not name:
        return Unit("", Dimension.RATIO)
    if "/" in name:
        return Unit(name, Dimension.RATE)
    if name in _CURRENCIES:
        return Unit(name, Dimension.MONEY)
    return Unit(name, Dimension.AREA if name in _AREAS else Dimension.COUNT)


def _span(first: str | None, last: str | None) -> Period | None:
    if not first and not last:
        return None
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) + timedelta(days=1) if last else None
    return Period(start, end, Grain.SPAN)


def period_of(label: str) -> Period:
    """The period that a label says: 2019-03-15 is a day, 2019-03 a month, 2019 a year."""
    parts = [int(part) for part in label.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return Period(day, day + timedelta(days=1), Grain.DAY)
    if len(parts) == 2:
        year, month = parts
        return Period(
            date(year, month, 1), date(year + month // 12, month % 12 + 1, 1), Grain.MONTH
        )
    return Period(date(parts[0], 1, 1), date(parts[0] + 1, 1, 1), Grain.YEAR)
