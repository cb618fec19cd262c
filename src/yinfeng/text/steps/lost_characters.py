"""Lost characters: ??, □ and 锟斤拷 inside words are marked as unsure, and never guessed."""

import re
from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_LOST = re.compile(
    r"[?？]{2,}(?=[\u3400-\u9fff\d])|\ufffd+|[□▯]+(?=[\u3400-\u9fff])|(?:锟斤拷?|斤拷)+"
)
_WORD = re.compile(r"[\u3400-\u9fff\d]")


def mend(words: str) -> Sequence[Edit]:
    """A mark for each place where characters of *words* are lost."""
    found = (match for match in _LOST.finditer(words) if _is_inside_words(match))
    return [Edit(*match.span(), match[0], sure=False) for match in found]


def _is_inside_words(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 1) : match.start()]
    return match[0][0] in "\ufffd锟斤" or bool(_WORD.match(before))


STEP = Step("lost", frozenset("?？\ufffd□▯锟拷"), mend)
