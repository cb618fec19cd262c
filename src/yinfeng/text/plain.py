"""Sound words as a Text, for cases and tests: nothing is mended, every line is prose."""

import re
from datetime import date

from yinfeng.text.text import Line, LineKind, Segment, Text
from yinfeng.values import Document, Span

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。!?！？;；\n]+[。!?！？;；]*[”’」』\"]?")


def plain(says: str, *, published: date | None = None) -> Text:
    """The words as they stand, as if read from a sound document dated *published*."""
    document = Document(name="plain", source=says, published=published)
    lines = tuple(Line(Span(*m.span()), LineKind.PROSE) for m in _LINE.finditer(says))
    sentences = tuple(Span(*m.span()) for m in _SENTENCE.finditer(says))
    return Text(document, says, (Segment(0, len(says), 0, len(says)),), lines, sentences)
