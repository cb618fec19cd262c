"""Pinyin annotations: a reading in brackets behind a character, as in 風(fēng)勁帆滿(mǎn).

A bracket goes only if the character before it is so read and the page does it throughout, or the
character is a traditional one. A rare character's gloss, 企业(作坊) and (Zhongguo) stay.
"""

import re
from collections.abc import Iterable, Sequence

from yinfeng.lexicon.readings import LETTERS, TONED, is_read, is_reading
from yinfeng.lexicon.scripts import traditional
from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

THROUGHOUT = 3
"""So many annotations make a page one that is annotated throughout."""

_NOTE = re.compile(rf"(?<=([\u3400-\u9fff]))[(（] ?([{LETTERS}]{{1,7}}) ?[)）]")


def mend(words: str) -> Sequence[Edit]:
    """The annotations of *words*, deleted."""
    found = [match for match in _NOTE.finditer(words) if is_read(match[1], match[2])]
    marked = sum(_is_marked(match[2]) for match in found)
    if marked < THROUGHOUT:
        found = [match for match in found if match[1] in traditional()]
    return _deleted(found if marked < THROUGHOUT else _all(words))


def _all(words: str) -> Iterable[re.Match[str]]:
    """Every annotation of a page that is annotated throughout, odd readings too."""
    for match in _NOTE.finditer(words):
        told = match[2]
        if is_read(match[1], told) or (_is_marked(told) and is_reading(told)):
            yield match


def _deleted(found: Iterable[re.Match[str]]) -> Sequence[Edit]:
    return [Edit(*match.span(), "") for match in found]


def _is_marked(reading: str) -> bool:
    return any(letter in TONED for letter in reading)


STEP = Step("pinyin", frozenset("(（"), mend)
