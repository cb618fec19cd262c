"""An expression in words again: as a formula, and with the figure behind every name."""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from yinfeng.lexicon.expressions.terms import (
    Call,
    Compared,
    Joined,
    Minus,
    Name,
    Not,
    Number,
    Pair,
    Term,
)

_SHOWN = Decimal("0.000001")
_MOST = Decimal(10) ** 20
_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _SIGNED, _SINGLE = range(8)


def formula(term: Term) -> str:
    """The term as it would be written: no bracket more than is needed."""
    return _said(term, lambda name: name)


def with_figures(term: Term, given: Mapping[str, Decimal]) -> str:
    """The term with the figure behind every name: 土地价款〔1200〕 × 缺口比例〔0.1〕."""
    return _said(
        term,
        lambda name: f"{name}〔{written(given[name])}〕" if name in given else f"{name}〔未知〕",
    )


def written(figure: Decimal) -> str:
    """A number in plain digits, to six places at most."""
    if abs(figure) >= _MOST:
        return f"{figure:.6E}"
    short = figure.quantize(_SHOWN, rounding=ROUND_HALF_UP)
    plain = f"{short:f}".rstrip("0").rstrip(".")
    return ("约" if short != figure else "") + (plain if plain not in ("-0", "") else "0")


def _said(term: Term, name: Callable[[str], str]) -> str:
    def within(one: Term, least: int) -> str:
        says = _said(one, name)
        return says if _rank(one) >= least else f"({says})"

    match term:
        case Number(written=digits):
            return digits
        case Name(name=word):
            return name(word)
        case Minus(of=of):
            return f"-{within(of, _SIGNED)}"
        case Not(of=of):
            return f"非 {within(of, _NOT)}"
        case Call(function=function, given=given):
            return f"{function}({', '.join(_said(one, name) for one in given)})"
        case Compared(sign=sign, left=left, right=right):
            return f"{within(left, _SUM)} {sign} {within(right, _SUM)}"
        case Pair(sign=sign, left=left, right=right) | Joined(word=sign, left=left, right=right):
            own = _rank(term)
            return f"{within(left, own)} {sign} {within(right, own + 1)}"


def _rank(term: Term) -> int:
    match term:
        case Joined(word=word):
            return _OR if word == "或" else _AND
        case Not():
            return _NOT
        case Compared():
            return _COMPARED
        case Pair(sign=sign):
            return _SUM if sign in "+-" else _PRODUCT
        case Minus():
            return _SIGNED
        case _:
            return _SINGLE
