"""A reading as rows: the text and its way back, each fact, each field with the words that prove it.

`source[start:end] == quote` is checked for every stretch before anything is written.
"""

from collections.abc import Iterable, Iterator

from yinfeng.reading import Reading as Read
from yinfeng.values import Evidence
from yinfeng.values import Fact as Told
from yinfeng.values.form import told_fields
from yinfeng.web.search.actions import put
from yinfeng.web.store.models import Document, Entry, Fact, Reading
from yinfeng.web.store.values import storable, to_json


class Unproved(Exception):
    """Words that do not stand in the source where they are said to stand."""


def keep(document: Document, read: Read, engine: str) -> Reading:
    """The reading with its facts and entries, written."""
    reading = _reading(document, read, engine)
    kept = [_fact(reading, number, told) for number, told in enumerate(read.facts, 1)]
    entries = [e for fact, told in zip(kept, read.facts, strict=True) for e in _entries(fact, told)]
    for evidence in _stretches(kept, entries):
        check(reading.source, evidence)
    reading.save(force_insert=True)
    Fact.objects.bulk_create(kept)
    Entry.objects.bulk_create(entries)
    document.current = reading
    document.save(update_fields=["current"])
    put(document)
    return reading


def check(source: str, evidence: Evidence) -> None:
    """Raise where the source does not say the quoted words at that place."""
    start, end, quote = evidence
    if not 0 <= start <= end <= len(source) or source[start:end] != quote:
        raise Unproved(f"[{start}:{end}] is not {quote[:40]!r}")


def stretches(entry: Entry) -> Iterator[Evidence]:
    """Every stretch of the source that proves an entry."""
    yield Evidence(entry.start, entry.end, entry.quote)
    yield from (Evidence(*one) for one in entry.further)


def _reading(document: Document, read: Read, engine: str) -> Reading:
    arrived, text = read.document, read.text
    return Reading(
        document=document,
        engine=engine,
        title=storable(arrived.title)[:300],
        publisher=storable(arrived.publisher)[:200],
        published=arrived.published,
        encoding=arrived.encoding,
        told=len(read.facts),
        mended=dict(text.damage.mended),
        unsure=len(text.damage.unsure),
        notes=[storable(note) for note in arrived.notes],
        source=storable(arrived.source),
        restored=storable(text.clean),
        segments=[list(segment) for segment in text.segments],
        parts=[[part.start, part.end, storable(part.place)] for part in arrived.parts],
    )


def _fact(reading: Reading, number: int, told: Told) -> Fact:
    start, end, quote = told.evidence
    return Fact(
        reading=reading,
        ordinal=number,
        kind=told.kind,
        host=storable(told.host)[:200],
        says=storable(told.quote),
        start=start,
        end=end,
        quote=storable(quote),
    )


def _entries(fact: Fact, told: Told) -> Iterator[Entry]:
    for name, field in told_fields(told):
        (start, end, quote), *further = field.evidence
        yield Entry(
            fact=fact,
            field=name,
            value=to_json(field.value),
            status=field.status.value,
            pattern=field.pattern,
            start=start,
            end=end,
            quote=storable(quote),
            further=[[e.start, e.end, storable(e.quote)] for e in further],
        )


def _stretches(facts: Iterable[Fact], entries: Iterable[Entry]) -> Iterator[Evidence]:
    for fact in facts:
        yield Evidence(fact.start, fact.end, fact.quote)
    for entry in entries:
        yield from stretches(entry)
