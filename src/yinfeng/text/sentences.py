"""Sentences: where one ends, as after 。 in 已建成投产。射频连接器:无锡客商投资.

A full stop inside brackets or a short quotation (“加油!”行动) ends nothing.
"""

import re
from collections.abc import Iterable, Iterator

from yinfeng.lexicon.held_runs import held
from yinfeng.text.text import Line, LineKind
from yinfeng.values import Span

_SILENT = frozenset({LineKind.FURNITURE, LineKind.TABLE})
_WHOLE = frozenset({LineKind.TITLE, LineKind.HEADING, LineKind.CAPTION})
_WORDS = (
    r"(?:[^。！？!?；;…\n(（“《]++|\([^()\n]{0,80}+\)|（[^（）\n]{0,80}+）|“[^。“”\n]{0,16}+”"
    r"|《[^《》\n]{0,60}+》|[(（“《])*"
)
_SENTENCE = re.compile(held(_WORDS, "words") + r"(?:[。！？!?；;…]++[”’」』\"]*+|$)")


def sentences(clean: str, lines: Iterable[Line]) -> Iterator[Span]:
    """The sentences of the lines from left to right; furniture and tables have none."""
    for span, kind in lines:
        if kind in _SILENT:
            continue
        if kind in _WHOLE:
            yield span
        else:
            yield from _within(clean, span)


def _within(clean: str, span: Span) -> Iterator[Span]:
    start, end = span
    for match in _SENTENCE.finditer(clean, start, end):
        first, last = match.span()
        while first < last and clean[first].isspace():
            first += 1
        if first < last:
            yield Span(first, last)
