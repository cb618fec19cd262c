"""What a person decided of two names: rows, never changed; the newest of a pair holds.

A merge is undone by a later row that says `different`, or `open` to leave it to the reasons again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from yinfeng.identity.naming import Naming


class Ruling(StrEnum):
    """What a person decided of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: the pair, the ruling, who gave it, when and why."""

    left: Naming
    right: Naming
    ruling: Ruling
    by: str
    when: datetime
    why: str

    @property
    def pair(self) -> tuple[Naming, Naming]:
        """The two namings in a fixed order."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


def rulings(decisions: Iterable[Decision]) -> Mapping[tuple[Naming, Naming], Decision]:
    """The decision that holds for each pair: the newest, whatever order the rows come in."""
    newest: dict[tuple[Naming, Naming], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.when, d.ruling, d.by, d.why)):
        newest[decision.pair] = decision
    return newest
