"""A rule and its finding: a question with its evidence, never a verdict."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yinfeng.judgement.situation import Situation
from yinfeng.ledger.papers import Proof


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: about what, in words, with the proof."""

    rule: str
    about: str
    says: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its basis, what would answer its findings, and the check."""

    code: str
    title: str
    basis: str
    asks: str
    check: Callable[[Situation], Iterator[Finding]]
