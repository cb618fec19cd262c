"""Facts of papers as the engine takes them, with what people decided of each of their fields."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, QuerySet

from yinfeng.values import KINDS, Document, Evidence, Fact, Status, Told
from yinfeng.values.form import Value
from yinfeng.web.people.may import in_scope
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.keeping import stretches
from yinfeng.web.store.models import Decision, Entry
from yinfeng.web.store.models import Document as Paper
from yinfeng.web.store.models import Fact as FactRow
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import from_json

Fields = Mapping[str, Standing]

_CLASSES = {one.kind: one for one in KINDS}
_TAKEN = (Decision.Verdict.ACCEPT, Decision.Verdict.CORRECT)
LONG = ("source", "restored", "segments", "parts")


def units_with_papers(user: User, action: str) -> list[OrgUnit]:
    """The units in the user's scope that hold papers, in the order of the tree."""
    among = OrgUnit.objects.filter(in_scope(user, action, ""))
    return list(among.filter(Exists(Paper.objects.filter(unit=OuterRef("pk")))).order_by("path"))


def with_papers(facts: QuerySet[FactRow]) -> QuerySet[FactRow]:
    """The facts with their papers, without the long texts."""
    return facts.select_related("reading__document__current").defer(
        *(f"reading__{name}" for name in LONG),
        *(f"reading__document__current__{name}" for name in LONG),
    )


def fields_of(facts: Iterable[FactRow]) -> dict[int, dict[str, Standing]]:
    """By fact, what stands of each of its fields."""
    papers = {fact.pk: fact.reading.document_id for fact in facts}
    own: dict[int, list[Entry]] = {}
    for entry in Entry.objects.filter(fact__in=papers).select_related("fact").order_by("pk"):
        own.setdefault(papers[entry.fact_id], []).append(entry)
    said: dict[int, list[Decision]] = {}
    decisions = Decision.objects.filter(document__in=set(papers.values()))
    for decision in decisions.select_related("entry__fact").order_by("pk"):
        said.setdefault(decision.document_id, []).append(decision)
    found: dict[int, dict[str, Standing]] = {}
    for document, entries in own.items():
        stand, _ = standings(entries, said.get(document, ()))
        for standing in stand.values():
            found.setdefault(standing.entry.fact_id, {})[standing.entry.field] = standing
    return found


def accepted(fields: Fields) -> Fields:
    """The fields that a person accepted or corrected."""
    return {name: standing for name, standing in fields.items() if standing.verdict in _TAKEN}


def not_rejected(fields: Fields) -> Fields:
    """The fields that no person rejected."""
    rejected = Decision.Verdict.REJECT
    return {name: standing for name, standing in fields.items() if standing.verdict != rejected}


def engine_fact(fact: FactRow, fields: Fields) -> Fact:
    """The fact as the engine knows it, with the values that stand."""
    told: dict[str, Told[Value]] = {
        name: Told(
            from_json(standing.value or ""),
            tuple(stretches(standing.entry)),
            Status(standing.entry.status),
            standing.entry.pattern,
        )
        for name, standing in fields.items()
    }
    evidence = Evidence(fact.start, fact.end, fact.quote)
    return _CLASSES[fact.kind](host=fact.host, quote=fact.says, evidence=evidence, **told)


def document_of(paper: Paper) -> Document:
    """The document as the ledger cites it; its key leads back to the row."""
    reading = paper.current
    return Document(
        name=paper.name,
        source="",
        sha256=f"document:{paper.pk}",
        title=reading.title if reading else "",
        publisher=reading.publisher if reading else "",
        published=reading.published if reading else None,
    )
