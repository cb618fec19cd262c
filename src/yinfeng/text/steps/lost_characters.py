"""Lost characters: ?? and □ inside words are marked as unsure, and never guessed."""

import re
from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_LOST = re.compile(
    r"(?<=[\u3400-\u9fff\d])[?？]{2,}(?=[\u3400-\u9fff\d])|\ufffd+|(?<=[\u3400-\u9fff])[□▯]+(?=[\u3400-\u9fff])"
)


def mend(words: str) -> Sequence[Edit]:
    """A mark for each place where characters of *words* are lost."""
    return [Edit(*match.span(), match[0], sure=False) for match in _LOST.finditer(words)]


STEP = Step("lost", frozenset("?？\ufffd□▯"), mend)
