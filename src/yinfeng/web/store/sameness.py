"""Whether two records of one paper tell the same fact, though by other words or other fields.

A person adds what the reader left out; a later reader may find it after all. Both tell one fact
when they are of one kind, their words touch in the paper and they name the same thing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yinfeng.web.store.keeping import stretches
from yinfeng.web.store.models import Entry, Fact, Reading

# What a fact of each kind is known by. Of an indicator the figure: a sentence tells two of one
# name, the result and the goal.
_NAMES = {
    "indicator": ("value", "yoy", "name"),
    "project": ("name", "product", "investors"),
    "engagement": ("counterparts", "project", "purpose", "people", "date", "place", "type"),
    "carrier": ("name",),
    "renewal": ("block",),
    "partnership": ("parties",),
    "service": ("enterprise", "need"),
    "role": ("person",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One fact with its fields, as rows that may not be written yet."""

    fact: Fact
    entries: Sequence[Entry]

    @property
    def fields(self) -> dict[str, Entry]:
        """The fields by their names."""
        return {entry.field: entry for entry in self.entries}


def told_in(reading: Reading) -> list[Told]:
    """The facts of a reading with their fields, in its order."""
    groups: dict[int, list[Entry]] = {}
    for entry in Entry.objects.filter(fact__reading=reading).select_related("fact").order_by("pk"):
        groups.setdefault(entry.fact_id, []).append(entry)
    return [Told(entries[0].fact, entries) for entries in groups.values()]


def same_fact(one: Told, among: Iterable[Told]) -> Told | None:
    """The one of the others that tells the same fact, the likest and nearest where several do."""
    alike = [other for other in among if is_same(one, other)]
    return min(
        alike,
        key=lambda other: (-_shared(one, other), abs(other.fact.start - one.fact.start)),
        default=None,
    )


def is_same(one: Told, other: Told) -> bool:
    """Whether both tell one fact."""
    if one.fact.kind != other.fact.kind or not _touches(one, other):
        return False
    ours, theirs = one.fields, other.fields
    for name in _NAMES[one.fact.kind]:
        if name in ours and name in theirs:
            return _agree(ours[name], theirs[name])
    return _shared(one, other) > 0


def _agree(left: Entry, right: Entry) -> bool:
    if left.value == right.value:
        return True
    ours, theirs = _words(left), _words(right)
    if not ours or not theirs:
        # Two figures, times or offices: one thing told otherwise where the very words cross.
        return _cross(left, right) and left.status == right.status
    return any(a in b or b in a for a in ours for b in theirs)


def _words(entry: Entry) -> list[str]:
    value = entry.value
    if isinstance(value, str):
        return [value] if value else []
    if not isinstance(value, list):
        return []
    said = (one["name"] if isinstance(one, dict) else one for one in value)
    return [str(one) for one in said if one]


def _shared(one: Told, other: Told) -> int:
    theirs = other.fields
    return sum(
        entry.field in theirs and theirs[entry.field].value == entry.value for entry in one.entries
    )


def _touches(one: Told, other: Told) -> bool:
    return any(
        a_start < b_end and b_start < a_end
        for a_start, a_end in _spans(one)
        for b_start, b_end in _spans(other)
    )


def _cross(left: Entry, right: Entry) -> bool:
    """Whether the very words are the same, but for a few at their ends.

    A figure that is proved by a whole sentence is not every figure of that sentence.
    """
    return any(
        2 * (min(a.end, b.end) - max(a.start, b.start)) >= max(a.end - a.start, b.end - b.start) > 0
        for a in stretches(left)
        for b in stretches(right)
    )


def _spans(told: Told) -> set[tuple[int, int]]:
    spans = {(told.fact.start, told.fact.end)}
    return spans | {(s.start, s.end) for entry in told.entries for s in stretches(entry)}
