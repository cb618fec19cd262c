"""Which figure of which thing a fact tells, so that papers can be set side by side.

A figure is one of the same thing, of the same name, for the same period, of the same sort (a goal
is not set against a result) and in the same measure: 云泽镇, 工业产值, 2026年1至3月, done, yuan.
What names no period is set beside others only where the thing has but one such figure: the land
that a project takes, the area of a park.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yinfeng.identity.naming import EntityKind, kind_of, plain
from yinfeng.ledger.agree import stretch_of
from yinfeng.ledger.figures import indicator_name
from yinfeng.values import Period, Quantity
from yinfeng.values.form import Value
from yinfeng.web.desks.library import words
from yinfeng.web.store.models import Entry, Fact
from yinfeng.web.store.standing import Standing
from yinfeng.web.store.values import from_json

# The figures of which a thing has one, whatever the day.
_LASTING = {
    "project": ("investment", "annual_sales", "annual_tax", "capacity", "land", "floor_area"),
    "carrier": ("area", "built_area"),
    "renewal": ("area",),
    "service": ("amount",),
}
# The figures that grow: they are compared as of one day.
_GROWING = {"renewal": ("enterprises", "tenants", "signed_rate", "signed_area")}
_NAMED_BY = {"project": "name", "carrier": "name", "renewal": "block", "service": "enterprise"}
_SORTS = {
    "project": EntityKind.PROJECT,
    "carrier": EntityKind.CARRIER,
    "renewal": EntityKind.CARRIER,
    "service": EntityKind.ENTERPRISE,
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one thing as a fact tells it."""

    entry: Entry
    kind: str
    sort: EntityKind
    host: str
    name: str
    figure: str
    when: str
    status: str
    value: Quantity
    measure: str
    low: float | None
    high: float | None

    def key(self, thing: str) -> str:
        """What tells this figure of the *thing* from any other."""
        parts = (self.sort.value, self.host, thing, self.figure, self.when, self.status)
        said = "\x1f".join((*parts, self.measure))
        return hashlib.sha256(said.encode()).hexdigest()[:32]


def figures_in(fact: Fact, fields: Mapping[str, Standing]) -> Iterator[Figure]:
    """The figures that a fact tells, by what stands of its fields."""
    values = {
        name: from_json(standing.value)
        for name, standing in fields.items()
        if standing.value is not None
    }
    if fact.kind == "indicator":
        yield from _of_indicator(fact, fields, values)
    elif fact.kind in _NAMED_BY:
        yield from _of_thing(fact, fields, values)


def _of_indicator(
    fact: Fact, fields: Mapping[str, Standing], values: Mapping[str, Value]
) -> Iterator[Figure]:
    name, period = values.get("name"), values.get("period")
    if not isinstance(name, str) or not isinstance(period, Period) or not period.is_resolved:
        return
    subject = values.get("subject")
    told = subject if isinstance(subject, str) and subject else fact.host
    if not told:
        return
    sort = kind_of(told)
    host = "" if sort is EntityKind.PLACE else fact.host
    when = f"{period.first or ''}–{period.last or ''}"
    status = fields["value"].entry.status if "value" in fields else ""
    called = indicator_name(name)
    for field, of in (("value", called), ("yoy", f"{called}同比")):
        yield from _figure(fact, fields, values, field, (sort, host, told, of, when, status))


def _of_thing(
    fact: Fact, fields: Mapping[str, Standing], values: Mapping[str, Value]
) -> Iterator[Figure]:
    name, as_of = values.get(_NAMED_BY[fact.kind]), values.get("as_of")
    if not isinstance(name, str) or not name:
        return
    sort = _SORTS[fact.kind]
    need = values.get("need")
    lasting = f"（{need}）" if isinstance(need, str) and fact.kind == "service" else ""
    for field in _LASTING[fact.kind]:
        of = words.FIELDS[field] + lasting
        yield from _figure(fact, fields, values, field, (sort, fact.host, name, of, "", ""))
    if isinstance(as_of, Period) and as_of.is_resolved:
        for field in _GROWING.get(fact.kind, ()):
            day = f"截至{as_of.last}"
            of = words.FIELDS[field]
            yield from _figure(fact, fields, values, field, (sort, fact.host, name, of, day, ""))


def _figure(
    fact: Fact,
    fields: Mapping[str, Standing],
    values: Mapping[str, Value],
    field: str,
    of: tuple[EntityKind, str, str, str, str, str],
) -> Iterator[Figure]:
    value = values.get(field)
    stretch = stretch_of(value) if isinstance(value, Quantity) else None
    if stretch is None or not isinstance(value, Quantity):
        return
    sort, host, name, figure, when, status = of
    measure, low, high = stretch
    yield Figure(
        entry=fields[field].entry,
        kind=fact.kind,
        sort=sort,
        host=plain(host)[:_LONGEST],
        name=plain(name)[:_LONGEST],
        figure=figure[:_LONGEST],
        when=when,
        status=status,
        value=value,
        measure=measure,
        low=float(low) if low.is_finite() else None,
        high=float(high) if high.is_finite() else None,
    )
