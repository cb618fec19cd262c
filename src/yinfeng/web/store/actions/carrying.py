"""What people added to a paper goes on when the paper is read again.

Where the newer reader finds the same fact, the added one meets it instead of standing twice: what
it says alike is accepted there, what it says otherwise is put right there, what it leaves out
again is added there. Else the added fact stands in the new reading as it stood in the old one.
The decision stays that of the person who took it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yinfeng.values import Evidence
from yinfeng.web.shell.events import record
from yinfeng.web.store.models import ADDED, Decision, Document, Entry, Fact, Reading
from yinfeng.web.store.sameness import Told, same_fact, told_in
from yinfeng.web.store.standing import Standing, standings

_TAKEN = (Decision.Verdict.ACCEPT, Decision.Verdict.CORRECT)
_WHY = "人工补录的内容随新版本读取续用"


def carry(document: Document, old: Reading | None, new: Reading) -> int:
    """Bring what people added from the old reading into the new one; how many figures."""
    added = Entry.objects.filter(fact__reading=old, pattern=ADDED) if old else None
    if old is None or added is None or not added.exists():
        return 0
    # What the database gave back of a field of JSON is what rows are compared by.
    found = told_in(new)
    carried = 0
    for told, standing in _added(document, old):
        target = same_fact(told, found)
        if target is None and all(entry.pattern == ADDED for entry in told.entries):
            target = _copied(told.fact, old, new)
            found.extend([target] if target else [])
        if target is not None:
            place = found.index(target)
            found[place] = _joined(target, standing, old, new)
            carried += len(standing)
    if carried:
        record(None, "library.carry", document, unit=document.unit, figures=carried)
    return carried


def _added(document: Document, old: Reading) -> Iterator[tuple[Told, list[Standing]]]:
    """The facts with anything that a person added and that stands, and those figures."""
    facts = told_in(old)
    entries = [entry for told in facts for entry in told.entries]
    said = document.decisions.select_related("entry__fact", "by").order_by("pk")
    found, _ = standings(entries, said)
    for told in facts:
        of_fact = [found[entry.pk] for entry in told.entries if entry.pattern == ADDED]
        standing = [one for one in of_fact if one.verdict in _TAKEN]
        if standing:
            yield told, standing


def _copied(fact: Fact, old: Reading, new: Reading) -> Told | None:
    place = _place(old, new, Evidence(fact.start, fact.end, fact.quote))
    if place is None:
        return None
    copy = Fact(
        reading=new,
        ordinal=next_ordinal(new),
        kind=fact.kind,
        host=fact.host,
        says=fact.says,
        start=place.start,
        end=place.end,
        quote=place.quote,
    )
    copy.save(force_insert=True)
    return Told(copy, ())


def next_ordinal(reading: Reading) -> int:
    """The number that a further fact of a reading gets."""
    last = Fact.objects.filter(reading=reading).order_by("-ordinal").first()
    return last.ordinal + 1 if last else 1


def _joined(target: Told, standing: Sequence[Standing], old: Reading, new: Reading) -> Told:
    for one in standing:
        there = target.fields.get(one.entry.field)
        if there is None:
            place = _place(old, new, Evidence(one.entry.start, one.entry.end, one.entry.quote))
            if place is None:
                continue
            there = _entry(target.fact, one, place)
            target = replace(target, entries=(*target.entries, there))
        if not there.decisions.exists():
            _decide(there, one)
    return target


def _entry(fact: Fact, standing: Standing, place: Evidence) -> Entry:
    entry = Entry(
        fact=fact,
        field=standing.entry.field,
        value=standing.entry.value,
        status=standing.entry.status,
        pattern=ADDED,
        start=place.start,
        end=place.end,
        quote=place.quote,
    )
    entry.save(force_insert=True)
    return entry


def _decide(entry: Entry, standing: Standing) -> None:
    """Let the decision hold for the row on which its words stand now."""
    last = standing.last
    assert last is not None
    is_alike = standing.value == entry.value
    Decision(
        document=last.document,
        entry=entry,
        verdict=Decision.Verdict.ACCEPT if is_alike else Decision.Verdict.CORRECT,
        value=None if is_alike else standing.value,
        by=last.by,
        why=last.why or _WHY,
        supersedes=last,
    ).save(force_insert=True)


def _place(old: Reading, new: Reading, evidence: Evidence) -> Evidence | None:
    """Where the words stand in the source as the newer reader decoded it; none where they do not.

    Of several places the one that is as far on: the third of the old is the third of the new.
    """
    start, end, quote = evidence
    if new.source[start:end] == quote and new.source == old.source:
        return evidence
    ours = [match.start() for match in re.finditer(re.escape(quote), old.source)]
    theirs = [match.start() for match in re.finditer(re.escape(quote), new.source)]
    if len(ours) != len(theirs) or start not in ours:
        return None
    there = theirs[ours.index(start)]
    return Evidence(there, there + len(quote), quote)
