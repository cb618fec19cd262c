"""What an expression comes to, with decimal numbers of forty digits."""

from collections.abc import Callable, Mapping
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

from yinfeng.lexicon.expressions.faults import BadExpression
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

Given = Mapping[str, Decimal]
_DIGITS = 40
_PLACES = 6
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda left, right: left == right,
    "≠": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "≤": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    "≥": lambda left, right: left >= right,
}


def number(term: Term, given: Given) -> Decimal:
    """How much the term is."""
    match term:
        case Number(value=value):
            return value
        case Name(name=name):
            return _figure(name, given)
        case Minus(of=of):
            return _context().minus(number(of, given))
        case Pair(sign=sign, left=left, right=right):
            return _pair(sign, number(left, given), number(right, given))
        case Call():
            return _call(term, given)
        case _:
            raise BadExpression("这里要写数，不能写条件")


def holds(term: Term, given: Given) -> bool:
    """Whether the condition holds."""
    match term:
        case Compared(sign=sign, left=left, right=right):
            return _COMPARISONS[sign](number(left, given), number(right, given))
        case Joined(word=word, left=left, right=right):
            first = holds(left, given)
            return (first and holds(right, given)) if word == "且" else first or holds(right, given)
        case Not(of=of):
            return not holds(of, given)
        case _:
            raise BadExpression("这里要写条件，不能写数")


def _figure(name: str, given: Given) -> Decimal:
    found = given.get(name)
    if found is None:
        raise BadExpression(f"还不知道“{name}”是多少，算不出来")
    if not found.is_finite():
        raise BadExpression(f"“{name}”不是数字，算不出来")
    return found


def _pair(sign: str, left: Decimal, right: Decimal) -> Decimal:
    context = _context()
    try:
        if sign == "+":
            return context.add(left, right)
        if sign == "-":
            return context.subtract(left, right)
        if sign == "×":
            return context.multiply(left, right)
        if not right:
            raise BadExpression("除数为零，算不出来")
        return context.divide(left, right)
    except DecimalException as error:
        raise BadExpression("数太大，算不出来") from error


def _call(term: Call, given: Given) -> Decimal:
    if term.function == "如果":
        condition, yes, no = term.given
        return number(yes if holds(condition, given) else no, given)
    figures = [number(one, given) for one in term.given]
    if term.function in ("最小", "最大"):
        return min(figures) if term.function == "最小" else max(figures)
    if term.function == "四舍五入":
        return _rounded(figures[0], _places(figures[1]), ROUND_HALF_UP)
    way = ROUND_CEILING if term.function == "向上取整" else ROUND_FLOOR
    return _rounded(figures[0], 0, way)


def _places(told: Decimal) -> int:
    if told != told.to_integral_value() or not 0 <= told <= _PLACES:
        raise BadExpression(f"四舍五入的位数要在0到{_PLACES}之间")
    return int(told)


def _rounded(figure: Decimal, places: int, way: str) -> Decimal:
    try:
        return figure.quantize(Decimal(1).scaleb(-places), rounding=way, context=_context())
    except DecimalException as error:
        raise BadExpression("数太大，算不出来") from error


def _context() -> Context:
    return Context(prec=_DIGITS, traps=[InvalidOperation, DivisionByZero, Overflow])
