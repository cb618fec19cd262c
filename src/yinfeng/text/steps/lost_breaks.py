"""Lost breaks: the ends of printed lines that a copy turned into spaces: 市政府工作部 署,紧跟….

They part words at every thirtieth sign or so all through a long line, or most of them part one;
the spaces of lists and of headings stand closer, at stops, or part no word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from yinfeng.lexicon.common_words import is_word
from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

LONG = 120
"""A line of so many signs may be several that a copy ran together."""

NEAR = 14
"""Ends of printed lines do not stand closer."""

CUT = 3
"""So many words at least are parted by what is no space of the writer's."""

_LINE = re.compile(rf"[^\n]{{{LONG},}}")
_GAP = re.compile(
    r"(?<=[\u3400-\u9fff,，、;；]) (?=[\u3400-\u9fff])(?![一二三四五六七八九十]{1,2}、)"
)


def mend(words: str) -> Sequence[Edit]:
    """The spaces deleted at which the lines of a page were once broken."""
    return [Edit(at, at + 1, "") for line in _LINE.finditer(words) for at in _breaks(words, line)]


def _breaks(words: str, line: re.Match[str]) -> Iterator[int]:
    gaps = [gap.start() for gap in _GAP.finditer(words, *line.span())]
    if len(gaps) <= CUT:
        return
    steps = [after - before for before, after in pairwise(gaps)]
    close = sum(step < NEAR for step in steps)
    cut = sum(is_word(words[at - 1] + words[at + 1]) for at in gaps)
    if cut >= CUT and (5 * close <= len(steps) or 2 * cut >= len(gaps)):
        yield from gaps


STEP = Step("break", frozenset(" "), mend)
