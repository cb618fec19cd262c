"""The ledger: every fact that papers tell, in the order of arrival, append-only.

Reading a document twice adds nothing. Nothing is overwritten: what two papers tell differently
stands side by side until a person or a stated rule chooses.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from yinfeng.identity.naming import Naming
from yinfeng.identity.told_names import declared_aliases, namings_of
from yinfeng.ledger.papers import Paper, Proof, paper_of
from yinfeng.ledger.promises import Promise
from yinfeng.ledger.records import Entry, Record, record_of
from yinfeng.values import Document, Fact


@dataclass(frozen=True, slots=True)
class Announcement:
    """A promise with the paper that makes it and the words that prove it."""

    paper: Paper
    promise: Promise
    proof: Proof


class Ledger:
    """What papers tell, and the short names that they declare."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._papers: dict[str, Paper] = {}
        self._aliases: dict[str, set[str]] = {}
        self._promises: dict[tuple[str, Promise], Announcement] = {}

    def take_in(
        self,
        document: Document,
        facts: Iterable[Fact],
        clean: str = "",
        promises: Iterable[Promise] = (),
        reading: str = "",
    ) -> int:
        """How many facts of *document* are new; *clean* is its restored text."""
        told = tuple(facts)
        paper = self._papers.setdefault(document.sha256 or document.name, _dated(document, told))
        before = len(self._records)
        for fact in told:
            record = record_of(document, paper, fact, reading)
            self._records.setdefault(record.key, record)
        names = {naming.name for fact in told for naming in namings_of(fact, {})}
        for name, short in declared_aliases(clean, names).items():
            self._aliases.setdefault(name, set()).update(short)
        for promise in promises:
            start, end, quote = promise.evidence
            proof = Proof(paper, document.place(start), start, end, quote)
            announced = Announcement(paper, promise, proof)
            self._promises.setdefault((paper.key, promise), announced)
        return len(self._records) - before

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Every paper that was taken in, in order of arrival."""
        return tuple(self._papers.values())

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, in order of arrival."""
        return tuple(self._records.values())

    def entries(self) -> Iterator[Entry]:
        """Every entry, one a field, in order of arrival."""
        for record in self._records.values():
            yield from record.entries()

    @property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """The short names that papers declare for full ones."""
        return {name: tuple(sorted(short)) for name, short in self._aliases.items()}

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        """What papers announce for a day, in order of arrival."""
        return tuple(self._promises.values())

    def as_of(self, day: date) -> "Ledger":
        """The ledger as it stood on *day*: without papers that came out later."""
        known = Ledger()
        known._papers = {k: p for k, p in self._papers.items() if _is_out(p, day)}
        known._records = {k: r for k, r in self._records.items() if _is_out(r.paper, day)}
        known._promises = {k: a for k, a in self._promises.items() if _is_out(a.paper, day)}
        known._aliases = self._aliases
        return known

    def namings(self) -> frozenset[Naming]:
        """Everything that is named in the ledger."""
        aliases = self.aliases
        return frozenset(
            naming
            for record in self._records.values()
            for naming in namings_of(record.fact, aliases)
        )


def _dated(document: Document, facts: Iterable[Fact]) -> Paper:
    paper = paper_of(document)
    records = (record_of(document, paper, fact, "") for fact in facts)
    days = [record.when for record in records if record.is_done and record.when]
    return replace(paper, latest=max(days, default=None))


def _is_out(paper: Paper, day: date) -> bool:
    # A paper without a date may announce what is to come: it is never called later than the day.
    return paper.published is None or paper.published <= day
