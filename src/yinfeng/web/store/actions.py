"""What is done to documents: taken in, read again, decided on. Each once, with its event."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from django.db import IntegrityError, transaction

import yinfeng
from yinfeng.identity.decisions import Ruling
from yinfeng.identity.naming import Naming
from yinfeng.reading import Reading as Read
from yinfeng.reading import read
from yinfeng.values import Problem as Unread
from yinfeng.web.people.may import require
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store import vault
from yinfeng.web.store.classified import REFUSAL, is_marked
from yinfeng.web.store.keeping import keep
from yinfeng.web.store.models import (
    Decision,
    Document,
    Entry,
    Fact,
    Problem,
    Sameness,
    Upload,
)
from yinfeng.web.store.standing import Standing, standings
from yinfeng.web.store.values import Stored, storable

Reader: TypeAlias = Callable[[bytes, str], Iterator[Read | Unread]]
Verdict = Decision.Verdict

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
    kept = Upload.objects.filter(unit=unit, sha256=hashlib.sha256(content).hexdigest()).first()
    if kept is not None:
        return Receipt(kept, is_new=False)
    # Read before the transaction begins: a long paper must not keep others from writing.
    found = tuple(reader(content, name))
    if any(is_marked(one.text.clean) for one in found if isinstance(one, Read)):
        _note_refusal(by, unit)
        raise Refused(REFUSAL)
    try:
        return _take_in(content, name, found, by, unit, engine)
    except IntegrityError:
        # Somebody sent the same bytes in the same moment, and was first.
        first = Upload.objects.filter(unit=unit, sha256=hashlib.sha256(content).hexdigest()).first()
        if first is None:
            raise
        return Receipt(first, is_new=False)


@transaction.atomic
def _take_in(
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


@transaction.atomic
def _note_refusal(by: User, unit: OrgUnit) -> None:
    record(by, "library.refuse_classified", unit, unit=unit)


def read_again(
    upload: Upload, *, by: User | None, reader: Reader = read, engine: str = ENGINE
) -> Receipt:
    """Read the kept bytes with this version of the engine; what people decided is not touched."""
    if by is not None:
        require(by, "library.reread", upload.unit)
    found = tuple(reader(vault.get(upload.sha256), upload.name))
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
        keep(document, one, engine)
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


@transaction.atomic
def decide(
    entry: Entry,
    *,
    by: User,
    verdict: Verdict,
    value: Stored | None = None,
    why: str = "",
) -> Standing:
    """Say of one figure that it is right, wrong, or what it should be; or take that back."""
    document = _held(entry.fact, by)
    standing = _standing(document, entry)
    if verdict == Verdict.WITHDRAW and standing.decision is None:
        raise Refused("这一项还没有核实过，无需撤回。")
    if verdict == Verdict.CORRECT and value is None:
        raise Refused("请写明更正后的内容。")
    decision = _decided(document, standing, by, verdict, value, why)
    decision.save(force_insert=True)
    action = "library.correct" if verdict == Verdict.CORRECT else "library.decide"
    record(
        by,
        action,
        decision,
        unit=document.unit,
        before={"verdict": standing.verdict, "value": standing.value},
        reason=why,
        verdict=verdict,
        value=value,
        entry=entry.pk,
    )
    return Standing(entry, decision)


@transaction.atomic
def accept_all(fact: Fact, *, by: User) -> int:
    """Accept every figure of the fact on which nothing was decided; how many there were."""
    document = _held(fact, by)
    found, _ = standings(_entries(document), _decisions(document))
    left = [s for s in found.values() if s.entry.fact_id == fact.pk and not s.verdict]
    if not left:
        raise Refused("这条事实的各项都已核实过。")
    for standing in left:
        _decided(document, standing, by, Verdict.ACCEPT, None, "").save(force_insert=True)
    accepted = [standing.entry.pk for standing in left]
    record(by, "library.decide", fact, unit=document.unit, verdict="accept", entries=accepted)
    return len(left)


def _held(fact: Fact, by: User) -> Document:
    """The document of the fact, its row held, so that two people do not decide at once."""
    document = fact.reading.document
    require(by, "library.decide", document.unit)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.current_id != fact.reading_id:
        raise Refused("这份材料刚刚重新读过，页面上的内容已经过时。请刷新后再核实。")
    return document


def _standing(document: Document, entry: Entry) -> Standing:
    found, _ = standings(_entries(document), _decisions(document))
    return found[entry.pk]


def _entries(document: Document) -> Iterable[Entry]:
    return Entry.objects.filter(fact__reading=document.current_id).select_related("fact")


def _decisions(document: Document) -> Iterable[Decision]:
    return document.decisions.select_related("entry__fact").order_by("pk")


def _decided(
    document: Document,
    standing: Standing,
    by: User,
    verdict: Verdict,
    value: Stored | None,
    why: str,
) -> Decision:
    return Decision(
        document=document,
        entry=standing.entry,
        verdict=verdict,
        value=value,
        by=by,
        why=why.strip(),
        supersedes=standing.last,
    )


@transaction.atomic
def decide_identity(
    left: Naming, right: Naming, *, by: User, unit: OrgUnit, ruling: Ruling, why: str
) -> Sameness:
    """Say of two names that they are one thing, or two, or leave it to the reasons again."""
    require(by, "identity.decide", unit)
    if left.kind != right.kind:
        raise Refused("两个名称不是同一类事物，不能合并。")
    if left == right:
        raise Refused("两个名称完全相同，无需判定。")
    row = Sameness.objects.create(
        unit=unit,
        kind=left.kind.value,
        left=left.name,
        left_host=left.host,
        right=right.name,
        right_host=right.host,
        ruling=ruling.value,
        by=by,
        why=why.strip(),
    )
    record(by, "identity.decide", row, unit=unit, reason=why, ruling=ruling.value)
    return row
