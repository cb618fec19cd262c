"""Traditional script: 沈蕩鎮轉型升級 → 沈荡镇转型升级; the original stays in the source.

A page written in simplified characters keeps the old ones that names still use: 於潜镇, 瞭望, 乾元.
"""

import re
from collections.abc import Iterator, Sequence

from yinfeng.lexicon.scripts import simple_forms, simplified, simplified_only, traditional
from yinfeng.text.edits import Edit
from yinfeng.text.step import Step

_LINE = re.compile(r"[^\n]+")

# 著 is two words: 著名 keeps it, 著力 has 着. OpenCC leaves both.
_ZHE = re.compile(
    r"(?<![显原编专名论卓昭土巨拙译合遗所新旧大])著(?![名作称述者录书文译论])(?=[\u3400-\u9fff\W]|$)"
)

# Names of today and words that simplified text writes with an old character.
_KEPT = frozenset("乾於瞭藉徵鍾昇甯祐後")


def mend(words: str) -> Sequence[Edit]:
    """The traditional characters of *words* in their simplified form."""
    return [edit for match in _LINE.finditer(words) for edit in _line(match)]


def _line(match: re.Match[str]) -> Iterator[Edit]:
    says = match[0]
    if traditional().isdisjoint(says):
        return
    old = len(traditional().intersection(says))
    new = _converted(says, is_old=old > sum(map(simplified_only().__contains__, says)))
    yield from _differences(says, new, match.start())


def _converted(says: str, *, is_old: bool) -> str:
    if is_old:
        new = _ZHE.sub("着", simplified(says))
        return new if len(new) == len(says) else _by_character(says, frozenset())
    return _by_character(says, _KEPT)


def _by_character(says: str, kept: frozenset[str]) -> str:
    forms = simple_forms()
    return "".join(c if c in kept else forms.get(c, c) for c in says)


def _differences(says: str, new: str, offset: int) -> Iterator[Edit]:
    start = None
    for at, (old, mended) in enumerate(zip(says + "\n", new + "\n", strict=True)):
        if old != mended and start is None:
            start = at
        elif old == mended and start is not None:
            yield Edit(offset + start, offset + at, new[start:at])
            start = None


STEP = Step("script", traditional() | {"著"}, mend)
