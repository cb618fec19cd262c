"""Reprints: the same story in several papers, with another head and foot and small changes.

Texts are compared by the six-character runs of their Chinese characters, through sketches of
fixed size, so the work grows with the number of texts and not with its square. The monthly notice
of an office repeats its words with other figures: that is no reprint, so the figures must agree.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

_HAN = re.compile(r"[\u3400-\u9fff]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_RUN = 6
_BUCKETS = 128
_BAND = 3
_ALIKE = 0.4
_FIGURES_ALIKE = 0.4
_SHORTEST = 40
_MOST_ALIKE = 40
_SPREAD = (1 << 32) // _BUCKETS


class _Sketch(NamedTuple):
    """The least hash in each bucket (-1 for none), and the figures of the text."""

    least: tuple[int, ...]
    figures: frozenset[str]


def reprint_groups(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name among (name, text) the name of the first text that tells the same story."""
    first_of: dict[str, str] = {}
    sketches: dict[str, _Sketch] = {}
    bands: dict[tuple[int, ...], list[str]] = {}
    for name, text in texts:
        sketch = _sketch(text)
        own = list(_bands(sketch.least))
        near = dict.fromkeys(other for band in own for other in bands.get(band, ()))
        group = next((o for o in near if _tell_the_same(sketch, sketches[o])), None)
        first_of[name] = first_of[group] if group is not None else name
        if group is None:
            sketches[name] = sketch
            for names in (bands.setdefault(band, []) for band in own):
                # The foot of a site stands under thousands of texts and tells nothing.
                if len(names) < _MOST_ALIKE:
                    names.append(name)
    return first_of


def _sketch(text: str) -> _Sketch:
    words = "".join(_HAN.findall(text))
    figures = frozenset(_FIGURE.findall(text))
    least = [-1] * _BUCKETS
    if len(words) < _SHORTEST:
        return _Sketch((crc32(words.encode()),) if words else (), figures)
    data = words.encode("utf-16-le")
    for at in range(0, len(data) - 2 * _RUN + 1, 2):
        hashed = crc32(data[at : at + 2 * _RUN])
        bucket = hashed // _SPREAD
        if not 0 <= least[bucket] <= hashed:
            least[bucket] = hashed
    return _Sketch(tuple(least), figures)


def _bands(least: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Groups of neighbouring buckets; two alike texts share at least one of them."""
    if len(least) < _BUCKETS:
        yield tuple(least) or (-2,)
        return
    for at in range(0, _BUCKETS - _BAND + 1, _BAND):
        band = tuple(least[at : at + _BAND])
        if max(band) >= 0:
            yield (at, *band)


def _tell_the_same(one: _Sketch, other: _Sketch) -> bool:
    if len(one.least) != len(other.least):
        return False
    pairs = [(a, b) for a, b in zip(one.least, other.least, strict=True) if a >= 0 or b >= 0]
    alike = sum(a == b for a, b in pairs)
    if not pairs or alike < _ALIKE * len(pairs):
        return False
    figures = one.figures | other.figures
    return len(one.figures & other.figures) >= _FIGURES_ALIKE * len(figures)
