"""Facts of papers that can become records: accepted trips, visits, exchanges and ties.

云泽镇党委书记沈立群带队赴苏州 becomes a trip with its people and the firms that were met, each
with the words that tell it. Only what a person has accepted or corrected is taken over.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from yinfeng.identity.naming import plain
from yinfeng.values import Grain, Period, Person
from yinfeng.web.desks.outreach.models import Pairing, Partner, Reception, Talk, Trip
from yinfeng.web.people.models import User
from yinfeng.web.store.accepted import Accepted, accepted, latest
from yinfeng.web.store.models import Document, Fact

_KINDS = ("engagement", "partnership")
_ONE_DAY = timedelta(days=1)
# What an engagement of each type is first offered as; a person may choose otherwise.
_FIRST = {"visit_out": "trips", "study": "trips", "visit_in": "receptions", "exchange": "talks"}
_OFFERED = {"engagement": ("trips", "receptions", "talks"), "partnership": ("partners",)}


@dataclass(frozen=True, slots=True)
class Proposal(Accepted):
    """A fact of which every figure is decided, and what it may become, the likeliest first."""

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
    return _proposals(latest(user, _KINDS))


def proposal_of(fact: Fact) -> Proposal | None:
    """The fact as it may be taken over; None while something of it is open."""
    found = (one for one in _proposals([fact.reading.document]) if one.fact.pk == fact.pk)
    return next(found, None)


def is_adopted(fact: Fact) -> bool:
    """Whether a record was made of the fact."""
    return any(
        model._default_manager.filter(fact=fact, removed_at=None).exists()
        for model in (Trip, Reception, Talk, Partner, Pairing)
    )


def _proposals(documents: list[Document]) -> list[Proposal]:
    found = accepted(documents, _KINDS, (Trip, Reception, Talk, Partner))
    return [Proposal(one.fact, one.document, one.told) for one in found]


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
