"""What stands of each figure: the reader's word, and what a person said of the same words.

A decision is about words, not about a row: when a newer reader finds the same field in the same
words, the decision stands for what it found. A decision whose words no reader finds any more is
kept and shown as such.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from yinfeng.web.store.models import Decision, Entry
from yinfeng.web.store.values import Stored

Key: TypeAlias = tuple[str | int, ...]
Verdict = Decision.Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry of the reading that is current, and the last that was decided of it."""

    entry: Entry
    last: Decision | None

    @property
    def decision(self) -> Decision | None:
        """The decision that stands: the last, unless it took one back."""
        withdrawn = self.last is None or self.last.verdict == Verdict.WITHDRAW
        return None if withdrawn else self.last

    @property
    def verdict(self) -> str:
        """What a person said, or nothing."""
        return self.decision.verdict if self.decision else ""

    @property
    def value(self) -> Stored | None:
        """The value that stands: the decided one, else the reader's; none where it was rejected."""
        if self.decision is None:
            value: Stored = self.entry.value
            return value
        return decided_value(self.decision)

    @property
    def is_contested(self) -> bool:
        """Whether a newer reader reads the decided words otherwise than the reader of then."""
        return self.decision is not None and self.decision.entry.value != self.entry.value


def decided_value(decision: Decision) -> Stored | None:
    """The value that a decision leaves standing."""
    if decision.verdict == Verdict.REJECT:
        return None
    value: Stored | None = decision.value
    return value if decision.verdict == Verdict.CORRECT else decision.entry.value


def standings(
    entries: Iterable[Entry], decisions: Iterable[Decision]
) -> tuple[dict[int, Standing], tuple[Decision, ...]]:
    """The standing of each entry by its row, and the decisions that found no entry.

    The surest likeness first: the same row, the same words in the same fact, the same words, the
    same quote and value elsewhere. A likeness counts only where it is the only one.
    """
    unmatched = {entry.pk: entry for entry in entries}
    open_decisions = list(_latest(decisions))
    found: dict[int, Standing] = {}
    for tier in range(_TIERS):
        pairs = list(_pairs(tier, list(unmatched.values()), open_decisions))
        for entry, decision in pairs:
            found[entry.pk] = Standing(entry, decision)
            del unmatched[entry.pk]
            open_decisions.remove(decision)
    found |= {pk: Standing(entry, None) for pk, entry in unmatched.items()}
    return found, tuple(d for d in open_decisions if d.verdict != Verdict.WITHDRAW)


def _latest(decisions: Iterable[Decision]) -> Iterator[Decision]:
    every = list(decisions)
    superseded = {decision.supersedes_id for decision in every}
    return (decision for decision in every if decision.pk not in superseded)


def _pairs(
    tier: int, entries: Sequence[Entry], decisions: Sequence[Decision]
) -> Iterator[tuple[Entry, Decision]]:
    ours = _grouped((_keys(entry)[tier], entry) for entry in entries)
    theirs = _grouped((_keys(decision.entry)[tier], decision) for decision in decisions)
    for key, same in theirs.items():
        if len(same) == 1 and len(ours.get(key, ())) == 1:
            yield ours[key][0], same[0]


def _grouped(pairs: Iterable[tuple[Key, "Entry | Decision"]]) -> dict[Key, list]:  # type: ignore[type-arg]
    groups: dict[Key, list] = {}  # type: ignore[type-arg]
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return groups


def _keys(entry: Entry) -> tuple[Key, ...]:
    fact = entry.fact
    field = (fact.kind, entry.field)
    words = (entry.start, entry.end)
    around = (fact.start, fact.end)
    value = json.dumps(entry.value, ensure_ascii=False, sort_keys=True)
    return (
        (entry.pk,),
        (*field, *words, *around, value),
        (*field, *words, *around),
        (*field, *words, value),
        (*field, *words),
        (*field, entry.quote, value),
    )


_TIERS = 6
