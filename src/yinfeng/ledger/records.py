"""A record: one fact in the ledger with the paper that tells it, and its entries, one a field."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from yinfeng.ledger.papers import Paper, Proof
from yinfeng.values import (
    Document,
    Engagement,
    Evidence,
    Fact,
    Grain,
    Indicator,
    Partnership,
    Period,
    Project,
    Renewal,
    Status,
    Told,
)
from yinfeng.values.form import Value, line, told_fields

_AHEAD = (Status.PLANNED, Status.TARGET)

_FINE = (Grain.DAY, Grain.TENDAYS, Grain.MONTH, Grain.SPAN)


class Evidenced(Protocol):
    """A told value of any kind, as far as its evidence goes."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that prove it."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of one fact as one paper tells it."""

    paper: str
    fact: str
    kind: str
    field: str
    value: Value
    status: Status
    proofs: tuple[Proof, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class Record:
    """One fact as one paper tells it, with the places of its words."""

    key: str
    paper: Paper
    fact: Fact
    reading: str
    places: Mapping[int, str] = field(repr=False, hash=False)

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.fact.kind

    @property
    def proof(self) -> Proof:
        """The words that prove most of the fact."""
        return self._proof(self.fact.evidence)

    def proofs(self, told: Evidenced | None) -> tuple[Proof, ...]:
        """The words that prove one field; those of the whole fact where it has none."""
        return tuple(self._proof(e) for e in told.evidence) if told else (self.proof,)

    def entries(self) -> Iterator[Entry]:
        """The fact as entries, one a field."""
        for name, told in told_fields(self.fact):
            yield Entry(
                paper=self.paper.key,
                fact=self.key,
                kind=self.kind,
                field=name,
                value=told.value,
                status=told.status,
                proofs=self.proofs(told),
                reading=self.reading,
            )

    @property
    def when(self) -> date | None:
        """The last day that the fact itself speaks of, if it tells one.

        A paper of July that tells of 今年 speaks of its year up to July, unless it looks ahead.
        """
        told = _own_period(self.fact)
        day = _last_day(told.value) if told else None
        if told is None or day is None or _looks_ahead(self.fact, told):
            return day
        if self.paper.published is None:
            return day
        began = told.value.start
        is_past = began is None or began <= self.paper.published
        return min(day, self.paper.published) if is_past else day

    @property
    def known(self) -> date | None:
        """The day by which the fact is known: its own, else the day its paper came out."""
        return self.when or self.paper.known_by

    @property
    def is_done(self) -> bool:
        """Whether the fact tells of a day, month or stretch of months as past, not as a goal."""
        told = _own_period(self.fact)
        if told is None or _looks_ahead(self.fact, told):
            return False
        return told.value.grain in _FINE

    def _proof(self, evidence: Evidence) -> Proof:
        place = self.places.get(evidence.start, "")
        return Proof(self.paper, place, evidence.start, evidence.end, evidence.quote)


def record_of(document: Document, paper: Paper, fact: Fact, reading: str) -> Record:
    """The record of a fact; the same fact read from the same bytes has the same key."""
    says = json.dumps(line(fact, paper.key, proof=True), ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256(says.encode()).hexdigest()[:20]
    places = {evidence.start: document.place(evidence.start) for evidence in _evidence(fact)}
    return Record(key, paper, fact, reading, places)


def _evidence(fact: Fact) -> Iterable[Evidence]:
    yield fact.evidence
    for _, told in told_fields(fact):
        yield from told.evidence


def _own_period(fact: Fact) -> Told[Period] | None:
    told: Told[Period] | None = None
    match fact:
        case Project(stage_date=told) | Renewal(as_of=told) | Indicator(period=told):
            pass
        case Engagement(date=told) | Partnership(date=told):
            pass
        case _:
            return None
    return told


def _looks_ahead(fact: Fact, told: Told[Period]) -> bool:
    value = fact.value if isinstance(fact, Indicator) else None
    return told.status in _AHEAD or (value is not None and value.status in _AHEAD)


def _last_day(period: Period) -> date | None:
    return period.end - timedelta(days=1) if period.end else period.start
