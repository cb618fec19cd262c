"""The original with every proving stretch marked, cut into pages that a browser can hold.

Stretches lie inside one another, so marks nest; of two that cross, the later one is cut where the
earlier ends. A mark is called after its stretch, so that each figure links to its own words.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_PAGE = 20_000


class Stretch(NamedTuple):
    """A stretch of the shown text, and the name of its mark."""

    start: int
    end: int
    name: str


def mark_name(start: int, end: int) -> str:
    """What the mark of a stretch of the source is called."""
    return f"w{start}-{end}"


def pages(text: str) -> list[int]:
    """Where each page of a text begins: after the last line break before it is full."""
    starts = [0]
    while len(text) - starts[-1] > _PAGE:
        limit = starts[-1] + _PAGE
        broken = text.rfind("\n", starts[-1] + _PAGE // 2, limit) + 1
        starts.append(broken or limit)
    return starts


def page_of(starts: Sequence[int], offset: int) -> int:
    """The page, from 1, on which an offset stands."""
    return bisect_right(starts, offset)


def marked(text: str, start: int, end: int, stretches: Iterable[Stretch]) -> SafeString:
    """The text from *start* to *end* with its stretches marked."""
    inside = {
        Stretch(max(s.start, start), min(s.end, end), s.name)
        for s in stretches
        if s.start < end and s.end > start
    }
    nested = _nested(sorted(inside, key=lambda s: (s.start, -s.end, s.name)))
    return mark_safe("".join(_pieces(text, start, end, nested)))  # noqa: S308


def _nested(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with crossing ones cut, so that each lies inside or beside every other."""
    nested: list[Stretch] = []
    around: list[int] = []
    for stretch in stretches:
        while around and around[-1] <= stretch.start:
            around.pop()
        end = min([stretch.end, *around])
        nested.append(stretch._replace(end=end))
        around.append(end)
    return nested


def _pieces(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Iterator[str]:
    at, closing = start, list[int]()
    for stretch in stretches:
        while closing and closing[-1] <= stretch.start:
            yield f"{escape(text[at : closing[-1]])}</mark>"
            at = closing.pop()
        yield f'{escape(text[at : stretch.start])}<mark id="{stretch.name}">'
        at = stretch.start
        closing.append(stretch.end)
    while closing:
        yield f"{escape(text[at : closing[-1]])}</mark>"
        at = closing.pop()
    yield escape(text[at:end])
