"""A paper: what the ledger keeps of a document, and a proof: words of it that can be looked up."""

from dataclasses import dataclass
from datetime import date

from yinfeng.values import Document


@dataclass(frozen=True, slots=True, order=True)
class Paper:
    """A document as the ledger cites it.

    `latest` is the last day of which its facts tell something done: a paper without a date of its
    own came out no earlier.
    """

    name: str
    sha256: str = ""
    title: str = ""
    publisher: str = ""
    published: date | None = None
    latest: date | None = None

    @property
    def known_by(self) -> date | None:
        """The day the paper came out, as far as it can be told."""
        return self.published or self.latest

    @property
    def key(self) -> str:
        """What tells one paper from another: its bytes, else its name."""
        return self.sha256 or self.name


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """Words of a paper: where a person finds them, their offsets in the source, and the words."""

    paper: Paper
    place: str
    start: int
    end: int
    quote: str


def paper_of(document: Document) -> Paper:
    """The paper that stands for a document."""
    return Paper(
        document.name,
        document.sha256,
        document.title,
        document.publisher,
        document.published,
    )
