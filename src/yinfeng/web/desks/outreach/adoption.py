"""Facts of papers that can become records: accepted trips, visits, exchanges and ties.

云泽镇党委书记沈立群带队赴苏州 becomes a trip with its people and the firms that were met, each
with the words that tell it. Only what a person has accepted or corrected is taken over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from django.db.models import F

from yinfeng.identity.naming import plain
from yinfeng.values import Grain, Period, Person
from yinfeng.web.desks.outreach.models import Pairing, Partner, Reception, Talk, Trip
from yinfeng.web.people.models import User
from yinfeng.web.store.models import Decision, Document, Entry, Fact
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import from_json

_DOCUMENTS = 50
_KINDS = ("engagement", "partnership")
_LONG = tuple(f"current__{name}" for name in ("source", "restored", "segments", "parts"))
_ONE_DAY = timedelta(days=1)
# What an engagement of each type is first offered as; a person may choose otherwise.
_FIRST = {"visit_out": "trips", "study": "trips", "visit_in": "receptions", "exchange": "talks"}
_OFFERED = {"engagement": ("trips", "receptions", "talks"), "partnership": ("partners",)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact of which every figure is decided, and what it may become, the likeliest first."""

    fact: Fact
    document: Document
    told: Mapping[str, Any]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record that it may become."""
        offered = _OFFERED[self.fact.kind]
        first = _FIRST.get(str(self.told.get("type", "")), offered[0])
        return (first, *(kind for kind in offered if kind != first))

    def values(self, kind: str) -> dict[str, Any]:
        """What a form of that kind is filled with."""
        return {name: value for name, value in _VALUES[kind](self).items() if value}

    def names(self, field: str) -> tuple[str, ...]:
        """The names that a field tells."""
        return tuple(name for name in self.told.get(field, ()) if isinstance(name, str))

    @property
    def people(self) -> tuple[Person, ...]:
        """The people that it tells of."""
        return tuple(one for one in self.told.get("people", ()) if isinstance(one, Person))

    @property
    def day(self) -> Any:
        """The day, where one day is told."""
        return self._ends()[0] if self._ends()[0] == self._ends()[1] else None

    def _ends(self) -> tuple[Any, Any]:
        period = self.told.get("date")
        if not isinstance(period, Period) or period.start is None or period.end is None:
            return None, None
        last = period.end - _ONE_DAY
        # A month or a year is no day: the person has to say which.
        return (period.start, last) if period.grain is Grain.DAY else (None, None)

    @property
    def span(self) -> tuple[Any, Any]:
        """The first and last day, where days are told."""
        return self._ends()


def proposals(user: User) -> list[Proposal]:
    """The facts in scope that may become records and have not yet, of the latest documents."""
    documents = (
        Document.objects.visible_to(user)
        .filter(decisions__entry__fact__kind__in=_KINDS)
        .distinct()
        .select_related("unit", "current")
        .defer(*_LONG)
        .order_by("-pk")[:_DOCUMENTS]
    )
    return list(_proposals(list(documents)))


def proposal_of(fact: Fact) -> Proposal | None:
    """The fact as it may be taken over; None while something of it is open."""
    found = [one for one in _proposals([fact.reading.document]) if one.fact.pk == fact.pk]
    return found[0] if found else None


def is_adopted(fact: Fact) -> bool:
    """Whether a record was made of the fact."""
    return any(
        model._default_manager.filter(fact=fact, removed_at=None).exists()
        for model in (Trip, Reception, Talk, Partner, Pairing)
    )


def _proposals(documents: list[Document]) -> Iterator[Proposal]:
    entries = Entry.objects.filter(
        fact__reading__in=[document.current_id for document in documents],
        fact__kind__in=_KINDS,
    ).select_related("fact")
    decisions = Decision.objects.filter(document__in=documents).select_related("entry__fact", "by")
    taken = set(_taken([document.current_id for document in documents]))
    ours: dict[int, list[Entry]] = {}
    said: dict[int, list[Decision]] = {}
    for entry in entries.order_by("fact__start", "pk"):
        ours.setdefault(entry.fact.reading_id, []).append(entry)
    for decision in decisions.order_by("pk"):
        said.setdefault(decision.document_id, []).append(decision)
    for document in documents:
        found, _ = standings(ours.get(document.current_id or 0, ()), said.get(document.pk, ()))
        yield from _decided(document, found.values(), taken)


def _decided(document: Document, found: Iterable[Standing], taken: set[int]) -> Iterator[Proposal]:
    by_fact: dict[int, list[Standing]] = {}
    for standing in found:
        by_fact.setdefault(standing.entry.fact_id, []).append(standing)
    for key, group in sorted(by_fact.items(), key=lambda pair: pair[1][0].entry.fact.ordinal):
        told = {
            one.entry.field: from_json(cast(Any, one.value))
            for one in group
            if one.verdict and one.value is not None
        }
        if told and key not in taken and all(one.verdict for one in group):
            yield Proposal(group[0].entry.fact, document, told)


def _taken(readings: list[int | None]) -> Iterator[int]:
    """The facts of which a record was made; a fact read anew in the same words is the same."""
    for model in (Trip, Reception, Talk, Partner):
        rows = model._default_manager.filter(removed_at=None, fact__isnull=False)
        yield from rows.filter(fact__reading__in=readings).values_list("fact_id", flat=True)
        older = rows.exclude(fact__reading__in=readings).filter(
            fact__reading__document__current__in=readings,
            fact__reading__document__current__facts__kind=F("fact__kind"),
            fact__reading__document__current__facts__quote=F("fact__quote"),
        )
        yield from older.values_list("fact__reading__document__current__facts", flat=True)


def _trip(one: Proposal) -> dict[str, Any]:
    first, last = one.span
    purpose = one.told.get("purpose") or one.told.get("project") or one.fact.quote[:200]
    return {"purpose": purpose, "since": first, "until": last, "place": one.told.get("place", "")}


def _reception(one: Proposal) -> dict[str, Any]:
    return {
        "on": one.day,
        "group": next(iter(one.names("counterparts")), ""),
        "hosts": _called(one.people),
        "place": one.told.get("place", ""),
        "purpose": one.told.get("purpose") or one.told.get("project") or one.fact.quote[:200],
    }


def _talk(one: Proposal) -> dict[str, Any]:
    return {
        "on": one.day,
        "project": one.told.get("project", ""),
        "firm": next(iter(one.names("counterparts")), ""),
        "ours": _called(one.people),
        "topic": one.told.get("purpose") or one.fact.quote[:300],
    }


def _partner(one: Proposal) -> dict[str, Any]:
    return {"name": next(iter(_others(one)), ""), "note": one.told.get("subject", "")}


def pairing_of(one: Proposal) -> dict[str, Any]:
    """The tie that a partnership tells: whose, of what kind, since when."""
    others = set(_others(one)[:1])
    ours = "、".join(name for name in one.names("parties") if name not in others)
    return {
        "ours": (ours or one.fact.host or str(one.document.unit))[:120],
        "kind": str(one.told.get("type", "cooperation")),
        "subject": str(one.told.get("subject", ""))[:200],
        "since": one.day,
    }


def _others(one: Proposal) -> list[str]:
    """The parties that are not we ourselves, as far as names tell."""
    own = {plain(name) for name in (one.fact.host, str(one.document.unit)) if name}
    return [name for name in one.names("parties") if plain(name) not in own]


def _called(people: Iterable[Person]) -> str:
    return "、".join(f"{person.title}{person.name}" for person in people)[:200]


_VALUES = {"trips": _trip, "receptions": _reception, "talks": _talk, "partners": _partner}
