"""Pinyin annotations: a reading in brackets behind a character, as in 風(fēng)勁帆滿(mǎn).

A bracket goes only if the character before it is so read and the page does it throughout, or the
character is a traditional one; a few notes are enough where every child can read what they explain.
A whole word may be annotated too: 深圳(shenzhen). A rare character's gloss, 企业(作坊) and
(Zhongguo) stay.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.lexicon.readings import LETTERS, TONED, is_read, is_reading
from yinfeng.lexicon.scripts import traditional
from yinfeng.text.edits import Edit
from yinfeng.text.pinyin_words import is_common, is_sure, word_notes
from yinfeng.text.step import Step
from yinfeng.text.streams import NOTE, pairs, reading_of, written

THROUGHOUT = 3
"""So many annotations make a page one that is annotated throughout."""

_SOME = 2
_SQUARE = re.compile(rf"[\[【](?<=([\u3400-\u9fff])[\[【]) ?([{LETTERS}]{{1,7}}) ?[\]】]")
_STRADDLING = re.compile(
    rf"[(（](?<=([\u3400-\u9fff:;!?,%)(])([@-~])[(（])([{LETTERS}]{{1,7}})[)）]"
)


def mend(words: str) -> Sequence[Edit]:
    """The annotations of *words*, deleted."""
    notes = list(NOTE.finditer(words))
    found = [match for match in notes if is_read(match[1], reading_of(match[2]))]
    squares = [match for match in _SQUARE.finditer(words) if is_read(match[1], match[2])]
    of_words = word_notes(words)
    marked = [match for match in (*found, *squares) if _is_marked(match[2])]
    easy = sum(is_common(match[1]) for match in marked)
    few = easy + len(of_words)
    if len(marked) >= THROUGHOUT:
        found = [*filter(_is_note, notes), *_straddling(words), *squares]
    elif easy and few >= _SOME:
        found = [match for match in (*found, *squares) if is_common(match[1])]
    else:
        found = [match for match in found if match[1] in traditional()]
    spans = {match.span() for match in found}
    spans |= {note.span for note in of_words if few >= _SOME or is_sure(note)}
    return [Edit(*span, "") for span in sorted(spans)]


def _is_note(match: re.Match[str]) -> bool:
    """Whether a bracket is a note on a page that is annotated throughout, odd readings too."""
    told = reading_of(match[2])
    return is_read(match[1], told) or (_is_marked(told) and is_reading(told))


def _straddling(words: str) -> Iterator[re.Match[str]]:
    """The notes behind a letter that, with the byte before it, happened to be a character."""
    for match in _STRADDLING.finditer(words):
        last = written(match[1])[-1]
        lead = last if last >= 0x80 else last + 0x80
        pair = pairs().get(bytes((lead, ord(match[2]))), "")
        if is_read(pair, match[3]):
            yield match


def _is_marked(reading: str) -> bool:
    return any(letter in TONED for letter in reading)


STEP = Step("pinyin", frozenset("(（[【"), mend)
