"""Notes that tell how a whole word is read, as in 深圳(shenzhen), 项目（xiàng mù）, 用地[yòngdì].

The note must read every one of the characters before it, to the letter; then it tells nothing that
the word does not say. (Zhongguo), a domain or an account beside a name are no such notes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yinfeng.lexicon.common_words import is_word
from yinfeng.lexicon.readings import LETTERS, TONED, normal, readings_of, toneless

_LONGEST = 8
_NOTE = re.compile(
    rf"[(（\[【](?<=[\u3400-\u9fff][\u3400-\u9fff].)\x20?(?=[{LETTERS}'’ ]{{3,44}}[)）\]】])"
    rf"(?P<says>[{LETTERS}]+(?:['’ ][{LETTERS}]+)*)\x20?[)）\]】]"
)
_PARTED = str.maketrans("", "", "'’ ")
# The first of the two levels of GB 2312 holds the characters that everybody reads.
_EVERYDAY = range(0xB0A1, 0xD7FA)


class WordNote(NamedTuple):
    """A note, where it stands, and the word that it reads."""

    span: tuple[int, int]
    word: str
    says: str


def word_notes(words: str) -> Sequence[WordNote]:
    """The notes in *words* that read a whole word before them."""
    return list(_word_notes(words))


def is_sure(note: WordNote) -> bool:
    """Whether one such note alone is enough: the word is one that needs no explaining."""
    is_plain = all(map(is_common, note.word))
    if any(letter in TONED for letter in note.says):
        return is_plain or is_word(note.word[-2:])
    return is_plain and is_word(note.word[-2:])


def is_common(character: str) -> bool:
    """Whether everybody reads the character without a note."""
    stream = character.encode("gb2312", "ignore")
    return len(stream) == 2 and int.from_bytes(stream, "big") in _EVERYDAY


def _word_notes(words: str) -> Iterator[WordNote]:
    for match in _NOTE.finditer(words):
        told = normal(match["says"]).translate(_PARTED)
        length = _characters_read(words, match.start(), told, _LONGEST)
        if length > 1:
            word = words[match.start() - length : match.start()]
            yield WordNote(match.span(), word, match["says"])


def _characters_read(words: str, end: int, told: str, limit: int) -> int:
    """How many characters before *end* the letters read, 0 if they read something else."""
    if not limit or not end:
        return 0
    for known in readings_of(words[end - 1]):
        for reading in {known, toneless(known)}:
            if told == reading:
                return 1
            if told.endswith(reading):
                rest = told[: -len(reading)]
                before = _characters_read(words, end - 1, rest, limit - 1)
                if before:
                    return before + 1
    return 0
