"""Spaced letters: 招 商 引 资, 2 0 2 1 年, and names set wide in a roster, as 张　伟、李国强.

Spaces go only where every letter of a stretch stands alone; columns of a table keep theirs. A
short name is closed up where the page also writes it closed, or where a roster's signs hold it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from yinfeng.lexicon.people import surnames
from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_GAP = r"[ \u3000\xa0]"
_HAN = r"[\u3400-\u9fff]"
_SIGN = r"[\u3400-\u9fff\d.%％,，。、:：；;()（）“”]"
_WIDE = re.compile(rf"(?<![\w.%]){_SIGN}(?:{_GAP}{{1,3}}{_SIGN}){{4,}}(?![\d.])")
_SHORT = re.compile(rf"(?<!\S){_HAN}(?:{_GAP}{{1,3}}{_HAN}){{1,3}}(?!\S)")
_DIGITS = re.compile(rf"(?<![\d.] )(?<![\d.])\d(?: \d){{2,}}(?: \. \d(?: \d)*)? ?(?={_HAN})")
_ROSTER = re.compile(
    rf"(?:(?<=[、，,;；:：（(\n])|^){_HAN}(?:\u3000| {{1,2}}){_HAN}(?=[、，,;；。）)\n]|$)"
)
# A word processor's own spaces: 年产 8000 吨, 项目 6 个, 22.15 亿元.
_MEASURE = r"(?:[万亿个家亩条吨户人名辆台套座只项批强]|平方|公里|公顷)"
_SET_APART = re.compile(rf" (?<=\d )(?={_MEASURE}|[年月日](?![一-龥] ))")
_BEFORE_FIGURE = re.compile(rf"(?<=[一-龥]) (?=\d[\d.,]*+ ?(?:{_MEASURE}|%))")
_HAN_LETTER = re.compile(_HAN)
_SPACE = re.compile(_GAP + "+")
_LONE = re.compile(
    rf"{_GAP}[^\s\x00-\x2f]{_GAP}|\u3000|\n\S{_GAP}+\S(?![^\n])|^\S{_GAP}+\S(?![^\n])"
)
_LINE = re.compile(r"[^\n]*")

FEW = 4
"""So many measure words apart from their figures show that a program set them so."""

MOST = 500
"""So many short words of a page are looked for in it."""

# What stands alone in the head of a table or a calendar.
_LABELS = frozenset("一二三四五六七八九十甲乙丙丁戊己庚辛日月年序号")


def mend(words: str) -> Sequence[Edit]:
    """The spaces inside words of *words* that were set wide, deleted."""
    found: dict[int, Edit] = {}
    known: dict[str, bool] = {}
    for start in _apart(words):
        found[start] = Edit(start, start + 1, "")
    for line in _lines(words):
        told = (_runs(line), _short(words, line, known), _numbers(line), _names(line))
        for edit in chain.from_iterable(told):
            found.setdefault(edit.start, edit)
    return sorted(found.values())


def _apart(words: str) -> Sequence[int]:
    """The spaces that set figures apart from the words around them, where all of a page are."""
    gaps = [match.start() for match in _SET_APART.finditer(words)]
    if len(gaps) < FEW:
        return ()
    return gaps + [match.start() for match in _BEFORE_FIGURE.finditer(words)]


def _lines(words: str) -> Iterator[re.Match[str]]:
    """The lines that have a letter between two spaces, or two that stand alone."""
    at = 0
    while match := _LONE.search(words, at):
        start = words.rfind("\n", 0, match.start() + 1) + 1
        line = _LINE.match(words, start)
        assert line is not None
        yield line
        at = max(line.end(), match.end())


def _runs(line: re.Match[str]) -> Iterator[Edit]:
    """Words of five letters and more that stand alone."""
    for match in _WIDE.finditer(line.string, *line.span()):
        if len(_HAN_LETTER.findall(match[0])) >= 3 and not _is_label(_SPACE.sub("", match[0])):
            yield from _closed(match)


def _short(words: str, line: re.Match[str], known: dict[str, bool]) -> Iterator[Edit]:
    """Words of two to four letters that stand alone and that the page also writes closed."""
    for match in _SHORT.finditer(words, *line.span()):
        letters = _SPACE.sub("", match[0])
        if letters not in known and len(known) < MOST:
            known[letters] = letters in words and not _is_label(letters)
        if known.get(letters):
            yield from _closed(match)


def _is_label(letters: str) -> bool:
    return all(letter in _LABELS or letter.isdigit() for letter in letters)


def _numbers(line: re.Match[str]) -> Iterator[Edit]:
    for match in _DIGITS.finditer(line.string, *line.span()):
        yield from _closed(match)


def _names(line: re.Match[str]) -> Iterator[Edit]:
    for match in _ROSTER.finditer(line.string, *line.span()):
        if match[0][0] in surnames().common:
            yield from _closed(match)


def _closed(match: re.Match[str]) -> Iterator[Edit]:
    narrowest = min(len(gap[0]) for gap in _SPACE.finditer(match[0]))
    for gap in _SPACE.finditer(match[0]):
        is_between_words = len(gap[0]) > narrowest
        start = match.start() + gap.start()
        yield Edit(start, start + len(gap[0]), " " if is_between_words else "")


STEP = Step("spaced", frozenset(" \u3000\xa0"), mend)
