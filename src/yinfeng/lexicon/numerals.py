"""What a numeral's words are worth: 1.2万, 三亿五千万, 两百多, 十几, 三四十, 三分之一, 壹佰贰拾.

Decides values only; which runs of a text are figures is the recogniser's business. Words that
leave a number open stay open: 两百多 is at least 200, 十来 is about ten, 三四十 is 30 to 40.
A last digit without 零 stands one place below (三百五 is 350, 一万二 is 12000).
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from yinfeng.lexicon.held_runs import all_of
from yinfeng.values import Bound

ARABIC = "0-9０-９"
DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖兩俩貳參陸廿卅卌"
TENS = "十拾百佰千仟万亿萬億"

_LONGEST = 48
_ZERO, _ONE, _TEN = Decimal(0), Decimal(1), Decimal(10)
_VALUES = {word: Decimal(at) for at, word in enumerate("零一二三四五六七八九")} | {"两": Decimal(2)}
_SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_BIG = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}
_FOLD = str.maketrans(
    "０１２３４５６７８９．－＋／，Ｋ〇壹贰叁肆伍陆柒捌玖拾佰仟兩俩倆貳參陸萬億點負個餘幾數來又",
    "0123456789.-+/,k零一二三四五六七八九十百千两两两二三六万亿点负个余几数来又",
    " \u3000\xa0",
) | {ord("廿"): "二十", ord("卅"): "三十", ord("卌"): "四十"}

_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+|.")
_COMMAS = re.compile(rf"(?<![0-9])([0-9]{{1,3}}{all_of(',[0-9]{3}', '+')})(?![0-9])")
_PLAIN = re.compile(r"(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][-+]?[0-9]{1,3})?")
_LETTER = re.compile(r"(.*[0-9])([kKwWM])")
_POINT = re.compile(r"([^点]*)点([零一二两三四五六七八九0-9]++)([万亿]*+)")
_PAIR = re.compile(
    r"((?:.*[十百千万亿])?)([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*+)"
)
_FRACTION = re.compile(r"(?:(?P<added>.+)又)?(?P<whole>.+)分之(?P<part>.+)")
_SLASH = re.compile(r"(?:(?P<added>[0-9]++)又)?(?P<part>[0-9]++(?:\.[0-9]++)?)/(?P<whole>[0-9]++)")
_SPACED_FRACTION = re.compile(r"(?<=[0-9０-９]) +(?=[0-9０-９]++[/／])")
_POWER = re.compile(r"(?P<base>[0-9.]++)\^\+?(?P<sign>-{0,2})(?P<raised>[0-9]{1,2})")
_LETTERS = {"k": Decimal(1000), "K": Decimal(1000), "M": Decimal(10**6)}
_LETTERS |= {"w": Decimal(10**4), "W": Decimal(10**4)}


class Numeral(NamedTuple):
    """A numeral's stretch of numbers, the place of its last written digit, and how exact it is."""

    low: Decimal
    high: Decimal | None
    grain: Decimal
    bound: Bound

    def times(self, scale: Decimal) -> "Numeral":
        """The same numeral counted in a unit *scale* times smaller."""
        high = None if self.high is None else self.high * scale
        return Numeral(self.low * scale, high, self.grain * scale, self.bound)


def number(words: str) -> Decimal | None:
    """The number that the words write, the low end where they leave it open; None if none."""
    found = numeral(words)
    return None if found is None else found.low


@lru_cache(maxsize=1 << 14)
def numeral(words: str) -> Numeral | None:
    """The number that the words write, with what they leave open; None if they write none."""
    if not words or len(words) > _LONGEST:
        return None
    spaced = _SPACED_FRACTION.sub("又", words) if " " in words else words
    folded = _COMMAS.sub(_without_commas, spaced.translate(_FOLD))
    sign = _ONE
    if folded[:1] in ("负", "-", "+"):
        sign = _ONE if folded[0] == "+" else -_ONE
        folded = folded[1:]
    found = _unsigned(folded)
    if found is None or sign > 0:
        return found
    high = None if found.high is None else -found.high
    return Numeral(-found.low, high, found.grain, found.bound)


def _without_commas(match: re.Match[str]) -> str:
    return match[1].replace(",", "")


def _unsigned(words: str) -> Numeral | None:
    told = _power(words) if "^" in words else _fraction(words)
    if told is not None:
        return told
    pair = _PAIR.fullmatch(words)
    if pair and _are_neighbours(pair[2], pair[3]):
        return _range(pair)
    bare, bound = _without_vagueness(words)
    exact = _exact(bare)
    if exact is None:
        return None
    value, grain = exact
    return Numeral(value, None if bound is Bound.AT_LEAST else value, grain, bound)


def _are_neighbours(first: str, second: str) -> bool:
    low, high = _VALUES[first], _VALUES[second]
    return high == low + 1 or (first, second) == ("三", "五")


def _range(pair: re.Match[str]) -> Numeral | None:
    # 十七八 and 二百五六 end in a digit of ones or of the place below, as a single numeral would.
    low, high = _exact(pair[1] + pair[2] + pair[4]), _exact(pair[1] + pair[3] + pair[4])
    if low is None or high is None:
        return None
    return Numeral(low[0], high[0], high[1], Bound.RANGE)


def _without_vagueness(words: str) -> tuple[str, Bound]:
    """The words without 多, 余, 几, 数, 来, and the bound that those give."""
    if words[:1] in ("几", "数") and words[1:2] in ("十", "百", "千", "万", "亿"):
        return words[1:], Bound.AT_LEAST
    if "来" in words[1:]:
        return words.replace("来", ""), Bound.ABOUT
    plain = words[:1] + words[1:].replace("多", "").replace("余", "").replace("几", "")
    return plain, Bound.EXACT if plain == words else Bound.AT_LEAST


def _fraction(words: str) -> Numeral | None:
    match = _FRACTION.fullmatch(words) or _SLASH.fullmatch(words)
    if match is None:
        return None
    part, whole = numeral(match["part"]), number(match["whole"])
    added = number(match["added"]) if match["added"] else _ZERO
    if part is None or not whole or added is None:
        return None
    ratio = part.times(1 / whole)
    high = None if ratio.high is None else ratio.high + added
    return ratio._replace(low=ratio.low + added, high=high)


def _power(words: str) -> Numeral | None:
    match = _POWER.fullmatch(words)
    base = match and _exact(match["base"])
    if match is None or base is None or not base[0]:
        return None
    value = base[0] ** (int(match["raised"]) * (-1 if match["sign"] == "-" else 1))
    return Numeral(value, value, _ONE, Bound.EXACT)


def _exact(words: str) -> tuple[Decimal, Decimal] | None:
    """The value and the grain of a numeral that leaves nothing open."""
    if _PLAIN.fullmatch(words):
        value = Decimal(words.rstrip("."))
        return value, _TEN ** int(value.as_tuple().exponent)
    if words in ("半", "半百"):
        return (Decimal("0.5"), Decimal("0.5")) if words == "半" else (Decimal(50), _TEN)
    letter = _LETTER.fullmatch(words)
    if letter:
        return _scaled(_exact(letter[1]), _LETTERS[letter[2]])
    if words.endswith("打"):
        return _scaled(_exact(words[:-1]), Decimal(12))
    point = _POINT.fullmatch(words)
    return _with_point(point) if point else _whole(words)


def _scaled(
    exact: tuple[Decimal, Decimal] | None, scale: Decimal
) -> tuple[Decimal, Decimal] | None:
    return exact and (exact[0] * scale, exact[1] * scale)


def _with_point(point: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    whole = _whole(point[1])
    if whole is None:
        return None
    digits = "".join(str(_VALUES.get(word, word)) for word in point[2])
    scale = _ONE
    for word in point[3]:
        scale *= _BIG[word]
    return (whole[0] + Decimal(f"0.{digits}")) * scale, scale / _TEN ** len(digits)


def _whole(words: str) -> tuple[Decimal, Decimal] | None:
    if len(words) > 1 and all(word in _VALUES for word in words):
        return Decimal("".join(str(_VALUES[word]) for word in words)), _ONE
    count = _Count()
    for token in _TOKEN.findall(words):
        if not count.takes(token):
            return None
    return count.total() if words else None


class _Count:
    """A numeral read from left to right: closed parts (亿, 万), the open part, a loose digit."""

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, Decimal]] = []
        self.open = _ZERO
        self.digit: Decimal | None = None
        self.grain = self.place = _ONE
        self.after_zero = self.begun = self.is_short = self.is_pieces = False

    def takes(self, word: str) -> bool:
        """Whether the word continues the numeral; if so it is counted."""
        if word in _SMALL:
            return self._closes_place(_SMALL[word])
        if word in _BIG:
            return self._closes_part(_BIG[word])
        if word == "个":
            self.is_pieces = self.digit is not None
            return self.is_pieces
        if word == "半" and self.is_pieces and self.digit is not None:
            self.digit += Decimal("0.5")
            return True
        if word == "零":
            self.after_zero, self.begun = True, True
            return self.digit is None
        return self._holds(word)

    def _holds(self, word: str) -> bool:
        if self.digit is not None or not (word in _VALUES or _PLAIN.fullmatch(word)):
            return False
        self.digit = _VALUES[word] if word in _VALUES else Decimal(word.rstrip("."))
        self.is_short = len(word) == 1 and self.place > _TEN and not self.after_zero
        self.grain = _TEN ** int(self.digit.as_tuple().exponent)
        self.begun = True
        return True

    def _closes_place(self, place: Decimal) -> bool:
        if self.open and place >= self.place:
            return False
        self.grain = place if self.digit is None else self.grain * place
        self.open += place * (_ONE if self.digit is None else self.digit)
        self.digit, self.place, self.after_zero, self.begun = None, place, False, True
        return True

    def _closes_part(self, scale: Decimal) -> bool:
        value = self.open + (self.digit or _ZERO)
        if value and self.parts and self.parts[-1][0] == scale:
            return False
        while self.parts and self.parts[-1][0] <= scale:
            value += self.parts.pop()[1]
        if not value and (self.begun and not self.parts):
            return False
        self.parts.append((scale, (value or _ONE) * scale))
        self.grain *= scale
        self.open, self.digit, self.place = _ZERO, None, scale
        self.after_zero, self.begun = False, True
        return True

    def total(self) -> tuple[Decimal, Decimal] | None:
        """The value and grain of everything taken, None if nothing was."""
        value = self.open + sum((part for _, part in self.parts), _ZERO)
        if self.digit is None:
            return (value, self.grain) if self.begun else None
        if self.is_short:
            return value + self.digit * self.place / 10, self.place / 10
        return value + self.digit, self.grain
