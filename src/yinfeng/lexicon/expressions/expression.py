"""An expression that was read: what it comes to with given figures, and how that was reckoned."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from yinfeng.lexicon.expressions import reckoning, saying
from yinfeng.lexicon.expressions.faults import BadExpression
from yinfeng.lexicon.expressions.parsing import parsed
from yinfeng.lexicon.expressions.terms import (
    Call,
    Compared,
    Joined,
    Minus,
    Name,
    Not,
    Pair,
    Term,
    is_condition,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A term with the words it was read from."""

    text: str
    term: Term

    @property
    def is_condition(self) -> bool:
        """Whether it holds or not, instead of being so much."""
        return is_condition(self.term)

    @property
    def names(self) -> tuple[str, ...]:
        """The figures that it asks for, each once, as they stand."""
        return tuple(dict.fromkeys(_names(self.term)))

    @property
    def formula(self) -> str:
        """The expression in one way of writing."""
        return saying.formula(self.term)

    def value(self, given: Mapping[str, Decimal]) -> Decimal:
        """How much it comes to."""
        return reckoning.number(self.term, given)

    def holds(self, given: Mapping[str, Decimal]) -> bool:
        """Whether it holds."""
        return reckoning.holds(self.term, given)

    def working(self, given: Mapping[str, Decimal]) -> str:
        """How it is reckoned: 土地价款〔1200〕 × 缺口比例〔0.1〕 = 120."""
        shown = saying.with_figures(self.term, given)
        return f"{shown} = {saying.written(self.value(given))}"


def read(text: str, names: Collection[str], *, condition: bool = False) -> Expression:
    """The expression of the text; refused where it is not of the kind that is wanted."""
    found = _read(text, frozenset(names))
    if found.is_condition != condition:
        raise BadExpression("要写条件，如：逾期天数 > 30" if condition else "要写算式，不能写条件")
    return found


@lru_cache(maxsize=512)
def _read(text: str, names: frozenset[str]) -> Expression:
    return Expression(text, parsed(text, names))


def _names(term: Term) -> Iterator[str]:
    match term:
        case Name(name=name):
            yield name
        case Minus(of=of) | Not(of=of):
            yield from _names(of)
        case Pair(left=left, right=right) | Compared(left=left, right=right):
            yield from _names(left)
            yield from _names(right)
        case Joined(left=left, right=right):
            yield from _names(left)
            yield from _names(right)
        case Call(given=given):
            for one in given:
                yield from _names(one)
        case _:
            return
