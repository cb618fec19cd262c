"""Lost characters: ??, □ and 锟斤拷 inside words are marked as unsure, and never guessed."""

import re
from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_MARKS = re.compile(r"[?？\ufffd□▯锟斤][?？\ufffd□▯锟斤拷]*")
_LOST = re.compile(r"[?？]{2,}|[□▯]+")
_CERTAIN = re.compile(r".*?(?:\ufffd|锟斤|斤拷)")
_WORD = re.compile(r"[\u3400-\u9fff\d]")


def mend(words: str) -> Sequence[Edit]:
    """A mark for each place where characters of *words* are lost."""
    found = (match for match in _MARKS.finditer(words) if _is_lost(match))
    return [Edit(*match.span(), match[0], sure=False) for match in found]


def _is_lost(match: re.Match[str]) -> bool:
    """Whether a mark stands for lost characters: always, or only inside words."""
    if _CERTAIN.match(match[0]):
        return True
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    is_inside = bool(_WORD.match(around[0]) and _WORD.match(around[-1]))
    return is_inside and bool(_LOST.fullmatch(match[0]))


STEP = Step("lost", frozenset("?？\ufffd□▯锟拷"), mend)
