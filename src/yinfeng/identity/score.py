"""How alike two names are: the grounds of every reason, one score, one verdict.

Grounds for join as chances do (two weak ones make a stronger one); grounds against take away from
what is left. Between `QUESTION` and `SAME` the pair stays a question for a person.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from yinfeng.identity.keys import Key, key_of
from yinfeng.identity.naming import Naming, kind_of
from yinfeng.identity.reasons import REASONS, Ground

SAME = 0.85
QUESTION = 0.45


class Verdict(StrEnum):
    """What is held of a pair of names."""

    SAME = "same"
    QUESTION = "question"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A pair of namings, the grounds for and against, the score and what follows from it."""

    left: Naming
    right: Naming
    score: float
    grounds: tuple[Ground, ...]

    @property
    def verdict(self) -> Verdict:
        """Same, different, or a question that a person has to answer."""
        if self.score >= SAME:
            return Verdict.SAME
        return Verdict.QUESTION if self.score >= QUESTION else Verdict.DIFFERENT

    @property
    def says(self) -> str:
        """The grounds in words, those for first."""
        ordered = sorted(self.grounds, key=lambda ground: -ground.weight)
        return "；".join(("" if g.weight > 0 else "但") + g.says for g in ordered)


def likeness(left: Naming, right: Naming) -> Likeness:
    """The likeness of two namings; of two kinds they are never one thing."""
    first, second = sorted((left, right))
    if left.kind is not right.kind:
        ground = Ground("kind", -1.0, f"不是同一类（{first.kind}、{second.kind}）")
        return Likeness(first, second, 0.0, (ground,))
    return likeness_of_keys(key_of(first), key_of(second))


def likeness_of_keys(left: Key, right: Key) -> Likeness:
    """The likeness of two keys of one kind."""
    weighed = (reason.weigh(left, right) for reason in REASONS)
    grounds = tuple(ground for ground in weighed if ground is not None)
    return Likeness(left.naming, right.naming, _score(grounds), grounds)


def likeness_of_names(left: str, right: str) -> Likeness:
    """The likeness of two names of organisations or places, their kinds told by their endings."""
    return likeness(Naming(kind_of(left), left), Naming(kind_of(right), right))


def _score(grounds: tuple[Ground, ...]) -> float:
    if any(ground.weight == 1.0 for ground in grounds):
        return 1.0
    doubt = reduce(lambda left, g: left * (1 - g.weight), (g for g in grounds if g.weight > 0), 1.0)
    trust = reduce(lambda left, g: left * (1 + g.weight), (g for g in grounds if g.weight < 0), 1.0)
    return round((1 - doubt) * trust, 4)
