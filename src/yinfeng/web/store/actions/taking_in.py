"""Papers are taken in and read again. Each once, with its event."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeAlias

from django.db import IntegrityError, transaction

import yinfeng
from yinfeng.reading import Reading as Read
from yinfeng.reading import read
from yinfeng.values import Problem as Unread
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.actions.carrying import carry
from yinfeng.web.store.classified import REFUSAL, is_marked
from yinfeng.web.store.keeping import keep
from yinfeng.web.store.models import Document, Problem, Upload
from yinfeng.web.store.values import storable

Reader: TypeAlias = Callable[[bytes, str], Iterator[Read | Unread]]
Hold: TypeAlias = Callable[[], AbstractContextManager[None]]

ENGINE = yinfeng.__version__


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of one file."""

    upload: Upload
    is_new: bool
    documents: int = 0
    known: int = 0
    facts: int = 0
    problems: int = 0


def take_in(
    content: bytes,
    name: str,
    *,
    by: User,
    unit: OrgUnit | None = None,
    reader: Reader = read,
    engine: str = ENGINE,
) -> Receipt:
    """Keep the file and what the engine reads in it; the same bytes again add nothing."""
    unit = unit or by.unit
    require(by, "library.take_in", unit)
    kept = kept_already(hashlib.sha256(content).hexdigest(), unit)
    if kept is not None:
        return Receipt(kept, is_new=False)
    # Read before the transaction begins: a long paper must not keep others from writing.
    found = tuple(reader(content, name))
    if is_secret(found):
        note_refusal(by, unit)
        raise Refused(REFUSAL)
    return keep_found(content, name, found, by=by, unit=unit, engine=engine)


def kept_already(sha256: str, unit: OrgUnit) -> Upload | None:
    """The file of these bytes that the unit has."""
    return Upload.objects.filter(unit=unit, sha256=sha256).first()


def is_secret(found: Iterable[Read | Unread]) -> bool:
    """Whether one of the documents that were read carries the mark of a state secret."""
    return any(is_marked(one.text.clean) for one in found if isinstance(one, Read))


@transaction.atomic
def note_refusal(by: User, unit: OrgUnit) -> None:
    """Put on the trail that a secret paper was refused; nothing of it is told."""
    record(by, "library.refuse_classified", unit, unit=unit)


def keep_found(
    content: bytes,
    name: str,
    found: tuple[Read | Unread, ...],
    *,
    by: User,
    unit: OrgUnit,
    engine: str = ENGINE,
) -> Receipt:
    """The file and what was found in it, as rows; nothing is added where they are there."""
    try:
        return _keep_found(content, name, found, by, unit, engine)
    except IntegrityError:
        # Somebody sent the same bytes in the same moment, and was first.
        first = kept_already(hashlib.sha256(content).hexdigest(), unit)
        if first is None:
            raise
        return Receipt(first, is_new=False)


@transaction.atomic
def _keep_found(
    content: bytes,
    name: str,
    found: tuple[Read | Unread, ...],
    by: User,
    unit: OrgUnit,
    engine: str,
) -> Receipt:
    upload = Upload(unit=unit, name=storable(name)[-255:], size=len(content), engine=engine, by=by)
    upload.sha256 = vault.put(content)
    upload.save(force_insert=True)
    receipt = _kept(upload, found, engine)
    record(
        by,
        "library.take_in",
        upload,
        unit=unit,
        sha256=upload.sha256,
        engine=engine,
        documents=receipt.documents,
        facts=receipt.facts,
        problems=receipt.problems,
    )
    return receipt


def read_again(
    upload: Upload,
    *,
    by: User | None,
    reader: Reader = read,
    engine: str = ENGINE,
    hold: Hold = transaction.atomic,
) -> Receipt:
    """Read the kept bytes with this version of the engine; what people decided is not touched.

    Everything is written in one transaction of *hold*.
    """
    if by is not None:
        require(by, "library.reread", upload.unit)
    found = tuple(reader(vault.get(upload.sha256), upload.name))
    with hold():
        return _read_again(upload, found, by, engine)


@transaction.atomic
def _read_again(
    upload: Upload, found: tuple[Read | Unread, ...], by: User | None, engine: str
) -> Receipt:
    upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    receipt = _kept(upload, found, engine)
    if upload.engine != engine:
        upload.engine = engine
        upload.save(update_fields=["engine"])
        record(
            by,
            "library.reread",
            upload,
            unit=upload.unit,
            engine=engine,
            documents=receipt.documents,
            facts=receipt.facts,
            problems=receipt.problems,
        )
    return receipt


def _kept(upload: Upload, found: Iterable[Read | Unread], engine: str) -> Receipt:
    """The rows of what was found that are not there yet, written and counted."""
    documents = known = facts = 0
    problems: list[Unread] = []
    seen: dict[str, int] = {}
    for one in found:
        if isinstance(one, Unread):
            problems.append(one)
            continue
        sha256 = one.document.sha256 or upload.sha256
        seen[sha256] = ordinal = seen.get(sha256, 0) + 1
        document = _document(upload, one, sha256, ordinal)
        if document.readings.filter(engine=engine).exists():
            known += 1
            continue
        previous = document.current
        carry(document, previous, keep(document, one, engine))
        documents, facts = documents + 1, facts + len(one.facts)
    told = _problems(upload, problems, engine)
    return Receipt(upload, True, documents, known, facts, told)


def _document(upload: Upload, found: Read, sha256: str, ordinal: int) -> Document:
    document, _ = Document.objects.get_or_create(
        unit=upload.unit,
        sha256=sha256,
        ordinal=ordinal,
        defaults={
            "upload": upload,
            "name": storable(found.document.name)[:255],
            "path": storable(found.document.path)[:1000],
            "media": found.document.media,
        },
    )
    return document


def _problems(upload: Upload, problems: list[Unread], engine: str) -> int:
    if upload.problems.filter(engine=engine).exists():
        return 0
    rows = Problem.objects.bulk_create(
        Problem(
            upload=upload,
            engine=engine,
            document=storable(one.document)[:255],
            code=one.code,
            says=storable(one.says),
            place=storable(one.place)[:255],
        )
        for one in problems
    )
    return len(rows)
