"""The parts that an expression is made of, each of them a number or a condition."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written: 1200, 0.5, 20%, 1‰."""

    value: Decimal
    written: str


@dataclass(frozen=True, slots=True)
class Name:
    """A figure that is given from outside."""

    name: str


@dataclass(frozen=True, slots=True)
class Minus:
    """The opposite of a number."""

    of: "Term"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers with + − × ÷ between them."""

    sign: str
    left: "Term"
    right: "Term"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of some terms."""

    function: str
    given: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two numbers with a comparison between them: a condition."""

    sign: str
    left: "Term"
    right: "Term"


@dataclass(frozen=True, slots=True)
class Joined:
    """Two conditions with 且 or 或 between them."""

    word: str
    left: "Term"
    right: "Term"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    of: "Term"


Term: TypeAlias = Number | Name | Minus | Pair | Call | Compared | Joined | Not


def is_condition(term: Term) -> bool:
    """Whether it holds or not, instead of being so much."""
    return isinstance(term, Compared | Joined | Not)
