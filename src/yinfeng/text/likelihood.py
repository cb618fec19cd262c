"""Likelihood: how probable words are as Chinese, so that one reading of lost bytes beats another.

Words are cut into common words in the most probable way (招商|項目 over 猩|添), the page's own
pairs of characters counting as words. Nothing is decided here; a step compares.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from yinfeng.lexicon import common_words
from yinfeng.lexicon.scripts import simple_codes, simple_forms

SWALLOWED = "\udc00"
"""Stands for the one sign of ASCII that a lost byte took with it."""

_RARE = -19.0
_ODD = -24.0
_OWN, _DOUBLED, _ALONE = 0.4, -3.0, -1.6
_DIGIT, _LETTER, _FURTHER, _UNUSUAL = -4.0, -7.0, -2.5, -11.0

# How often signs stand in the prose of the trade, counted on pages of our own.
_SIGNS = {
    **dict.fromkeys("，,", -2.6),
    **dict.fromkeys("。", -3.3),
    **dict.fromkeys(f"、{SWALLOWED}", -3.6),
    **dict.fromkeys("“”", -4.6),
    **dict.fromkeys("\n :;：；()（）.%％", -5.0),
    **dict.fromkeys("《》—-", -5.8),
    **dict.fromkeys("！？!?…·/<>\"'‘’", -7.0),
}


# What stands behind a figure far more often than elsewhere.
_MEASURES, _MEASURED = frozenset("年月日时个家亩亿万千百元吨人名项户条批天米平公%多余"), 4.0

# Of these, one does not follow another.
_STOPS = frozenset("，,、。；;：:")


_NEVER = -math.inf

_PAIRED, _KEPT = 2, common_words.LONGEST - 1

_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")


class Reach(NamedTuple):
    """How far words have been read: the last characters and the score up to each of them."""

    tail: str
    scores: tuple[float, ...]

    @property
    def score(self) -> float:
        """The natural logarithm of the probability of all words so far."""
        return self.scores[0]


START = Reach("", (0.0,))


@dataclass(frozen=True)
class Language:
    """Common words, and the pairs of characters that a page itself uses."""

    pairs: Mapping[str, float] = field(default_factory=dict)

    def after(self, reach: Reach, character: str) -> Reach:
        """The reach after one more character, read as its simplified form."""
        simple = simple_forms().get(character, character)
        before, scores = reach
        if not "\u3400" <= simple <= "\u9fff":
            return Reach(simple, (scores[0] + _sign(simple, before[-1:]),))
        tail, known, own = before + simple, common_words.weights(), self.pairs
        weight = known.get(simple, _RARE)
        best = scores[0] + (weight if weight > _RARE else _RARE) + _ALONE
        for size in range(2, len(scores) + 1):
            word = tail[-size:]
            weight = known.get(word, _NEVER)
            if size == _PAIRED and (paired := own.get(word, _NEVER)) > weight:
                weight = paired
            if scores[size - 1] + weight > best:
                best = scores[size - 1] + weight
        if simple in _MEASURES and before[-1:].isdigit():
            best += _MEASURED
        return Reach(tail[-_KEPT:], (best, *scores[:_KEPT]))

    def read(self, words: str, reach: Reach = START) -> Reach:
        """The reach after all of *words*."""
        for character in words:
            reach = self.after(reach, character)
        return reach


def of_page(words: str) -> Language:
    """The language of a page that has these words, read as simplified ones."""
    simple = words.translate(simple_codes())
    counted = Counter(_PAIR.findall(simple))
    whole = max(400, len(simple))
    return Language({pair: math.log(_OWN * count / whole) for pair, count in counted.items()})


def _sign(character: str, before: str) -> float:
    if character == SWALLOWED and not "\u3400" <= before <= "\u9fff":
        return _SIGNS[SWALLOWED] + _DOUBLED
    if (before in _STOPS and character in _STOPS) or (character in "%％" and not before.isdigit()):
        return _UNUSUAL
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isdigit():
        return _DIGIT
    if character.isascii() and character.isalpha():
        return _FURTHER if before.isascii() and before.isalnum() else _LETTER
    return _UNUSUAL if character.isascii() else _ODD
