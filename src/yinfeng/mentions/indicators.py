"""Indicators: names of the dictionary, as in 规上工业总产值, 工业生产性投入, 外出招商, 腾退面积.

The term tells which indicator a phrase speaks of; the phrase itself, with its size class and its
subject, is put together by the facts.
"""

from collections.abc import Iterator

from yinfeng.lexicon import indicators
from yinfeng.text import Text
from yinfeng.values import Mention, Span, Term, TermKind


def recognise(text: Text) -> Iterator[Mention]:
    """Every name of an indicator, from left to right."""
    clean = text.clean
    for start, end, key in indicators.dictionary().find(clean):
        yield Mention(Span(start, end), Term(key, TermKind.INDICATOR, clean[start:end]))
