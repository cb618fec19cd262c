"""Watermarks: three letters that a site hid at the ends of its lines, as in 政府工作报告pbY.

They are the same all through the page, of large and small letters, right behind Chinese.
"""

import re
from collections import Counter
from collections.abc import Sequence
from string import ascii_letters

from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

OFTEN = 5
"""So often at least one watermark stands on its page."""

_TOKEN = re.compile(
    r"(?<=[\u3400-\u9fff。，,；;：:、！？”’)）])(?=[A-Za-z]{0,2}[a-z])(?=[A-Za-z]{0,2}[A-Z])[A-Za-z]{3}(?=\s|$)"
)


def mend(words: str) -> Sequence[Edit]:
    """The watermarks of a page deleted."""
    found = list(_TOKEN.finditer(words))
    often = {token for token, times in Counter(m[0] for m in found).items() if times >= OFTEN}
    if not often:
        return []
    alone = re.compile(rf"^(?:{'|'.join(sorted(often))})$", re.MULTILINE)
    spans = [m.span() for m in found if m[0] in often] + [m.span() for m in alone.finditer(words)]
    return [Edit(start, end, "") for start, end in sorted(spans)]


STEP = Step("leftover", frozenset(ascii_letters), mend)
