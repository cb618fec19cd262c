"""Papers as the reader leaves them: files, documents, readings, facts with entries, decisions."""

import hashlib
import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bench.workspace.words import DAY, Words, paper, words
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.search.actions import put
from yinfeng.web.store.actions.taking_in import ENGINE
from yinfeng.web.store.models import Document, Entry, Fact, Reading, Upload

LENGTH = 600
_FIELDS = 5
_PUT = 300


def add(
    numbers: Sequence[int],
    towns: Sequence[OrgUnit],
    staff: Mapping[int, User],
    dice: random.Random,
    today: date,
    moment: datetime,
    entries: int,
) -> None:
    """Write the papers of these numbers, each read once with so many entries."""
    facts = max(entries // _FIELDS, 1)
    told = [words(dice, today) for _ in numbers]
    texts = [paper(dice, one, LENGTH) for one in told]
    where = [towns[number % len(towns)] for number in numbers]
    by = next(iter(staff.values()))
    hashes = [
        hashlib.sha256(f"{n}{t}".encode()).hexdigest() for n, t in zip(numbers, texts, strict=True)
    ]
    uploads = Upload.objects.bulk_create(
        Upload(unit=unit, sha256=sha, name=f"{one.name}.txt", size=len(text), engine=ENGINE, by=by)
        for unit, sha, one, text in zip(where, hashes, told, texts, strict=True)
    )
    Upload.objects.filter(pk__in=[one.pk for one in uploads]).update(at=moment - DAY)
    documents = Document.objects.bulk_create(
        Document(
            unit=upload.unit, upload=upload, sha256=upload.sha256, ordinal=0, name=upload.name,
            media="text/plain",
        )
        for upload in uploads
    )  # fmt: skip
    readings = Reading.objects.bulk_create(
        _reading(document, one, text, facts)
        for document, one, text in zip(documents, told, texts, strict=True)
    )
    for document, reading in zip(documents, readings, strict=True):
        document.current = reading
    Document.objects.bulk_update(documents, ["current"], batch_size=200)
    kept = Fact.objects.bulk_create(
        _fact(reading, ordinal) for reading in readings for ordinal in range(facts)
    )
    Entry.objects.bulk_create(entry for fact in kept for entry in _entries(fact))
    for start in range(0, len(documents), _PUT):
        put(*documents[start : start + _PUT])


def _reading(document: Document, told: Words, text: str, facts: int) -> Reading:
    return Reading(
        document=document, engine=ENGINE, title=f"{told.name}签约", publisher=document.unit.name,
        published=told.day, encoding="utf-8", told=facts, source=text, restored=text,
        segments=[[0, len(text), 0, len(text)]], parts=[[0, len(text), ""]],
    )  # fmt: skip


def _fact(reading: Reading, ordinal: int) -> Fact:
    start, end = _stretch(reading.source, ordinal)
    quote = reading.source[start:end]
    return Fact(
        reading=reading, ordinal=ordinal, kind="project", host=reading.publisher, says=quote,
        start=start, end=end, quote=quote,
    )  # fmt: skip


def _entries(fact: Fact) -> list[Entry]:
    width = max((fact.end - fact.start) // _FIELDS, 1)
    made = []
    for number in range(_FIELDS):
        start = fact.start + width * number
        quote = fact.quote[width * number : width * (number + 1)]
        made.append(
            Entry(
                fact=fact,
                field=f"field{number}",
                value=quote,
                status="actual",
                pattern="bench",
                start=start,
                end=start + len(quote),
                quote=quote,
            )
        )
    return made


def _stretch(text: str, ordinal: int) -> tuple[int, int]:
    """The *ordinal*-th sentence, or the first where there are not so many."""
    ends = [at + 1 for at, char in enumerate(text) if char == "。"]
    starts = [0, *ends]
    at = ordinal if ordinal < len(ends) else 0
    return starts[at], ends[at]
