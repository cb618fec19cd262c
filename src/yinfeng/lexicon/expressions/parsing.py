"""From words to terms: 或 binds least, then 且, 非, comparisons, + −, × ÷, signs, brackets."""

from collections.abc import Callable, Collection

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
    is_condition,
)
from yinfeng.lexicon.expressions.tokens import FUNCTIONS, Token, function_of, tokens

MOST_DEPTH = 24
_COMPARISONS = ("=", "≠", "<", "≤", ">", "≥")


def parsed(text: str, names: Collection[str]) -> Term:
    """The term that the text writes."""
    words = _Words(list(tokens(text, names)))
    if words.next.kind == "end":
        raise BadExpression("没有写算式")
    term = words.either()
    if words.next.kind != "end":
        raise BadExpression(_misplaced(words.next), words.next.place)
    return term


class _Words:
    """The words that are still to be read, and how deep one stands."""

    def __init__(self, words: list[Token]) -> None:
        self._words, self._at, self._depth = words, 0, 0

    @property
    def next(self) -> Token:
        """The word that comes next."""
        return self._words[self._at]

    def either(self) -> Term:
        """Conditions with 或 between them, or a number."""
        return self._joined("或", self._both)

    def _both(self) -> Term:
        return self._joined("且", self._opposite)

    def _joined(self, word: str, part: Callable[[], Term]) -> Term:
        place = self.next.place
        left = part()
        while self.next.kind == word:
            self._want(left, place, is_condition=True)
            self._take()
            place = self.next.place
            right = part()
            self._want(right, place, is_condition=True)
            left = Joined(word, left, right)
        return left

    def _opposite(self) -> Term:
        if self.next.kind != "非":
            return self._compared()
        self._take()
        place = self.next.place
        of = self._deeper(self._opposite)
        self._want(of, place, is_condition=True)
        return Not(of)

    def _compared(self) -> Term:
        place = self.next.place
        left = self._sum()
        if self.next.kind not in _COMPARISONS:
            return left
        self._want(left, place)
        sign = self._take().kind
        place = self.next.place
        right = self._sum()
        self._want(right, place)
        if self.next.kind in _COMPARISONS:
            raise BadExpression("比较不能连写，请用“且”连接两个比较", self.next.place)
        return Compared(sign, left, right)

    def _sum(self) -> Term:
        return self._pairs("+-", lambda: self._pairs("×÷", self._signed))

    def _pairs(self, signs: str, part: Callable[[], Term]) -> Term:
        place = self.next.place
        left = part()
        while self.next.kind in tuple(signs):
            self._want(left, place)
            sign = self._take().kind
            place = self.next.place
            right = part()
            self._want(right, place)
            left = Pair(sign, left, right)
        return left

    def _signed(self) -> Term:
        sign = self.next.kind
        if sign not in ("+", "-"):
            return self._single()
        self._take()
        place = self.next.place
        of = self._deeper(self._signed)
        self._want(of, place)
        return Minus(of) if sign == "-" else of

    def _single(self) -> Term:
        token = self._take()
        if token.kind == "number":
            assert token.value is not None
            return Number(token.value, token.word)
        if token.kind == "name":
            return Name(token.word)
        if token.kind == "function":
            return self._call(token)
        if token.kind == "(":
            of = self._deeper(self.either)
            self._close(token)
            return of
        raise BadExpression(_misplaced(token), token.place)

    def _call(self, token: Token) -> Term:
        name = function_of(token)
        opened = self._take()
        if opened.kind != "(":
            raise BadExpression(f"“{name}”后面要有括号", opened.place)
        given, places = [], []
        while True:
            places.append(self.next.place)
            given.append(self._deeper(self.either))
            if self.next.kind != ",":
                break
            self._take()
        self._close(opened)
        least, most = FUNCTIONS[name]
        if not least <= len(given) <= most:
            many = f"{least}项" if least == most else f"{least}到{most}项"
            raise BadExpression(f"“{name}”要{many}，这里有{len(given)}项", token.place)
        for at, (term, place) in enumerate(zip(given, places, strict=True)):
            self._want(term, place, is_condition=name == "如果" and at == 0)
        return Call(name, tuple(given))

    def _close(self, opened: Token) -> None:
        if self.next.kind == "end":
            raise BadExpression("这个括号没有配对的右括号", opened.place)
        if self.next.kind != ")":
            raise BadExpression(_misplaced(self.next), self.next.place)
        self._take()

    def _deeper(self, part: Callable[[], Term]) -> Term:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise BadExpression(f"括号套得太深，最多{MOST_DEPTH}层", self.next.place)
        found = part()
        self._depth -= 1
        return found

    def _take(self) -> Token:
        token = self.next
        if token.kind != "end":
            self._at += 1
        return token

    @staticmethod
    def _want(term: Term, place: int, *, is_condition: bool = False) -> None:
        if _holds(term) != is_condition:
            says = "这里要写条件，如：逾期天数 > 30" if is_condition else "这里要写数，不能写条件"
            raise BadExpression(says, place)


_holds = is_condition


def _misplaced(token: Token) -> str:
    return "算式没有写完" if token.kind == "end" else f"“{token.word}”不该写在这里"
