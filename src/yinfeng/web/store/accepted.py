"""Facts of papers of which every figure is decided, and that became no record yet.

A room that makes records of facts names their kinds and its models: each has `fact`, the fact it
was made of, and `removed_at`. Only what a person accepted or corrected is taken over.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F, Model

from yinfeng.web.people.models import User
from yinfeng.web.store.models import Decision, Document, Entry, Fact
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import from_json

_DOCUMENTS = 50
_LONG = tuple(f"current__{name}" for name in ("source", "restored", "segments", "parts"))


@dataclass(frozen=True, slots=True)
class Accepted:
    """A fact of which every figure is decided, and what was accepted of it, by field."""

    fact: Fact
    document: Document
    told: Mapping[str, Any]


def latest(user: User, kinds: Sequence[str]) -> list[Document]:
    """The latest documents in scope of which something of these kinds was decided."""
    rows = Document.objects.visible_to(user).filter(decisions__entry__fact__kind__in=kinds)
    rows = rows.distinct().select_related("unit", "current").defer(*_LONG)
    return list(rows.order_by("-pk")[:_DOCUMENTS])


def accepted(
    documents: Sequence[Document], kinds: Sequence[str], models: Iterable[type[Model]]
) -> Iterator[Accepted]:
    """The facts of these documents that may become records of these models and did not yet."""
    readings = [document.current_id for document in documents]
    entries = Entry.objects.filter(fact__reading__in=readings, fact__kind__in=kinds)
    decisions = Decision.objects.filter(document__in=documents).select_related("entry__fact", "by")
    taken = set(_taken(readings, models))
    ours: dict[int, list[Entry]] = {}
    said: dict[int, list[Decision]] = {}
    for entry in entries.select_related("fact").order_by("fact__start", "pk"):
        ours.setdefault(entry.fact.reading_id, []).append(entry)
    for decision in decisions.order_by("pk"):
        said.setdefault(decision.document_id, []).append(decision)
    for document in documents:
        found, _ = standings(ours.get(document.current_id or 0, ()), said.get(document.pk, ()))
        yield from _decided(document, found.values(), taken)


def _decided(document: Document, found: Iterable[Standing], taken: set[int]) -> Iterator[Accepted]:
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
            yield Accepted(group[0].entry.fact, document, told)


def _taken(readings: Sequence[int | None], models: Iterable[type[Model]]) -> Iterator[int]:
    """The facts of which a record was made; a fact read anew in the same words is the same."""
    for model in models:
        rows = model._default_manager.filter(removed_at=None, fact__isnull=False)
        yield from rows.filter(fact__reading__in=readings).values_list("fact_id", flat=True)
        older = rows.exclude(fact__reading__in=readings).filter(
            fact__reading__document__current__in=readings,
            fact__reading__document__current__facts__kind=F("fact__kind"),
            fact__reading__document__current__facts__quote=F("fact__quote"),
        )
        yield from older.values_list("fact__reading__document__current__facts", flat=True)
