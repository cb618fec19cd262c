"""The words of an expression: numbers, signs, and the names and functions that are known."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from yinfeng.lexicon.expressions.faults import BadExpression

MOST_CHARACTERS = 400
MOST_DIGITS = 18
# Each function with how many terms it takes: from, to.
FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "最小": (1, 12),
    "最大": (1, 12),
    "如果": (3, 3),
    "向上取整": (1, 1),
    "向下取整": (1, 1),
    "四舍五入": (2, 2),
}
_ALIKE = {"min": "最小", "max": "最大", "if": "如果", "and": "且", "or": "或", "not": "非"}
_SIGNS = {
    "＋": "+", "−": "-", "－": "-", "—": "-", "*": "×", "·": "×", "✕": "×", "/": "÷", "∕": "÷",
    "（": "(", "）": ")", "[": "(", "]": ")", "，": ",", "、": ",", "＜": "<", "＞": ">",
    ">=": "≥", "<=": "≤", "≧": "≥", "≦": "≤", "==": "=", "＝": "=", "!=": "≠", "<>": "≠",
}  # fmt: skip
_PLAIN = frozenset("+-×÷(),<>=≥≤≠")
_WORDS = frozenset("且或非")
_SHARES = {"%": Decimal("0.01"), "％": Decimal("0.01"), "‰": Decimal("0.001")}
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Token:
    """One word: what kind it is, how it is written, at which character it begins."""

    kind: str
    word: str
    place: int
    value: Decimal | None = None


def tokens(text: str, names: Collection[str]) -> Iterator[Token]:
    """The words of the text, and an end."""
    if len(text) > MOST_CHARACTERS:
        raise BadExpression(f"算式太长，最多{MOST_CHARACTERS}个字，这里有{len(text)}个")
    known = sorted({*names, *FUNCTIONS, *_WORDS, *_ALIKE}, key=len, reverse=True)
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at, known, names)
        yield token
        at += len(token.word) if token.kind != "number" else _end_of_number(text, at) - at
    yield Token("end", "", len(text) + 1)


def _token(text: str, at: int, known: list[str], names: Collection[str]) -> Token:
    if _digit(text[at]) is not None:
        return _number(text, at)
    for length in (2, 1):
        written = text[at : at + length]
        sign = _SIGNS.get(written, written if written in _PLAIN else "")
        if sign:
            return Token(sign, written, at + 1)
    for word in known:
        if text.startswith(word, at):
            plain = word if word in names else _ALIKE.get(word, word)
            if word in names:
                return Token("name", word, at + 1)
            return Token("function" if plain in FUNCTIONS else plain, word, at + 1)
    raise BadExpression(_unknown(text, at, names), at + 1)


def function_of(token: Token) -> str:
    """The function that a word names."""
    return _ALIKE.get(token.word, token.word)


def _number(text: str, at: int) -> Token:
    end = _end_of_number(text, at)
    written = text[at:end]
    share = _SHARES.get(written[-1])
    digits = "".join(_digit(one) or one for one in (written[:-1] if share else written))
    digits = digits.replace("．", ".")
    if sum(one.isdecimal() for one in digits) > MOST_DIGITS:
        raise BadExpression(f"数字太长，最多{MOST_DIGITS}位", at + 1)
    if digits.count(".") > 1 or digits.endswith("."):
        raise BadExpression(f"“{written}”不是数字", at + 1)
    value = Decimal(digits) * (share or 1)
    shown = f"{digits}{'' if not share else '‰' if written[-1] == '‰' else '%'}"
    return Token("number", shown, at + 1, value)


def _end_of_number(text: str, at: int) -> int:
    while at < len(text) and (_digit(text[at]) is not None or text[at] in ".．"):
        at += 1
    return at + 1 if at < len(text) and text[at] in _SHARES else at


def _digit(sign: str) -> str | None:
    """The digit of a character, written small or wide."""
    plain = unicodedata.normalize("NFKC", sign) if "０" <= sign <= "９" else sign
    return plain if plain in "0123456789" else None


def _unknown(text: str, at: int, names: Collection[str]) -> str:
    end = at + 1
    while end < len(text) and text[end].isalnum() and end - at < _SHOWN:
        end += 1
    may = "、".join(sorted(names)) or "没有可用的名称"
    return f"不认识“{text[at:end]}”。可以用：{may}"
