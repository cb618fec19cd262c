"""A person adds what the reader left out, with the words of the paper that prove it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from yinfeng.values import Evidence, Status
from yinfeng.web.people.may import require
from yinfeng.web.people.models import User
from yinfeng.web.shell.events import record
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions.carrying import next_ordinal
from yinfeng.web.store.actions.deciding import held
from yinfeng.web.store.keeping import Unproved, check
from yinfeng.web.store.models import ADDED, Decision, Entry, Fact, Reading
from yinfeng.web.store.sameness import Told, same_fact, told_in
from yinfeng.web.store.values import Stored, storable


@dataclass(frozen=True, slots=True)
class Added:
    """One field as a person adds it: its value, how far it is, the words that prove it."""

    value: Stored
    evidence: Evidence
    status: Status = Status.DONE


@transaction.atomic
def add_fact(
    reading: Reading,
    *,
    by: User,
    kind: str,
    host: str,
    says: str,
    evidence: Evidence,
    fields: Mapping[str, Added],
) -> Fact:
    """A fact that the reader left out, accepted by who adds it; refused where it was read."""
    require(by, "library.add", reading.document.unit)
    document = held(reading, by)
    if not fields:
        raise Refused("请至少填写一项内容。")
    start, end, quote = evidence
    fact = Fact(
        reading=reading,
        ordinal=next_ordinal(reading),
        kind=kind,
        host=storable(host)[:200],
        says=storable(says),
        start=start,
        end=end,
        quote=quote,
    )
    entries = [_entry(fact, name, one) for name, one in fields.items()]
    _prove(reading, [evidence, *(one.evidence for one in fields.values())])
    known = same_fact(Told(fact, entries), told_in(reading))
    if known is not None:
        raise Refused(
            f"这条事实已在右侧列出（“{known.fact.says[:40]}”）。请在那张卡片上采用、更正或补录一项。"
        )
    fact.save(force_insert=True)
    _keep(fact, entries, by)
    record(
        by,
        "library.add",
        fact,
        unit=document.unit,
        kind=kind,
        host=fact.host,
        quote=quote,
        fields={name: one.value for name, one in fields.items()},
    )
    return fact


@transaction.atomic
def add_field(fact: Fact, *, by: User, field: str, added: Added) -> Entry:
    """A field that the reader left out of a fact, accepted by who adds it."""
    require(by, "library.add", fact.reading.document.unit)
    document = held(fact.reading, by)
    if fact.entries.filter(field=field).exists():
        raise Refused("这条事实已有这一项。要改它，请用那一项的“更正”。")
    _prove(fact.reading, [added.evidence])
    entry = _entry(fact, field, added)
    _keep(fact, [entry], by)
    record(
        by,
        "library.add",
        fact,
        unit=document.unit,
        field=field,
        value=added.value,
        quote=added.evidence.quote,
    )
    return entry


def _prove(reading: Reading, proofs: list[Evidence]) -> None:
    try:
        for evidence in proofs:
            check(reading.source, evidence)
    except Unproved:
        raise Refused("原文里没有这段话。请从原文中照抄或选取。") from None


def _entry(fact: Fact, name: str, added: Added) -> Entry:
    start, end, quote = added.evidence
    return Entry(
        fact=fact,
        field=name,
        value=added.value,
        status=added.status.value,
        pattern=ADDED,
        start=start,
        end=end,
        quote=quote,
    )


def _keep(fact: Fact, entries: list[Entry], by: User) -> None:
    for entry in entries:
        entry.fact = fact
        entry.save(force_insert=True)
        Decision(
            document=fact.reading.document, entry=entry, verdict=Decision.Verdict.ACCEPT, by=by
        ).save(force_insert=True)
