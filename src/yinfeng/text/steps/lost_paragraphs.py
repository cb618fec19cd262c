"""Lost paragraphs: a page whose paragraphs were run together, only wide gaps left between them.

Behind the stop of a sentence a wide gap was the end of a paragraph; without this a page that holds
three of them in one line looks like the row of a table.
"""

import re
from collections.abc import Sequence

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_GAP = re.compile(r"(?<=[。！？；;”][ \u3000\xa0])[ \u3000\xa0]+(?=[^\s|｜])")
_LONG = 60
"""So many characters before a gap in one line make it one of prose."""


def mend(words: str) -> Sequence[Edit]:
    """The wide gaps behind sentences of *words*, made ends of lines."""
    if "  " not in words and "\u3000" not in words:
        return ()
    return [
        Edit(match.start() - 1, match.end(), "\n")
        for match in _GAP.finditer(words)
        if match.start() - words.rfind("\n", 0, match.start()) > _LONG
    ]


STEP = Step("leftover", frozenset(" \u3000\xa0"), mend)
