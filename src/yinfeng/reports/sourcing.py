"""From records to the sources of a cell: the words of a field in the run that proves the fact."""

from collections.abc import Iterable

from yinfeng.ledger.papers import Proof
from yinfeng.ledger.records import Evidenced, Record
from yinfeng.reports.report import Cell, Piece, Source


def source_of(record: Record, words: Proof) -> Source:
    """The source of *words*; they stand by themselves where the main quote does not hold them."""
    around = record.proof
    if not (around.start <= words.start and words.end <= around.end):
        return Source(words, words)
    quote = record.fact.quote
    return Source(words, around, quote if quote != around.quote else "")


def sources_of(record: Record, *fields: Evidenced | None) -> tuple[Source, ...]:
    """The sources of some fields of a record; of the whole fact where none is given."""
    told = [field for field in fields if field is not None]
    if not told:
        return (source_of(record, record.proof),)
    return tuple(source_of(record, proof) for field in told for proof in record.proofs(field))


def whole(proofs: Iterable[Proof]) -> tuple[Source, ...]:
    """Proofs that stand by themselves."""
    return tuple(Source(proof, proof) for proof in proofs)


def cell(says: str, sources: Iterable[Source] = ()) -> Cell:
    """A cell of one piece."""
    return Cell((Piece(says, tuple(sources)),))


def joined(pieces: Iterable[Piece], between: str = "，") -> Cell:
    """A cell of several pieces with a mark between them."""
    return Cell(tuple(pieces), between)
